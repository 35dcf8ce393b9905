import { mulDivFloor } from "../integers";
import { type RoomTime, type SideNo, sideName } from "../units";
import type { AlertDeed, AlertFigure, AlertPattern, Measure } from "./alert";
import type { OwnOrder } from "./own-orders";

/** What a detector found: an alert before it has a number, and accounts for its parties. */
export interface Finding {
  readonly pattern: AlertPattern;
  readonly from: number;
  readonly to: number;
  readonly figures: readonly AlertFigure[];
  readonly evidence: readonly AlertDeed[];
}

/** a per b, in millionths, rounded down: so that a bound is met only where it is met exactly. */
export const perMillion = (a: number, b: number): number => mulDivFloor(a, 1_000_000, b);

export const atLeast = (measure: Measure, value: number, bound: number): AlertFigure => ({
  measure,
  value,
  bound,
  sense: "at-least",
});

export const atMost = (measure: Measure, value: number, bound: number): AlertFigure => ({
  measure,
  value,
  bound,
  sense: "at-most",
});

/** A number told beside those that decide. */
export const beside = (measure: Measure, value: number): AlertFigure => ({ measure, value, bound: null, sense: null });

export const holds = ({ value, bound, sense }: AlertFigure): boolean =>
  bound === null || (sense === "at-least" ? value >= bound : value <= bound);

export function deed(
  act: AlertDeed["act"],
  { at, side, price, lots }: { at: number; side: SideNo; price: number; lots: number },
  party = 0,
): AlertDeed {
  return { at: at as RoomTime, party, act, side: sideName(side), price, lots };
}

/** An order's two events: how it entered, and how what was left of it went. */
export const orderDeeds = (withdrawn: OwnOrder): readonly [AlertDeed, AlertDeed] => [
  deed("entered", withdrawn),
  deed("withdrawn", { ...withdrawn, at: withdrawn.leftAt, lots: withdrawn.open }),
];

/** In the order of their moments; of one moment, as they were given. */
export const inOrder = (deeds: readonly AlertDeed[]): readonly AlertDeed[] =>
  deeds
    .map((one, place) => ({ one, place }))
    .sort((a, b) => a.one.at - b.one.at || a.place - b.place)
    .map(({ one }) => one);
