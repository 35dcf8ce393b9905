import { expect } from "vitest";
import { BUY, SELL, type SideNo } from "../units";
import { NaiveBook } from "./naive-book.oracle";
import { type BookSink, type BookSpec, type Mode, OrderBook, REST, type SelfTrade } from "./order-book";

export type Step =
  | {
      do: "submit";
      owner: number;
      side: SideNo;
      price: number;
      lots: number;
      mode: Mode;
      selfTrade: SelfTrade;
      display: number;
    }
  | { do: "replace"; pick: number; price: number; lots: number; fewer: boolean }
  | { do: "cancel"; pick: number }
  | { do: "shrink"; pick: number }
  | { do: "collect" }
  | { do: "uncross"; reference: number }
  | { do: "restore"; spec: BookSpec };

/** What a listener does when it hears of lots of an order, in the middle of a sweep or an auction. */
export type Listener = "listens" | "cancels the next order" | "shrinks the next order" | "cancels what trades next";

type Told = readonly (string | number)[];

interface Heard {
  openOf(id: number): number;
  frontOf(side: SideNo): number;
  cancel(id: number): number;
  shrink(id: number, lots: number): number;
}

/** The book and the naive book, given the same steps and heard by the same listener; every step compares what they say. */
export class Twins {
  private readonly told: Told[] = [];
  private readonly toldNaive: Told[] = [];
  private readonly naive: NaiveBook;
  private readonly ids: number[] = [];
  private readonly sink: BookSink;
  book: OrderBook;
  /** The book as it was restored at some moment, which must not be told from the one that went on. */
  private restored: OrderBook | null = null;

  constructor(
    private readonly spec: BookSpec,
    private readonly idOf: (n: number) => number,
    private readonly listener: Listener = "listens",
  ) {
    this.sink = this.listen(this.told, () => this.book);
    this.book = new OrderBook(spec, this.sink);
    this.naive = new NaiveBook(this.listen(this.toldNaive, () => this.naive));
  }

  take(step: Step): void {
    const { naive } = this;
    if (step.do === "submit") {
      const { owner, side, price, lots, selfTrade, display } = step;
      const id = this.idOf(this.ids.length);
      this.ids.push(id);
      const mode = naive.collecting ? REST : step.mode;
      // Two accounts per owner: the book must report the one the order came from.
      const account = owner * 2 + (id % 2);
      this.both((book) => book.submit(id, account, owner, side, price, lots, mode, selfTrade, display));
    } else if (step.do === "replace") {
      const resting = [...naive.side(BUY), ...naive.side(SELL)];
      if (resting.length === 0) return;
      const { id, price, open } = resting[step.pick % resting.length];
      const at = step.fewer ? price : step.price;
      const lots = step.fewer ? Math.max(1, Math.ceil(open / 2)) : step.lots;
      this.both((book) => book.replace(id, at, lots));
    } else if (step.do === "cancel") {
      const id = this.ids[step.pick % this.ids.length] ?? 1;
      this.both((book) => book.cancel(id));
    } else if (step.do === "shrink") {
      const id = this.ids[step.pick % this.ids.length] ?? 1;
      const open = naive.openOf(id);
      if (open > 0) this.both((book) => book.shrink(id, 1 + (step.pick % open)));
    } else if (step.do === "collect") this.both((book) => book.collect(true));
    else if (step.do === "uncross") {
      this.both((book) => book.indicative(step.reference));
      this.both((book) => book.uncross(step.reference));
    } else this.restore(step.spec);
  }

