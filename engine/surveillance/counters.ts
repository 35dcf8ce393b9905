import type { AccountDay } from "./account-day";
import type { AlertFigure } from "./alert";
import { atLeast, beside, deed, type Finding, orderDeeds, perMillion } from "./findings";
import type { CounterRules } from "./rules";

/** 8.1: a counter that has just reached its bound; it alerts once a day. */
export function cancellationsAtBound(day: AccountDay, rules: CounterRules, now: number): Finding | null {
  if (day.cancellations !== rules.cancellations) return null;
  const latest = day.own.withdrawn.slice(-LATEST);
  return {
    pattern: "cancellations",
    from: latest[0]?.at ?? now,
    to: now,
    figures: [atLeast("cancellations", day.cancellations, rules.cancellations), ...dayFigures(day)],
    evidence: latest.flatMap(orderDeeds),
  };
}

export function selfTradesAtBound(day: AccountDay, rules: CounterRules, now: number): Finding | null {
  if (day.selfTrades !== rules.selfTrades) return null;
  const attempts = day.attempts.list();
  return {
    pattern: "self-trades",
    from: attempts[0]?.at ?? now,
    to: now,
    figures: [atLeast("self-trades", day.selfTrades, rules.selfTrades), ...dayFigures(day)],
    evidence: attempts.map((attempt) => deed("prevented", attempt)),
  };
}

/** Of hundreds of cancellations the evidence shows the latest. */
const LATEST = 10;

const dayFigures = (day: AccountDay): readonly AlertFigure[] => [
  beside("orders", day.orders),
  beside("trades", day.trades),
  beside("order-to-trade", perMillion(day.orders, Math.max(1, day.trades))),
];
