import { z } from "zod";
import type { Alert, AlertFigure, Measure } from "@/engine/surveillance/alert";
import type { AccountNo } from "@/engine/units";
import { formatDecimal, formatPercent } from "./decimal";
import { formatPrice, notationFor, type RoomNotation } from "./notation";
import { DecimalText, named, RoomMoment, Seq } from "./primitives";
import { isoTime } from "./time";

/** What surveillance tells (8.1, 8.2). Whose an alert is, is the operator's to know and the person's it is about. */

const patterns = ["cancellations", "self-trades", "spoofing", "layering", "wash-trades", "marking-the-close"] as const;

/** How a measure is written: a share as a percentage, a ratio with its decimals, a time in seconds. */
export type FigureUnit = "count" | "lots" | "percent" | "ratio" | "seconds";
const unitOf: Record<Measure, FigureUnit> = {
  orders: "count",
  cancellations: "count",
  trades: "count",
  "order-to-trade": "ratio",
  "self-trades": "count",
  "size-to-usual": "ratio",
  "one-sidedness": "ratio",
  "share-of-side": "percent",
  unfilled: "percent",
  lifetime: "seconds",
  prices: "count",
  "lots-on-other-side": "lots",
  "matched-trades": "count",
  "lots-both-ways": "lots",
  "share-of-own": "percent",
  "net-change": "percent",
  "share-of-window": "percent",
  "own-taking": "percent",
  "taking-orders": "count",
  "price-push": "percent",
  position: "lots",
};
export const measures = Object.keys(unitOf) as [Measure, ...Measure[]];

export const AlertFigureView = named(
  "AlertFigure",
  z.object({
    measure: z.enum(measures),
    unit: z.enum(["count", "lots", "percent", "ratio", "seconds"]),
    value: DecimalText,
    bound: DecimalText.nullable().describe("What it was held against; null: told beside what decided"),
    sense: z.enum(["at-least", "at-most"]).nullable(),
  }),
);
export type AlertFigureView = z.infer<typeof AlertFigureView>;

export const AlertDeedView = named(
  "AlertDeed",
  z.object({
    roomTime: RoomMoment,
    party: z.int().describe("Which of the alert's accounts, from 0: two in wash trades"),
    act: z.enum(["entered", "withdrawn", "traded", "prevented"]),
    side: z.enum(["buy", "sell"]),
    price: DecimalText.nullable().describe("null: a leg of a spread, which has none of its own"),
    lots: z.int(),
  }),
);
export type AlertDeedView = z.infer<typeof AlertDeedView>;

export const AlertView = named(
  "Alert",
  z.object({
    no: z.int().describe("Counts the room's alerts from 1"),
    pattern: z.enum(patterns),
    symbol: z.string(),
    from: RoomMoment,
    to: RoomMoment,
    figures: z.array(AlertFigureView),
    evidence: z.array(AlertDeedView),
    yours: z.boolean().describe("It is about your own account"),
    accounts: z
      .array(z.object({ account: z.int(), person: z.boolean() }))
      .nullable()
      .describe("Whose it is: told to whoever runs the room, null to everybody else"),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type AlertView = z.infer<typeof AlertView>;

/** Who asks: the account they have in the room, and whether they run it. */
export interface AlertReader {
  readonly account: AccountNo | null;
  readonly runsRoom: boolean;
}

export function toAlertView(
  { seq, at, alert }: { readonly seq: number; readonly at: number; readonly alert: Alert },
  room: RoomNotation,
  { account, runsRoom }: AlertReader,
): AlertView {
  const notation = notationFor(alert.contract, room);
  return {
    no: alert.no,
    pattern: alert.pattern,
    symbol: alert.contract,
    from: isoTime(alert.from),
    to: isoTime(alert.to),
    figures: alert.figures.map(toFigureView),
    evidence: alert.evidence.map(({ at: when, party, act, side, price, lots }) => ({
      roomTime: isoTime(when),
      party,
      act,
      side,
      price: price === 0 ? null : formatPrice(price, notation),
      lots,
    })),
    yours: account !== null && alert.parties.some((party) => party.account === account),
    accounts: runsRoom ? alert.parties.map(({ account: no, person }) => ({ account: no, person })) : null,
    seq,
    roomTime: isoTime(at),
  };
}

function toFigureView({ measure, value, bound, sense }: AlertFigure): AlertFigureView {
  const unit = unitOf[measure];
  const written = (n: number): string => {
    if (unit === "percent") return formatPercent(n);
    if (unit === "ratio") return formatDecimal(Math.floor(n / 10_000), 2); // rounded down, as it was measured
    if (unit === "seconds") return formatDecimal(n, 3).replace(/\.?0+$/, "");
    return String(n);
  };
  return { measure, unit, value: written(value), bound: bound === null ? null : written(bound), sense };
}
