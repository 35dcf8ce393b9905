import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { monthAndYear } from "@/app/charts/in-words";
import { fullDate } from "@/components/chart/days";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { scenarioPath } from "@/components/layout/places";
import { DataText } from "@/components/prices/data-text";
import { CauseMeanings } from "@/components/scenario/cause-meanings";
import { RunDesk } from "@/components/scenario/run-desk";
import { SEED } from "@/components/scenario/run-terms";
import { Link } from "@/messages/navigation";
import { presets } from "@/server/scenarios/presets";
import type { ScenarioFile } from "@/wire/scenario";
import { pageMetadata } from "../../page-metadata";
import { presetWords } from "../preset-words";
import { ShockTable, ToldTable, TransmissionTable } from "./scenario-tables";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  if (!presets().has(id)) return {};
  const t = await getTranslations("scenarios");
  return pageMetadata({
    title: t("pageTitle", { title: t(`presets.${id}.title`) }),
    description: t("pageText", { what: t(`presets.${id}.what`) }),
    path: scenarioPath(id),
  });
}

/** One scenario: what happened, what is assumed, and the engine that plays it. */
export default async function ScenarioPage({ params, searchParams }: Props) {
  const file = presets().get((await params).id);
  if (!file) notFound();
  const t = await getTranslations("scenarios");
  const { seed } = await searchParams;
  const asked = typeof seed === "string" && SEED.test(seed) ? seed : null;
  const { id } = file;
  return (
    <Page>
      <p className="mb-2">
        <Link href="/scenarios" className="link inline-flex min-h-6 items-center text-12">
          {t("back")}
        </Link>
      </p>
      <ClientMessages use={["chart", "scenario-run", "scenario-words", "causes", "moves"]}>
        <RunDesk
          key={id}
          file={file}
          words={presetWords(t, file)}
          seed={asked}
          about={
            <>
              <PageTitle aside={t(`presets.${id}.what`)}>{t(`presets.${id}.title`)}</PageTitle>
              <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_300px]">
                <Section title={t("story")}>
                  <p className="max-w-(--measure) text-15 leading-[23px]">{t(`presets.${id}.story`)}</p>
                </Section>
                <Section title={t("assumedTitle")}>
                  <p className="max-w-(--measure) text-15 leading-[23px]">{t(`presets.${id}.assumed`)}</p>
                </Section>
                <Section title={t("sourcesTitle")}>
                  <Sources file={file} />
                </Section>
              </div>
            </>
          }
          facts={
            <>
              <div className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_380px]">
                <Section title={t("shocksTitle")} aside={t("shocksAside")}>
                  <ShockTable file={file} />
                </Section>
                <Section title={t("transmissionTitle")} aside={t("transmissionAside")}>
                  <TransmissionTable file={file} />
                </Section>
                <Section title={t("rulingsTitle")} aside={t("rulingsAside")}>
                  <ToldTable file={file} />
                </Section>
              </div>
              <p className="mt-4 text-12">
                <a href={`/api/v1/scenarios/${id}`} className="link inline-flex min-h-6 items-center">
                  {t("file")}
                </a>
              </p>
            </>
          }
        />
      </ClientMessages>
      <CauseMeanings />
    </Page>
  );
}

async function Sources({ file }: { file: ScenarioFile }) {
  const locale = await getLocale();
  const when = (date: string) =>
    date.length === 10 ? fullDate(date, locale) : date.length === 7 ? monthAndYear(date, locale) : date;
  return (
    <ul className="text-13">
      {(file.sources ?? []).map(({ title, date, address }) => (
        <li key={`${title} ${date}`} className="border-t border-line py-1.5 break-words first:border-0 first:pt-0">
          <DataText>{title}</DataText>
          <span className="block text-12 text-ink-3">
            {address}
            {locale === "zh" ? "，" : ", "}
            {when(date)}
          </span>
        </li>
      ))}
    </ul>
  );
}
