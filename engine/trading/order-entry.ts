import type { Mode } from "../book/book-face";
import { IOC } from "../book/book-face";
import { CLOSING_OUT } from "../clearing/liquidation";
import type { BracketExits, OrderDraft, SpreadDraft } from "../commands";
import type { Outcome } from "../outcome";
import type { Refusal } from "../refusals";
import { type Cents, type Lots, type OrderId, type SideNo, sideName, sideNo, type Ticks } from "../units";
import type { FillReport } from "../views";
import { type Admitted, admit, checkHour } from "./admission";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { enterBook, modeOf } from "./matching";
import { type OrderRecord, reportOf, type StopState, type TieState } from "./order-records";
import { checkExits, checkOrderTerms } from "./order-terms";
import { roomToReduce } from "./order-ties";
import { type Change, checkReplace, replaceRecord } from "./replacing";
import { admitSpread, spreadDraftOf, tradeSpread } from "./spreads";
import { TriggeredOrders, waitAnew } from "./triggered-orders";

/**
 * What people do with orders and cash (4, 7.1), and the venue on their behalf (7.5). Each order has a record, and every
 * change of it is reported; a refusal changes nothing else.
 */
export class OrderEntry {
  constructor(private readonly exchange: Exchange) {
    new TriggeredOrders(exchange);
  }

  place(account: number, draft: OrderDraft, exits?: BracketExits): Outcome {
    const market = this.exchange.bySymbol.get(draft.contract);
    if (!market) return this.unknownContract(draft.contract);
    const beside = exits && exitsText(exits);
    const repeat = this.repeated(account, market, draft, beside);
    if (repeat) return repeat;
    const admitted = this.admit(account, market, draft);
    if ("reason" in admitted) return this.rejected(account, market, draft, admitted);
    const refusal = exits ? checkExits(market, draft, exits) : null;
    if (refusal) return this.rejected(account, market, draft, refusal);
    const tie = exits ? entryTie(this.exchange.lastOrder + 1, exits) : null;
    const record = this.newRecord(account, market, draft, { tie, beside });
    const others = exits ? this.newExits(record, market, exits) : [];
    return this.answer(record, others, () => this.enter(record, admitted));
  }

  /** Two orders, each able to wait, that end with one another (4.2). Both are admitted, or none. */
  placeOco(account: number, [one, other]: readonly [OrderDraft, OrderDraft]): Outcome {
    const market = this.exchange.bySymbol.get(one.contract);
    if (!market) return this.unknownContract(one.contract);
    const [besideOne, besideOther] = [canonical(other), canonical(one)];
    const repeat = this.repeated(account, market, one, besideOne) ?? this.repeated(account, market, other, besideOther);
    if (repeat) return repeat;
    const mismatch = checkPair(one, other);
    if (mismatch) return this.rejected(account, market, one, mismatch);
    const first = this.admit(account, market, one);
    if ("reason" in first) return this.rejected(account, market, one, first);
    const second = this.admitBeside(account, market, one, other);
    if ("reason" in second) return this.rejected(account, market, other, second);
    const tie = ocoTie(this.exchange.lastOrder + 2);
    const record = this.newRecord(account, market, one, { tie, beside: besideOne });
    const sibling = this.newRecord(account, market, other, { tie: ocoTie(record.id), beside: besideOther });
    return this.answer(record, [sibling], () => {
      this.enter(record, first);
      if (sibling.status === "open") this.enter(sibling, second);
    });
  }

  /** 2.4: one order on two books. It trades what it can, pair by pair, and ends. */
  placeSpread(account: number, spread: SpreadDraft): Outcome {
    const near = this.exchange.bySymbol.get(spread.near);
    const far = this.exchange.bySymbol.get(spread.far);
    if (!near || !far) return this.unknownContract(near ? spread.far : spread.near);
    const draft = spreadDraftOf(spread, far);
    const repeat = this.repeated(account, near, draft);
    if (repeat) return repeat;
    const legs = [spread.near, spread.far] as const;
    const refusal = admitSpread(this.exchange, account, near, far, draft);
    if (refusal) return this.rejected(account, near, draft, refusal, legs);
    const record = this.newRecord(account, near, draft, { legs });
    return this.answer(record, [], () => tradeSpread(this.exchange, record, near, far));
  }

