import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { share } from "@/components/cost/numbers";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { groups } from "@/components/realism/groups";
import { MeasureTable } from "@/components/realism/measure-table";
import { results } from "@/content/realism/results";
import { RISK_PREMIUM } from "@/engine/agents/fair-value";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("realism");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/realism" });
}

/** Where the simulated market is like a real one, where it is not, and what it does not claim. */
export default async function RealismPage() {
  const [t, locale] = [await getTranslations("realism"), await getLocale()];
  const { measures, seeds, days, leverSeeds } = results;
  const outside = measures.filter(({ passed }) => !passed).length;
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <p className="mt-3 max-w-[720px] font-medium">{t("verdictOfAll", { measures: measures.length, outside })}</p>
      <p className="max-w-[720px] text-ink-2">
        {t("run", { seeds, days, levers: leverSeeds })}{" "}
        <a href="/realism/results.json" className="link">
          {t("file")}
        </a>
      </p>
      {groups.map(({ id, measures: members }) => (
        <Section key={id} id={id} title={t(`groups.${id}.title`)} className="mt-8 scroll-mt-4">
          <div className="grid gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,1fr)_268px]">
            <MeasureTable
              title={t(`groups.${id}.title`)}
              measures={members.flatMap((member) => measures.find((measure) => measure.id === member) ?? [])}
            />
            <div className="text-ink-2 lg:border-l lg:border-line lg:pl-4">
              <h3 className="text-12 text-ink-3">{t("notClaimed")}</h3>
              <p className="max-w-[70ch]">{t(`groups.${id}.not`)}</p>
            </div>
          </div>
        </Section>
      ))}
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section id="curve" title={t("curve.title")} className="scroll-mt-4">
          <p className="max-w-[70ch] text-ink-2">{t("curve.text", { premium: share(RISK_PREMIUM, locale) })}</p>
        </Section>
        <Section id="method" title={t("method.title")} className="scroll-mt-4">
          <p className="max-w-[70ch] text-ink-2">{t("method.text")}</p>
        </Section>
      </div>
    </Page>
  );
}
