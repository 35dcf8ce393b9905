import { IOC, NEWEST, OrderBook, REST } from "@/engine/book/order-book";
import { BUY, SELL, type SideNo } from "@/engine/units";

export const LIMIT = 0;
export const CANCEL = 1;
export const MARKETABLE = 2;
export const MARKET = 3;

/** What came in, one operation per index. A cancel carries only the id of the order that ends. */
export interface OrderStream {
  readonly kind: Uint8Array;
  readonly id: Int32Array;
  readonly side: Uint8Array;
  readonly price: Int32Array;
  readonly lots: Int32Array;
}

const RESTING = 1_000; // orders the stream keeps in the book, more or less

/**
 * The same market for every engine that is measured: 60 % limit orders behind the touch, 30 % cancels of a resting order,
 * 5 % limit orders through the touch, 5 % market orders. A book decides what is at the touch and what still rests.
 */
export function orderStream(length: number, seed: number): OrderStream {
  const below = random(seed);
  const stream = {
    kind: new Uint8Array(length),
    id: new Int32Array(length),
    side: new Uint8Array(length),
    price: new Int32Array(length),
    lots: new Int32Array(length),
  };
  const resting = new RestingIds();
  const book = new OrderBook(
    {},
    {
      trade: (_price, _lots, maker, _account, open) => {
        if (open === 0) resting.remove(maker);
      },
      restingReduced: () => {},
      incomingReduced: () => {},
    },
  );
  for (let n = 0; n < length; n++) {
    const dice = below(100);
    const kind = n < RESTING || dice < 60 ? LIMIT : dice < 90 ? CANCEL : dice < 95 ? MARKETABLE : MARKET;
    const id = kind === CANCEL ? resting.pick(below) : n + 1;
    const side = below(2) as SideNo;
    const opposite = side === BUY ? book.bestAsk() : book.bestBid();
    const touch = opposite || (side === BUY ? book.bestBid() : book.bestAsk()) || 4_500;
    const away = Math.trunc((below(1_000) / 1_000) ** 3 * 60); // most of it near the touch
    const worse = side === BUY ? -1 : 1;
    const price = kind === LIMIT ? Math.max(1, touch + worse * (1 + away)) : Math.max(1, touch - worse * below(5));
    const taking = resting.size > RESTING ? 40 : 20;
    const lots = 1 + below(kind === LIMIT ? 10 : taking);
    stream.kind[n] = kind;
    stream.id[n] = id;
    stream.side[n] = side;
    stream.price[n] = kind === MARKET ? anyPrice(side) : price;
    stream.lots[n] = lots;
    if (kind === CANCEL) {
      book.cancel(id);
      resting.remove(id);
    } else {
      const left = book.submit(id, 1, n + 1, side, stream.price[n], lots, kind === MARKET ? IOC : REST, NEWEST);
      if (left > 0) resting.add(id);
    }
  }
  return stream;
}

const anyPrice = (side: SideNo): number => (side === SELL ? 1 : 0x7fffffff);

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

  /** 0, which no order has, if none rests. */
  pick(below: (n: number) => number): number {
    return this.ids.length === 0 ? 0 : this.ids[below(this.ids.length)];
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
