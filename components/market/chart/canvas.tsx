"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { LOOK_CHANGED } from "../../layout/look-provider";
import type { Interval } from "../api";
import { useDeskQuote } from "../desk-context";
import { decimalsOf, levelText } from "../exact";
import type { LevelName } from "./marks";
import { readPalette } from "./palette";
import type { Picture } from "./picture";
import { benchmarkSteps, type Candle, type Step } from "./series";
import type { Candles } from "./use-candles";
import { useFixings } from "./use-candles";
import { useEventMarks } from "./use-event-marks";
import { useOwnLines } from "./use-own-lines";

interface CanvasProps {
  candles: Candles;
  interval: Interval;
  benchmark: boolean;
  volume: boolean;
  onPoint: (candle: Candle | null) => void;
}

/** The drawn chart. The library is loaded only where a chart is on screen; what it shows follows the props. */
export function Canvas({ candles: told, interval, benchmark, volume, onPoint }: CanvasProps) {
  const t = useTranslations("desk.chart");
  const locale = useLocale();
  const quote = useDeskQuote();
  const decimals = decimalsOf(quote.tick);
  const host = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const drawn = useRef<{ of: string; candles: readonly Candle[] }>({ of: "", candles: [] });
  const { candles, of } = told;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let live: Picture | null = null;
    let gone = false;
    void import("./picture").then(({ Picture }) => {
      if (gone) return;
      live = new Picture(element, { palette: readPalette(document.body), locale, decimals, interval, onPoint });
      drawn.current = { of: "", candles: [] };
      setPicture(live);
    });
    const rewear = () => live?.wear(readPalette(document.body));
    window.addEventListener(LOOK_CHANGED, rewear);
    return () => {
      gone = true;
      window.removeEventListener(LOOK_CHANGED, rewear);
      setPicture(null);
      live?.remove();
    };
  }, [locale, decimals, interval, onPoint]);

  useEffect(() => {
    if (!picture) return;
    const before = drawn.current;
    // A trade touches the last candle or begins one; anything else is set whole.
    const ended = before.candles.at(-2);
    const grown = before.of === of && before.candles.length > 0 && candles.length - before.candles.length;
    if ((grown === 0 && candles.at(-2) === ended) || (grown === 1 && candles.at(-3) === ended)) picture.grow(candles);
    else picture.show(candles);
    drawn.current = { of, candles };
  }, [picture, candles, of]);

  const fixings = useFixings(quote.benchmark, quote.benchmarkLevel);
  const times = candles.length;
  const steps = useMemo(
    () => (benchmark && times > 0 ? benchmarkSteps(candles, fixings, quote.benchmarkLevel) : []),
    [benchmark, candles, times, fixings, quote.benchmarkLevel],
  );
  const stepKey = `${of} ${steps.length} ${steps.at(-1)?.level} ${steps[0]?.level}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: steps change with every trade in identity, by stepKey in content
  useEffect(() => {
    const named = levelNames(steps).map(
      (step): LevelName => ({ ...step, text: t("benchmarkLevel", { level: levelText(step.level, decimals) }) }),
    );
    picture?.showBenchmark(steps, named);
  }, [picture, stepKey, decimals, t]);

  const own = useOwnLines();
  useEffect(() => picture?.showOwn(own), [picture, own]);
  const events = useEventMarks(quote.benchmark, candles);
  useEffect(() => picture?.showEvents(events), [picture, events]);
  useEffect(() => picture?.showVolume(volume), [picture, volume]);

  return <div ref={host} className="absolute inset-0" />;
}

/** The steps at which a level begins. */
const levelNames = (steps: readonly Step[]): Step[] =>
  steps.filter((step, i) => i === 0 || step.level !== steps[i - 1].level);
