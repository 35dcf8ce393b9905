import { assert } from "../assert";
import { auctionPrice } from "./auction-price";
import { AuctionQueue, type Turn } from "./auction-queue";
import type { BookSink, BookSpec, Indicative } from "./book-face";

import type { Order } from "./order";
import { COLLECTING, CONTINUOUS, RestingOrders, UNCROSSING } from "./resting-orders";
import { fromIncoming, fromResting } from "./self-trade";

/** Lots of two orders that would trade with each other, and whose turn it was. */
interface Pair {
  readonly bid: Turn;
  readonly offer: Turn;
  readonly lots: number;
}

interface Withdrawal {
  readonly ofBid: number;
  readonly ofOffer: number;
}

/** Auctions (4.7): orders collect in a book that may be crossed, and then trade at one price. */
export abstract class AuctionBook extends RestingOrders {
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
    this.phase = on ? COLLECTING : CONTINUOUS;
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
    this.phase = UNCROSSING;
    while (!this.keepOwnOrdersApart()) {}
    const first = this.indicative(reference);
    let lots = 0;
    for (let round = first; round !== null; round = this.indicative(reference)) lots += this.tradeAt(round.price);
    this.phase = CONTINUOUS;
    return first === null ? null : { price: first.price, lots, surplus: this.surplusAt(first.price) };
  }

  protected assertIdle(): void {
    assert(this.phase <= COLLECTING, "orders enter a book when it is done with the one before");
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
    const { bids, asks } = this;
    const bidLimit = bids.keyOf(price);
    const askLimit = asks.keyOf(price);
    let lots = 0;
    while (bids.best <= bidLimit && asks.best <= askLimit) {
      const bid = bids.front();
      const offer = asks.front();
      if (bid.owner === offer.owner) {
        this.withdraw(bid, offer, outOf(bid, offer));
        continue;
      }
      const traded = Math.min(bid.shown, offer.shown);
      const { id: bidId, account: bidAccount } = bid;
      const { id: offerId, account: offerAccount } = offer;
      const bidOpen = bid.open - traded;
      const offerOpen = offer.open - traded;
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
    const bids = new AuctionQueue(this.bids);
    const asks = new AuctionQueue(this.asks);
    const pairs: Pair[] = [];
    while (bids.seek() && asks.seek() && this.bids.priceOf(bids.key) >= this.asks.priceOf(asks.key)) {
      if (bids.order.owner === asks.order.owner) {
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
    const out = outOf(bid, offer);
    const bidLeft = bid.open - out.ofBid;
    const offerLeft = offer.open - out.ofOffer;
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
    this.withdraw(bid, offer, out);
  }

  /** Takes the lots out of both, then says so: first of the order that was there first. */
  private withdraw(bid: Order, offer: Order, { ofBid, ofOffer }: Withdrawal): void {
    const isBidLater = bid.arrival > offer.arrival;
    const sayBid = this.withdrawal(bid, ofBid);
    const sayOffer = this.withdrawal(offer, ofOffer);
    if (isBidLater) {
      sayOffer();
      sayBid();
    } else {
      sayBid();
      sayOffer();
    }
  }

  private withdrawal(order: Order, lots: number): () => void {
    if (lots === 0) return () => {};
    const { id, account, side } = order;
    const price = this.price(order);
    const open = order.open - lots;
    this.takeOut(order, lots);
    return () => this.sink.restingReduced(id, account, side, price, lots, open);
  }
}

/** 4.5: lots that leave a bid and an offer of one owner; the later of the two is the incoming one. */
function outOf(bid: Order, offer: Order): Withdrawal {
  if (bid.arrival > offer.arrival) {
    const { selfTrade } = bid;
    return {
      ofBid: fromIncoming(selfTrade, offer.open, bid.open),
      ofOffer: fromResting(selfTrade, offer.open, bid.open),
    };
  }
  const { selfTrade } = offer;
  return {
    ofBid: fromResting(selfTrade, bid.open, offer.open),
    ofOffer: fromIncoming(selfTrade, bid.open, offer.open),
  };
}
