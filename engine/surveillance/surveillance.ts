import type { Hash } from "../digest";
import type { ConductWatch } from "../trading/conduct-watch";
import type { Exchange } from "../trading/exchange";
import type { Market } from "../trading/market";
import { type AccountNo, BUY, type RoomTime, SELL, type SideNo } from "../units";
import { AccountDay, type SavedAccountDay } from "./account-day";
import { closingMark } from "./closing-mark";
import { cancellationsAtBound, selfTradesAtBound } from "./counters";
import { falseInterest, mayDeceive } from "./displayed-interest";
import { type Finding, perMillion } from "./findings";
import { OrderAtWork } from "./order-at-work";
import type { SurveillanceRules } from "./rules";
import { MatchedPairs, type MatchedTrade, type SavedPairs } from "./wash-trades";

/**
 * Watches everybody's orders and trades, counts (8.1) and looks for patterns (8.2), and tells of what it finds in `alert`
 * events. It knows accounts and what they did, and nothing else: not what kind of participant owns one, nor whether it is
 * one. Nobody's trading is touched.
 */
export class Surveillance implements ConductWatch {
  private alerts = 0;
  /** By slot and account, of today. */
  private days: (AccountDay | undefined)[][] = [];
  private readonly matched = new MatchedPairs();
  /** By slot: mark and volume as the closing window began; null before. */
  private windows: ({ readonly at: number; readonly mark: number; readonly volume: number } | null)[] = [];
  private readonly atWork = new OrderAtWork();
  /** The last order that left an auction to prevent a self-trade: the other of its pair may follow. */
  private leftAuction: LeftAuction | null = null;

  constructor(
    private readonly rules: SurveillanceRules,
    private readonly exchange: Exchange,
  ) {}

  entered(
    market: Market,
    id: number,
    account: number,
    side: SideNo,
    price: number,
    lots: number,
    resting: number,
  ): void {
    this.came(market, id, account, side, price, lots, resting, false);
  }

  withdrawn(market: Market, id: number, account: number, side: SideNo, open: number): void {
    if (market.state === "closed") return; // nobody sees a book at night
    const day = this.day(market, account);
    this.countWithdrawal(market, account, day, id, side, open);
  }

  /** What it took back counts as a cancellation, and what stands now as a new order; one that grew took nothing back. */
  replaced(
    market: Market,
    id: number,
    account: number,
    side: SideNo,
    from: number,
    was: number,
    price: number,
    open: number,
    resting: number,
  ): void {
    const day = this.day(market, account);
    const gone = from !== price ? was : Math.max(0, was - open);
    if (gone > 0) this.countWithdrawal(market, account, day, id, side, gone);
    const known = day.own.find(id); // it only grew: it queues anew
    if (known) day.own.end(known);
    this.came(market, id, account, side, price, open, resting, known?.traded === true);
  }

  traded(
    market: Market,
    price: number,
    lots: number,
    maker: number,
    makerAccount: number,
    makerOpen: number,
    taker: number,
    takerAccount: number,
    takerSide: SideNo,
  ): void {
    const { now } = this.exchange.log;
    const makerSide: SideNo = takerSide === BUY ? SELL : BUY;
    const makerDay = this.day(market, makerAccount);
    const order = makerDay.own.find(maker);
    makerDay.trades += 1;
    makerDay.trading.add(now, makerSide, price, lots);
    if (order && !order.traded) {
      order.traded = true;
      makerDay.deal(order.lots);
    }
    if (order && makerOpen === 0) makerDay.own.end(order);
    const isNewOrder = this.atWork.isNew(taker);
    this.atWork.traded(taker, lots, makerAccount, order?.lots === lots ? now - order.at : -1);
    const takerDay = this.day(market, takerAccount);
    takerDay.trades += 1;
    takerDay.trading.add(now, takerSide, price, lots);
    takerDay.taken[takerSide] += lots;
    if (!this.exchange.session.closingWindow) return;
    const signed = takerSide === BUY ? lots : -lots;
    makerDay.windowNet -= signed;
    takerDay.windowNet += signed;
    takerDay.windowTaken[takerSide] += lots;
    if (isNewOrder) takerDay.windowTaking[takerSide] += 1;
    takerDay.windowTakes.add(now, takerSide, price, lots);
  }