  compare(): void {
    const { book, naive } = this;
    book.check();
    const resting = { [BUY]: naive.side(BUY), [SELL]: naive.side(SELL) };
    expect(book.size).toBe(resting[BUY].length + resting[SELL].length);
    expect(book.collecting).toBe(naive.collecting);
    expect([book.bestBid(), book.bestAsk()]).toEqual([resting[BUY][0]?.price ?? 0, resting[SELL][0]?.price ?? 0]);
    for (const side of [BUY, SELL] as const) {
      expect(book.frontOf(side)).toBe(naive.frontOf(side));
      const seen: number[][] = [];
      book.forEach(side, (...order) => seen.push([...order, book.shownOf(order[0])]));
      expect(seen).toEqual(
        resting[side].map(({ id, account, price, open, shown }) => [id, account, price, open, shown]),
      );
      const rows = naive.depth(side, Number.POSITIVE_INFINITY);
      expect(book.depth(side, Number.POSITIVE_INFINITY)).toEqual(rows);
      const middle = rows[rows.length >> 1]?.[0] ?? 100;
      const reached = rows.filter(([price]) => (side === BUY ? price >= middle : price <= middle));
      expect(book.lotsWithin(side, middle)).toBe(reached.reduce((lots, row) => lots + row[1], 0));
      expect([book.lotsAt(side, middle), book.ordersAt(side, middle)]).toEqual(reached.at(-1)?.slice(1) ?? [0, 0]);
      const within: number[] = [];
      book.forEachWithin(side, middle, (id) => within.push(id) < 5);
      const reachable = resting[side].filter(({ price }) => (side === BUY ? price >= middle : price <= middle));
      expect(within).toEqual(reachable.slice(0, 5).map(({ id }) => id));
      const taker = side === BUY ? SELL : BUY;
      expect(book.wouldTrade(taker, middle)).toBe(!naive.collecting && rows.length > 0);
      expect(book.fillable(taker, middle, 1, 7)).toBe(naive.fillable(taker, middle, 1, 7));
      const last = resting[side].at(-1);
      if (last) {
        const ahead = resting[side].filter((order) => order.price === last.price && order !== last);
        expect(book.aheadOf(last.id)).toBe(ahead.reduce((lots, order) => lots + order.shown, 0));
      }
    }
    if (this.restored) expect(this.restored.digest()).toBe(book.digest());
  }

  /** Both must answer alike, end alike, and have told the same; so must the book restored earlier. */
  private both(command: (book: OrderBook | NaiveBook) => unknown): void {
    const answer = command(this.book);
    expect(answer).toEqual(command(this.naive));
    expect(this.book.ending).toBe(this.naive.ending);
    expect(this.told.splice(0)).toEqual(this.toldNaive.splice(0));
    if (this.restored) expect(command(this.restored)).toEqual(answer);
  }

  private restore(spec: BookSpec): void {
    const { book } = this;
    const saved = JSON.parse(JSON.stringify(book.snapshot()));
    const restored: OrderBook = OrderBook.restore(
      spec,
      this.listen([], () => restored),
      saved,
    );
    expect(restored.digest()).toBe(book.digest());
    expect(restored.snapshot()).toEqual(saved);
    this.restored = restored;
  }

  private listen(told: Told[], book: () => Heard): BookSink {
    const act = (id: number, lots: number, side: SideNo) => {
      const next = this.ids[(this.ids.indexOf(id) + 1) % this.ids.length];
      const open = book().openOf(next);
      if (this.listener === "cancels the next order") book().cancel(next);
      else if (this.listener === "shrinks the next order" && open > 0) book().shrink(next, Math.min(lots, open));
      else if (this.listener === "cancels what trades next") book().cancel(book().frontOf(side));
    };
    return {
      trade: (...trade) => {
        told.push(["trade", ...trade]);
        act(trade[2], trade[1], trade[8] === BUY ? SELL : BUY);
      },
      auctionTrade: (...trade) => {
        told.push(["auction", ...trade]);
        act(trade[2], trade[1], trade[1] % 2 === 0 ? BUY : SELL);
      },
      restingReduced: (...out) => {
        told.push(["resting", ...out]);
        act(out[0], out[4], out[2]);
      },
      incomingReduced: (...out) => {
        told.push(["incoming", ...out]);
      },
    };
  }
}
