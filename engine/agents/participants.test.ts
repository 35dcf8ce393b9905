import { describe, expect, test } from "vitest";
import type { ParticipantConfig } from "../config";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { Draws, seedWords, streamOf } from "../random";
import { BUY, SELL } from "../units";
import { createParticipant } from "./create-participant";
import { PaperDesk } from "./paper-desk.oracle";
import type { Participant } from "./participant";

const configOf = (kind: ParticipantConfig["kind"], nth = 0): ParticipantConfig =>
  defaultRoomConfig.participants.filter((config) => config.kind === kind)[nth];
const make = (kind: ParticipantConfig["kind"], nth = 0) => createParticipant(configOf(kind, nth), 1);
const drawsOf = (wake: number) => new Draws(seedWords("7"), streamOf("participant-1"), wake);

/** Wakes it `times`, each at the moment it asked for. */
function live(participant: Participant, desk: PaperDesk, times: number, from = 0): void {
  for (let wake = from + 1; wake <= from + times; wake++) desk.now = participant.wake(desk, drawsOf(wake));
}

describe("a market maker", () => {
  test("quotes several levels on each side around the expected mean of the month's fixings", () => {
    const desk = new PaperDesk(3);
    desk.fixings = { known: 11, total: 22, sum: 11 * 400_000 };
    live(make("market-maker"), desk, 1);
    const middle = (desk.bid(0) + desk.ask(0)) / 2; // half known at 4000, half expected at 4559
    expect(Math.abs(middle - (4000 + 4559) / 2)).toBeLessThanOrEqual(1);
    for (const [slot, levels] of [4, 4, 3].entries()) {
      expect(desk.quotes(slot, BUY).length).toBe(levels);
      expect(desk.quotes(slot, SELL).length).toBe(levels);
    }
    const spreads = [0, 1, 2].map((slot) => desk.ask(slot) - desk.bid(slot));
    expect(spreads[0]).toBeLessThanOrEqual(6);
    expect(spreads[2]).toBeGreaterThan(spreads[0]);
  });

  test("lowers its quotes when it was hit, and raises them when it was lifted", () => {
    for (const [side, price, direction] of [
      [SELL, 4400, -1],
      [BUY, 4700, 1],
    ] as const) {
      const desk = new PaperDesk(1);
      const maker = make("market-maker");
      live(maker, desk, 1);
      const before = desk.bid(0) + desk.ask(0);
      desk.others(0, side, price, 120);
      desk.cancelAll(0);
      live(maker, desk, 3, 1);
      expect(Math.sign(desk.net(0))).toBe(-direction);
      expect(Math.sign(desk.bid(0) + desk.ask(0) - before)).toBe(direction);
    }
  });

  test("replaces what was filled, and quotes that need not move keep their place", () => {
    const desk = new PaperDesk(1);
    const maker = make("market-maker");
    live(maker, desk, 1);
    const [first, , , last] = desk.quotes(0, BUY);
    desk.others(0, SELL, first.price, first.lots);
    live(maker, desk, 1, 1);
    expect(desk.quotes(0, BUY).length).toBe(4);
    expect(desk.quotes(0, BUY).map(({ id }) => id)).toContain(last.id);
  });

  test("needs few commands while nothing happens", () => {
    const desk = new PaperDesk(3);
    const maker = make("market-maker");
    live(maker, desk, 1);
    desk.commands = 0;
    live(maker, desk, 200, 1);
    expect(desk.commands / 200 / 3).toBeLessThan(2);
  });

  test("walks through the band to a price that news put far away, both sides quoted at once (4.3, W7)", () => {
    const desk = new PaperDesk(1);
    desk.level = 420_000; // −7.9 %, inside the limits
    live(make("market-maker"), desk, 1);
    expect(desk.ask(0)).toBeLessThan(4210);
    expect(desk.bid(0)).toBeGreaterThan(4190);
  });

  test("stands at the limit on one side when fair value is beyond it (5.2)", () => {
    const down = new PaperDesk(1);
    down.level = 380_000;
    live(make("market-maker"), down, 1);
    expect([down.bid(0), down.ask(0)]).toEqual([0, down.limitLow(0)]);
    const up = new PaperDesk(1);
    up.level = 560_000;
    live(make("market-maker"), up, 1);
    expect([up.bid(0), up.ask(0)]).toEqual([up.limitHigh(0), 0]);
  });

  test("stays inside its position limit however one-sided the market is (5.3)", () => {
    const desk = new PaperDesk(1);
    const maker = make("market-maker");
    for (let i = 0; i < 60; i++) {
      live(maker, desk, 1, i);
      const [best] = desk.quotes(0, BUY);
      if (best) desk.others(0, SELL, best.price, best.lots);
      expect(desk.net(0) + desk.openLots(0, BUY)).toBeLessThanOrEqual(500);
    }
    expect(desk.net(0)).toBeGreaterThan(250);
    expect(desk.ask(0)).toBeGreaterThan(0);
  });

  test("two makers do not quote alike", () => {
    const [one, other] = [0, 1].map((nth) => {
      const desk = new PaperDesk(1);
      live(make("market-maker", nth), desk, 1);
      return desk.quotes(0, BUY);
    });
    expect(one.map(({ price, lots }) => [price, lots])).not.toEqual(other.map(({ price, lots }) => [price, lots]));
  });
});

