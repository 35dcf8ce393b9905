import type { SideNo } from "../units";
import { type BookSink, type Mode, NEWEST, OrderBook, REST, type SelfTrade } from "./order-book";

export type Resting = [
  id: number,
  owner: number,
  side: SideNo,
  price: number,
  lots: number,
  display?: number,
  selfTrade?: SelfTrade,
];

/** What a book reported. */
export type Report =
  | { maker: number; taker: number; price: number; lots: number }
  | { bid: number; offer: number; price: number; lots: number }
  | { resting: number; out: number; open: number }
  | { incoming: number; out: number; open: number };

/** For tests: a book in which owner n trades through account 10 × n, and everything it reports. */
export function bookOf(...resting: Resting[]) {
  const reports: Report[] = [];
  const hear = { report: (_: Report) => {} };
  const tell = (report: Report) => {
    book.check();
    reports.push(report);
    hear.report(report);
  };
  const sink: BookSink = {
    trade: (price, lots, maker, _makerAccount, _makerOpen, taker) => tell({ maker, taker, price, lots }),
    auctionTrade: (price, lots, bid, _bidAccount, _bidOpen, offer) => tell({ bid, offer, price, lots }),
    restingReduced: (order, _account, _side, _price, lots, open) => tell({ resting: order, out: lots, open }),
    incomingReduced: (order, _account, lots, open) => tell({ incoming: order, out: lots, open }),
  };
  const book = new OrderBook({}, sink);
  const send = ([id, owner, side, price, lots, display, mode]: Resting, tif: Mode = REST, selfTrade?: SelfTrade) => {
    const rests = book.submit(id, owner * 10, owner, side, price, lots, tif, selfTrade ?? mode ?? NEWEST, display);
    book.check();
    return rests;
  };
  for (const order of resting) send(order);
  /** Ids and open lots in priority order. */
  const queue = (side: SideNo) => {
    const orders: [number, number][] = [];
    book.forEach(side, (id, _account, _price, open) => orders.push([id, open]));
    return orders;
  };
  return { book, reports, send, queue, hear, sink };
}
