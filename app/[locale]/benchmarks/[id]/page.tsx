import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { gpuHour, oneBenchmark } from "@/app/charts/benchmark-charts";
import { EditionNote } from "@/app/charts/edition-note";
import { fixingsBy } from "@/app/charts/own-rules";
import { PlacedChart } from "@/app/charts/placed-chart";
import { type ShownPrices, shownPrices } from "@/app/charts/shown-prices";
import { Constituents } from "@/components/benchmark/constituents";
import { changesAround } from "@/components/benchmark/day-runs";
import { HourTable } from "@/components/benchmark/hour-table";
import { BenchmarkMethod } from "@/components/benchmark/method";
import { OwnRules } from "@/components/benchmark/own-rules";
import { Recompute } from "@/components/benchmark/recompute";
import { Revisions, Withheld } from "@/components/benchmark/revisions";
import { type Params, parseRules, replayRules, rulesQuery } from "@/components/benchmark/rules-choice";
import { openedIn, withQuery } from "@/components/chart/addresses";
import { fullDate } from "@/components/chart/days";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { PickDay } from "@/components/prices/form-parts";
import { LiveForm } from "@/components/prices/live-form";
import { Button } from "@/components/ui/button";
import { rounded } from "@/components/ui/numerals";
import { getPathname, Link } from "@/messages/navigation";
import { type SlotBenchmark, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { MIN_RATE_CARDS } from "@/tokens/benchmark/gpu-hour";
import { levelText } from "@/tokens/benchmark/replay";
import { pageMetadata } from "../../page-metadata";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

const GPU_HOUR = "GPUH";
const idOf = async ({ params }: Props): Promise<string> => (await params).id.toUpperCase();
const slotBenchmark = (id: string): SlotBenchmark | null => slotBenchmarks.find((one) => one.id === id) ?? null;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [id, t] = [await idOf(props), await getTranslations("benchmarks")];
  if (id !== GPU_HOUR && !slotBenchmark(id)) return {};
  const names = { benchmark: id, name: t(`names.${id as "PREM"}`) };
  return pageMetadata({
    title: t("one.title", names),
    description: t("one.description", names),
    path: `/benchmarks/${id.toLowerCase()}`,
  });
}

export default async function BenchmarkPage(props: Props) {
  const id = await idOf(props);
  const params = await props.searchParams;
  const shown = shownPrices(params);
  if (id === GPU_HOUR) return <GpuHourPage shown={shown} />;
  const { prices, carried } = shown;
  const benchmark = slotBenchmark(id);
  const measured = prices.measured(id);
  if (!benchmark || !measured) notFound();
  const [locale, t] = [await getLocale(), await getTranslations("benchmarks")];
  const rules = parseRules(params, benchmark);
  const own = rulesQuery(rules, benchmark);
  const here = getPathname({ href: `/benchmarks/${id.toLowerCase()}`, locale });
  const openAt = openedIn(getPathname({ href: "/prices", locale }), carried);
  const days = fixingsBy(prices, benchmark, rules);
  const day = days.findLast(({ date }) => date <= (rules.day ?? "9999")) ?? days[0];
  const around = changesAround(days, day.date);
  const dayPath = (date: string | null) => date && `${withQuery(here, { ...own, ...carried, day: date })}#day`;
  const observations = new Map(prices.data.slotPrices.map((one) => [one.id, one]));
  const last = measured.days.findLast(({ level }) => level !== null);
  return (
    <Page>
      <PriceTabs here="benchmarks" />
      <PageTitle
        aside={
          last?.level != null &&
          t("one.last", {
            level: rounded(levelText(last.level, benchmark), benchmark.tickDecimals),
            date: fullDate(last.date, locale),
            sellers: last.constituents.filter(({ state }) => state === "in").length,
          })
        }
      >
        {t("one.title", { benchmark: id, name: t(`names.${id as "PREM"}`) })}
      </PageTitle>
      <ClientMessages use={["chart", "benchmarks"]}>
        <div className="mt-5 max-w-[1040px] border-t-2 border-ink pt-3">
          <EditionNote shown={shown} newest={withQuery(here, own)} />
          <PlacedChart chart={await oneBenchmark(prices, benchmark, rules, locale, openAt)} prices={prices} />
        </div>
        <Section id="recompute" title={t("recompute.title")} className="mt-8 scroll-mt-4">
          <p className="max-w-[76ch] text-ink-2">{t("recompute.text", { rows: measured.panel.prices.length })}</p>
          <OwnRules benchmark={benchmark} rules={rules} action={here} carried={carried} />
          <Recompute
            key={JSON.stringify(own)}
            benchmark={benchmark}
            panel={measured.panel}
            rules={replayRules(benchmark, rules)}
            to={days[days.length - 1].date}
            shown={days.map(({ level }) => level)}
            published={measured.days.map(({ level }) => level)}
            ownRules={Object.keys(own).length > 0}
          />
          <p className="hidden text-12 text-ink-3 noscript:block">{t("recompute.noScript")}</p>
          {Object.keys(own).length > 0 && (
            <p className="mt-2">
              <a href={withQuery(here, carried)} className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
                {t("recompute.reset")}
              </a>
            </p>
          )}
        </Section>
      </ClientMessages>
      <Constituents
        benchmark={benchmark}
        day={day}
        least={rules.gate}
        before={dayPath(around.before)}
        after={dayPath(around.after)}
        openAt={openAt}
        observations={observations}
      >
        <LiveForm
          action={here}
          label={t("day.pick")}
          usual={{}}
          carried={{ ...own, ...carried }}
          className="flex items-end gap-2"
        >
          <PickDay
            name="day"
            label={t("day.pick")}
            value={day.date}
            min={days[0].date}
            max={days[days.length - 1].date}
          />
          <Button type="submit" className="hidden noscript:inline-flex">
            {t("day.go")}
          </Button>
        </LiveForm>
      </Constituents>
      <Revisions benchmark={benchmark} revisions={measured.revisions} openAt={openAt} observations={observations} />
      <Withheld days={days} />
      <BenchmarkMethod />
      <AllBenchmarks />
    </Page>
  );
}

/** The GPU-hour is monthly and its sellers are not published: no panel to show, and no screens to run again. */
async function GpuHourPage({ shown }: { shown: ShownPrices }) {
  const { prices } = shown;
  const [t, locale] = await Promise.all([getTranslations("benchmarks"), getLocale()]);
  return (
    <Page>
      <PriceTabs here="benchmarks" />
      <PageTitle>{t("one.title", { benchmark: GPU_HOUR, name: t("names.GPUH") })}</PageTitle>
      <ClientMessages use={["chart"]}>
        <div className="mt-5 max-w-[1040px] border-t-2 border-ink pt-3">
          <EditionNote shown={shown} newest={getPathname({ href: "/benchmarks/gpuh", locale })} />
          <PlacedChart chart={await gpuHour(prices, locale)} prices={prices} />
        </div>
      </ClientMessages>
      <Section id="method" title={t("hour.table")} className="mt-10 scroll-mt-4">
        <p className="mb-2 max-w-[76ch] text-ink-2">{t("hour.text", { least: MIN_RATE_CARDS })}</p>
        <HourTable months={prices.gpuHour()} />
      </Section>
      <AllBenchmarks />
    </Page>
  );
}

async function AllBenchmarks() {
  const t = await getTranslations("benchmarks.one");
  return (
    <Link href="/benchmarks" className="link mt-6 inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
      {t("all")}
    </Link>
  );
}
