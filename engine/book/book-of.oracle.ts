import type { SideNo } from "../units";
import { type Mode, NEWEST, OrderBook, REST, type SelfTrade } from "./order-book";

export type Resting = [id: number, owner: number, side: SideNo, price: number, lots: number];

/** What a book reported. */
export type Report =
  | { maker: number; taker: number; price: number; lots: number }
  | { resting: number; out: number; open: number }
  | { incoming: number; out: number; open: number };

/** For tests: a book in which owner n trades through account 10 × n, and everything it reports. */
export function bookOf(...resting: Resting[]) {
  const reports: Report[] = [];
  const book = new OrderBook(
    {},
    {
      trade: (price, lots, maker, _makerAccount, _makerOpen, taker) => reports.push({ maker, taker, price, lots }),
      restingReduced: (order, _account, _side, _price, lots, open) => reports.push({ resting: order, out: lots, open }),
      incomingReduced: (order, _account, lots, open) => reports.push({ incoming: order, out: lots, open }),
    },
  );
  const send = ([id, owner, side, price, lots]: Resting, mode: Mode = REST, selfTrade: SelfTrade = NEWEST) => {
    const rests = book.submit(id, owner * 10, owner, side, price, lots, mode, selfTrade);
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
  return { book, reports, send, queue };
}
