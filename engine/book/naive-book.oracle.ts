import { BUY, type SideNo } from "../units";
import {
  BOTH,
  type BookSink,
  DECREMENT,
  ENDED_FOK,
  ENDED_IOC,
  ENDED_NOT,
  ENDED_SELF_TRADE,
  type Ending,
  FOK,
  IOC,
  type Mode,
  NEWEST,
  OLDEST,
  REST,
  type SelfTrade,
} from "./book-face";

export interface NaiveOrder {
  readonly id: number;
  readonly account: number;
  readonly owner: number;
  readonly side: SideNo;
  readonly price: number;
  readonly arrival: number;
  open: number;
}

/** The rules once more, as plainly as they can be said: a list of orders, sorted whenever somebody asks. For tests. */
export class NaiveBook {
  ending: Ending = ENDED_NOT;
  private orders: NaiveOrder[] = [];
  private arrivals = 0;

  constructor(private readonly sink: BookSink) {}

  submit(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    mode: Mode,
    selfTrade: SelfTrade,
  ): number {
    const incoming: NaiveOrder = { id, account, owner, side, price, arrival: this.arrivals++, open: lots };
    this.ending = ENDED_NOT;
    if (mode === FOK && !this.wouldTradeWhole(incoming, selfTrade)) {
      this.ending = ENDED_FOK;
      return 0;
    }
    for (let maker = this.nextMaker(incoming); maker && incoming.open > 0; maker = this.nextMaker(incoming)) {
      if (maker.owner === owner) this.preventSelfTrade(incoming, maker, selfTrade);
      else this.trade(incoming, maker);
    }
    if (incoming.open > 0 && mode === REST) this.orders.push(incoming);
    else if (incoming.open > 0) this.ending = ENDED_IOC;
    return mode === REST ? incoming.open : 0;
  }

  replace(id: number, price: number, open: number, selfTrade: SelfTrade): number {
    const order = this.order(id);
    if (!order) throw new Error(`no order ${id}`);
    this.ending = ENDED_NOT;
    if (price === order.price && open < order.open) {
      order.open = open;
      return open;
    }
    this.cancel(id);
    return this.submit(id, order.account, order.owner, order.side, price, open, REST, selfTrade);
  }

  cancel(id: number): number {
    const open = this.order(id)?.open ?? 0;
    this.orders = this.orders.filter((order) => order.id !== id);
    return open;
  }

  order(id: number): NaiveOrder | undefined {
    return this.orders.find((order) => order.id === id);
  }

  /** In price-time priority. */
  side(side: SideNo): NaiveOrder[] {
    const better = (a: NaiveOrder, b: NaiveOrder) => (side === BUY ? b.price - a.price : a.price - b.price);
    return this.orders.filter((order) => order.side === side).sort((a, b) => better(a, b) || a.arrival - b.arrival);
  }

  depth(side: SideNo, levels: number): [number, number, number][] {
    const rows: [number, number, number][] = [];
    for (const { price, open } of this.side(side)) {
      const row = rows.at(-1);
      if (row?.[0] === price) {
        row[1] += open;
        row[2]++;
      } else rows.push([price, open, 1]);
    }
    return rows.slice(0, levels);
  }

  fillable(side: SideNo, price: number, owner: number, most: number): number {
    const others = this.makersFor({ side, price }).filter((maker) => maker.owner !== owner);
    return Math.min(
      most,
      others.reduce((lots, maker) => lots + maker.open, 0),
    );
  }

  /** The orders an incoming one may trade with, in the order it meets them. */
  private makersFor(incoming: { side: SideNo; price: number }): NaiveOrder[] {
    return this.side(incoming.side === BUY ? 1 : 0).filter((maker) =>
      incoming.side === BUY ? maker.price <= incoming.price : maker.price >= incoming.price,
    );
  }

  private nextMaker(incoming: NaiveOrder): NaiveOrder | undefined {
    return this.makersFor(incoming)[0];
  }

  private trade(taker: NaiveOrder, maker: NaiveOrder): void {
    const lots = Math.min(taker.open, maker.open);
    this.take(taker, lots);
    this.take(maker, lots);
    this.sink.trade(
      maker.price,
      lots,
      maker.id,
      maker.account,
      maker.open,
      taker.id,
      taker.account,
      taker.open,
      taker.side,
    );
  }

  private preventSelfTrade(incoming: NaiveOrder, resting: NaiveOrder, mode: SelfTrade): void {
    const smaller = Math.min(incoming.open, resting.open);
    if (mode === OLDEST || mode === BOTH) this.reduceResting(resting, resting.open);
    if (mode === DECREMENT) this.reduceResting(resting, smaller);
    if (mode === NEWEST || mode === BOTH) this.reduceIncoming(incoming, incoming.open);
    if (mode === DECREMENT) this.reduceIncoming(incoming, smaller);
  }

  private reduceResting(order: NaiveOrder, lots: number): void {
    this.take(order, lots);
    this.sink.restingReduced(order.id, order.account, order.side, order.price, lots, order.open);
  }

  private reduceIncoming(order: NaiveOrder, lots: number): void {
    this.take(order, lots);
    if (order.open === 0) this.ending = ENDED_SELF_TRADE;
    this.sink.incomingReduced(order.id, order.account, lots, order.open);
  }

  private take(order: NaiveOrder, lots: number): void {
    order.open -= lots;
    if (order.open === 0) this.orders = this.orders.filter((other) => other !== order);
  }

  /** Plays the order through on a copy of the book, and looks at what traded. */
  private wouldTradeWhole(incoming: NaiveOrder, selfTrade: SelfTrade): boolean {
    let traded = 0;
    const trial = new NaiveBook({
      trade: (_price, lots) => {
        traded += lots;
      },
      restingReduced: () => {},
      incomingReduced: () => {},
    });
    trial.orders = this.orders.map((order) => ({ ...order }));
    const { id, account, owner, side, price, open } = incoming;
    trial.submit(id, account, owner, side, price, open, IOC, selfTrade);
    return traded === open;
  }
}
