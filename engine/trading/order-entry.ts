import { assert } from "../assert";
import {
  BOTH,
  DECREMENT,
  ENDED_FOK,
  ENDED_SELF_TRADE,
  FOK,
  IOC,
  type Mode,
  NEWEST,
  OLDEST,
  REST,
  type SelfTrade,
} from "../book/book-face";
import { CLOSING_OUT } from "../clearing/liquidation";
import type { OrderDraft, SelfTradeMode } from "../commands";
import type { Outcome } from "../outcome";
import type { CancelReason, Refusal } from "../refusals";
import { type Cents, type Lots, type OrderId, type SideNo, sideName, sideNo, type Ticks } from "../units";
import { checkAccount, checkEntry, checkPrice, checkTerms } from "./admission";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { type OrderRecord, reportOf } from "./order-records";

const modes: Record<SelfTradeMode, SelfTrade> = { newest: NEWEST, oldest: OLDEST, both: BOTH, decrement: DECREMENT };

/**
 * What people do with orders and cash (4, 7.1), and the venue on their behalf (7.5). Each order has a record, and every
 * change of it is reported; a refusal changes nothing else.
 */
export class OrderEntry {
  constructor(private readonly exchange: Exchange) {}

  place(account: number, draft: OrderDraft): Outcome {
    const market = this.exchange.bySymbol.get(draft.contract);
    if (!market)
      return this.refused({ reason: "unknown-contract", contract: draft.contract, listed: this.exchange.symbols() });
    const held =
      draft.clientOrderId === undefined ? undefined : this.exchange.records.ofClientId(account, draft.clientOrderId);
    if (held) {
      if (held.first && sameDraft(held.draft, draft)) return { kind: "order", ...held.first, repeated: true };
      return this.rejected(account, market, draft, {
        reason: "duplicate-id",
        clientOrderId: draft.clientOrderId as string,
      });
    }
    const terms = checkTerms(this.exchange, market, draft);
    if ("reason" in terms) return this.rejected(account, market, draft, terms);
    const refusal = checkEntry(this.exchange, account, market, draft, terms.side, terms.price);
    if (refusal) return this.rejected(account, market, draft, refusal);
    const record = this.newRecord(account, market.slot, draft);
    this.exchange.records.holdClientId(record);
    return this.match(record, market, terms.side, terms.price, draft.lots, modeOf(draft));
  }

  /** 4.4: `lots` are the order's total, filled included. A refused replace changes nothing. */
  replace(account: number, id: number, lots: number | undefined, price: number | undefined): Outcome {
    const record = this.exchange.records.get(id);
    if (!record || record.account !== account || record.status !== "open") return this.unknownOrder(id);
    if (this.isClosedOut(account)) return this.refused({ reason: "close-out" });
    const market = this.exchange.market(record.slot);
    const side = sideNo(record.draft.side);
    const total = lots ?? record.lots;
    const at = price ?? (record.price as number);
    const refusal = this.checkReplace(record, market, side, total, at);
    if (refusal) return this.refused(refusal);
    const before = market.book.openOf(id);
    const open = total - record.filled;
    record.lots = total;
    record.price = at;
    this.exchange.accounts.rest(account, market.slot, side, -before);
    this.exchange.matching = { record, fills: [] };
    const resting = market.book.replace(id, at, open, modes[record.draft.selfTrade]);
    return this.finish(record, market, side, resting);
  }

  cancel(account: number, id: number): Outcome {
    const record = this.exchange.records.get(id);
    if (!record || record.account !== account || record.status !== "open") return this.unknownOrder(id);
    if (this.isClosedOut(account)) return this.refused({ reason: "close-out" });
    this.exchange.cancelRecord(record, "by-owner");
    return { kind: "cancelled", orders: [reportOf(record)] };
  }

  cancelAll(account: number, contract: string | undefined): Outcome {
    if (this.isClosedOut(account)) return { kind: "cancelled", orders: [] };
    const orders = this.exchange.records
      .openOrders(account)
      .filter((r) => contract === undefined || r.draft.contract === contract);
    for (const record of orders) this.exchange.cancelRecord(record, "by-owner");
    return { kind: "cancelled", orders: orders.map(reportOf) };
  }

