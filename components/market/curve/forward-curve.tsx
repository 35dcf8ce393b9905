"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { longMonthName, monthName, weekdayName } from "../dates";
import { useContractLink, useDeskQuote } from "../desk-context";
import { decimalsOf, levelText, ticksOf } from "../exact";
import { PaneHead } from "../pane";
import { layCurve } from "./layout";
import { useMonths } from "./use-months";

const WIDTH = 240;
const HEIGHT = 146;
const BOX = { left: 18, right: 218, top: 26, bottom: 108 };

const series: Record<string, string> = {
  PREM: "var(--s-prem)",
  CHNA: "var(--s-chna)",
  ECON: "var(--s-econ)",
  GPUH: "var(--s-gpuh)",
};

/** Marks of all months against the last settlements (dashed) and the benchmark (ink line). */
export function ForwardCurve() {
  const t = useTranslations("desk.curve");
  const locale = useLocale();
  const quote = useDeskQuote();
  const months = useMonths(quote.benchmark);
  const link = useContractLink();
  const decimals = decimalsOf(quote.tick);
  const benchmark = levelText(quote.benchmarkLevel, decimals);
  const curve = layCurve(
    months.map((m) => ({
      symbol: m.symbol,
      lastTradingDay: m.lastTradingDay,
      price: ticksOf(m.mark, decimals),
      settlement: ticksOf(m.settlement, decimals),
    })),
    ticksOf(benchmark, decimals),
    BOX,
  );
  const hue = series[quote.benchmark] ?? "var(--ink-2)";
  const path = (y: "y" | "ySettlement") => curve.points.map((p) => `${p.x},${p[y]}`).join(" ");
  const summary = months.map((m) => `${longMonthName(m.month, locale)} ${m.mark}`).join(", ");
  const { end, over } = curve.benchmarkName;

  return (
    <section aria-label={t("title", { benchmark: quote.benchmark })}>
      <PaneHead
        title={t("title", { benchmark: quote.benchmark })}
        aside={
          quote.settlementDate ? t("dashed", { day: weekdayName(quote.settlementDate, locale) }) : t("dashedStart")
        }
      />
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        className="block font-sans text-[11px]"
        role="img"
        aria-label={t("summary", { benchmark: quote.benchmark, months: summary, level: benchmark })}
      >
        <path d={`M8 ${curve.yBenchmark}H232`} stroke="var(--ink)" strokeWidth="1.25" />
        <text
          x={end === "left" ? 8 : 232}
          y={curve.yBenchmark + (over ? -4 : 13)}
          textAnchor={end === "left" ? "start" : "end"}
          className="fill-ink-2 [paint-order:stroke]"
          stroke="var(--surface)"
          strokeWidth="3"
        >
          {t("benchmark", { level: benchmark })}
        </text>
        <path d="M8 126H232" stroke="var(--line-strong)" />
        <polyline points={path("ySettlement")} fill="none" stroke="var(--line-strong)" strokeDasharray="3 3" />
        <polyline points={path("y")} fill="none" stroke={hue} strokeWidth="1.5" />
        {curve.points.map((point, i) => {
          const selected = point.symbol === quote.symbol;
          const { onClick } = link(point.symbol);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the hand; the month table below is the keyboard's way
            <g key={point.symbol} onClick={onClick} className="cursor-pointer">
              <circle cx={point.x} cy={point.y} r="10" fill="transparent" />
              <circle
                cx={point.x}
                cy={point.y}
                r={selected ? 4.5 : 3}
                fill={selected ? hue : "var(--surface)"}
                stroke={hue}
                strokeWidth="2"
              />
              {point.named && (
                <text x={point.x} y="141" textAnchor="middle" className="fill-ink-3">
                  {monthName(months[i].month, locale)}
                </text>
              )}
              {point.extreme && (
                <text
                  x={Math.min(214, Math.max(24, point.x))}
                  y={point.extreme === "high" ? point.y - 9 : point.y + 17}
                  textAnchor="middle"
                  className="fill-ink text-[12.5px] font-semibold [paint-order:stroke]"
                  stroke="var(--surface)"
                  strokeWidth="3"
                >
                  {months[i].mark}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Link
        href="/realism#curve"
        className="link inline-flex min-h-6 items-center px-2.5 pb-1 text-12 max-sm:min-h-(--ctl)"
      >
        {t("shape")}
      </Link>
    </section>
  );
}