  /** 4.4: `lots` are the order's total, filled included. A refused replace changes nothing. */
  replace(account: number, id: number, change: Change): Outcome {
    const record = this.exchange.records.get(id);
    if (!record || record.account !== account || record.status !== "open") return this.unknownOrder(id);
    if (this.isClosedOut(account)) return this.refused({ reason: "close-out" });
    const replacement = checkReplace(this.exchange, record, change);
    if ("reason" in replacement) return this.refused(replacement);
    return this.answer(record, [], () => replaceRecord(this.exchange, record, replacement));
  }

  cancel(account: number, id: number): Outcome {
    const record = this.exchange.records.get(id);
    if (!record || record.account !== account || record.status !== "open") return this.unknownOrder(id);
    if (this.isClosedOut(account)) return this.refused({ reason: "close-out" });
    this.exchange.cancelRecord(record, "by-owner");
    const order = reportOf(record);
    this.exchange.runTriggered();
    return { kind: "cancelled", orders: [order] };
  }

  cancelAll(account: number, contract: string | undefined): Outcome {
    if (this.isClosedOut(account)) return { kind: "cancelled", orders: [] };
    const orders = this.exchange.records
      .openOrders(account)
      .filter((r) => contract === undefined || r.draft.contract === contract);
    for (const record of orders) this.exchange.cancelRecord(record, "by-owner");
    const reports = orders.map(reportOf);
    this.exchange.runTriggered();
    return { kind: "cancelled", orders: reports };
  }

  /** 7.1: brings in at most the bank cash, takes out at most min(margin cash, equity) − requirement. */
  transfer(account: number, amount: number): Outcome {
    const { accounts } = this.exchange;
    const most = amount > 0 ? accounts.bankCash(account) : accounts.transferable(account);
    if (!Number.isSafeInteger(amount) || amount === 0 || Math.abs(amount) > most) {
      return this.refused({ reason: "transfer-limit", asked: amount as Cents, most: most as Cents });
    }
    accounts.transfer(account, amount);
    this.exchange.reports.ledger(account, { entry: "transfer", marginChange: amount, bankChange: -amount });
    return {
      kind: "transferred",
      marginCash: accounts.marginCash(account) as Cents,
      bankCash: accounts.bankCash(account) as Cents,
      eventSeq: this.exchange.log.seq,
    };
  }

  refused(refusal: Refusal): Outcome {
    return { kind: "refused", refusal, eventSeq: this.exchange.log.seq };
  }

  unknownContract(contract: string): Outcome {
    return this.refused({ reason: "unknown-contract", contract, listed: this.exchange.symbols() });
  }

  /** The venue's own order in a close-out, free of every check (7.5). Returns the lots it filled at once. */
  enterForCloseOut(account: number, market: Market, side: SideNo, price: number, lots: number, mode: Mode): number {
    const net = this.exchange.accounts.net(account, market.slot);
    if (this.exchange.accounts.isPerson(account)) {
      const draft: OrderDraft = {
        contract: market.symbol,
        side: sideName(side),
        type: "limit",
        lots: lots as Lots,
        price: price as Ticks,
        timeInForce: mode === IOC ? "ioc" : "gtc",
        postOnly: false,
        selfTrade: "newest",
      };
      enterBook(this.exchange, this.newRecord(account, market, draft), price, mode);
    } else {
      this.exchange.enterUnchecked(account, market, side, price, lots, mode);
    }
    this.exchange.runTriggered();
    return Math.abs(this.exchange.accounts.net(account, market.slot) - net);
  }

  /** As a close-out begins its account's own orders end, so whatever is open is the venue's: not the owner's to end (7.5). */
  private isClosedOut(account: number): boolean {
    return this.exchange.liquidation.stage(account) === CLOSING_OUT;
  }

