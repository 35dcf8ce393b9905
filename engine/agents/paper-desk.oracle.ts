import { IOC, NEWEST, OrderBook, REST } from "../book/order-book";
import { Calendar } from "../calendar";
import { defaultRoomConfig } from "../default-config";
import { BUY, SELL, type SideNo } from "../units";
import type { Desk } from "./participant";

const ME = 1;
const OTHERS = 2;

/** A desk at a venue of one or a few empty books, for tests: real matching, a band and limits, and no margin. */
export class PaperDesk implements Desk {
  now: number;
  day = new Calendar(defaultRoomConfig.calendar).day(1);
  commands = 0;
  fixings = { known: 0, total: 22, sum: 0 };
  level = 455_900; // 1/100 tick
  private readonly books: { book: OrderBook; net: number; open: [number, number]; mark: number; settlement: number }[];
  private orders = 0;

  constructor(
    readonly months: number,
    settlement = 4559,
  ) {
    this.now = this.day.open;
    this.books = Array.from({ length: months }, (_, slot) => ({
      book: new OrderBook(
        {},
        {
          trade: (price, lots, _maker, makerAccount, _open, _taker, takerAccount, _left, takerSide) => {
            const signed = takerSide === BUY ? lots : -lots;
            const at = this.books[slot];
            if (takerAccount === ME) at.net += signed;
            if (makerAccount !== ME) return;
            at.net -= signed;
            at.open[takerSide === BUY ? SELL : BUY] -= lots;
            at.mark = price;
          },
          auctionTrade: () => undefined,
          restingReduced: () => undefined,
          incomingReduced: () => undefined,
        },
      ),
      net: 0,
      open: [0, 0],
      mark: settlement,
      settlement,
    }));
  }

  /** Someone else's order: it trades or rests. */
  others(slot: number, side: SideNo, price: number, lots: number): void {
    this.orders += 1;
    this.books[slot].book.submit(this.orders, OTHERS, OTHERS, side, price, lots, REST, NEWEST);
  }

  /** Someone else's quotes on both sides, instead of those that stood. */
  quoteOthers(slot: number, bid: number, ask: number, lots: number): void {
    const { book } = this.books[slot];
    const standing: number[] = [];
    for (const side of [BUY, SELL] as const) {
      book.forEach(side, (id, account) => {
        if (account === OTHERS) standing.push(id);
      });
    }
    for (const id of standing) book.cancel(id);
    this.others(slot, BUY, bid, lots);
    this.others(slot, SELL, ask, lots);
  }

  slotsOf = (benchmark: string): readonly number[] => (benchmark === "PREM" ? this.books.map((_, slot) => slot) : []);
  symbol = (slot: number): string => `PREM-${slot}`;
  collecting = (): boolean => false;
  bid = (slot: number): number => this.books[slot].book.bestBid();
  ask = (slot: number): number => this.books[slot].book.bestAsk();
  last = (): number => 0;
  settlement = (slot: number): number => this.books[slot].settlement;
  limitLow = (slot: number): number => Math.ceil(this.books[slot].settlement * 0.9);
  limitHigh = (slot: number): number => Math.floor(this.books[slot].settlement * 1.1);
  lotsAt = (slot: number, side: SideNo, price: number): number => this.books[slot].book.lotsAt(side, price);
  fixing = (): number => this.level;
  implied = (): number => this.level;
  expected = (): number => this.level;
  knownFixings = (slot: number) => (slot === 0 ? this.fixings : { known: 0, total: 21, sum: 0 });
  net = (slot: number): number => this.books[slot].net;
  openLots = (slot: number, side: SideNo): number => this.books[slot].open[side];
  free = (): number => 100_000_000;
  equity = (): number => 100_000_000;
  initialMargin = (): number => 8_627;
  positionRoom = (slot: number, side: SideNo): number =>
    Math.max(0, 500 - this.books[slot].open[side] - (side === BUY ? 1 : -1) * this.books[slot].net);

  /** 4.8 for a book with nothing traded: the previous mark, not past the touch. */
  mark(slot: number): number {
    const at = this.books[slot];
    const [bid, ask] = [at.book.bestBid(), at.book.bestAsk()];
    if (ask > 0 && at.mark > ask) at.mark = ask;
    if (bid > 0 && at.mark < bid) at.mark = bid;
    return at.mark;
  }

  rest(slot: number, side: SideNo, price: number, lots: number): number {
    return this.enter(slot, side, price, lots, REST);
  }

  take(slot: number, side: SideNo, price: number, lots: number): number {
    const before = this.net(slot);
    this.enter(slot, side, price, lots, IOC);
    return Math.abs(this.net(slot) - before);
  }

  cancel(slot: number, id: number): void {
    this.commands += 1;
    const { book, open } = this.books[slot];
    if (!book.has(id)) return;
    const side = book.sideOf(id);
    open[side] -= book.cancel(id);
  }

  cancelAll(slot: number): void {
    for (const side of [BUY, SELL] as const) for (const { id } of this.quotes(slot, side)) this.cancel(slot, id);
  }

  /** This participant's own orders on a side, best first. */
  quotes(slot: number, side: SideNo): { id: number; price: number; lots: number }[] {
    const found: { id: number; price: number; lots: number }[] = [];
    this.books[slot].book.forEach(side, (id, account, price, lots) => {
      if (account === ME) found.push({ id, price, lots });
    });
    return found;
  }

  private enter(slot: number, side: SideNo, price: number, lots: number, mode: typeof REST | typeof IOC): number {
    this.commands += 1;
    const mark = this.mark(slot);
    if (price < this.limitLow(slot) || price > this.limitHigh(slot)) return 0;
    if (side === BUY ? price > mark * 1.03 : price < mark * 0.97) return 0; // 4.3
    this.orders += 1;
    const id = this.orders;
    const resting = this.books[slot].book.submit(id, ME, ME, side, price, lots, mode, NEWEST);
    this.books[slot].open[side] += resting;
    this.mark(slot);
    return resting > 0 ? id : 0;
  }
}
