import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "@/server/access/caller";
import type { StreamMessage } from "@/wire/views";
import { StreamMessage as StreamMessageSchema } from "@/wire/views";
import { placeOrders } from "../orders";
import { call, newcomer, nobody, openTrialVenue, type User } from "../trial-venue";
import { getStream } from "./endpoint";
import { feedOf } from "./snapshot";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let me: User;
beforeAll(async () => {
  venue = await openTrialVenue("public");
  me = await newcomer("public");
}, 60_000);
afterAll(() => venue.close());

const buy = { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 1 };
const trade = async (caller: User = me) => (await call(placeOrders, caller, "/rooms/public/orders", buy)).json;

/** Reads a stream as a client does: frames as they come, and the id to resume from. */
async function listen(caller: Caller, since?: number | string) {
  const abort = new AbortController();
  const request = new Request("http://localhost/api/v1/rooms/public/stream", {
    headers: since === undefined ? {} : { "last-event-id": String(since) },
    signal: abort.signal,
  });
  const response = await getStream(request, caller);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const messages: StreamMessage[] = [];
  let rest = "";
  let id: number | null = null;
  let ended = false;
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) break;
      const frames = (rest + value).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1];
        const data = line("data");
        if (data === undefined) continue; // a heartbeat, or how soon to come back
        const message = StreamMessageSchema.parse(JSON.parse(data)); // whatever is sent is what is documented
        expect(line("event")).toBe(message.event);
        messages.push(message);
        if (line("id") !== undefined) id = Number(line("id"));
      }
    }
    ended = true;
  })();
  const until = async (holds: () => boolean) => {
    for (let i = 0; i < 400 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(holds()).toBe(true);
  };
  return {
    response,
    messages,
    lastId: () => id,
    hasEnded: () => ended,
    until,
    leave: () => abort.abort(),
    of: <E extends StreamMessage["event"]>(event: E) =>
      messages.filter((message): message is Extract<StreamMessage, { event: E }> => message.event === event),
  };
}

test("a stream begins with a snapshot of everything and goes on with what changes", async () => {
  const stream = await listen(me);
  await stream.until(() => stream.messages.length > 0);
  const [snapshot] = stream.of("snapshot");
  expect(snapshot.contracts).toHaveLength(venue.port.room("public").contracts().length);
  expect(snapshot.account).toMatchObject({ bankCash: "50000.00" });
  expect(snapshot.seq).toBe(stream.lastId());
  const order = await trade();
  await stream.until(() => stream.of("own").some(({ fills }) => fills.length > 0));
  const own = stream.of("own").find(({ fills }) => fills.length > 0)!;
  expect(own.orders).toEqual([expect.objectContaining({ id: order.id, status: "filled" })]);
  expect(own.fills.map(({ id }) => id)).toEqual(order.fills.map(({ id }: { id: string }) => id));
  expect(own.account.positions[0].net).toBe(1);
  await stream.until(() => stream.of("market").some(({ trades }) => trades.length > 0));
  stream.leave();
});

test("whoever is not signed in sees the market and nobody's orders", async () => {
  const stream = await listen(nobody());
  await stream.until(() => stream.of("snapshot").length === 1);
  expect(stream.of("snapshot")[0]).toMatchObject({ account: null, orders: [] });
  await trade();
  await stream.until(() => stream.of("market").length > 0);
  expect(stream.of("own")).toEqual([]);
  stream.leave();
});

test("nobody is told of another's orders", async () => {
  const other = await newcomer("public");
  const stream = await listen(other);
  await stream.until(() => stream.of("snapshot").length === 1);
  await trade(me);
  await stream.until(() => stream.of("market").length > 0);
  expect(stream.of("own").flatMap(({ orders, fills }) => [...orders, ...fills])).toEqual([]);
  stream.leave();
});

test("a reconnect goes on from the last event id: every trade and every own fill in between, no snapshot", async () => {
  const first = await listen(me);
  await first.until(() => first.of("snapshot").length === 1);
  first.leave();
  const missed = [await trade(), await trade()];
  const second = await listen(me, first.lastId()!);
  await second.until(() => second.of("market").length > 0 && second.of("own").length > 0);
  expect(second.of("snapshot")).toEqual([]);
  const fills = second.of("own").flatMap((own) => own.fills.map(({ orderId }) => orderId));
  expect(new Set(fills)).toEqual(new Set(missed.map(({ id }) => id)));
  const prints = second.of("market").flatMap(({ trades }) => trades);
  expect(prints.length).toBeGreaterThanOrEqual(2);
  expect(prints.every(({ seq }) => seq > first.lastId()!)).toBe(true);
  second.leave();
});