  /** Everything asked of a new order (1.2, 4, 5, 7.4). A stop is asked about its terms only, and the rest as it fires. */
  private admit(account: number, market: Market, draft: OrderDraft): Refusal | Admitted {
    const { exchange } = this;
    const refusal = checkOrderTerms(exchange, draft) ?? checkHour(exchange, market);
    if (refusal) return refusal;
    const lots = this.lotsOf(account, market, draft);
    if (lots === 0) return { reason: "reduce-only", net: exchange.accounts.net(account, market.slot) as Lots };
    if (!draft.stop) return admit(exchange, account, market, draft, lots);
    return this.isClosedOut(account) ? { reason: "close-out" } : { side: sideNo(draft.side), price: draft.price ?? 0 };
  }

  /** The second order of an OCO is asked as if the first rested already: margin must do for both. */
  private admitBeside(account: number, market: Market, first: OrderDraft, draft: OrderDraft): Refusal | Admitted {
    if (first.stop) return this.admit(account, market, draft);
    const { accounts } = this.exchange;
    const [side, lots] = [sideNo(first.side), this.lotsOf(account, market, first)];
    accounts.rest(account, market.slot, side, lots, first.reduceOnly === true);
    const admitted = this.admit(account, market, draft);
    accounts.rest(account, market.slot, side, -lots, first.reduceOnly === true);
    return admitted;
  }

  /** A reduce-only order is no larger than the position (4.2). */
  private lotsOf(account: number, market: Market, draft: OrderDraft): number {
    if (!draft.reduceOnly) return draft.lots;
    return Math.min(draft.lots, roomToReduce(this.exchange, account, market.slot, sideNo(draft.side)));
  }

  /** An admitted order goes where it belongs: into the book, or among the stops that wait. */
  private enter(record: OrderRecord, { price }: Admitted): void {
    if (record.stop !== null) {
      waitAnew(this.exchange, record);
      this.exchange.report(record);
      return;
    }
    if (record.price !== null) record.price = price;
    enterBook(this.exchange, record, price, modeOf(record.draft));
  }

  /** Does it, lets run what it set off, and answers with the order and the fills it has made until then. */
  private answer(record: OrderRecord, others: readonly OrderRecord[], act: () => void): Outcome {
    const { reports } = this.exchange;
    const fills: FillReport[] = [];
    reports.answering = { record, fills };
    act();
    this.exchange.runTriggered();
    reports.answering = null;
    const order = reportOf(record);
    const first = { order, fills, ...(others.length > 0 ? { others: others.map(reportOf) } : {}) };
    record.first ??= first;
    for (const other of others) if (other.draft.clientOrderId !== undefined) other.first = first;
    return { kind: "order", ...first, repeated: false };
  }

  /** 4.6: the same order again is answered as before; another one under its id is refused. */
  private repeated(account: number, market: Market, draft: OrderDraft, beside?: string): Outcome | null {
    if (draft.clientOrderId === undefined) return null;
    const held = this.exchange.records.ofClientId(account, draft.clientOrderId);
    if (!held) return null;
    const same = canonical(held.draft) === canonical(draft) && held.beside === beside;
    if (held.first && same) return { kind: "order", ...held.first, repeated: true };
    return this.rejected(account, market, draft, { reason: "duplicate-id", clientOrderId: draft.clientOrderId });
  }

  private rejected(
    account: number,
    market: Market,
    draft: OrderDraft,
    refusal: Refusal,
    legs: OrderRecord["legs"] = null,
  ): Outcome {
    const record = this.recordOf(account, market, draft, { legs });
    record.refusal = refusal;
    this.exchange.records.end(record, "rejected", this.exchange.session.day);
    this.exchange.report(record);
    return { kind: "order", order: reportOf(record), fills: [], repeated: false };
  }

