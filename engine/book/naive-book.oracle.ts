import { BUY, SELL, type SideNo } from "../units";
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
  type Indicative,
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
  readonly selfTrade: SelfTrade;
  readonly display: number;
  readonly arrival: number;
  /** Its place in time among the orders at its price. */
  place: number;
  open: number;
  shown: number;
}

const silent: BookSink = {
  trade: () => {},
  auctionTrade: () => {},
  restingReduced: () => {},
  incomingReduced: () => {},
};

/** The rules once more, as plainly as they can be said: a list of orders, sorted whenever somebody asks. For tests. */
export class NaiveBook {
  ending: Ending = ENDED_NOT;
  collecting = false;
  private orders: NaiveOrder[] = [];
  private time = 0;

  constructor(private sink: BookSink) {}

  submit(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    mode: Mode,
    selfTrade: SelfTrade,
    display = 0,
  ): number {
    const now = this.time++;
    const terms = { id, account, owner, side, price, selfTrade, display };
    const incoming: NaiveOrder = { ...terms, arrival: now, place: now, open: lots, shown: lots };
    this.ending = ENDED_NOT;
    if (mode === FOK && !this.wouldTradeWhole(incoming)) {
      this.ending = ENDED_FOK;
      return 0;
    }
    while (!this.collecting && incoming.open > 0) {
      const maker = this.makersFor(incoming)[0];
      if (!maker) break;
      if (maker.owner === owner) this.preventSelfTrade(incoming, maker);
      else this.trade(incoming, maker);
    }
    if (incoming.open === 0) return 0;
    if (mode !== REST) {
      this.ending = ENDED_IOC;
      return 0;
    }
    showTranche(incoming);
    this.orders.push(incoming);
    return incoming.open;
  }

  replace(id: number, price: number, open: number): number {
    const order = this.rested(id);
    this.ending = ENDED_NOT;
    if (price === order.price && open < order.open) {
      this.takeOut(order, order.open - open);
      return open;
    }
    this.cancel(id);
    const { account, owner, side, selfTrade, display } = order;
    return this.submit(id, account, owner, side, price, open, REST, selfTrade, display);
  }

  cancel(id: number): number {
    const open = this.openOf(id);
    this.orders = this.orders.filter((order) => order.id !== id);
    return open;
  }

  shrink(id: number, lots: number): number {
    const order = this.rested(id);
    this.takeOut(order, lots);
    return order.open;
  }

  collect(on: boolean): void {
    this.collecting = on;
  }

  /** Every tick between the best prices is tried; where these are far apart, every one at or next to an order's price. */
  indicative(reference: number): Indicative | null {
    const [bids, asks] = [this.side(BUY), this.side(SELL)];
    if (bids.length === 0 || asks.length === 0 || bids[0].price < asks[0].price) return null;
    const [lowest, highest] = [asks[0].price, bids[0].price];
    const ticks =
      highest - lowest < 300
        ? Array.from({ length: highest - lowest + 1 }, (_, n) => lowest + n)
        : [reference, ...[...bids, ...asks].flatMap(({ price }) => [price - 1, price, price + 1])];
    const candidates = ticks
      .filter((price) => price >= lowest && price <= highest)
      .map((price) => {
        const wanted = total(bids.filter((order) => order.price >= price));
        const offered = total(asks.filter((order) => order.price <= price));
        return { price, lots: Math.min(wanted, offered), surplus: wanted - offered };
      });
    const away = (price: number) => Math.abs(price - reference);
    return candidates.sort(
      (a, b) =>
        b.lots - a.lots ||
        Math.abs(a.surplus) - Math.abs(b.surplus) ||
        away(a.price) - away(b.price) ||
        a.price - b.price,
    )[0];
  }

  uncross(reference: number): Indicative | null {
    for (let pair = this.firstOwnPair(); pair; pair = this.firstOwnPair()) this.keepApart(...pair);
    const first = this.indicative(reference);
    let lots = 0;
    for (let round = first; round; round = this.indicative(reference)) lots += this.tradeAt(round.price);
    this.collecting = false;
    if (!first) return null;
    const wanted = total(this.side(BUY).filter(({ price }) => price >= first.price));
    const offered = total(this.side(SELL).filter(({ price }) => price <= first.price));
    return { price: first.price, lots, surplus: wanted - offered };
  }

  order(id: number): NaiveOrder | undefined {
    return this.orders.find((order) => order.id === id);
  }

  openOf(id: number): number {
    return this.order(id)?.open ?? 0;
  }

  frontOf(side: SideNo): number {
    return this.side(side)[0]?.id ?? 0;
  }

  /** In price-time priority. */
  side(side: SideNo): NaiveOrder[] {
    const better = (a: NaiveOrder, b: NaiveOrder) => (side === BUY ? b.price - a.price : a.price - b.price);
    return this.orders.filter((order) => order.side === side).sort((a, b) => better(a, b) || a.place - b.place);
  }

  depth(side: SideNo, levels: number): [number, number, number][] {
    const rows: [number, number, number][] = [];
    for (const { price, shown } of this.side(side)) {
      const row = rows.at(-1);
      if (row?.[0] === price) {
        row[1] += shown;
        row[2]++;
      } else rows.push([price, shown, 1]);
    }
    return rows.slice(0, levels);
  }

  fillable(side: SideNo, price: number, owner: number, most: number): number {
    return Math.min(most, total(this.makersFor({ side, price }).filter((maker) => maker.owner !== owner)));
  }

