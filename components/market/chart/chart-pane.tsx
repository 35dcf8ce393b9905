"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { cn } from "../../ui/cn";
import { count } from "../../ui/numerals";
import type { Interval } from "../api";
import { clockTime, dayMonth, hourMinute } from "../dates";
import { useDesk, useDeskQuote } from "../desk-context";
import { useErrorText } from "../error-text";
import { useLiveMarket, useShown } from "../live/use-market";
import { WordButton } from "../pane";
import { CandleTable } from "./candle-table";
import { Canvas } from "./canvas";
import { type Candle, summaryOf } from "./series";
import { useCandles } from "./use-candles";

const intervals: readonly Interval[] = ["1h", "5m", "1m", "1d"];

/** Candles of the contract with the benchmark under them: the picture, or the same as a table. */
export function ChartPane() {
  const t = useTranslations("desk.chart");
  const locale = useLocale();
  const { symbol, api } = useDesk();
  const quote = useDeskQuote();
  const [interval, setInterval] = useState<Interval>("1h");
  const [benchmark, showBenchmark] = useState(true);
  const [volume, showVolume] = useState(true);
  const [asTable, setAsTable] = useState(false);
  const [point, setPoint] = useState<Candle | null>(null);
  const told = useCandles(symbol, interval);
  const textOf = useErrorText();
  const summary = summaryOf(told.candles);
  const when = (at: number) => (interval === "1d" ? dayMonth(at, locale) : `${dayMonth(at, locale)} ${hourMinute(at)}`);

  return (
    <section aria-label={t("title", { symbol })} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-[34px] shrink-0 items-center gap-3.5 overflow-x-auto scroll-edges border-b border-line px-2.5 whitespace-nowrap text-ink-2 max-sm:h-11 max-sm:px-4">
        <div role="radiogroup" aria-label={t("interval")} className="flex gap-3.5">
          {intervals.map((value) => (
            <Tool
              key={value}
              role="radio"
              aria-checked={interval === value}
              on={interval === value}
              onClick={() => setInterval(value)}
            >
              {t(`intervals.${value}`)}
            </Tool>
          ))}
        </div>
        <span aria-hidden className="text-ink-3">
          |
        </span>
        <Tool aria-pressed={benchmark} on={benchmark} onClick={() => showBenchmark(!benchmark)}>
          {t("benchmark")}
        </Tool>
        <Tool aria-pressed={volume} on={volume} onClick={() => showVolume(!volume)}>
          {t("volume")}
        </Tool>
        <div className="ml-auto flex gap-3.5">
          <Tool aria-pressed={asTable} on={asTable} onClick={() => setAsTable(!asTable)}>
            {t("table")}
          </Tool>
          <a
            href={api.csv(api.candlesPath(symbol, interval))}
            download
            className="leading-6 max-sm:leading-11 hover:text-ink"
          >
            CSV
          </a>
          <Freeze />
        </div>
      </div>
      <Frozen />
      {told.state === "loading" && <LoadingLine />}
      <p className="sr-only">
        {summary
          ? t("summary", {
              symbol,
              from: when(summary.from),
              to: when(summary.to),
              first: summary.first,
              last: summary.last,
              high: summary.high,
              low: summary.low,
            })
          : t("noTrades")}
      </p>
      {asTable ? (
        <CandleTable candles={told.candles} when={when} />
      ) : (
        <div className="relative min-h-0 flex-1 max-sm:min-h-[max(300px,calc(100dvh-300px))]" aria-hidden>
          <Canvas
            key={`${interval} ${locale} ${quote.tick}`} // what an existing picture cannot change
            candles={told}
            interval={interval}
            benchmark={benchmark}
            volume={volume}
            onPoint={setPoint}
          />
          <Readout candle={point ?? told.candles.at(-1) ?? null} when={when} />
          {told.state === "ready" && told.candles.length === 0 && (
            <p className="absolute inset-x-0 top-1/3 z-10 text-center text-ink-2">{t("noTrades")}</p>
          )}
          {told.state === "failed" && (
            <p className="absolute inset-x-0 top-1/3 z-10 text-center text-warn">{textOf(told.error)}</p>
          )}
        </div>
      )}
      <Source />
    </section>
  );
}

function Tool({ on, className, ...props }: React.ComponentProps<"button"> & { on: boolean }) {
  return (
    <button
      type="button"
      className={cn("min-h-6 hover:text-ink max-sm:min-h-11", on && "font-semibold text-ink", className)}
      {...props}
    />
  );
}

/** The values under the crosshair, else of the last candle. */
function Readout({ candle, when }: { candle: Candle | null; when: (at: number) => string }) {
  const t = useTranslations("desk.chart");
  if (!candle) return null;
  const { open, high, low, close } = candle.text;
  return (
    <p className="pointer-events-none absolute top-1 left-2.5 z-10 text-11 text-ink-3 max-sm:left-4">
      {when(candle.time * 1000)}
      <Value name={t("open")} value={open} />
      <Value name={t("high")} value={high} />
      <Value name={t("low")} value={low} />
      <Value name={t("close")} value={close} />
      <span className="max-sm:hidden">
        <Value name={t("volumeShort")} value={count(candle.volume)} />
      </span>
    </p>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <>
      {" \u2002"}
      {name} <span className="text-ink">{value}</span>
    </>
  );
}

/** Holds prices, book and chart still to be read; one's own orders and money go on. */
function Freeze() {
  const t = useTranslations("desk.chart");
  const market = useLiveMarket();
  const frozen = useShown((shown) => shown.frozen !== null);
  return (
    <Tool aria-pressed={frozen} on={frozen} onClick={() => (frozen ? market.resume() : market.freeze())}>
      {t("freeze")}
    </Tool>
  );
}

function Frozen() {
  const t = useTranslations("desk.chart");
  const market = useLiveMarket();
  const frozen = useShown((shown) => shown.frozen);
  if (!frozen) return null;
  return (
    <p className="border-b border-line bg-sunken px-2.5 py-1 max-sm:px-4">
      {t("frozen", { time: clockTime(frozen.at), waiting: frozen.waiting })} ·{" "}
      <WordButton onClick={() => market.resume()}>{t("resume")}</WordButton>
    </p>
  );
}

/** Runs under the head once waiting has become noticeable. */
function LoadingLine() {
  const run = useCallback((line: HTMLDivElement | null) => {
    if (!line || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const frames = [
      { transform: "scaleX(0)", opacity: 1 },
      { transform: "scaleX(1)", opacity: 1 },
    ];
    const running = line.animate(frames, { duration: 1200, delay: 400, iterations: Number.POSITIVE_INFINITY });
    return () => running.cancel();
  }, []);
  return <div ref={run} aria-hidden className="-mt-px h-px shrink-0 origin-left bg-ink-2 opacity-0" />;
}

function Source() {
  const t = useTranslations("desk.chart");
  const { unit } = useDeskQuote();
  return (
    <p className="truncate px-2.5 pb-1 text-11 text-ink-3 max-sm:px-4 max-sm:pb-4 max-sm:whitespace-normal">
      {t("source", { unit })}{" "}
      <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer" className="underline">
        Lightweight Charts™, TradingView
      </a>
    </p>
  );
}