  auctioned(market: Market, price: number, lots: number, bidAccount: number, offerAccount: number): void {
    const { now } = this.exchange.log;
    const { closingWindow } = this.exchange.session;
    for (const [account, side] of [
      [bidAccount, BUY],
      [offerAccount, SELL],
    ] as const) {
      const day = this.day(market, account);
      day.trades += 1;
      day.trading.add(now, side, price, lots);
      if (closingWindow) day.windowNet += side === BUY ? lots : -lots;
    }
  }

  prevented(_market: Market, _account: number, incoming: number): void {
    this.atWork.met(incoming);
  }

  /** Where both orders of a pair give way, the two are one attempt: the later of them says so, and comes second. */
  preventedInAuction(market: Market, order: number, account: number, side: SideNo, price: number, lots: number): void {
    const { now } = this.exchange.log;
    const first = this.leftAuction?.at === now ? this.leftAuction : null;
    const mode = this.exchange.records.get(order)?.draft.selfTrade ?? "newest";
    const isSecond = first?.account === account && first.side !== side && (mode === "both" || mode === "decrement");
    this.leftAuction = isSecond ? null : { at: now, account, side };
    if (isSecond) return;
    this.attempted(market, account, side, price, lots);
  }

  phase(phase: "pre-open" | "open" | "closing-window" | "close" | "fixing"): void {
    if (phase === "pre-open") this.beginDay();
    else if (phase === "closing-window") this.beginWindow();
    else if (phase === "close") this.endTrading();
  }

  save(): SavedSurveillance {
    const days: SavedSurveillance["days"] = [];
    for (let slot = 0; slot < this.days.length; slot++) {
      this.days[slot]?.forEach((day, account) => {
        if (day) days.push([slot, account, day.save()]);
      });
    }
    return {
      alerts: this.alerts,
      days,
      matched: this.matched.save(),
      leftAuction: this.leftAuction,
      windows: Array.from(this.windows, (window) => window ?? null),
    };
  }

  load(saved: SavedSurveillance): void {
    this.alerts = saved.alerts;
    for (const [slot, account, day] of saved.days) this.slot(slot)[account] = AccountDay.load(day);
    this.matched.load(saved.matched);
    this.leftAuction = saved.leftAuction;
    this.windows = [...saved.windows];
  }

  hashInto(hash: Hash): void {
    hash.text(JSON.stringify(this.save()));
  }

  /** `dealt`: it has traded before, as what it was until it was replaced. */
  private came(
    market: Market,
    id: number,
    account: number,
    side: SideNo,
    price: number,
    lots: number,
    resting: number,
    dealt: boolean,
  ): void {
    const { now } = this.exchange.log;
    const day = this.day(market, account);
    day.orders += 1;
    const { atWork } = this;
    if (atWork.isNew(id)) atWork.clear(); // it has traded nothing, and met none of its own
    const { fills, lots: filled, maker, wholeAfter, prevented } = atWork;
    atWork.clear();
    if (filled > 0 && !dealt) day.deal(lots);
    if (resting > 0) {
      day.own.rest(id, side, price, lots, now, dealt || filled > 0);
      day.own.forget(market.book);
    }
    const whole = fills === 1 && filled === lots && wholeAfter >= 0;
    if (whole && wholeAfter <= this.rules.wash.together)
      this.match(market, account, maker, { at: now, side, price, lots });
    if (prevented) this.attempted(market, account, side, price, lots);
  }

  private countWithdrawal(
    market: Market,
    account: number,
    day: AccountDay,
    id: number,
    side: SideNo,
    open: number,
  ): void {
    const { now } = this.exchange.log;
    const { displayed, counters } = this.rules;
    day.cancellations += 1;
    const order = day.own.find(id);
    if (order) {
      if (order.traded && perMillion(open, order.lots) >= displayed.unfilled) day.undeal(order.lots);
      day.own.withdraw(order, open, now);
      if (mayDeceive(day, order, displayed)) {
        const finding = falseInterest(day, order, displayed, () => this.shownByOthers(market, side, day));
        this.tell(market, [account], finding, day);
      }
    }
    if (day.cancellations === counters.cancellations) {
      this.tell(market, [account], cancellationsAtBound(day, counters, now));
    }
  }

