import { beforeAll, describe, expect, test } from "vitest";
import { Calendar } from "../calendar";
import { defaultRoomConfig } from "../default-config";
import type { RoomEvent } from "../events";
import { MarketRoom } from "../room/market-room";
import type { RoomTime } from "../units";
import type { ContractView } from "../views";

/** A month of the default room without people, looked at every half minute. Seed 7 has jumps and locks in it. */
const DAYS = 22;
const STEP = 30_000;
/** DESIGN §6 allows 100,000 a room day; a fifth of it keeps a simulated year within seconds. */
const BUDGET = 20_000;

interface Place {
  looks: number;
  twoSided: number;
  spread: number;
  lots: number;
  range: number;
}

const room = MarketRoom.open(defaultRoomConfig, "7");
const defaults: number[] = [];
room.watch(() => ({ defaulted: (account: number) => defaults.push(account) }));
const places = new Map<string, Place>();
const events: RoomEvent[] = [];
const openings: { date: string; level: number; contracts: ContractView[] }[] = [];
const preOpens: ContractView[][] = [];
const commandsADay: number[] = [];

beforeAll(() => {
  const calendar = new Calendar(defaultRoomConfig.calendar);
  for (let no = 1; no <= DAYS; no++) {
    const day = calendar.day(no);
    const before = room.counts().commands;
    const ranges = new Map<string, { low: number; high: number }>();
    room.advance((day.open - 1) as RoomTime);
    preOpens.push(room.contracts());
    for (let at = day.open + 4_000; at < day.close; at += STEP) {
      room.advance(at as RoomTime);
      if (at === day.open + 4_000) {
        openings.push({ date: day.date, level: room.benchmarks()[0].level, contracts: room.contracts() });
      }
      lookAt(room.contracts(), ranges);
    }
    room.advance((day.close - 1) as RoomTime);
    for (const [name, contract] of named(room.contracts())) {
      const place = places.get(name) as Place;
      place.lots += contract.volume;
      const range = ranges.get(name);
      if (range) place.range += (range.high - range.low) / range.low;
    }
    room.advance(day.fixing as RoomTime);
    events.push(...room.takeEvents());
    commandsADay.push(room.counts().commands - before);
  }
}, 120_000);

/** Contracts by benchmark and place in the list: "PREM 1" is the nearest. */
function named(contracts: readonly ContractView[]): [string, ContractView][] {
  const seen = new Map<string, number>();
  return contracts.map((contract) => {
    const place = (seen.get(contract.benchmark) ?? 0) + 1;
    seen.set(contract.benchmark, place);
    return [`${contract.benchmark} ${place}`, contract];
  });
}

function lookAt(contracts: readonly ContractView[], ranges: Map<string, { low: number; high: number }>): void {
  for (const [name, { bid, ask, locked }] of named(contracts)) {
    const place = places.get(name) ?? { looks: 0, twoSided: 0, spread: 0, lots: 0, range: 0 };
    places.set(name, place);
    if (locked !== null) continue;
    place.looks++;
    if (bid === null || ask === null) continue;
    place.twoSided++;
    place.spread += ask - bid;
    const middle = (bid + ask) / 2;
    const { low, high } = ranges.get(name) ?? { low: middle, high: middle };
    ranges.set(name, { low: Math.min(low, middle), high: Math.max(high, middle) });
  }
}

const each = () => [...places.values()];
const benchmarks = ["PREM", "CHNA", "ECON", "GPUH"];
const months = [1, 2, 3, 4, 5, 6, 7, 8];
const of = (name: string) => places.get(name) as Place;

