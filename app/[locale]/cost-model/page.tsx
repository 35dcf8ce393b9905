import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { servedFrom } from "@/app/charts/placed-chart";
import { ServedFrom } from "@/components/chart/served";
import { CaseTable } from "@/components/cost/case-table";
import { CostDesk } from "@/components/cost/cost-desk";
import { costAddress, readCostState, type SearchParams } from "@/components/cost/cost-query";
import { Formula } from "@/components/cost/formula";
import { LeverTable } from "@/components/cost/lever-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { rounded } from "@/components/ui/numerals";
import { pageMetadata } from "../page-metadata";
import { measuredViews } from "./measured-views";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cost");
  return pageMetadata({ title: t("title"), description: t("lede"), path: "/cost-model" });
}

/** What a token costs to make, from the rent of a GPU to the price a seller asks. */
export default async function CostModelPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("cost");
  const measured = measuredViews();
  const seenFirst = rounded(measured.china.text, 3); // to the tick of CHNA
  const initial = readCostState(await searchParams, seenFirst);
  return (
    <Page>
      <PriceTabs here="cost" />
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-3 max-w-(--measure) text-15 text-ink-2">{t("lede")}</p>
      <ClientMessages use={["cost", "chart"]}>
        <ServedFrom served={await servedFrom()}>
          <CostDesk
            key={costAddress("", initial, seenFirst)} // a link to another case begins anew
            initial={initial}
            seenFirst={seenFirst}
            measured={measured}
            formula={<Formula />}
          />
        </ServedFrom>
      </ClientMessages>
      <Section title={t("casesTitle")} aside={t("casesAside")} className="mt-10">
        <CaseTable />
      </Section>
      <Section id="levers" title={t("table.title")} className="mt-10">
        <LeverTable />
        <p className="mt-3 max-w-(--measure) text-ink-2">{t("limits")}</p>
      </Section>
    </Page>
  );
}