  private newExits(entry: OrderRecord, market: Market, { target, stop }: BracketExits): OrderRecord[] {
    const [targetId, stopId] = target ? [entry.id + 1, entry.id + 2] : [undefined, entry.id + 1];
    const side = entry.draft.side === "buy" ? "sell" : "buy";
    const { contract, selfTrade } = entry.draft;
    const shared = { contract, side, lots: 0 as Lots, timeInForce: "gtc", postOnly: false, reduceOnly: true } as const;
    const exits: OrderRecord[] = [];
    if (target) {
      const draft: OrderDraft = { ...shared, type: "limit", price: target.price, selfTrade };
      const others = stop ? [entry.id, stopId as number] : [entry.id];
      exits.push(this.recordOf(entry.account, market, draft, { tie: { role: "target", others, handed: 0 } }));
    }
    if (stop) {
      const { limit, ...terms } = stop;
      const kind = limit === undefined ? ({ type: "market" } as const) : ({ type: "limit", price: limit } as const);
      const draft: OrderDraft = { ...shared, ...kind, stop: terms, selfTrade };
      const others = target ? [entry.id, targetId as number] : [entry.id];
      exits.push(this.recordOf(entry.account, market, draft, { tie: { role: "stop", others, handed: 0 } }));
    }
    for (const exit of exits) this.exchange.report(exit);
    return exits;
  }

  private newRecord(account: number, market: Market, draft: OrderDraft, company: Company = {}): OrderRecord {
    const record = this.recordOf(account, market, draft, company);
    record.lots = this.lotsOf(account, market, draft);
    this.exchange.records.holdClientId(record);
    return record;
  }

  private recordOf(
    account: number,
    market: Market,
    draft: OrderDraft,
    { tie = null, legs = null, beside }: Company,
  ): OrderRecord {
    this.exchange.lastOrder += 1;
    const record: OrderRecord = {
      id: this.exchange.lastOrder,
      account,
      slot: market.slot,
      draft,
      lots: draft.lots,
      price: draft.price ?? null,
      filled: 0,
      filledValue: 0,
      status: "open",
      cancelReason: null,
      refusal: null,
      eventSeq: 0,
      at: this.exchange.log.now,
      endedDay: 0,
      stop: draft.stop ? stopState(draft.stop) : null,
      tie,
      legs,
      ...(beside === undefined ? {} : { beside }),
      first: null,
    };
    this.exchange.records.add(record);
    return record;
  }

  private unknownOrder(id: number): Outcome {
    return this.refused({ reason: "unknown-order", order: id as OrderId });
  }
}

/** What an order does not stand without: its tie, its months, and what was asked for beside it. */
interface Company {
  readonly tie?: TieState | null;
  readonly legs?: OrderRecord["legs"];
  readonly beside?: string;
}

const stopState = ({ source, price, trail }: NonNullable<OrderDraft["stop"]>): StopState => ({
  source,
  price: price ?? 0,
  trail: trail ?? null,
  reference: 0,
  firedAt: null,
  arrival: 0,
});

const entryTie = (entry: number, { target, stop }: BracketExits): TieState => ({
  role: "entry",
  others: target && stop ? [entry + 1, entry + 2] : [entry + 1],
  handed: 0,
});

const ocoTie = (other: number): TieState => ({ role: "oco", others: [other], handed: 0 });

/** Orders of an OCO stand in one contract, are of one size, can wait (4.2), and do not share a name (4.6). */
function checkPair(one: OrderDraft, other: OrderDraft): Refusal | null {
  const { clientOrderId } = one;
  if (clientOrderId !== undefined && clientOrderId === other.clientOrderId)
    return { reason: "duplicate-id", clientOrderId };
  if (one.contract !== other.contract) return { reason: "order-terms", field: "contract", conflict: null };
  if (one.lots !== other.lots) return { reason: "order-terms", field: "lots", conflict: null };
  for (const { type, stop, timeInForce } of [one, other]) {
    if (stop) continue;
    if (type === "market") return { reason: "order-terms", field: "market", conflict: null };
    if (timeInForce === "ioc" || timeInForce === "fok") {
      return { reason: "order-terms", field: "time-in-force", conflict: null };
    }
  }
  return null;
}

/** An order's terms as text, in one order and without those left out. */
const canonical = (d: OrderDraft): string =>
  JSON.stringify([
    [d.contract, d.side, d.type, d.lots, d.price, d.timeInForce, d.goodTill, d.postOnly, d.selfTrade],
    [d.slide ?? false, d.reduceOnly ?? false, d.display, d.stop?.source, d.stop?.price, d.stop?.trail],
  ]);

const exitsText = ({ target, stop }: BracketExits): string =>
  JSON.stringify([target?.price, stop?.source, stop?.price, stop?.trail, stop?.limit]);
