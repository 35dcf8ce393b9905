import { expect, test, vi } from "vitest";
import type { StreamMessage } from "@/wire/views";
import { realUntil, roomNow } from "./clock";
import { exampleSnapshot } from "./snapshot.example";
import { LiveMarket } from "./store";

const open = () => new LiveMarket(exampleSnapshot(), [], () => 1_000);
const traded = (seq: number, last: string): StreamMessage => {
  const { room, contracts } = exampleSnapshot();
  return {
    event: "market",
    room: { ...room, seq },
    contracts: [{ ...contracts[1], last }],
    books: [],
    trades: [],
    news: [],
    seq,
  };
};
const lastOf = (market: LiveMarket) => market.get().market.contracts[1].last;

test("a reader is told of every message, and of none after leaving", () => {
  const market = open();
  const reader = vi.fn();
  const leave = market.subscribe(reader);
  market.receive(traded(901, "4.640"));
  leave();
  market.receive(traded(902, "4.641"));
  expect(reader).toHaveBeenCalledTimes(1);
  expect(lastOf(market)).toBe("4.641");
});

test("frozen, prices stand still, what waits is counted, and one's own money goes on; resuming shows the latest", () => {
  const market = open();
  market.freeze();
  market.receive(traded(901, "4.640"));
  market.receive(traded(902, "4.641"));
  const { account } = exampleSnapshot();
  market.receive({
    event: "own",
    orders: [],
    fills: [],
    account: { ...account!, free: "1.00", seq: 903 },
    notices: [],
    seq: 903,
  });
  expect(lastOf(market)).toBe("4.638");
  expect(market.get().frozen).toEqual({ at: "2026-11-17T11:42:06.000Z", waiting: 2 });
  expect(market.get().market.account?.free).toBe("1.00");
  market.resume();
  expect(lastOf(market)).toBe("4.641");
  expect(market.get().frozen).toBeNull();
});

test("frozen or not, a reconnect resumes from the last event received", () => {
  const market = open();
  market.freeze();
  market.receive(traded(950, "4.640"));
  expect(market.seq).toBe(950);
});

test("the clock runs at the room's speed and waits at the next phase until the room says it came", () => {
  const { room } = exampleSnapshot();
  const heard = Date.parse(room.roomTime);
  expect(roomNow(room, 0, 2_000) - heard).toBe(13_000);
  expect(roomNow(room, 0, 86_400_000)).toBe(Date.parse(room.nextPhaseAt));
  expect(roomNow({ ...room, state: "ended" }, 0, 86_400_000)).toBe(heard);
});

test("real time until a moment of the same day; a night is nobody's waiting time", () => {
  const { room } = exampleSnapshot();
  const now = Date.parse("2026-11-17T11:45:00.000Z");
  expect(realUntil(room, now, Date.parse("2026-11-17T15:00:00.000Z"))).toBe((195 * 60_000) / 6.5);
  expect(realUntil(room, now, Date.parse("2026-11-18T09:00:00.000Z"))).toBeNull();
});