describe("the simulated participants", () => {
  test("keep every contract two-sided outside locks, 99.9 % of continuous time", () => {
    expect(places.size).toBe(32);
    for (const { looks, twoSided } of each()) expect(twoSided / looks).toBeGreaterThanOrEqual(0.999);
  });

  test.each(benchmarks)("quote %s a few ticks wide near and wider month by month", (benchmark) => {
    const spreads = months.map((n) => of(`${benchmark} ${n}`)).map((p) => p.spread / p.twoSided);
    expect(spreads[0]).toBeLessThan(6);
    for (const n of months.slice(1)) expect(spreads[n - 1]).toBeGreaterThan(spreads[n - 2]);
    expect(spreads[7]).toBeLessThan(26);
  });

  test.each(benchmarks)("trade %s in every month, a thousand lots' worth a day near and less far", (benchmark) => {
    const size = benchmark === "ECON" ? 10 : 1; // a tick of it is worth a tenth (2.2)
    const lots = months.map((n) => of(`${benchmark} ${n}`).lots / DAYS / size);
    expect(lots[0]).toBeGreaterThan(500);
    expect(lots[0]).toBeLessThan(5000);
    expect(lots[7]).toBeGreaterThan(30);
    expect(lots[2]).toBeLessThan(lots[0]);
    expect(lots[7]).toBeLessThan(lots[2]);
  });

  test("move prices within the day although list prices stand still", () => {
    expect(of("PREM 2").range / DAYS).toBeGreaterThan(0.003);
    expect(of("PREM 2").range / DAYS).toBeLessThan(0.03);
  });

  test("quote into every opening auction, and most days the near months trade in theirs (4.7)", () => {
    const collected = preOpens.flat();
    expect(collected.every(({ state, auction }) => state === "collecting" && auction !== null)).toBe(true);
    const bothSides = collected.filter(({ bid, ask }) => bid !== null && ask !== null);
    expect(bothSides.length / collected.length).toBeGreaterThan(0.9);
    const uncrossed = events.flatMap((event) => (event.kind === "auction" ? [event] : []));
    expect(uncrossed).toHaveLength(DAYS * 32);
    const near = uncrossed.filter((_, i) => i % months.length === 0); // in listed order, month by month
    expect(near.filter(({ price }) => price !== null).length / near.length).toBeGreaterThan(0.6);
  });

  test("react to the night's news at the next open, within the limits (5.1)", () => {
    const jumps = events.flatMap((e) => (e.kind === "list-price" && e.benchmark !== "GPUH" ? [e] : []));
    const sizeOf = (e: (typeof jumps)[number]) => Math.abs(Math.log(e.input / e.previousInput));
    const [jump] = jumps.sort((a, b) => sizeOf(b) - sizeOf(a));
    expect(sizeOf(jump)).toBeGreaterThan(0.5); // a seller halved or doubled
    const symbol = `${jump.benchmark}-DEC26`;
    const settled = events.flatMap((e) => (e.kind === "settlement" && e.contract === symbol ? [e] : []));
    const eve = settled.findLast(({ at }) => at <= jump.at);
    const next = settled.find(({ at }) => at > jump.at);
    if (!eve || !next) throw new Error("both days settle");
    const opening = openings.find(({ date }) => date === next.date)?.contracts.find((c) => c.symbol === symbol);
    if (!opening) throw new Error("the day opens");
    const way = jump.input > jump.previousInput ? 1 : -1;
    expect((way * (opening.mark - eve.price)) / eve.price).toBeGreaterThan(0.05);
    expect(opening.mark).toBeGreaterThanOrEqual(opening.limitLow);
    expect(opening.mark).toBeLessThanOrEqual(opening.limitHigh);
  });

  test("never default in normal life (7.6)", () => {
    expect(defaults).toEqual([]);
  });

  test("cost no more commands than their budget", () => {
    const mean = commandsADay.reduce((sum, n) => sum + n, 0) / DAYS;
    expect(mean).toBeLessThan(BUDGET);
    expect(Math.max(...commandsADay)).toBeLessThan(2 * BUDGET);
  });

  test("leave the books empty for the night", () => {
    for (const { bid, ask } of room.contracts()) expect([bid, ask]).toEqual([null, null]);
    room.check();
  });
});
