"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { percent } from "../../ui/numerals";
import { causesOf } from "../causes/explain";
import { latestOf, toldText, useScenarioWords } from "../causes/news-words";
import { numbered } from "../causes/numbered";
import { useShown } from "../live/use-market";
import type { EventMark } from "./marks";
import type { Candle } from "./series";

/** Sellers' big price changes, news and rulings, each at the first candle that could know of it. */
export function useEventMarks(benchmark: string, candles: readonly Candle[]): readonly EventMark[] {
  const t = useTranslations("desk.causes");
  const locale = useLocale();
  const news = useShown(({ market }) => market.news);
  const told = useMemo(() => latestOf(news.filter(({ kind }) => kind === "news" || kind === "ruling")), [news]);
  const words = useScenarioWords(told);
  const first = candles[0]?.time ?? 0;
  const length = candles.length;
  return useMemo(() => {
    void length; // candles grow in place at their end; only a new one can be an event's first
    return numbered(causesOf(news, benchmark)).flatMap((cause) => {
      const at = Date.parse(cause.at) / 1000;
      const time = candles.find((candle) => candle.time >= at)?.time;
      if (time === undefined || at < first) return [];
      if (cause.kind !== "list-price") return [{ time, number: cause.number, text: toldText(words, cause) }];
      const size = percent(String(Math.abs(cause.percent)), locale);
      const text = t(cause.percent < 0 ? "cutsShort" : "raisesShort", { seller: cause.seller, percent: size });
      return [{ time, number: cause.number, text }];
    });
  }, [news, benchmark, candles, first, length, locale, t, words]);
}
