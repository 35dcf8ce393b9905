import { Calendar } from "@/engine/calendar";
import { LEVELS_A_TICK } from "@/engine/clearing/final-settlement";
import { explainFinalSettlement } from "@/engine/clearing/final-settlement-sum";
import type { FinalSettlementExplanation } from "@/engine/explanations";
import type { Level, Ticks } from "@/engine/units";
import {
  type DayFixing,
  finalSettlementOf,
  fixingsOfMonth,
  type PastFinalSettlement,
  settlementsOfMonth,
} from "@/server/db/final-settlements";
import { roomConfig } from "@/server/db/rooms";
import type { RoomId } from "@/server/port";
import { formatDecimal, formatRatio } from "@/wire/decimal";
import { benchmarkOf, formatLevel, formatPrice, notationFor } from "@/wire/notation";
import { FinalSettlementView } from "@/wire/views";
import { ask, caughtUp, contractsOf } from "./ask";
import { roomEndpoint } from "./endpoint";
import { json, refuse } from "./respond";

/** Digits of the mean beyond those of what it is of. */
const finer = 4;

export const getFinalSettlement = roomEndpoint(
  {
    id: "getFinalSettlement",
    method: "GET",
    path: "/rooms/{room}/contracts/{symbol}/final-settlement",
    tag: "market",
    summary: "The fixings that a month ended at, and their mean; of a month that is not over, those there are",
    answers: { 200: { schema: FinalSettlementView, text: "The final settlement, or what is known of it" } },
    refusals: ["unknown-contract", "lagging"],
  },
  async ({ room, path }) => {
    const { symbol } = path;
    await caughtUp(room.id);
    const final = await finalSettlementOf(room.id, symbol);
    const month = final ? final.date.slice(0, 7) : await listedMonth(room.id, symbol);
    const { notation, listed } = await contractsOf(room.id);
    if (month === null) return refuse("unknown-contract", { symbol, listed });
    const written = notationFor(symbol, notation);
    const [days, fixings, settlements] = await Promise.all([
      daysIn(room.id, month),
      fixingsOfMonth(room.id, benchmarkOf(symbol), month),
      settlementsOfMonth(room.id, symbol, month),
    ]);
    const { sum, count, perTick } = meanOf(symbol, final, days, fixings, settlements);
    const decimals = written.tickDecimals + (perTick === 1 ? 0 : 2);
    const view: FinalSettlementView = {
      symbol,
      settled: final !== null,
      price: final && formatPrice(final.price, written),
      method: final?.method ?? null,
      days,
      fixings: fixings.map(({ date, level, withheldDays }) => ({
        date,
        level: level === null ? null : formatLevel(level, written),
        carried: level !== null && withheldDays > 0,
      })),
      settlements:
        final?.method === "settlements"
          ? settlements.map(({ date, price }) => ({ date, price: formatPrice(price, written) }))
          : [],
      count,
      sum: formatDecimal(sum, decimals),
      mean: count === 0 ? null : formatRatio(sum, count * 10 ** decimals, decimals + finer),
    };
    return json(view);
  },
);

/** What has settled must come out again, to the tick. */
function meanOf(
  symbol: string,
  final: PastFinalSettlement | null,
  days: number,
  fixings: readonly DayFixing[],
  settlements: readonly { readonly date: string; readonly price: Ticks }[],
): Pick<FinalSettlementExplanation, "sum" | "count" | "perTick"> {
  const known = fixings.filter((fixing): fixing is DayFixing & { level: Level } => fixing.level !== null);
  if (!final) {
    const sum = known.reduce((total, { level }) => total + level, 0);
    return { sum, count: known.length, perTick: LEVELS_A_TICK };
  }
  const told = explainFinalSettlement(days, known, settlements);
  if (told.price !== final.price) {
    throw new Error(`${symbol} settled at ${final.price}, and its days come to ${told.price}`);
  }
  return told;
}

async function listedMonth(room: RoomId, symbol: string): Promise<string | null> {
  const { value } = await ask(room, "contracts", {});
  return value.find((contract) => contract.symbol === symbol)?.month ?? null;
}

async function daysIn(room: RoomId, month: string): Promise<number> {
  const config = await roomConfig(room);
  if (!config) throw new Error(`There is no room ${room}.`);
  return new Calendar(config.calendar).daysIn(month);
}