test("own events come before the id moves past them, so a cut anywhere repeats and never loses", async () => {
  const stream = await listen(me);
  await stream.until(() => stream.of("snapshot").length === 1);
  for (let i = 0; i < 5; i++) await trade();
  await stream.until(() => stream.of("own").flatMap(({ fills }) => fills).length >= 5);
  let covered = stream.of("snapshot")[0].seq;
  let told = covered;
  for (const message of stream.messages) {
    if (message.event === "own") told = Math.max(told, ...message.fills.map(({ seq }) => seq));
    if (message.event !== "market") continue;
    const ownPrints = message.trades.filter(({ seq }) => seq > covered).map(({ seq }) => seq);
    covered = message.seq;
    for (const seq of ownPrints) expect(told).toBeGreaterThan(seq - 1);
  }
  for (const { seq } of stream.of("own")) expect(seq).toBeLessThanOrEqual(covered);
  stream.leave();
});

test("too long away: a reset and a fresh snapshot", async () => {
  const stream = await listen(me, 10 ** 12);
  await stream.until(() => stream.of("snapshot").length === 1);
  expect(stream.messages.map(({ event }) => event).slice(0, 2)).toEqual(["reset", "snapshot"]);
  stream.leave();
});

test("an id that is none starts afresh", async () => {
  const stream = await listen(nobody(), "abc");
  await stream.until(() => stream.of("snapshot").length === 1);
  expect(stream.of("reset")).toEqual([]);
  stream.leave();
});

test("a reader who leaves is forgotten, and a room that goes away ends its streams", async () => {
  const before = venue.port.listenersOf("public");
  const gone = await listen(me);
  await gone.until(() => gone.of("snapshot").length === 1);
  gone.leave();
  await gone.until(() => venue.port.listenersOf("public") === before);
  const left = await listen(nobody());
  await left.until(() => left.of("snapshot").length === 1);
  venue.port.endStreams("public");
  await left.until(() => left.hasEnded() && venue.port.listenersOf("public") === before);
});

test("a reader who does not read is dropped and comes back; the others never wait", async () => {
  const request = new Request("http://localhost/api/v1/rooms/public/stream");
  const slow = await getStream(request, nobody()); // nobody reads its body
  const before = venue.port.listenersOf("public");
  for (let minute = 1; minute <= 240 && venue.port.listenersOf("public") === before; minute++) {
    await venue.port.advance("public", Date.parse("2026-10-01T09:30:00Z") + minute * 60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(venue.port.listenersOf("public")).toBeLessThan(before);
  await slow.body?.cancel();
}, 60_000);

test("it is never held back to be compressed", async () => {
  const stream = await listen(nobody());
  expect(stream.response.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
  stream.leave();
});

test("a publication is encoded once for all who listen", async () => {
  const feed = await feedOf("public");
  const room = venue.port.room("public");
  const publication = { seq: room.eventSeq, view: room.view(), contracts: room.contracts(), books: [], events: [] };
  expect(feed.frame(publication)).toBe(feed.frame(publication));
});

test("fixings that nobody watched are in the next snapshot's quotes", async () => {
  const hourNow = (snapshot: { contracts: readonly { symbol: string; benchmarkLevel: string }[] }) =>
    snapshot.contracts.find(({ symbol }) => symbol.startsWith("GPUH"))?.benchmarkLevel;
  const look = async () => {
    const stream = await listen(nobody());
    await stream.until(() => stream.messages.length > 0);
    stream.leave();
    return stream.of("snapshot")[0];
  };
  const before = await look();
  await venue.port.advance("public", Date.parse(before.room.roomTime) + 3 * 86_400_000);
  const after = await look();
  expect(hourNow(after)).not.toBe(hourNow(before));
  for (const { id, level } of after.benchmarks)
    expect(
      new Set(after.contracts.filter(({ benchmark }) => benchmark === id).map((one) => one.benchmarkLevel)),
    ).toEqual(new Set([level]));
});
