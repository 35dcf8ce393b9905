import type { FinalSettlementExplanation } from "../explanations";
import type { Level, Ticks } from "../units";
import { finalSettlement, LEVELS_A_TICK } from "./final-settlement";

interface DayLevel {
  readonly date: string;
  readonly level: Level;
}
interface DayPrice {
  readonly date: string;
  readonly price: Ticks;
}

/** What a month's final settlement is the mean of, and what it comes to (6.3); `days` of trading has the month. */
export function explainFinalSettlement(
  days: number,
  fixings: readonly DayLevel[],
  settlements: readonly DayPrice[],
): FinalSettlementExplanation {
  const levels = fixings.map(({ level }) => level);
  const prices = settlements.map(({ price }) => price);
  const { price, method } = finalSettlement(levels, days, prices);
  const byFixings = method === "fixings";
  const values: readonly number[] = byFixings ? levels : prices;
  return {
    method,
    days,
    sum: values.reduce((total, value) => total + value, 0),
    count: values.length,
    perTick: byFixings ? LEVELS_A_TICK : 1,
    price: price as Ticks,
  };
}
