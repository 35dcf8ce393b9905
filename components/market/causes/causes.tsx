"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Link } from "@/messages/navigation";
import type { CauseShare, NewsView } from "@/wire/views";
import { movesPath } from "../../layout/places";
import { causeName } from "../../scenario/cause-name";
import { percent, signed } from "../../ui/numerals";
import { dayMonth } from "../dates";
import { useDesk, useDeskQuote } from "../desk-context";
import { decimalsOf, levelText } from "../exact";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { type Cause, causesOf } from "./explain";
import { latestOf, shocksIn, toldText, useScenarioWords, type Words } from "./news-words";
import { numbered } from "./numbered";

const SHOWN = 6;
/** A move that needs an explanation; what is less is every day's business. */
const isMaterial = (cause: Cause): boolean => !("percent" in cause) || Math.abs(cause.percent) >= 1;
/** Words of a scenario are needed for it. */
const isTold = ({ kind, body }: NewsView): boolean =>
  kind === "news" || kind === "ruling" || JSON.stringify(body.causes ?? []).includes("shock:");
/** So many causes of a fixing are named; all of them are on a page of their own. */
const PARTS = 3;

/** List prices and fixings that moved this benchmark, newest first. */
export function Causes() {
  const t = useTranslations("desk.causes");
  const quote = useDeskQuote();
  const news = useShown(({ market }) => market.news);
  const causes = useMemo(() => causesOf(news, quote.benchmark), [news, quote.benchmark]);
  const shown = causes.filter(isMaterial).slice(0, SHOWN);
  const marked = useMemo(() => numbered(causes), [causes]);
  const words = useScenarioWords(useMemo(() => latestOf(news.filter(isTold)), [news]));
  const { room } = useDesk();
  const sellers = useShown(({ market }) => market.benchmarks.find((row) => row.id === quote.benchmark)?.sellers.length);
  return (
    <section aria-label={t("title")}>
      <PaneHead ruled title={t("title")} />
      <ul className="px-2.5 pb-2 max-sm:px-4">
        {shown.map((cause) => (
          <li key={cause.seq} className="border-t border-line py-1.5 first:border-0 first:pt-0.5">
            <ChartNumber of={marked.find(({ seq }) => seq === cause.seq)?.number} />
            <CauseLine cause={cause} words={words} sellers={sellers ?? 0} decimals={decimalsOf(quote.tick)} />
          </li>
        ))}
        <li className="border-t border-line py-1.5 text-ink-3 first:border-0 first:pt-0.5">
          {quote.unit === "h" ? t("hours") : t(shown.length === 0 ? "quiet" : "still")}{" "}
          <Link href={movesPath(room, quote.benchmark)} className="link text-ink-2">
            {t("all")}
          </Link>
        </li>
      </ul>
    </section>
  );
}

/** The square that marks it on the chart. */
function ChartNumber({ of }: { of: number | undefined }) {
  if (of === undefined) return null;
  return (
    <span className="mr-1.5 inline-grid size-4 place-items-center bg-ink text-11 font-semibold text-paper">{of}</span>
  );
}

interface CauseLineProps {
  cause: Cause;
  words: Words | null;
  sellers: number;
  decimals: number;
}

function CauseLine({ cause, words, sellers, decimals }: CauseLineProps) {
  const t = useTranslations("desk.causes");
  const causes = useTranslations("causes");
  const locale = useLocale();
  const size = (n: number) => percent(String(Math.abs(n)), locale);
  const day = <b>{dayMonth(cause.at, locale)} </b>;
  if (cause.kind === "withheld")
    return (
      <>
        {day}
        {t("withheld", { days: cause.days })}
      </>
    );
  if (cause.kind === "fixing")
    return (
      <>
        {day}
        {t(cause.percent < 0 ? "falls" : "rises", {
          percent: size(cause.percent),
          from: levelText(cause.from, decimals),
          to: levelText(cause.to, decimals),
        })}
        {cause.parts.length > 0 && (
          <span className="text-ink-2">
            {" "}
            {largest(cause.parts)
              .map(({ cause: name, part }) => `${causeName(causes, name, shocksIn(words))} ${signed(part)}`)
              .join(locale === "zh" ? "，" : ", ")}
            {cause.parts.length > PARTS && " …"}
          </span>
        )}
      </>
    );
  if (cause.kind === "list-price")
    return (
      <>
        {day}
        {t(cause.percent < 0 ? "cuts" : "raises", { seller: cause.seller, percent: size(cause.percent), sellers })}
      </>
    );
  return (
    <>
      {day}
      {toldText(words, cause)}
    </>
  );
}

const largest = (parts: readonly CauseShare[]): CauseShare[] =>
  parts.toSorted((a, b) => Math.abs(Number(b.part)) - Math.abs(Number(a.part))).slice(0, PARTS);
