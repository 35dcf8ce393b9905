import { participantFromSecond } from "../agents/older-states";
import { BOTH, type BookSnapshot, DECREMENT, NEWEST, OLDEST, SHOW_ALL } from "../book/book-face";
import type { BenchmarkConfig, RoomConfig } from "../config";
import type { RoomSnapshot } from "../room-face";
import type { OrderRecord, SavedRecord } from "../trading/order-records";
import type { OrderReport } from "../views";
import type { ListPrice } from "../world/list-figures";
import { World } from "../world/world";
import { defaultFactors, hourPrices, tokenPrices } from "../world/world-defaults";
import type { SavedOperator } from "./operator";
import type { SavedParts } from "./room-parts";

/** The state of a room as this build writes it: `RoomSnapshot.state`. */
export interface SavedRoom {
  readonly version: typeof VERSION;
  readonly parts: SavedParts;
  readonly schedule: [rank: number, at: number][];
  readonly wakes: number[];
  readonly participants: unknown[];
  readonly commands: number;
  /** Rooms that were saved before there were scenarios have none. */
  readonly operator?: SavedOperator;
}

export const VERSION = 3;

/** Builds of version 2: list prices jumped by themselves, without costs, shocks or causes. */
interface SavedRoom2 extends Omit<SavedRoom, "version" | "parts"> {
  readonly version: 2;
  readonly parts: Omit<SavedParts, "world"> & { readonly world: World2 };
}

interface World2 {
  readonly lastDay: number;
  readonly lines: readonly { readonly prices: readonly ListPrice[] }[];
}

/** The first builds: no order types beyond limit and market, no auctions, no halts. Its snapshots carry no version. */
interface SavedRoom1 {
  readonly parts: Omit<SavedRoom2["parts"], "records" | "markets" | "arrivals" | "log"> & {
    readonly records: readonly { readonly record: Record1; readonly holdsClientId: boolean }[];
    readonly markets: readonly (Market1 | null)[];
    readonly log: { readonly seq: number; readonly hash: number[] };
  };
  readonly schedule: readonly [rank: number, at: number][];
  readonly wakes: number[];
  readonly participants: readonly object[];
  readonly commands: number;
}

type Added = "goodTill" | "reduceOnly" | "display" | "stop" | "tie" | "legs";
type Report1 = Omit<OrderReport, Added>;
type Record1 = Omit<OrderRecord, "stop" | "tie" | "legs" | "first"> & {
  readonly first: (Omit<NonNullable<OrderRecord["first"]>, "order"> & { readonly order: Report1 }) | null;
};
type SavedMarket = NonNullable<SavedParts["markets"][number]>;
type Market1 = Omit<SavedMarket, "state" | "haltedUntil" | "book"> & { readonly book: Book1 };
/** Five numbers an order: id, account, owner, price, open lots. */
interface Book1 {
  readonly bids: readonly number[];
  readonly asks: readonly number[];
}

/** A snapshot in the present form, whichever build made it: a room that runs changes builds through one. */
export function present(snapshot: RoomSnapshot): { readonly config: RoomConfig; readonly state: SavedRoom } {
  const config = presentConfig(snapshot.config);
  const { version } = snapshot.state as { version?: number };
  if (version === VERSION) return { config, state: snapshot.state as SavedRoom };
  const second = version === 2 ? (snapshot.state as SavedRoom2) : fromFirst(snapshot.state as SavedRoom1);
  return { config, state: fromSecond(second, config, snapshot.seed) };
}

/** A config from before costs moved prices: its sellers stay, and their prices move from now on as everybody's do. */
export function presentConfig(config: RoomConfig): RoomConfig {
  if (config.factors !== undefined) return config;
  const benchmarks = config.benchmarks.map((benchmark): BenchmarkConfig => {
    const { jumpsPerYear } = benchmark.world;
    const world = benchmark.unit === "h" ? hourPrices : tokenPrices;
    return { ...benchmark, world: jumpsPerYear === 0 ? { ...world, jumpsPerYear } : world }; // 0: a class without news
  });
  return { ...config, benchmarks, factors: defaultFactors };
}

