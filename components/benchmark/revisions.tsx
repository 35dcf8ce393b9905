import { useLocale, useTranslations } from "next-intl";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import { type BenchmarkDay, levelText } from "@/tokens/benchmark/replay";
import type { Revision } from "@/tokens/benchmark/revisions";
import type { Observation } from "@/tokens/prices/observation";
import { fullDate } from "../chart/days";
import { Section } from "../layout/page";
import { useObservationName } from "../prices/observation-name";
import { rounded } from "../ui/numerals";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { revisedRuns, withheldRuns } from "./day-runs";

interface RevisionsProps {
  benchmark: SlotBenchmark;
  revisions: readonly Revision[];
  openAt: string;
  /** What is cited as the reason, by id. */
  observations: ReadonlyMap<string, Observation>;
}

/** Fixings that changed because a price became known late: what stood, what stands, and why (3.4). */
export function Revisions({ benchmark, revisions, openAt, observations }: RevisionsProps) {
  const t = useTranslations("benchmarks.revisions");
  const locale = useLocale();
  const runs = revisedRuns(revisions).toReversed();
  const written = (level: number | null) =>
    level === null ? t("none") : rounded(levelText(level, benchmark), benchmark.tickDecimals);
  return (
    <Section
      id="revisions"
      title={t("title")}
      aside={t("aside", { count: revisions.length, runs: runs.length })}
      className="mt-10"
    >
      <p className="max-w-(--measure) text-ink-2">{t("text")}</p>
      <TableScroll label={t("title")} className="mt-2">
        <Table className="[--row:28px] max-sm:[--row:36px]">
          <thead>
            <tr>
              <Th>{t("days")}</Th>
              <Th numeric>{t("count")}</Th>
              <Th numeric>{t("published")}</Th>
              <Th numeric>{t("revised")}</Th>
              <Th className="pl-6">{t("on")}</Th>
              <Th>{t("because")}</Th>
            </tr>
          </thead>
          <tbody>
            {runs.length === 0 && <EmptyRow columns={6}>{t("empty")}</EmptyRow>}
            {runs.map(({ date, to, days, published, revised, revisedOn, observations: because }) => (
              <Tr key={date}>
                <Td>{date === to ? fullDate(date, locale) : `${fullDate(date, locale)} – ${fullDate(to, locale)}`}</Td>
                <Td numeric>{days}</Td>
                <Td numeric className="text-ink-3">
                  {written(published)}
                </Td>
                <Td numeric>{written(revised)}</Td>
                <Td className="pl-6">{fullDate(revisedOn, locale)}</Td>
                <Td className="min-w-64 py-1 whitespace-normal">
                  {because.map((id) => (
                    <Because key={id} of={observations.get(id)} openAt={openAt} />
                  ))}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}

function Because({ of, openAt }: { of: Observation | undefined; openAt: string }) {
  const named = useObservationName();
  if (!of) return null;
  return (
    <a href={`${openAt}${of.id}#source`} className="link block w-fit">
      {named.full(of)}
    </a>
  );
}

/** Days that were withheld, or had no fixing to carry (3.3). */
export function Withheld({ days }: { days: readonly BenchmarkDay[] }) {
  const t = useTranslations("benchmarks.withheld");
  const locale = useLocale();
  const runs = withheldRuns(days);
  const sinceFirst = runs.filter(({ from }) => days.some(({ date, level }) => level !== null && date < from));
  return (
    <Section id="withheld" title={t("title")} aside={t("text")} className="mt-10">
      <ul>
        {runs.map(({ from, to, days: count, sellers, carried }) => (
          <li key={from} className="border-t border-line py-2 first:border-t-0">
            {t("run", {
              from: fullDate(from, locale),
              to: fullDate(to, locale),
              days: count,
              sellers,
              carried: carried ? "yes" : "no",
            })}
          </li>
        ))}
        {sinceFirst.length === 0 && <li className="border-t border-line py-2 first:border-t-0">{t("empty")}</li>}
      </ul>
    </Section>
  );
}
