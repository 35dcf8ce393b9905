import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { restoreRoom } from "@/engine/index";
import type { Room, RoomSnapshot } from "@/engine/room-face";
import type { AccountNo, Cents, RoomTime } from "@/engine/units";
import type { AccountView, ContractView, OrderReport } from "@/engine/views";
import type { WorldSnapshot } from "@/engine/world/world";
import { drive, RandomPeople } from "./random-commands";

/**
 * Rooms of the build of commit b44b25f, five participants and six people in them, and what that build showed: in the
 * evening of 30 November 2026, people with positions and orders, one of them under a margin call, one order partly filled;
 * and on 6 October at 10:06, the books full of participants' orders. And the default room of the build of 0cadba7, the last
 * whose list prices had no costs behind them, on its 31st day at 10:00.
 */
interface Fixture {
  readonly snapshot: RoomSnapshot;
  readonly shown: {
    readonly contracts: readonly Partial<ContractView>[];
    readonly accounts: readonly AccountView[];
    readonly orders: readonly (readonly Partial<OrderReport>[])[];
    readonly benchmarks: readonly unknown[];
    readonly standings: readonly unknown[];
  };
}

const fixture = (name: string) => join(import.meta.dirname, `../fixtures/room-of-build-${name}.json.gz`);
const saved = (name: string): Fixture => JSON.parse(gunzipSync(readFileSync(fixture(name))).toString());
const moments = ["b44b25f-evening", "b44b25f-in-session", "0cadba7-in-session"];
const DAY = 86_400_000;

test.each(moments)("a room that an older build saved shows what it showed there: %s", (moment) => {
  const { snapshot, shown } = saved(moment);
  const room = restoreRoom(snapshot);
  room.check();
  expect(room.contracts()).toMatchObject(shown.contracts);
  expect(room.benchmarks()).toEqual(shown.benchmarks);
  expect(room.standings()).toEqual(shown.standings);
  expect(shown.accounts.map(({ account }) => room.account(account))).toMatchObject(shown.accounts);
  expect(shown.accounts.map(({ account }) => room.openOrders(account))).toMatchObject(shown.orders);
  expect({ chain: room.chain(), seq: room.seq, eventSeq: room.eventSeq, now: room.now }).toMatchObject({
    chain: snapshot.chain,
    seq: snapshot.seq,
    eventSeq: snapshot.eventSeq,
    now: snapshot.now,
  });
});

test.each(moments)("it runs on for a week under every law, and may be saved again at any time: %s", (moment) => {
  const room = restoreRoom(saved(moment).snapshot);
  const trades = room.counts().trades;
  drive(room, new RandomPeople("week", room, 6), 200, () => room.check());
  let copy: Room = restoreRoom(JSON.parse(JSON.stringify(room.snapshot())));
  const end = room.now + 7 * DAY;
  for (let at = room.now + DAY / 3; at <= end; at += DAY / 3) {
    room.advance(at as RoomTime);
    copy.advance(at as RoomTime);
    room.check();
    expect(copy.digest()).toBe(room.digest());
    copy = restoreRoom(JSON.parse(JSON.stringify(room.snapshot())));
  }
  expect(room.counts().trades).toBeGreaterThan(trades + 1_000);
});

test.each(moments)(
  "sellers of an older room charge what they charged, and mean to: nothing jumps for the upgrade: %s",
  (moment) => {
    const { snapshot } = saved(moment);
    const room = restoreRoom(snapshot);
    const { benchmarks } = room.config;
    expect(room.config.factors).toBeDefined();
    const before = room.benchmarks().map(({ sellers }) => sellers.map(({ input, output }) => [input, output]));
    const { state } = room.snapshot() as { state: { parts: { world: WorldSnapshot } } };
    for (const [i, sellers] of state.parts.world.sellers.entries()) {
      expect(sellers.map(({ listed }) => [listed.input, listed.output])).toEqual(before[i]);
    }
    const moved = new Set<string>();
    room.advance((room.now + DAY) as RoomTime);
    for (const event of room.takeEvents())
      if (event.kind === "list-price") moved.add(`${event.benchmark} ${event.seller}`);
    const hours = benchmarks.filter(({ unit }) => unit === "h").flatMap(({ sellers }) => sellers);
    expect(moved.size).toBeLessThan(1 + hours.length); // a day's usual news
    const tokens = [...moved].filter((name) => !name.startsWith("GPUH"));
    expect(tokens.length).toBeLessThan(3);
  },
);

test("orders keep their queue and their client order ids, accounts their calls", () => {
  const { snapshot, shown } = saved("b44b25f-evening");
  expect(shown.orders.flat().length).toBeGreaterThan(10);
  const room = restoreRoom(snapshot);
  const [part] = shown.orders.flat().filter(({ filled, lots }) => (filled ?? 0) > 0 && filled !== lots);
  const { id, account, contract, lots, filled } = part as OrderReport;
  expect([filled, lots]).toEqual([1, 7]);
  const send = (command: Parameters<Room["apply"]>[0]["command"]) =>
    room.apply({ seq: room.seq + 1, at: room.now, command });
  const first = shown.orders.flat().find((order) => order.selfTrade === "decrement") as OrderReport;
  const { side, type, price, timeInForce, postOnly, selfTrade, clientOrderId } = first;
  const draft = { contract: first.contract, side, type, lots: first.lots, timeInForce, postOnly, selfTrade } as const;
  const again = { ...draft, price: price as never, clientOrderId: clientOrderId as string };
  expect(send({ kind: "place-order", account: first.account, order: again })).toMatchObject({
    kind: "order",
    repeated: true,
    order: { id: first.id, stop: null, reduceOnly: false },
  });
  expect(room.queueAhead(account, id)).toBe(0);
  expect(send({ kind: "cancel-order", account, order: id })).toMatchObject({
    orders: [{ id, contract, filled: 1, goodTill: null, tie: null }],
  });
  const called = shown.accounts.find(({ call }) => call !== null) as AccountView;
  const owed = (called.requirement - called.equity) as Cents;
  send({ kind: "transfer", account: called.account as AccountNo, amount: owed });
  expect(room.account(called.account as AccountNo)?.call).toBeNull();
  room.check();
});
