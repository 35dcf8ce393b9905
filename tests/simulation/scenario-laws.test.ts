import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Calendar } from "@/engine/calendar";
import type { Command, Entry } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { openRoom, restoreRoom } from "@/engine/index";
import type { Room } from "@/engine/room-face";
import type { Scenario } from "@/engine/scenario/scenario";
import { lots, millionths, type RoomTime } from "@/engine/units";
import { toScenario } from "@/wire/scenario";
import { drive, RandomPeople } from "./random-commands";

const preset = (id: string): Scenario =>
  toScenario(JSON.parse(readFileSync(join(import.meta.dirname, `../../content/scenarios/${id}.json`), "utf8")));
const squeeze = preset("squeeze-and-halt");
const calendar = new Calendar(defaultRoomConfig.calendar);
const HOUR = 3_600_000;
const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
/** Books without participants: what the operator does shows alone, and a day takes no time. */
const quiet = { ...defaultRoomConfig, participants: [] };

const at = (day: number, hours: number): RoomTime => (calendar.day(day).open + (hours - 9) * HOUR) as RoomTime;
const send = (room: Room, command: Command) => room.apply({ seq: room.seq + 1, at: room.now, command });
const start = (room: Room, scenario: Scenario) => send(room, { kind: "start-scenario", scenario });

function eventsUntil<Kind extends RoomEvent["kind"]>(room: Room, to: RoomTime, kind: Kind) {
  room.advance(to);
  return room.takeEvents().filter((event): event is Extract<RoomEvent, { kind: Kind }> => event.kind === kind);
}

describe("a room with a scenario is a seed plus what people did", () => {
  test("advance(a) then advance(b) is advance(b), through shocks, halts and new limits", () => {
    const inSteps = openRoom({ ...defaultRoomConfig, scenario: squeeze }, "3");
    const atOnce = openRoom({ ...defaultRoomConfig, scenario: squeeze }, "3");
    const end = at(6, 9.5);
    for (let to = inSteps.now + 1_777_777; to < end; to += 1_777_777) inSteps.advance(to as RoomTime);
    inSteps.advance(end);
    atOnce.advance(end);
    expect(inSteps.takeEvents()).toEqual(atOnce.takeEvents());
    expect(inSteps.digest()).toBe(atOnce.digest());
  }, 60_000);

  test("a snapshot anywhere changes nothing, and a replay gives every event again", () => {
    const journal: Entry[] = [];
    const live = openRoom(quiet, "4");
    const people = new RandomPeople("4", live, 8);
    let restored: Room | null = null;
    const follow = (entry: Entry) => {
      journal.push(plainCopy(entry));
      restored?.apply(plainCopy(entry));
      if (journal.length % 97 !== 0) return;
      if (restored) expect(restored.digest()).toBe(live.digest());
      restored = restoreRoom(plainCopy(live.snapshot()));
      expect(restored.digest()).toBe(live.digest());
    };
    drive(live, people, 60, follow);
    const entry = { seq: live.seq + 1, at: live.now, command: { kind: "start-scenario", scenario: squeeze } } as const;
    expect(live.apply(entry).kind).toBe("scenario-started");
    follow(entry);
    drive(live, people, 2_000, follow);
    live.check();
    const replayed = openRoom(quiet, "4");
    for (const one of journal) replayed.apply(one);
    const events = live.takeEvents();
    expect(replayed.takeEvents()).toEqual(events);
    expect(replayed.digest()).toBe(live.digest());
    expect(events.filter(({ kind }) => kind === "ruling").length).toBeGreaterThan(2);
  }, 60_000);
});

describe("starting a scenario", () => {
  test("its day 1 is the next trading day, whatever the hour", () => {
    for (const [hour, first] of [
      [9.5, 2],
      [16, 2],
    ]) {
      const room = openRoom(quiet, "1");
      room.advance(at(1, hour));
      expect(start(room, squeeze)).toMatchObject({ kind: "scenario-started", firstDay: calendar.day(first).date });
      room.takeEvents();
      const [told] = eventsUntil(room, at(first + 3, 16), "news");
      expect(told).toMatchObject({ item: "shortage", scenario: "squeeze-and-halt", at: at(first + 2, 9.75) });
    }
  });

  test("one at a time: another is refused until the first has run, and then begins", () => {
    const room = openRoom({ ...quiet, scenario: squeeze }, "1");
    room.advance(at(5, 10));
    const refused = start(room, preset("rationing"));
    expect(refused).toMatchObject({
      kind: "refused",
      refusal: { reason: "scenario-running", scenario: "squeeze-and-halt", until: calendar.day(24).date },
    });
    room.advance(at(24, 10)); // five half-lives of four days after day 4
    expect(start(room, preset("rationing")).kind).toBe("refused");
    room.advance(at(25, 10));
    expect(start(room, preset("rationing"))).toMatchObject({ kind: "scenario-started", scenario: "rationing" });
  });

  test("a room that begins with one has it from day 1", () => {
    const room = openRoom({ ...quiet, scenario: squeeze }, "1");
    const news = eventsUntil(room, at(15, 16), "news");
    expect(news.map(({ item, at: when }) => [item, when])).toEqual([
      ["shortage", at(3, 9.75)],
      ["second-day", calendar.day(4).open + 5 * 60_000],
      ["market-halted", at(4, 10)],
      ["new-margin", calendar.day(4).fixing],
      ["five-percent", calendar.day(5).fixing],
      ["ten-percent-again", calendar.day(15).fixing],
    ]);
    expect(news[0]).toMatchObject({ shock: "panic-buying", prior: null, expected: null, actual: null });
  });
});

