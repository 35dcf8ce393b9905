import type { useTranslations } from "next-intl";
import type { AlertView } from "@/wire/views";
import type { Mark } from "../chart/marks";
import type { Tick } from "../chart/ticks";
import type { ChartSeries, ChartView } from "../chart/view";
import { clockTime } from "../market/dates";
import { type Minute, marksOf, spanOf, standingsOf } from "./show";

type Told = ReturnType<typeof useTranslations<"surveillance">>;

export interface AlertChart {
  readonly view: ChartView;
  readonly summary: string;
  readonly source: string;
}

export const isPair = ({ pattern }: Pick<AlertView, "pattern">): boolean => pattern === "wash-trades";

/** Orders as bars as long as they stood, trades as arrows, and the contract's price by the minute. */
export function alertChart(alert: AlertView, minutes: readonly Minute[], t: Told): AlertChart {
  const span = spanOf(alert);
  const orders = standingsOf(alert);
  const trades = marksOf(alert);
  const price = priceLine(minutes, span, t("drawing.price"));
  return {
    view: {
      id: "alert",
      title: t("drawing.head", { no: alert.no, pattern: t(`patterns.${alert.pattern}.name`), symbol: alert.symbol }),
      unit: [
        t("drawing.bars"),
        t(isPair(alert) ? "drawing.arrowsOfFirst" : "drawing.arrows"),
        ...(price ? [t("drawing.line")] : []),
      ].join(t("drawing.join")),
      scale: "linear",
      x: { kind: "time", from: span[0], to: span[1], ticks: moments(alert) },
      decimals: decimalsIn(alert),
      seam: null,
      series: price ? [price] : [],
      events: [],
      marks: [
        ...orders.map(({ side, from, to, price: y, lots }): Mark => ({ kind: "order", side, from, to, y, lots })),
        ...trades.map(
          ({ kind, side, at, price: y }): Mark => ({
            kind: "trade",
            side,
            x: at,
            y,
            hollow: kind === "prevented",
          }),
        ),
      ],
      table: evidence(alert, t),
      openAt: null,
    },
    summary: t("drawing.title", { orders: orders.length, trades: trades.length }),
    source: t("drawing.source"),
  };
}

function priceLine(
  minutes: readonly Minute[],
  [from, to]: readonly [number, number],
  name: string,
): ChartSeries | null {
  const points = minutes
    .map(({ at, close }) => ({ x: Date.parse(at), y: Number(close), text: close, as: "simulated" as const }))
    .filter(({ x }) => x >= from && x <= to);
  if (points.length < 2) return null;
  return { id: "price", name, tone: "ink-3", shape: "line", points, until: to, named: "no" };
}

const moments = ({ from, to }: AlertView): Tick[] =>
  [...new Set([from, to])].map((moment) => ({ at: Date.parse(moment), text: clockTime(moment) }));

/** What the account did, one deed a row. */
function evidence(alert: AlertView, t: Told): ChartView["table"] {
  const two = isPair(alert);
  return {
    columns: [
      { name: "time", title: t("time") },
      ...(two ? [{ name: "account", title: t("account") }] : []),
      { name: "act", title: t("act") },
      { name: "lots", title: t("lots"), numeric: true },
      { name: "price", title: t("price"), numeric: true },
    ],
    rows: alert.evidence.map(({ roomTime, party, act, side, lots, price }) => [
      clockTime(roomTime),
      ...(two ? [t(party === 0 ? "first" : "second")] : []),
      t(`acts.${act}.${side}`),
      String(lots),
      price ?? "",
    ]),
  };
}

const decimalsIn = ({ evidence: deeds }: AlertView): number =>
  Math.max(2, ...deeds.map(({ price }) => price?.split(".")[1]?.length ?? 0));
