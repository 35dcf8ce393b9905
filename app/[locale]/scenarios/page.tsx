import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { monthAndYear } from "@/app/charts/in-words";
import { fullDate } from "@/components/chart/days";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { scenarioPath } from "@/components/layout/places";
import { lengthOf } from "@/engine/scenario/stage";
import { Link } from "@/messages/navigation";
import { presets } from "@/server/scenarios/presets";
import { type ScenarioFile, toScenario } from "@/wire/scenario";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scenarios");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/scenarios" });
}

/** The presets, what happened last first. */
export default async function ScenariosPage() {
  const t = await getTranslations("scenarios");
  const files = [...presets().values()].toSorted((a, b) => ((a.happened ?? "") < (b.happened ?? "") ? 1 : -1));
  return (
    <Page>
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <ul className="mt-5 border-t-2 border-ink">
        {files.map((file) => (
          <Preset key={file.id} file={file} />
        ))}
      </ul>
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section id="method" title={t("method")} className="scroll-mt-4">
          <p className="max-w-[70ch] text-ink-2">{t("methodText")}</p>
        </Section>
        <Section title={t("own")}>
          <p className="max-w-[70ch] text-ink-2">{t("ownText")}</p>
          <p className="mt-1 flex flex-wrap gap-x-4">
            <Link href={`${scenarioPath(files[0].id)}#own`} className="link inline-flex min-h-9 items-center">
              {t("own")}
            </Link>
            <a href="/api/v1/scenarios" className="link inline-flex min-h-9 items-center">
              {t("api")}
            </a>
          </p>
        </Section>
      </div>
    </Page>
  );
}

/** The site, or of a repository its name. */
const publisher = ({ address }: { readonly address: string }): string => {
  const [site, owner, name] = address.split("/");
  return site === "github.com" ? `${owner}/${name}` : site;
};

async function Preset({ file }: { file: ScenarioFile }) {
  const [t, words, locale] = [
    await getTranslations("scenarios"),
    await getTranslations("scenario-words"),
    await getLocale(),
  ];
  const { id, happened = "", shocks, rulings, sources = [] } = file;
  const levers = [...new Set(shocks.map(({ lever }) => lever))];
  const date = happened.length === 10 ? fullDate(happened, locale) : monthAndYear(happened, locale);
  const days = lengthOf(toScenario(file));
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3.5 sm:grid-cols-[132px_minmax(0,1fr)] lg:grid-cols-[132px_minmax(0,1fr)_300px]">
      <p className="text-ink-2">{date}</p>
      <div className="min-w-0">
        <h2 className="text-17">
          <Link href={scenarioPath(id)} className="link">
            {t(`presets.${id}.title`)}
          </Link>
        </h2>
        <p className="mt-0.5 max-w-[64ch] text-15 leading-[23px]">{t(`presets.${id}.what`)}</p>
        <p className="mt-1 text-12 text-ink-3">
          {t("sourcesNamed", { names: [...new Set(sources.map(publisher))].join(locale === "zh" ? "、" : ", ") })}
        </p>
      </div>
      <div className="text-12 text-ink-2 max-lg:col-start-2 max-sm:col-start-1">
        <p>{levers.map((lever) => words(`leverNames.${lever}`)).join(locale === "zh" ? "、" : " · ")}</p>
        <p className="mt-0.5 text-ink-3">{t("count", { shocks: shocks.length, rulings: rulings.length, days })}</p>
      </div>
    </li>
  );
}