describe("natural hedgers", () => {
  /** Someone stands ready on both sides while it works for `times` wake-ups. */
  const program = (nth: number, known: number, times = 300) => {
    const desk = new PaperDesk(3);
    desk.fixings = { known, total: 22, sum: known * 455_900 };
    for (const slot of [0, 1, 2]) {
      desk.others(slot, BUY, 4550, 100_000);
      desk.others(slot, SELL, 4570, 100_000);
    }
    const hedger = make("hedger", nth);
    for (let wake = 1; wake <= times; wake++) desk.now = Math.min(hedger.wake(desk, drawsOf(wake)), desk.day.close - 1);
    return [0, 1, 2].map((slot) => desk.net(slot));
  };

  test("a buyer of tokens is long and a seller short, by about their target", () => {
    const total = (nets: number[]) => nets.reduce((sum, net) => sum + net, 0);
    expect(total(program(0, 0))).toBeGreaterThan(280);
    expect(total(program(1, 0))).toBeLessThan(-280);
  });

  test("release the near month as its fixings become known, and roll into the next ones before it ends", () => {
    const [early, late] = [program(0, 0), program(0, 20)];
    expect(early[0]).toBeGreaterThan(120);
    expect(late[0]).toBeLessThan(30);
    expect(late[1]).toBeGreaterThan(early[1]);
  });
});

test("noise trades both ways, in small sizes, and its position stays small", () => {
  const desk = new PaperDesk(1);
  const noise = make("noise");
  let most = 0;
  for (let wake = 1; wake <= 3000; wake++) {
    desk.others(0, BUY, 4555, 30);
    desk.others(0, SELL, 4562, 30);
    noise.wake(desk, drawsOf(wake));
    most = Math.max(most, Math.abs(desk.net(0)));
  }
  expect(desk.commands).toBeGreaterThan(1500);
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThan(400);
});

test.each(["market-maker", "noise", "hedger"] as const)("a %s leaves no order for the night", (kind) => {
  const desk = new PaperDesk(2);
  desk.others(0, BUY, 4550, 100);
  desk.others(0, SELL, 4570, 100);
  const participant = make(kind);
  for (let wake = 1; wake <= 50; wake++) participant.wake(desk, drawsOf(wake));
  desk.now = desk.day.close + 1;
  participant.wake(desk, drawsOf(51));
  for (const slot of [0, 1]) for (const side of [BUY, SELL] as const) expect(desk.quotes(slot, side)).toEqual([]);
});

test.each(["market-maker", "noise", "hedger"] as const)("a restored %s goes on as if nothing had been", (kind) => {
  const desk = new PaperDesk(2);
  desk.others(0, BUY, 4550, 100);
  desk.others(0, SELL, 4570, 100);
  const one = make(kind);
  live(one, desk, 30);
  const other = make(kind);
  other.restore(JSON.parse(JSON.stringify(one.snapshot())));
  const hash = (participant: Participant) => {
    const into = new Hash();
    participant.hashInto(into);
    return into.hex();
  };
  expect(hash(other)).toBe(hash(one));
  expect(hash(make(kind))).not.toBe(hash(one));
  // Two desks that saw the same: the same commands follow.
  const again = new PaperDesk(2);
  again.others(0, BUY, 4550, 100);
  again.others(0, SELL, 4570, 100);
  const twin = make(kind);
  live(twin, again, 30);
  live(one, desk, 20, 30);
  const restored = make(kind);
  restored.restore(JSON.parse(JSON.stringify(twin.snapshot())));
  live(restored, again, 20, 30);
  expect(hash(restored)).toBe(hash(one));
  expect(again.commands).toBe(desk.commands);
});
