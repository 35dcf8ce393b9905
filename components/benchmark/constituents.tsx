import { useLocale, useTranslations } from "next-intl";
import { MOST_HELD_DAYS } from "@/engine/benchmark/benchmark";
import { FAR } from "@/engine/benchmark/screens";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import { type BenchmarkDay, type DayConstituent, levelText } from "@/tokens/benchmark/replay";
import type { Observation } from "@/tokens/prices/observation";
import { sellerName } from "@/tokens/prices/sellers";
import { fullDate } from "../chart/days";
import { Section } from "../layout/page";
import { useObservationName } from "../prices/observation-name";
import { inDollars } from "../prices/price-text";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";

interface ConstituentsProps {
  benchmark: SlotBenchmark;
  day: BenchmarkDay;
  least: number;
  /** To the days around it on which something changed. */
  before: string | null;
  after: string | null;
  openAt: string;
  /** Where each price is from, by id. */
  observations: ReadonlyMap<string, Observation>;
  children: React.ReactNode;
}

/** Who counted on a day, at what, and why somebody did not. */
export function Constituents({
  benchmark,
  day,
  least,
  before,
  after,
  openAt,
  observations,
  children,
}: ConstituentsProps) {
  const t = useTranslations("benchmarks.day");
  const locale = useLocale();
  const { level, divisor, constituents, changes } = day;
  const sellers = constituents.filter(({ state }) => state === "in").length;
  const to = "link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)";
  return (
    <Section
      id="day"
      title={t("title", { date: fullDate(day.date, locale) })}
      aside={
        level === null
          ? t("noLevel", { sellers, least })
          : t("level", { level: levelText(level, benchmark), divisor: divisor.toFixed(6) })
      }
      className="mt-10 scroll-mt-4"
    >
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2 pb-2">
        {children}
        {before && (
          <a href={before} className={to}>
            {t("before")}
          </a>
        )}
        {after && (
          <a href={after} className={to}>
            {t("after")}
          </a>
        )}
      </div>
      {changes.length > 0 && (
        <p className="pb-1 text-ink-2">
          {t("changes", {
            changes: changes
              .map(({ kind, seller }) => t(`kinds.${kind}`, { seller: sellerName(seller) }))
              .join(locale === "zh" ? "，" : ", "),
          })}
        </p>
      )}
      <TableScroll label={t("title", { date: fullDate(day.date, locale) })}>
        <Table className="[--row:32px]">
          <thead>
            <tr>
              <Th>{t("seller")}</Th>
              <Th>{t("model")}</Th>
              <Th numeric>{t("price")}</Th>
              <Th numeric>{t("counted")}</Th>
              <Th numeric wide>
                {t("weight")}
              </Th>
              <Th className="pl-6">{t("state")}</Th>
              <Th>{t("source")}</Th>
            </tr>
          </thead>
          <tbody>
            {constituents.length === 0 && <EmptyRow columns={7}>{t("empty")}</EmptyRow>}
            {constituents.map((one) => (
              <Tr key={one.name}>
                <Td>{sellerName(one.name)}</Td>
                <Td>{one.model}</Td>
                <Td numeric>{inDollars(one.price).text}</Td>
                <Td numeric className={one.held ? "font-semibold" : undefined}>
                  {one.state === "in" ? inDollars(one.counted).text : ""}
                </Td>
                <Td numeric wide>
                  {one.weight.toFixed(4)}
                </Td>
                <Td className="pl-6 text-ink-2">
                  <State of={one} />
                </Td>
                <Td>
                  <SourceLink of={observations.get(one.observation)} openAt={openAt} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}

/** The row says whose it is already; who hears the link alone is told that, too. */
function SourceLink({ of, openAt }: { of: Observation | undefined; openAt: string }) {
  const named = useObservationName();
  if (!of) return null;
  return (
    <a href={`${openAt}${of.id}#source`} className="link" aria-label={named.full(of)}>
      {named.brief(of)}
    </a>
  );
}

function State({ of: { state, held, heldDays } }: { of: DayConstituent }) {
  const t = useTranslations("benchmarks.day");
  if (state !== "in") return t("out", { days: MOST_HELD_DAYS });
  return held === null ? t("in") : t(`held.${held}`, { days: heldDays, far: FAR });
}