  /** Lots that others show at the best prices of a side. */
  private shownByOthers(market: Market, side: SideNo, day: AccountDay): number {
    const near = market.book.depth(side, this.rules.displayed.nearPrices);
    if (near.length === 0) return 0;
    const worst = near[near.length - 1][0];
    let lots = near.reduce((all, [, shown]) => all + shown, 0);
    for (const order of day.own.resting) {
      const isNear = side === BUY ? order.price >= worst : order.price <= worst;
      if (order.side === side && isNear) lots -= market.book.shownOf(order.id);
    }
    return lots;
  }

  private attempted(market: Market, account: number, side: SideNo, price: number, lots: number): void {
    const { now } = this.exchange.log;
    const day = this.day(market, account);
    day.selfTrades += 1;
    day.attempts.add(now, side, price, lots);
    this.tell(market, [account], selfTradesAtBound(day, this.rules.counters, now));
  }

  private match(market: Market, taker: number, maker: number, trade: MatchedTrade): void {
    const [low, high] = taker < maker ? [taker, maker] : [maker, taker];
    const side: SideNo = low === taker ? trade.side : trade.side === BUY ? SELL : BUY;
    const days = [this.day(market, low), this.day(market, high)];
    const traded = (since: number) => Math.max(...days.map(({ trading }) => trading.lotsSince(since)));
    const finding = this.matched.add(market.slot, [low, high], { ...trade, side }, this.rules.wash, traded);
    this.tell(market, [low, high], finding);
  }

  private beginDay(): void {
    this.days = [];
    this.matched.clear();
    this.windows = [];
  }

  private beginWindow(): void {
    const { log } = this.exchange;
    for (const { slot, mark, volume } of this.exchange.listed()) this.windows[slot] = { at: log.now, mark, volume };
  }

  /** The closing window is judged when it is over; then the day's deeds go, and its counters stay till the next day. */
  private endTrading(): void {
    const { log, accounts } = this.exchange;
    for (const market of this.exchange.listed()) {
      const window = this.windows[market.slot];
      this.days[market.slot]?.forEach((day, account) => {
        if (!day) return;
        if (window) {
          const ofMarket = {
            from: window.at,
            to: log.now,
            volume: market.volume - window.volume,
            markBefore: window.mark,
            markAfter: market.mark,
          };
          const net = accounts.net(account, market.slot);
          this.tell(market, [account], closingMark(day, net, ofMarket, this.rules.close));
        }
        day.forgetDeeds();
      });
    }
    this.matched.clear();
    this.windows = [];
  }

  private tell(market: Market, accounts: readonly number[], finding: Finding | null, day?: AccountDay): void {
    if (!finding) return;
    const { accounts: held, log } = this.exchange;
    this.alerts += 1;
    const no = this.alerts;
    const { pattern, figures, evidence } = finding;
    const contract = market.symbol;
    const [from, to] = [finding.from as RoomTime, finding.to as RoomTime];
    const parties = accounts.map((account) => ({ account: account as AccountNo, person: held.isPerson(account) }));
    log.emit({ kind: "alert", alert: { no, pattern, parties, contract, from, to, figures, evidence } });
    for (const { account, person } of parties) {
      if (person) log.emit({ kind: "alerted", account, alert: no, pattern, contract });
    }
    day?.toldOf();
  }

  private day(market: Market, account: number): AccountDay {
    const ofSlot = this.slot(market.slot);
    const held = ofSlot[account];
    if (held) return held;
    const day = new AccountDay();
    ofSlot[account] = day;
    return day;
  }

  private slot(slot: number): (AccountDay | undefined)[] {
    while (this.days.length <= slot) this.days.push([]);
    return this.days[slot];
  }
}

export interface SavedSurveillance {
  readonly alerts: number;
  readonly days: [slot: number, account: number, day: SavedAccountDay][];
  readonly matched: SavedPairs;
  readonly leftAuction: LeftAuction | null;
  readonly windows: ({ readonly at: number; readonly mark: number; readonly volume: number } | null)[];
}

interface LeftAuction {
  readonly at: number;
  readonly account: number;
  readonly side: SideNo;
}
