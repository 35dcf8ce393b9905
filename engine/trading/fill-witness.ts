import type { Indicative } from "../book/book-face";
import { CLOSING_OUT } from "../clearing/liquidation";
import type {
  AccountFigures,
  AuctionStory,
  FillExplanation,
  OrderEntered,
  QueueStory,
  TriggerStory,
  Watch,
} from "../explanations";
import type { Lots, RoomTime, SideNo, Ticks } from "../units";
import type { FillReport } from "../views";
import type { Exchange } from "./exchange";
import { auctionStory, levelsOf, overMid, signedLots, spreadStory, touchOf, type Work } from "./fill-story";
import type { Market } from "./market";
import type { OrderRecord } from "./order-records";
import type { Incoming, Witness } from "./witness";

/** What is remembered of the order before its fill. Plain JSON. */
interface FillNotes {
  entry: OrderEntered | null;
  trigger: TriggerStory | null;
  resting: { readonly slot: number; readonly side: SideNo; readonly price: number } | null;
  /** Null while orders collect: in an auction the price decides, and everybody at it waits alike (4.7). */
  queue: Omit<QueueStory, "left"> | null;
}

/** The fill, while the order that made it may still trade on. */
interface Found {
  readonly report: FillReport;
  readonly market: Market;
  readonly queue: QueueStory | null;
  readonly net: number;
  readonly before: AccountFigures;
  after: AccountFigures | null;
}

