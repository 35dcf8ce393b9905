import { assert } from "../assert";
import { auctionPrice } from "./auction-price";
import { AuctionQueue, type Turn } from "./auction-queue";
import type { BookSink, BookSpec, Indicative } from "./book-face";
import { ACCOUNT, ARRIVAL, at, ID, OWNER, SHOWN } from "./order-pool";
import { RestingOrders } from "./resting-orders";
import { fromIncoming, fromResting } from "./self-trade";

/** Lots of two orders that would trade with each other, and whose turn it was. */
interface Pair {
  readonly bid: Turn;
  readonly offer: Turn;
  readonly lots: number;
}

/** Auctions (4.7): orders collect in a book that may be crossed, and then trade at one price. */
export abstract class AuctionBook extends RestingOrders {
  /** Orders are trading, and the listener may take lots out of others but not enter any. */
  protected busy = false;
  /** Counts what the listener took out. */
  protected changes = 0;

  constructor(
    spec: BookSpec,
    protected readonly sink: BookSink,
  ) {
    super(spec);
  }

  /** While on, orders rest without matching. Only `uncross` ends it for a book that has become crossed. */
  collect(on: boolean): void {
    this.assertIdle();
    assert(on || !this.overlaps(), "a crossed book is uncrossed before it trades on");
    this.isCollecting = on;
  }

  /** 4.7: where the book would uncross now, hidden lots included; own orders that would meet are counted still. */
  indicative(reference: number): Indicative | null {
    assert(Number.isSafeInteger(reference), `a reference price is whole, got ${reference}`);
    return auctionPrice(this.bids, this.asks, reference);
  }

  /**
   * 4.7: trades all that overlaps at one price, by price and then time on both sides, after own orders that would meet have
   * given way (4.5); null if nothing overlaps. From then on trading is continuous. Where the listener takes so much out
   * that orders at other prices come to overlap, these trade in a further round, at its price; `lots` has them too.
   */
  uncross(reference: number): Indicative | null {
    this.assertIdle();
    this.busy = true;
    while (!this.keepOwnOrdersApart()) {}
    const first = this.indicative(reference);
    let lots = 0;
    for (let round = first; round !== null; round = this.indicative(reference)) lots += this.tradeAt(round.price);
    this.busy = false;
    this.isCollecting = false;
    return first === null ? null : { price: first.price, lots, surplus: this.surplusAt(first.price) };
  }

  protected assertIdle(): void {
    assert(!this.busy, "orders enter a book when it is done with the one before");
  }

  private overlaps(): boolean {
    const bid = this.bids.bestPrice();
    const ask = this.asks.bestPrice();
    return bid > 0 && ask > 0 && bid >= ask;
  }

  private surplusAt(price: number): number {
    return this.bids.openWithin(this.bids.keyOf(price)) - this.asks.openWithin(this.asks.keyOf(price));
  }

  private tradeAt(price: number): number {
    const { bids, asks, orders } = this;
    const bidLimit = bids.keyOf(price);
    const askLimit = asks.keyOf(price);
    let lots = 0;
    while (bids.best <= bidLimit && asks.best <= askLimit) {
      const bid = bids.front();
      const offer = asks.front();
      if (orders.ints[bid + OWNER] === orders.ints[offer + OWNER]) {
        const [fromBid, fromOffer] = this.selfTrade(bid, offer);
        this.withdraw(bid, fromBid, offer, fromOffer);
        continue;
      }
      const { ints, doubles } = orders;
      const traded = Math.min(doubles[at(bid) + SHOWN], doubles[at(offer) + SHOWN]);
      const bidId = doubles[at(bid) + ID];
      const offerId = doubles[at(offer) + ID];
      const bidAccount = ints[bid + ACCOUNT];
      const offerAccount = ints[offer + ACCOUNT];
      const bidOpen = orders.open(bid) - traded;
      const offerOpen = orders.open(offer) - traded;
      this.fill(bids, bid, traded);
      this.fill(asks, offer, traded);
      lots += traded;
      this.sink.auctionTrade(price, traded, bidId, bidAccount, bidOpen, offerId, offerAccount, offerOpen);
    }
    return lots;
  }