/** Sellers stand where they stood and mean to stay there: nothing jumps because of the upgrade. */
function fromSecond(saved: SavedRoom2, config: RoomConfig, seed: string): SavedRoom {
  const { lastDay, lines } = saved.parts.world;
  const lists = lines.map(({ prices }) => prices);
  const world = World.settled(config, seed, lastDay, lists).snapshot();
  const participants = saved.participants.map((state, i) => participantFromSecond(config.participants[i], state));
  return { ...saved, version: VERSION, parts: { ...saved.parts, world }, participants };
}

function fromFirst({ parts, schedule, wakes, participants, commands }: SavedRoom1): SavedRoom2 {
  const trading = parts.session.continuous ? "continuous" : "closed";
  const records = new Map(parts.records.map(({ record }) => [record.id, record]));
  const slots = new Map(parts.markets.flatMap((market) => (market ? ids(market.book, market.slot) : [])));
  return {
    version: 2,
    parts: {
      ...parts,
      records: parts.records.map(recordFromFirst),
      markets: parts.markets.map(
        (market) => market && { ...market, state: trading, haltedUntil: 0, book: bookFromFirst(market.book, records) },
      ),
      log: { ...parts.log, hashedAt: -1 },
      arrivals: 0,
    },
    // The end of halts came between the session, 0, and everything after it.
    schedule: schedule.map(([rank, at]) => [rank === 0 ? 0 : rank + 1, at]),
    wakes,
    participants: participants.map((saved) => participantFromFirst(saved, slots)),
    commands,
  };
}

const none = { goodTill: null, reduceOnly: false, display: null, stop: null, tie: null, legs: null };

function recordFromFirst({ record, holdsClientId }: SavedRoom1["parts"]["records"][number]): SavedRecord {
  const first = record.first && { ...record.first, order: { ...record.first.order, ...none } };
  return { record: { ...record, stop: null, tie: null, legs: null, first }, holdsClientId };
}

const ids = (book: Book1, slot: number): [id: number, slot: number][] =>
  [...rowsOf(book.bids), ...rowsOf(book.asks)].map(([id]) => [id, slot]);

const selfTradeModes = { newest: NEWEST, oldest: OLDEST, both: BOTH, decrement: DECREMENT };

/**
 * Orders were shown whole, and a participant's gave way to none but its own. When each had come was not kept: ids grow with
 * time, and an order that queued anew behind later ones at its price counts as come with the last of them.
 */
function bookFromFirst({ bids, asks }: Book1, records: ReadonlyMap<number, Record1>): BookSnapshot {
  const orders = [...withMoment(bids), ...withMoment(asks)];
  const byMoment = orders.map((_, i) => i).sort((a, b) => orders[a].moment - orders[b].moment || a - b);
  const arrivals = new Array<number>(orders.length);
  byMoment.forEach((order, arrival) => {
    arrivals[order] = arrival;
  });
  const numbers = orders.map(({ row: [id, account, owner, price, open] }, i) => {
    const mode = selfTradeModes[records.get(id)?.draft.selfTrade ?? "newest"];
    return [id, account, owner, price, open, 0, SHOW_ALL, mode, arrivals[i]];
  });
  const bidCount = bids.length / 5;
  return { bids: numbers.slice(0, bidCount).flat(), asks: numbers.slice(bidCount).flat(), collecting: false };
}

/** Each order in its turn, with the highest id at its price so far. */
function withMoment(side: readonly number[]): { row: number[]; moment: number }[] {
  let price = 0;
  let moment = 0;
  return rowsOf(side).map((row) => {
    moment = row[3] === price ? Math.max(moment, row[0]) : row[0];
    price = row[3];
    return { row, moment };
  });
}

function rowsOf(side: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < side.length; i += 5) rows.push(side.slice(i, i + 5));
  return rows;
}

/** Makers count their looks since; noise knows the month of each order it left resting. */
function participantFromFirst(saved: object, slots: ReadonlyMap<number, number>): object {
  if ("ladders" in saved) return { ...saved, looks: 0 };
  if (!("resting" in saved)) return saved;
  const resting = saved.resting as readonly number[];
  return { ...saved, resting: resting.filter((id) => slots.has(id)).map((id) => ({ slot: slots.get(id), id })) };
}