  /** 7.1: brings in at most the bank cash, takes out at most min(margin cash, equity) − requirement. */
  transfer(account: number, amount: number): Outcome {
    const { accounts } = this.exchange;
    const most = amount > 0 ? accounts.bankCash(account) : accounts.transferable(account);
    if (!Number.isSafeInteger(amount) || amount === 0 || Math.abs(amount) > most) {
      return this.refused({ reason: "transfer-limit", asked: amount as Cents, most: most as Cents });
    }
    accounts.transfer(account, amount);
    this.exchange.ledger(account, { entry: "transfer", marginChange: amount, bankChange: -amount });
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
      this.match(this.newRecord(account, market.slot, draft), market, side, price, lots, mode);
    } else {
      this.exchange.enterUnchecked(account, market, side, price, lots, mode);
    }
    return Math.abs(this.exchange.accounts.net(account, market.slot) - net);
  }

  /** As a close-out begins its account's own orders end, so whatever is open is the venue's: not the owner's to end (7.5). */
  private isClosedOut(account: number): boolean {
    return this.exchange.liquidation.stage(account) === CLOSING_OUT;
  }

  private match(record: OrderRecord, market: Market, side: SideNo, price: number, lots: number, mode: Mode): Outcome {
    this.exchange.orderCount += 1;
    this.exchange.matching = { record, fills: [] };
    const owner = this.exchange.accounts.ownerOf(record.account);
    const stp = modes[record.draft.selfTrade];
    const resting = market.book.submit(record.id, record.account, owner, side, price, lots, mode, stp);
    return this.finish(record, market, side, resting);
  }

  /** After the book is done with a person's new or replaced order. */
  private finish(record: OrderRecord, market: Market, side: SideNo, resting: number): Outcome {
    const fills = this.exchange.matching?.fills ?? [];
    this.exchange.matching = null;
    if (resting > 0) {
      this.exchange.accounts.rest(record.account, market.slot, side, resting);
      assert(record.filled + resting === record.lots, "an open order rests with what has not filled");
    } else if (record.filled < record.lots) {
      record.cancelReason = endingOf(market.book.ending, record.draft);
      this.exchange.records.end(record, "cancelled", this.exchange.session.day);
    } else {
      this.exchange.records.end(record, "filled", this.exchange.session.day);
    }
    this.exchange.report(record);
    const order = reportOf(record);
    record.first ??= { order, fills };
    this.exchange.touched(market);
    return { kind: "order", order, fills, repeated: false };
  }

  private checkReplace(
    record: OrderRecord,
    market: Market,
    side: SideNo,
    total: number,
    price: number,
  ): Refusal | null {
    const most = this.exchange.config.orders.maxLots;
    if (!Number.isSafeInteger(total) || total < 1 || total > most)
      return { reason: "lots", lots: total, least: 1, most };
    if (total <= record.filled) {
      return { reason: "already-filled", lots: total as Lots, filled: record.filled as Lots };
    }
    const open = total - record.filled;
    const before = market.book.openOf(record.id);
    if (!this.exchange.session.continuous) return { reason: "closed", opensAt: this.exchange.session.opensAt };
    if (price === record.price && open <= before) return null; // keeps its place, risks nothing new
    const { fee } = market.terms;
    const { postOnly } = record.draft;
    return (
      checkPrice(this.exchange, market, side, price, postOnly) ??
      checkAccount(
        this.exchange,
        record.account,
        market,
        side,
        price,
        open,
        open - before,
        postOnly ? fee.maker : fee.taker,
      )
    );
  }

  private rejected(account: number, market: Market, draft: OrderDraft, refusal: Refusal): Outcome {
    const record = this.newRecord(account, market.slot, draft);
    record.refusal = refusal;
    this.exchange.records.end(record, "rejected", this.exchange.session.day);
    this.exchange.report(record);
    return { kind: "order", order: reportOf(record), fills: [], repeated: false };
  }

  private newRecord(account: number, slot: number, draft: OrderDraft): OrderRecord {
    this.exchange.lastOrder += 1;
    const record: OrderRecord = {
      id: this.exchange.lastOrder,
      account,
      slot,
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
      first: null,
    };
    this.exchange.records.add(record);
    return record;
  }

  private unknownOrder(id: number): Outcome {
    return this.refused({ reason: "unknown-order", order: id as OrderId });
  }
}

const modeOf = (draft: OrderDraft): Mode => {
  if (draft.timeInForce === "fok") return FOK;
  return draft.type === "market" || draft.timeInForce === "ioc" ? IOC : REST;
};

function endingOf(ending: number, draft: OrderDraft): CancelReason {
  if (ending === ENDED_SELF_TRADE) return "self-trade";
  if (ending === ENDED_FOK) return "fok";
  return draft.type === "market" ? "market-protection" : "ioc";
}

const sameDraft = (a: OrderDraft, b: OrderDraft): boolean =>
  a.contract === b.contract &&
  a.side === b.side &&
  a.type === b.type &&
  a.lots === b.lots &&
  (a.price ?? null) === (b.price ?? null) &&
  a.timeInForce === b.timeInForce &&
  a.postOnly === b.postOnly &&
  a.selfTrade === b.selfTrade;
