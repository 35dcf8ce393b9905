import { settlementPrice, WindowStats } from "@/engine/clearing/daily-settlement";
import { finalSettlement } from "@/engine/clearing/final-settlement";
import { priceLimits, UNLOCKED } from "@/engine/clearing/limits";
import { initialMargin, maintenanceOf, spreadRequirement } from "@/engine/clearing/margin";
import type { RoomConfig } from "@/engine/config";
import { formatDecimal, formatMoney } from "@/wire/decimal";
import { count, dollars } from "../ui/numerals";
import type { Terms } from "./terms";

const A_MILLION = 1_000_000;

/**
 * Worked examples, by rule. What goes in is made up; what comes out is what the engine's own functions make of it under
 * the room's settings, so an example cannot say anything but what the venue does.
 */
export function workedExamples(config: RoomConfig): Record<string, Terms> {
  const { id, tickDecimals, tickValue } = config.benchmarks[0];
  const price = (ticks: number) => formatDecimal(ticks, tickDecimals);
  const cash = (cents: number) => dollars(formatMoney(cents));
  const { steps } = config.limits;
  const { overLimit, maintenance, spreadCredit } = config.margin;

  const [settled, nextMonth, sellers, lots] = [4_500, 4_520, 4, 10];
  const limits = priceLimits(settled, steps[0]);
  const initialOf = (settlement: number) =>
    initialMargin(settlement, tickValue, steps[0], overLimit, A_MILLION / sellers);
  const [initial, initialNext] = [initialOf(settled), initialOf(nextMonth)];
  const net = Math.abs(lots * (initial - initialNext));

  const [early, late, earlyPrice, latePrice] = [10, 11, 4_500, 3_784];
  const fixings = [...Array(early).fill(earlyPrice * 100), ...Array(late).fill(latePrice * 100)];

  const [print, bid, ask] = [4_612, 4_560, 4_570];
  const window = new WindowStats();
  window.add(print, 1, 1, 2);
  const thinClose = settlementPrice(
    { month: "", lock: UNLOCKED, ...limits, bid, ask, previous: settled, window },
    config.settlement,
  );
  return {
    "5_1": { symbol: id, settlement: price(settled), low: price(limits.low), high: price(limits.high) },
    ...(thinClose && {
      "6_1": {
        print: price(print),
        bid: price(bid),
        ask: price(ask),
        minLots: count(config.settlement.minLots),
        midpoint: price(thinClose.price),
      },
    }),
    "6_3": {
      days: early + late,
      early,
      late,
      earlyPrice: price(earlyPrice),
      latePrice: price(latePrice),
      final: price(finalSettlement(fixings, early + late, []).price),
    },
    "7_2": {
      symbol: id,
      settlement: price(settled),
      sellers,
      initial: cash(initial),
      maintained: cash(maintenanceOf(initial, maintenance)),
    },
    "7_3": {
      symbol: id,
      lots,
      alone: cash(lots * initial),
      together: cash(spreadRequirement(net, net, lots * (initial + initialNext), spreadCredit)),
    },
  };
}
