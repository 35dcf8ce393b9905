import { type BookSink, IOC, NEWEST, OrderBook, REST } from "@/engine/book/order-book";
import { BUY, SELL, type SideNo } from "@/engine/units";

export const LIMIT = 0;
export const CANCEL = 1;
export const REPLACE = 2;
export const MARKETABLE = 3;
export const MARKET = 4;

/** What came in, one operation per index. A cancel or replace carries the id of an order that rests. */
export interface OrderStream {
  readonly kind: Uint8Array;
  readonly id: Int32Array;
  readonly side: Uint8Array;
  readonly price: Int32Array;
  readonly lots: Int32Array;
  /** Operations before this one only fill the book: nobody measures them. */
  readonly from: number;
}

/** Percent of the operations; the rest are market orders. */
export interface StreamShape {
  readonly limits: number;
  readonly cancels: number;
  readonly replaces: number;
  readonly marketable: number;
  /** Orders the stream keeps in the book, more or less. */
  readonly resting: number;
  /** Prices from the touch at which limit orders stand. */
  readonly spread: number;
}

/** 60 % limit orders behind the touch, 30 % cancels, 5 % limit orders through the touch, 5 % market orders. */
export const mixed = (resting: number): StreamShape => ({
  limits: 60,
  cancels: 30,
  replaces: 0,
  marketable: 5,
  resting,
  spread: 60,
});

/** 82 % replaces, each of which queues anew: another price, or more lots at the same one. */
export const replaced: StreamShape = {
  limits: 12,
  cancels: 2,
  replaces: 82,
  marketable: 2,
  resting: 1_000,
  spread: 60,
};

/** Everything stands at the touch: two queues, each thousands of orders deep. */
export const deep = (resting: number): StreamShape => ({ ...mixed(resting), spread: 0 });

const START = 4_500;

/** The same market for every engine that is measured. A book decides what is at the touch and what still rests. */
export function orderStream(shape: StreamShape, length: number, seed: number): OrderStream {
  const below = random(seed);
  const from = shape.resting;
  const total = from + length;
  const stream = {
    kind: new Uint8Array(total),
    id: new Int32Array(total),
    side: new Uint8Array(total),
    price: new Int32Array(total),
    lots: new Int32Array(total),
    from,
  };
  const resting = new RestingIds();
  const book = new OrderBook(
    { capacity: shape.resting * 2 },
    ended((id) => resting.remove(id)),
  );
  for (let n = 0; n < total; n++) {
    const kind = n < from || resting.size === 0 ? LIMIT : kindOf(shape, below(100));
    const isOld = kind === CANCEL || kind === REPLACE;
    const id = isOld ? resting.pick(below) : n + 1;
    const side = isOld ? book.sideOf(id) : (below(2) as SideNo);
    const worse = side === BUY ? -1 : 1;
    const opposite = side === BUY ? book.bestAsk() : book.bestBid();
    const same = side === BUY ? book.bestBid() : book.bestAsk();
    // Without an order to stand behind, a side begins where it began.
    const touch = shape.spread === 0 ? START + (side === BUY ? 1 : 0) : opposite || same || START;
    const away = 1 + Math.trunc((below(1_000) / 1_000) ** 3 * shape.spread); // most of it near the touch
    const through = below(5);
    const behind = Math.max(1, kind === MARKETABLE ? touch - worse * through : touch + worse * away);
    const price = kind === REPLACE && below(3) === 0 ? book.priceOf(id) : behind;
    // A replace queues anew in every engine: at its own price it asks for more lots.
    const isMore = kind === REPLACE && price === book.priceOf(id);
    const taking = resting.size > shape.resting ? 40 : 20;
    stream.kind[n] = kind;
    stream.id[n] = id;
    stream.side[n] = side;
    stream.price[n] = kind === MARKET ? anyPrice(side) : price;
    stream.lots[n] = isMore ? book.openOf(id) + 1 : 1 + below(kind === LIMIT || kind === REPLACE ? 10 : taking);
    apply(stream, n, book, resting);
  }
  return stream;
}

function apply(stream: OrderStream, n: number, book: OrderBook, resting: RestingIds): void {
  const kind = stream.kind[n];
  const id = stream.id[n];
  if (kind === CANCEL) {
    book.cancel(id);
    resting.remove(id);
    return;
  }
  if (kind === REPLACE) {
    if (book.replace(id, stream.price[n], stream.lots[n]) === 0) resting.remove(id);
    return;
  }
  const mode = kind === MARKET ? IOC : REST;
  const left = book.submit(id, 1, n + 1, stream.side[n] as SideNo, stream.price[n], stream.lots[n], mode, NEWEST);
  if (left > 0) resting.add(id);
}

function kindOf(shape: StreamShape, dice: number): number {
  let upTo = shape.limits;
  if (dice < upTo) return LIMIT;
  upTo += shape.cancels;
  if (dice < upTo) return CANCEL;
  upTo += shape.replaces;
  if (dice < upTo) return REPLACE;
  return dice < upTo + shape.marketable ? MARKETABLE : MARKET;
}

const anyPrice = (side: SideNo): number => (side === SELL ? 1 : 0x7fffffff);

const ended = (tell: (id: number) => void): BookSink => ({
  trade: (_price, _lots, maker, _account, open) => {
    if (open === 0) tell(maker);
  },
  auctionTrade: () => {},
  restingReduced: () => {},
  incomingReduced: () => {},
});

/** The ids in the book, any of which can be picked. */
class RestingIds {
  private readonly ids: number[] = [];
  private readonly placeOf = new Map<number, number>();

  get size(): number {
    return this.ids.length;
  }

  add(id: number): void {
    this.placeOf.set(id, this.ids.length);
    this.ids.push(id);
  }

  remove(id: number): void {
    const place = this.placeOf.get(id);
    const last = this.ids.pop();
    if (place === undefined || last === undefined) throw new Error(`order ${id} does not rest`);
    this.placeOf.delete(id);
    if (last === id) return;
    this.ids[place] = last;
    this.placeOf.set(last, place);
  }

  pick(below: (n: number) => number): number {
    return this.ids[below(this.ids.length)];
  }
}

/** A small seeded generator (mulberry32). */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