  /**
   * 4.5 before anything trades. The pairs of an auction do not depend on its price: both sides in their turn, as long as the
   * bid is not below the offer, are all the lots that can trade. So the pairs are walked through once, and where an owner
   * meets himself, lots leave and the walk goes back to the first pair that this touches: the auction computed anew.
   * False if the listener took out more, so that it has to begin again.
   */
  private keepOwnOrdersApart(): boolean {
    const { ints } = this.orders;
    const bids = new AuctionQueue(this.bids, this.orders);
    const asks = new AuctionQueue(this.asks, this.orders);
    const pairs: Pair[] = [];
    while (bids.seek() && asks.seek() && this.bids.priceOf(bids.key) >= this.asks.priceOf(asks.key)) {
      if (ints[bids.order + OWNER] === ints[asks.order + OWNER]) {
        const changes = this.changes;
        this.stepBackAndWithdraw(bids, asks, pairs);
        if (this.changes !== changes) return false;
      } else {
        const lots = Math.min(bids.left(), asks.left());
        pairs.push({ bid: bids.turn(), offer: asks.turn(), lots });
        bids.use(lots);
        asks.use(lots);
      }
    }
    return true;
  }

  private stepBackAndWithdraw(bids: AuctionQueue, asks: AuctionQueue, pairs: Pair[]): void {
    const bid = bids.order;
    const offer = asks.order;
    const [fromBid, fromOffer] = this.selfTrade(bid, offer);
    const bidLeft = this.orders.open(bid) - fromBid;
    const offerLeft = this.orders.open(offer) - fromOffer;
    let bidUsed = bids.usedOfOrder();
    let offerUsed = asks.usedOfOrder();
    while (bidUsed > bidLeft || offerUsed > offerLeft) {
      const pair = pairs.pop() as Pair;
      if (pair.bid.order === bid) bidUsed -= pair.lots;
      if (pair.offer.order === offer) offerUsed -= pair.lots;
      bids.goBack(pair.bid);
      asks.goBack(pair.offer);
    }
    if (bidLeft === 0 && bids.order === bid) bids.stepOff();
    if (offerLeft === 0 && asks.order === offer) asks.stepOff();
    this.withdraw(bid, fromBid, offer, fromOffer);
  }

  /** 4.5: lots that leave a bid and an offer of one owner; the later of the two is the incoming one. */
  private selfTrade(bid: number, offer: number): [fromBid: number, fromOffer: number] {
    const { orders } = this;
    const bidOpen = orders.open(bid);
    const offerOpen = orders.open(offer);
    if (this.isLater(bid, offer)) {
      const mode = orders.selfTrade(bid);
      return [fromIncoming(mode, offerOpen, bidOpen), fromResting(mode, offerOpen, bidOpen)];
    }
    const mode = orders.selfTrade(offer);
    return [fromResting(mode, bidOpen, offerOpen), fromIncoming(mode, bidOpen, offerOpen)];
  }

  /** Takes the lots out of both, then says so: first of the order that was there first. */
  private withdraw(bid: number, fromBid: number, offer: number, fromOffer: number): void {
    const isBidLater = this.isLater(bid, offer);
    const sayBid = this.withdrawal(bid, fromBid);
    const sayOffer = this.withdrawal(offer, fromOffer);
    if (isBidLater) {
      sayOffer();
      sayBid();
    } else {
      sayBid();
      sayOffer();
    }
  }

  private withdrawal(order: number, lots: number): () => void {
    if (lots === 0) return () => {};
    const { orders } = this;
    const id = orders.doubles[at(order) + ID];
    const account = orders.ints[order + ACCOUNT];
    const side = orders.side(order);
    const price = this.price(order);
    const open = orders.open(order) - lots;
    this.takeOut(order, lots);
    return () => this.sink.restingReduced(id, account, side, price, lots, open);
  }

  private isLater(order: number, other: number): boolean {
    const { doubles } = this.orders;
    return doubles[at(order) + ARRIVAL] > doubles[at(other) + ARRIVAL];
  }
}