  /** The orders an incoming one may trade with, in the order it meets them. */
  private makersFor(incoming: { side: SideNo; price: number }): NaiveOrder[] {
    return this.side(incoming.side === BUY ? SELL : BUY).filter((maker) =>
      incoming.side === BUY ? maker.price <= incoming.price : maker.price >= incoming.price,
    );
  }

  private rested(id: number): NaiveOrder {
    const order = this.order(id);
    if (!order) throw new Error(`no order ${id}`);
    return order;
  }

  private trade(taker: NaiveOrder, maker: NaiveOrder): void {
    const lots = Math.min(taker.open, maker.shown);
    taker.open -= lots;
    this.fill(maker, lots);
    const { price } = maker;
    this.sink.trade(price, lots, maker.id, maker.account, maker.open, taker.id, taker.account, taker.open, taker.side);
  }

  /** The two that would trade next in an auction. */
  private nextPair(): [bid: NaiveOrder, offer: NaiveOrder] | null {
    const [bid, offer] = [this.side(BUY)[0], this.side(SELL)[0]];
    return bid && offer && bid.price >= offer.price ? [bid, offer] : null;
  }

  private tradeAt(price: number): number {
    let traded = 0;
    for (let pair = this.nextPair(); pair; pair = this.nextPair()) {
      const [bid, offer] = pair;
      if (bid.price < price || offer.price > price) break;
      if (bid.owner === offer.owner) {
        this.keepApart(bid, offer);
        continue;
      }
      const lots = Math.min(bid.shown, offer.shown);
      this.fill(bid, lots);
      this.fill(offer, lots);
      traded += lots;
      this.sink.auctionTrade(price, lots, bid.id, bid.account, bid.open, offer.id, offer.account, offer.open);
    }
    return traded;
  }

  /** Plays the auction through on a copy of the book, until an owner meets himself. */
  private firstOwnPair(): [bid: NaiveOrder, offer: NaiveOrder] | null {
    const trial = this.copy();
    for (let pair = trial.nextPair(); pair; pair = trial.nextPair()) {
      const [bid, offer] = pair;
      if (bid.owner === offer.owner) return [this.rested(bid.id), this.rested(offer.id)];
      const lots = Math.min(bid.shown, offer.shown);
      trial.fill(bid, lots);
      trial.fill(offer, lots);
    }
    return null;
  }

  /** 4.5 in an auction: the later order counts as the incoming one. */
  private keepApart(bid: NaiveOrder, offer: NaiveOrder): void {
    const [earlier, later] = bid.arrival < offer.arrival ? [bid, offer] : [offer, bid];
    const smaller = Math.min(earlier.open, later.open);
    const mode = later.selfTrade;
    const fromEarlier = mode === NEWEST ? 0 : mode === DECREMENT ? smaller : earlier.open;
    const fromLater = mode === OLDEST ? 0 : mode === DECREMENT ? smaller : later.open;
    this.takeOut(earlier, fromEarlier);
    this.takeOut(later, fromLater);
    const reports = [[earlier, fromEarlier, earlier.open] as const, [later, fromLater, later.open] as const];
    for (const [{ id, account, side, price }, out, open] of reports) {
      if (out > 0) this.sink.restingReduced(id, account, side, price, out, open);
    }
  }

  private preventSelfTrade(incoming: NaiveOrder, resting: NaiveOrder): void {
    const mode = incoming.selfTrade;
    const smaller = Math.min(incoming.open, resting.open);
    if (mode === OLDEST || mode === BOTH) this.reduceResting(resting, resting.open);
    if (mode === DECREMENT) this.reduceResting(resting, smaller);
    if (mode === NEWEST || mode === BOTH) this.reduceIncoming(incoming, incoming.open);
    if (mode === DECREMENT) this.reduceIncoming(incoming, smaller);
  }

  private reduceResting(order: NaiveOrder, lots: number): void {
    this.takeOut(order, lots);
    this.sink.restingReduced(order.id, order.account, order.side, order.price, lots, order.open);
  }

  private reduceIncoming(order: NaiveOrder, lots: number): void {
    order.open -= lots;
    if (order.open === 0) this.ending = ENDED_SELF_TRADE;
    this.sink.incomingReduced(order.id, order.account, lots, order.open);
  }

  /** Shown lots trade; a tranche traded away is followed by the next one, behind the others. */
  private fill(order: NaiveOrder, lots: number): void {
    order.open -= lots;
    order.shown -= lots;
    if (order.shown > 0) return;
    showTranche(order);
    order.place = this.time++;
    this.dropEmpty();
  }

  /** Hidden lots go first. */
  private takeOut(order: NaiveOrder, lots: number): void {
    order.open -= lots;
    order.shown = Math.min(order.shown, order.open);
    this.dropEmpty();
  }

  private dropEmpty(): void {
    this.orders = this.orders.filter((order) => order.open > 0);
  }

  /** Plays the order through on a copy of the book, and looks at what traded. */
  private wouldTradeWhole({ id, account, owner, side, price, open, selfTrade }: NaiveOrder): boolean {
    let traded = 0;
    const trial = this.copy();
    trial.sink = { ...silent, trade: (_price, lots) => (traded += lots) };
    trial.submit(id, account, owner, side, price, open, IOC, selfTrade);
    return traded === open;
  }

  private copy(): NaiveBook {
    const copy = new NaiveBook(silent);
    copy.orders = this.orders.map((order) => ({ ...order }));
    copy.time = this.time;
    return copy;
  }
}

const total = (orders: readonly NaiveOrder[]): number => orders.reduce((lots, order) => lots + order.open, 0);

function showTranche(order: NaiveOrder): void {
  order.shown = order.display > 0 ? Math.min(order.display, order.open) : order.open;
}