describe("rulings of the operator", () => {
  const ruled = (day: number, time: number | undefined, rule: Scenario["rulings"][number]["rule"]): Scenario => ({
    id: "ruled",
    transmission: { passThrough: 0, lagDays: 1, demandElasticity: 0 },
    shocks: [],
    rulings: [{ id: "r", at: { day, ...(time !== undefined && { time }) }, benchmark: "CHNA", rule }],
    news: [],
  });
  const roomWith = (scenario: Scenario) => openRoom({ ...quiet, scenario }, "1");
  const chna = (room: Room) => room.contracts().filter(({ benchmark }) => benchmark === "CHNA");
  const prem = (room: Room) => room.contracts().filter(({ benchmark }) => benchmark === "PREM");

  test("5.1: a new daily limit holds from the next settlement, for its benchmark alone", () => {
    const room = roomWith(ruled(2, 10 * HOUR, { kind: "limit", rate: millionths(50_000) }));
    room.advance(at(2, 14.9));
    expect(new Set(chna(room).map(({ limitRate }) => limitRate))).toEqual(new Set([100_000]));
    room.advance(at(2, 15));
    expect(new Set(chna(room).map(({ limitRate }) => limitRate))).toEqual(new Set([50_000]));
    expect(new Set(prem(room).map(({ limitRate }) => limitRate))).toEqual(new Set([100_000]));
    const [{ settlement, limitLow, limitHigh }] = chna(room);
    expect([limitLow, limitHigh]).toEqual([Math.ceil(settlement * 0.95), Math.floor(settlement * 1.05)]);
  });

  test("5.2: a month listed under a ruling has its limits, also in a room that was saved in between", () => {
    const room = roomWith(ruled(2, undefined, { kind: "limit", rate: millionths(50_000) }));
    room.advance(at(10, 12));
    const restored = restoreRoom(plainCopy(room.snapshot()));
    restored.advance(at(24, 12)); // past the month's end
    const listed = chna(restored).map(({ symbol, limitRate }) => [symbol, limitRate]);
    expect(listed).toContainEqual(["CHNA-APR27", 50_000]);
  });

  test("7.2: more margin over the limit is charged from the next settlement", () => {
    const room = roomWith(ruled(2, 10 * HOUR, { kind: "margin", overLimit: millionths(100_000) }));
    room.advance(at(2, 14.9));
    const before = chna(room)[0];
    room.advance(at(2, 15));
    const after = chna(room)[0];
    // 20 % of the settlement and half up to a cent, against one seller's doubling (5 sellers: 14.87 %).
    expect(before.initialMargin).toBe(Math.ceil(before.settlement * 10 * 0.148699));
    expect(after.initialMargin).toBe(Math.ceil(after.settlement * 10 * 0.2));
  });

  test("5.3: a lower position limit holds at once; who is above it may only reduce", () => {
    const room = roomWith(ruled(2, 10 * HOUR, { kind: "position-limit", lots: lots(20) }));
    const [ann, ben] = [1, 2].map((owner) => {
      const outcome = send(room, { kind: "open-account", owner: owner as never });
      return outcome.kind === "account-opened" ? outcome.account : (0 as never);
    });
    room.advance(at(2, 9.5));
    const [, { symbol, settlement }] = chna(room);
    const order = (account: typeof ann, side: "buy" | "sell", size: number) =>
      send(room, {
        kind: "place-order",
        account,
        order: {
          contract: symbol,
          side,
          type: "limit",
          lots: lots(size),
          price: settlement,
          timeInForce: "gtc",
          postOnly: false,
          selfTrade: "newest",
        },
      });
    expect(order(ann, "buy", 30)).toMatchObject({ order: { status: "open" } });
    expect(order(ben, "sell", 30)).toMatchObject({ order: { status: "filled" } });
    room.advance(at(2, 10.5));
    expect(order(ann, "buy", 1)).toMatchObject({
      order: { status: "rejected", refusal: { reason: "position-limit", worst: 31, limit: 20, benchmark: "CHNA" } },
    });
    expect(order(ann, "sell", 5)).toMatchObject({ order: { status: "open" } });
    room.check();
  });

  test("4.7: a halt stops every month of the benchmark, and each reopens by auction when it is over", () => {
    const room = roomWith(ruled(2, 10 * HOUR, { kind: "halt", minutes: 30 }));
    room.advance(at(2, 10));
    expect(chna(room).map(({ state }) => state)).toEqual(chna(room).map(() => "collecting"));
    expect(prem(room).map(({ state }) => state)).toEqual(prem(room).map(() => "continuous"));
    room.takeEvents();
    const auctions = eventsUntil(room, at(2, 10.5), "auction");
    expect(auctions.map(({ contract }) => contract)).toEqual(chna(room).map(({ symbol }) => symbol));
    expect(chna(room)[0]).toMatchObject({ state: "continuous", halted: null });
  });

  test("everybody is told of a ruling, with its figures", () => {
    const room = roomWith(ruled(2, 10 * HOUR, { kind: "halt", minutes: 30 }));
    expect(eventsUntil(room, at(2, 11), "ruling")).toMatchObject([
      { scenario: "ruled", ruling: "r", benchmark: "CHNA", rule: { kind: "halt", minutes: 30 }, at: at(2, 10) },
    ]);
  });
});
