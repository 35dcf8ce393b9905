import { type BookSink, IOC, NEWEST, type OrderBook, REST } from "@/engine/book/order-book";
import type { SideNo } from "@/engine/units";
import { CANCEL, MARKET, type OrderStream, REPLACE } from "./order-stream";

/** Plays the operations from one up to another into a book. */
export function play({ kind, id, side, price, lots }: OrderStream, book: OrderBook, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    if (kind[n] === CANCEL) book.cancel(id[n]);
    else if (kind[n] === REPLACE) book.replace(id[n], price[n], lots[n]);
    else {
      const mode = kind[n] === MARKET ? IOC : REST;
      book.submit(id[n], n & 63, n + 1, side[n] as SideNo, price[n], lots[n], mode, NEWEST);
    }
  }
}

/** Counts what traded, as the clearing of a room would hear of it, and on request writes it down. */
export class Trades implements BookSink {
  lots = 0;
  constructor(private readonly written?: string[]) {}
  trade(price: number, lots: number, maker: number, _account: number, _open: number, taker: number): void {
    this.lots += lots;
    this.written?.push(`${lots} @ ${price} of order ${maker} with ${taker}`);
  }
  auctionTrade(): void {}
  restingReduced(): void {}
  incomingReduced(): void {}
}