/** Explains one fill of one account's order, known by the number of its event. */
export class FillWitness implements Witness, Watch<FillExplanation> {
  private readonly seen: FillNotes;
  private work: Work | null = null;
  private found: Found | null = null;
  private told: FillExplanation | null = null;
  /** Before the trade at hand; in a spread of one's own, before the pair. */
  private before: AccountFigures | null = null;
  /** Event number of the trade at hand. */
  private tradeSeq: number | null = null;
  private isOwnFill = false;
  private isExplained = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly account: number,
    private readonly order: number,
    private readonly fillSeq: number,
    notes?: unknown,
  ) {
    this.seen = (notes as FillNotes | undefined) ?? { entry: null, trigger: null, resting: null, queue: null };
  }

  get done(): boolean {
    return this.told !== null;
  }

  explanation(): FillExplanation | null {
    return this.told;
  }

  notes(): unknown {
    return this.seen;
  }

  entering(market: Market, incoming: Incoming, far: Market | null = null): void {
    if (this.done) return;
    const { id, side, price, lots, record } = incoming;
    const { book } = market;
    const at = this.exchange.log.now as RoomTime;
    const before = touchOf(market);
    const own = id === this.order;
    const rested = own && book.has(id);
    const keepsPlace = rested && book.priceOf(id) === price && lots < book.openOf(id); // 4.4
    this.work = { own, side, at, market, before, far, farBefore: far && touchOf(far), keepsPlace, trades: [] };
    if (!own || keepsPlace) return;
    const how = this.howItEnters(market, incoming, record);
    this.seen.entry = { how, at, price: price as Ticks, lots: lots as Lots, before };
  }

  entered(market: Market, id: number): void {
    const { work, found } = this;
    if (this.done || work === null) return;
    if (id === this.order && !work.keepsPlace) this.rests(market, market.state === "collecting");
    if (found) this.told = this.tell(found, null);
    this.work = null;
  }

  uncrossed(market: Market, result: Indicative | null): void {
    if (this.done) return;
    if (this.found && result) this.told = this.tell(this.found, auctionStory(result));
    else if (this.seen.resting?.slot !== market.slot) return;
    else if (result || this.seen.queue === null) this.rests(market, false); // what traded has left the queue
  }

  trading(_market: Market, one: number, other: number): void {
    if (this.done) return;
    this.tradeSeq = this.exchange.log.next;
    this.isOwnFill = false;
    this.isExplained = false;
    if ((one === this.account || other === this.account) && !this.hasHalfAPair()) this.before = this.figures();
  }

  filled(report: FillReport): void {
    if (this.done || report.order !== this.order) return;
    this.isOwnFill = true;
    if (report.eventSeq !== this.fillSeq || this.before === null) return;
    this.isExplained = true;
    const market = this.exchange.bySymbol.get(report.contract) as Market;
    const queue = report.liquidity === "maker" ? this.queueUntilNow() : null;
    const net = this.exchange.accounts.net(this.account, market.slot);
    this.found = { report, market, queue, net, before: this.before, after: null };
  }

  traded(market: Market, price: number, lots: number): void {
    const { work, found } = this;
    if (this.done) return;
    work?.trades.push({ market, price, lots, own: this.isExplained });
    if (found && found.after === null && !this.hasHalfAPair()) found.after = this.figures();
    this.count(market, price, lots);
    this.tradeSeq = null;
  }

  fired(record: OrderRecord): void {
    const { stop } = record;
    if (this.done || record.id !== this.order || stop === null) return;
    const market = this.exchange.market(record.slot);
    this.seen.trigger = {
      source: stop.source,
      price: stop.price as Ticks,
      trail: stop.trail as Ticks | null,
      reached: (stop.source === "mark" ? market.mark : market.last) as Ticks,
      at: this.exchange.log.now as RoomTime,
      trade: stop.source === "last" ? this.tradeSeq : null,
    };
  }

  private howItEnters(market: Market, { id, price, lots }: Incoming, record: OrderRecord | null): OrderEntered["how"] {
    const { book } = market;
    if (this.exchange.liquidation.stage(this.account) === CLOSING_OUT) return "close-out"; // nobody else may (7.5)
    if (!book.has(id)) return record?.stop ? "stop" : record?.tie?.role === "target" ? "exit" : "placed";
    const grew = record?.tie?.role === "target" && book.priceOf(id) === price && lots > book.openOf(id);
    return grew ? "exit" : "replaced";
  }

  /** It rests from now on, behind all that is there; or it does not. */
  private rests(market: Market, collecting: boolean, tranche = false): void {
    const { book } = market;
    const { seen, order } = this;
    seen.queue = null;
    seen.resting = book.has(order) ? { slot: market.slot, side: book.sideOf(order), price: book.priceOf(order) } : null;
    if (seen.resting === null || collecting) return;
    const since = this.exchange.log.now as RoomTime;
    seen.queue = { since, tranche, ahead: book.aheadOf(order) as Lots, traded: 0 as Lots };
  }

  /** A trade at its price is of an order ahead of it; after one of its own its next tranche may queue anew (4.2). */
  private count(market: Market, price: number, lots: number): void {
    const { resting, queue } = this.seen;
    if (resting?.slot !== market.slot || queue === null) return;
    if (this.isOwnFill) {
      const { book } = market;
      if (book.has(this.order) && book.aheadOf(this.order) > 0) this.rests(market, false, true);
    } else if (price === resting.price && this.work?.side !== resting.side) {
      this.seen.queue = { ...queue, traded: (queue.traded + lots) as Lots };
    }
  }

  private queueUntilNow(): QueueStory | null {
    const { queue } = this.seen;
    return queue && { ...queue, left: (queue.ahead - queue.traded) as Lots };
  }

  /** One leg of a spread of one's own has traded and the other has not: nothing is complete between them (2.4). */
  private hasHalfAPair(): boolean {
    const { work } = this;
    return work?.own === true && work.far !== null && work.trades.length % 2 === 1;
  }

  private figures(): AccountFigures {
    const equity = this.exchange.accounts.equity(this.account);
    const requirement = this.exchange.accounts.requirement(this.account);
    return { equity, requirement, free: equity - requirement } as AccountFigures;
  }

  private tell({ report, market, queue, net, before, after }: Found, auction: AuctionStory | null): FillExplanation {
    const { work, seen } = this;
    const { fee } = market.terms;
    const perLot = report.liquidity === "taker" ? fee.taker : fee.maker;
    const touch = work && (market === work.far ? work.farBefore : work.before);
    return {
      fill: report,
      entry: seen.entry,
      queue,
      trigger: seen.trigger,
      sweep: work &&
        touch && {
          at: work.at,
          aggressor: work.own ? report.side : report.side === "buy" ? "sell" : "buy",
          own: work.own,
          before: touch,
          levels: levelsOf(work, market),
        },
      auction,
      spread: work?.own ? spreadStory(work, seen.entry) : null,
      overMid: touch && overMid(report, touch),
      fee: { perLot, due: perLot * report.lots, charged: report.fee } as FillExplanation["fee"],
      net: { before: net - signedLots(report), after: net } as FillExplanation["net"],
      before,
      after: after ?? before,
    };
  }
}
