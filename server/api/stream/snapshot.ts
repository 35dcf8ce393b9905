import { lastTrades } from "@/server/db/history";
import type { Membership } from "@/server/db/members";
import type { RoomCard } from "@/server/db/rooms";
import { type Publication, type RoomId, type RoomPort, roomPort } from "@/server/port";
import { toAccountSummary, toBenchmarkRow, toOrderView, toRoomClock } from "@/wire/from-engine";
import { toTradeView } from "@/wire/from-events";
import { levelsOf } from "@/wire/notation";
import type { StreamMessage } from "@/wire/views";
import { ask, contractsOf } from "../ask";
import { isDatabaseAway } from "../failure";
import { summaryAt } from "../rooms";
import { RoomFeed } from "./feed";

export type Snapshot = Extract<StreamMessage, { event: "snapshot" }>;

const levels = 12;
const tape = 200;
const feeds = new WeakMap<RoomPort, Map<RoomId, RoomFeed>>();

export async function feedOf(room: RoomId): Promise<RoomFeed> {
  const port = roomPort();
  const rooms = feeds.get(port) ?? new Map<RoomId, RoomFeed>();
  feeds.set(port, rooms);
  const known = rooms.get(room);
  if (known) return known;
  const [{ notation }, benchmarks] = await Promise.all([contractsOf(room), ask(room, "benchmarks", {})]);
  const feed = rooms.get(room) ?? new RoomFeed(notation, new Map(levelsOf(benchmarks.value)));
  rooms.set(room, feed);
  return feed;
}

/**
 * All that a page needs to start from; a stream resumed at its `seq` goes on without a gap. The clock is read first: what
 * is read after it may already hold later events, which the stream then repeats and the reader counts once.
 */
export async function roomSnapshot(room: RoomCard, member: Membership | null): Promise<Snapshot> {
  const { seq, value: view } = await ask(room.id, "view", {});
  const { value: contracts } = await ask(room.id, "contracts", {});
  const books = await Promise.all(contracts.map(({ symbol }) => ask(room.id, "depth", { symbol, levels })));
  const shown = books.flatMap(({ value }) => value ?? []);
  return snapshotAt({ seq, view, contracts, books: shown, events: [] }, room, member);
}

export async function snapshotAt(at: Publication, room: RoomCard, member: Membership | null): Promise<Snapshot> {
  const feed = await feedOf(room.id);
  const [benchmarks, trades, own] = await Promise.all([
    ask(room.id, "benchmarks", {}),
    recentTrades(room.id),
    member ? ownOf(room.id, member, feed, at.view.now) : { account: null, orders: [] },
  ]);
  feed.stand(levelsOf(benchmarks.value));
  return {
    event: "snapshot",
    room: summaryAt(room, toRoomClock(at.view)),
    ...feed.quotes(at),
    benchmarks: benchmarks.value.flatMap((benchmark) => {
      const notation = feed.notation.get(benchmark.id);
      return notation ? [toBenchmarkRow(benchmark, notation)] : [];
    }),
    ...own,
    trades: trades.map((trade) => toTradeView(trade, feed.notation)),
    seq: at.seq,
  };
}

/** A live market without its past is better than none while the database is away. */
async function recentTrades(room: RoomId) {
  try {
    return await lastTrades(room, tape);
  } catch (thrown) {
    if (isDatabaseAway(thrown)) return [];
    throw thrown;
  }
}

async function ownOf(room: RoomId, { account }: Membership, feed: RoomFeed, now: number) {
  const [summary, orders] = await Promise.all([
    ownAccount(room, account, feed, now),
    ask(room, "openOrders", { account }),
  ]);
  return { account: summary, orders: orders.value.map((order) => toOrderView(order, [], feed.notation)) };
}

/** `now`: the room's clock as last told on this stream. */
export async function ownAccount(room: RoomId, account: Membership["account"], feed: RoomFeed, now: number) {
  const { value } = await ask(room, "account", { account });
  if (!value) throw new Error(`a member's account ${account} is not in room ${room}`);
  return toAccountSummary(value, feed.notation, now);
}
