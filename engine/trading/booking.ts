import { assert } from "../assert";
import type { BookSink } from "../book/book-face";
import { BUY, SELL, type SideNo } from "../units";
import type { FillReport } from "../views";
import { NO_AGGRESSOR } from "./event-log";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { drained, filled, keepReducing } from "./order-ties";

/**
 * What a contract's book tells the venue while it matches: both sides of every trade are booked, taxed with fees, put on
 * the tape and reported, and what self-trade prevention took is taken out of the clearing too.
 */
export class Booking implements BookSink {
  /** The contract whose book speaks: set as it is listed. */
  market!: Market;

  constructor(private readonly exchange: Exchange) {}

  trade(
    price: number,
    lots: number,
    maker: number,
    makerAccount: number,
    makerOpen: number,
    taker: number,
    takerAccount: number,
    _takerOpen: number,
    takerSide: SideNo,
  ): void {
    const { exchange, market } = this;
    exchange.witness?.trading?.(market, makerAccount, takerAccount);
    const buyer = takerSide === BUY ? takerAccount : makerAccount;
    const seller = takerSide === BUY ? makerAccount : takerAccount;
    const makerSide: SideNo = takerSide === BUY ? SELL : BUY;
    const reducing = this.isReducing(maker);
    exchange.accounts.tradeWith(market.slot, price, lots, makerAccount, makerSide, reducing, takerAccount);
    this.count(price, lots, buyer, seller);
    exchange.log.emitTrade(market.slot, market.symbol, price, lots, takerSide);
    if (exchange.conduct !== null) {
      exchange.conduct.traded(market, price, lots, maker, makerAccount, makerOpen, taker, takerAccount, takerSide);
    }
    const { fee } = market.terms;
    this.fill(makerAccount, maker, makerSide, price, lots, fee.maker, "maker");
    this.fill(takerAccount, taker, takerSide, price, lots, fee.taker, "taker");
    this.follow(price, buyer, seller);
    exchange.witness?.traded?.(market, price, lots);
  }

  /** Both rested, and both pay the maker's fee (4.1, 4.7). */
  auctionTrade(
    price: number,
    lots: number,
    bid: number,
    bidAccount: number,
    _bidOpen: number,
    offer: number,
    offerAccount: number,
  ): void {
    const { exchange, market } = this;
    exchange.witness?.trading?.(market, bidAccount, offerAccount);
    exchange.accounts.trade(market.slot, price, lots, bidAccount, offerAccount);
    this.count(price, lots, bidAccount, offerAccount);
    this.leave(bidAccount, bid, BUY, lots);
    this.leave(offerAccount, offer, SELL, lots);
    exchange.log.emitTrade(market.slot, market.symbol, price, lots, NO_AGGRESSOR);
    exchange.conduct?.auctioned(market, price, lots, bidAccount, offerAccount);
    const { maker } = market.terms.fee;
    this.fill(bidAccount, bid, BUY, price, lots, maker, "auction");
    this.fill(offerAccount, offer, SELL, price, lots, maker, "auction");
    this.follow(price, bidAccount, offerAccount);
    exchange.witness?.traded?.(market, price, lots);
  }

  /** 4.5. */
  restingReduced(id: number, account: number, side: SideNo, price: number, lots: number, open: number): void {
    const { exchange } = this;
    this.leave(account, id, side, lots);
    const { matching } = exchange;
    if (matching) exchange.conduct?.prevented(this.market, account, matching.record.id);
    else exchange.conduct?.preventedInAuction(this.market, id, account, side, price, lots);
    const record = exchange.records.get(id);
    if (record?.status !== "open") return; // a participant's, or one that has just ended with its sibling
    if (open === 0) drained(exchange, record, "self-trade");
    else {
      record.lots -= lots;
      exchange.report(record);
    }
  }

  /** 4.5, of the order that is being matched. */
  incomingReduced(id: number, account: number, lots: number, open: number): void {
    const { matching, conduct } = this.exchange;
    conduct?.prevented(this.market, account, id);
    if (matching && open > 0) matching.record.lots -= lots;
  }

  /** The figures of the day. */
  private count(price: number, lots: number, buyer: number, seller: number): void {
    const { exchange, market } = this;
    const { accounts } = exchange;
    market.last = price;
    market.high = market.high === 0 ? price : Math.max(market.high, price);
    market.low = market.low === 0 ? price : Math.min(market.low, price);
    market.volume += lots;
    if (exchange.session.closingWindow) {
      market.window.add(price, lots, accounts.ownerOf(buyer), accounts.ownerOf(seller));
    }
    exchange.tradeCount += 1;
  }

  /** Lots of a resting order are gone from the book. */
  private leave(account: number, id: number, side: SideNo, lots: number): void {
    this.exchange.accounts.rest(account, this.market.slot, side, -lots, this.isReducing(id));
  }

  private isReducing(id: number): boolean {
    const { records } = this.exchange;
    return records.tied > 0 && records.get(id)?.draft.reduceOnly === true;
  }

  private fill(
    account: number,
    id: number,
    side: SideNo,
    price: number,
    lots: number,
    feePerLot: number,
    liquidity: FillReport["liquidity"],
  ): void {
    const { exchange, market } = this;
    const fee = exchange.accounts.chargeFee(account, market.slot, feePerLot * lots);
    if (!exchange.accounts.isPerson(account)) return;
    const record = exchange.records.get(id);
    assert(record !== undefined, "a person's order has a record");
    exchange.reports.fill(market, record, side, price, lots, fee, liquidity);
    filled(exchange, record, lots);
    if (record === exchange.matching?.record) return; // reported once, when it is done
    if (record.filled === record.lots) drained(exchange, record, null);
    else exchange.report(record);
  }

  /** What a trade brings about before the next: stops it reaches, and orders it makes smaller (4.2). */
  private follow(price: number, buyer: number, seller: number): void {
    const { exchange, market } = this;
    if (market.stops.count > 0) exchange.fire(market.stops.reached("last", price));
    if (exchange.records.tied === 0) return;
    if (exchange.accounts.isPerson(buyer)) keepReducing(exchange, buyer, market.slot);
    if (exchange.accounts.isPerson(seller)) keepReducing(exchange, seller, market.slot);
  }
}
