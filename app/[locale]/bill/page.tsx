import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LAST_MONTH } from "@/app/charts/bill-chart";
import { EditionNote } from "@/app/charts/edition-note";
import { placesOf } from "@/app/charts/placed-chart";
import { shownPrices } from "@/app/charts/shown-prices";
import { BillDesk } from "@/components/bill/bill-desk";
import { billQuery, readBillState, type SearchParams } from "@/components/bill/bill-query";
import { catalogueOf } from "@/components/bill/catalogue";
import { LanguageTable } from "@/components/bill/language-table";
import { sellerBills } from "@/components/bill/other-sellers";
import { openedIn, withQuery } from "@/components/chart/addresses";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { getPathname, Link } from "@/messages/navigation";
import { tieredSpellsOf } from "@/tokens/bill/choices";
import { readUsage } from "@/tokens/bill/usage";
import { pageMetadata } from "../page-metadata";
import { hedgeBenchmarks } from "./hedge-benchmarks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bill");
  return pageMetadata({ title: t("title"), description: t("lede"), path: "/bill" });
}

/** What a month of tokens costs, at any model's list price of any past month. */
export default async function BillPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, locale, t] = [await searchParams, await getLocale(), await getTranslations("bill")];
  const shown = shownPrices(params);
  const { prices, carried } = shown;
  const state = readBillState(params, LAST_MONTH);
  const usage = readUsage(state.texts);
  const { cited } = await placesOf(
    { view: { id: "bill", title: t("title") }, page: "/bill", query: billQuery(state) },
    prices,
    locale,
  );
  return (
    <Page>
      <PriceTabs here="bill" />
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <div className="mt-4 empty:hidden">
        <EditionNote shown={shown} newest={withQuery(getPathname({ href: "/bill", locale }), billQuery(state))} />
      </div>
      <ClientMessages use={["bill", "chart"]}>
        <BillDesk
          key={withQuery("", { ...billQuery(state), ...carried })}
          initial={state}
          initialSpells={tieredSpellsOf(prices, state.choice)}
          initialOthers={usage.ok ? sellerBills(prices, usage.usage, state.month) : []}
          catalogue={catalogueOf(prices.history)}
          benchmarks={await hedgeBenchmarks(prices)}
          last={LAST_MONTH}
          cited={cited}
          carried={carried}
          openAt={openedIn(getPathname({ href: "/prices", locale }), carried)}
        />
      </ClientMessages>
      <Section title={t("languages.title")} aside={t("languages.aside")} className="mt-10">
        <LanguageTable />
        <p className="mt-2 max-w-(--measure) text-12 text-ink-3">{t("languages.source")}</p>
      </Section>
      <Section id="method" title={t("method.title")} className="mt-10 scroll-mt-4">
        <ul className="grid max-w-(--measure) gap-2 text-ink-2">
          {(["prices", "days", "derived", "tiers", "rounding", "leftOut", "privacy"] as const).map((point) => (
            <li key={point}>{t(`method.${point}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href="/cost-model" className="link">
            {t("method.cost")}
          </Link>
        </p>
      </Section>
    </Page>
  );
}
