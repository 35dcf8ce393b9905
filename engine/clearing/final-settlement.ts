import { assert } from "../assert";
import { mulDivHalfUp } from "../integers";

export const LEVELS_A_TICK = 100;

export interface FinalSettlement {
  readonly price: number; // ticks
  readonly method: "fixings" | "settlements";
}

/**
 * 6.3: the mean of the month's fixings (levels, hundredths of a tick; carried ones count), rounded half up to a tick once.
 * With fixings on fewer than half of its `days`, the mean of its daily settlements in that month instead.
 */
export function finalSettlement(
  fixings: readonly number[],
  days: number,
  dailySettlements: readonly number[],
): FinalSettlement {
  if (fixings.length > 0 && fixings.length * 2 >= days) {
    return { price: mulDivHalfUp(sum(fixings), 1, LEVELS_A_TICK * fixings.length), method: "fixings" };
  }
  assert(dailySettlements.length > 0, "a month that ends has been settled daily");
  return { price: mulDivHalfUp(sum(dailySettlements), 1, dailySettlements.length), method: "settlements" };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
