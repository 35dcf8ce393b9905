import type { OrderDraft } from "../commands";
import type { Hash } from "../digest";
import type { CancelReason, Refusal } from "../refusals";
import type { AccountNo, Lots, OrderId, RoomTime, Ticks } from "../units";
import type { FillReport, OrderReport } from "../views";

/** A person's order: what was asked for, and what has become of it. */
export interface OrderRecord {
  readonly id: number;
  readonly account: number;
  readonly slot: number;
  readonly draft: OrderDraft;
  lots: number;
  price: number | null;
  filled: number;
  filledValue: number;
  status: OrderReport["status"];
  cancelReason: CancelReason | null;
  refusal: Refusal | null;
  eventSeq: number;
  at: number;
  /** Day on which it ended; 0 while open. */
  endedDay: number;
  /** What placing it came to: a repeat of the same client order id is answered with this (4.6). */
  first: { readonly order: OrderReport; readonly fills: readonly FillReport[] } | null;
}

export const reportOf = (r: OrderRecord): OrderReport => ({
  id: r.id as OrderId,
  account: r.account as AccountNo,
  clientOrderId: r.draft.clientOrderId ?? null,
  contract: r.draft.contract,
  side: r.draft.side,
  type: r.draft.type,
  lots: r.lots as Lots,
  filled: r.filled as Lots,
  price: r.price as Ticks | null,
  filledValue: r.filledValue,
  timeInForce: r.draft.timeInForce,
  postOnly: r.draft.postOnly,
  selfTrade: r.draft.selfTrade,
  status: r.status,
  cancelReason: r.cancelReason,
  refusal: r.refusal,
  eventSeq: r.eventSeq,
  at: r.at as RoomTime,
});

/**
 * People's orders: the open ones, and the ended ones for as long as their client order ids are held (4.6).
 * Participants' orders live in the books alone.
 */
export class OrderRecords {
  private readonly byId = new Map<number, OrderRecord>();
  private readonly byClientId = new Map<string, OrderRecord>();
  /** Open orders of each account, in the order they came. */
  private readonly open = new Map<number, Map<number, OrderRecord>>();

  add(record: OrderRecord): void {
    this.byId.set(record.id, record);
    if (record.status === "open") this.openOf(record.account).set(record.id, record);
  }

  /** From now on the client order id is taken. A refused order never gets here: it holds no id (4.6). */
  holdClientId(record: OrderRecord): void {
    const { clientOrderId } = record.draft;
    if (clientOrderId !== undefined) this.byClientId.set(clientKey(record.account, clientOrderId), record);
  }

  get(id: number): OrderRecord | undefined {
    return this.byId.get(id);
  }

  ofClientId(account: number, clientOrderId: string): OrderRecord | undefined {
    return this.byClientId.get(clientKey(account, clientOrderId));
  }

  /** A snapshot of the list: callers may end orders while walking it. */
  openOrders(account: number): OrderRecord[] {
    return [...(this.open.get(account)?.values() ?? [])];
  }

  allOpen(): OrderRecord[] {
    const all: OrderRecord[] = [];
    for (const orders of this.open.values()) all.push(...orders.values());
    return all.sort((a, b) => a.id - b.id);
  }

  end(record: OrderRecord, status: "filled" | "cancelled" | "rejected", day: number): void {
    record.status = status;
    record.endedDay = day;
    this.open.get(record.account)?.delete(record.id);
  }

  /**
   * At the end of a day: an ended order is history, and kept only while its client order id is held (4.6). `day` is the
   * last one whose ids are free again.
   */
  forgetEndedBy(day: number): void {
    for (const [id, record] of this.byId) {
      if (record.status === "open") continue;
      const holds = this.holdsClientId(record);
      if (holds && record.endedDay > day) continue;
      this.byId.delete(id);
      if (holds) this.byClientId.delete(clientKey(record.account, record.draft.clientOrderId as string));
    }
  }

  save(): { record: OrderRecord; holdsClientId: boolean }[] {
    return [...this.byId.values()]
      .sort((a, b) => a.id - b.id)
      .map((record) => ({ record: { ...record }, holdsClientId: this.holdsClientId(record) }));
  }

  static load(saved: readonly { record: OrderRecord; holdsClientId: boolean }[]): OrderRecords {
    const records = new OrderRecords();
    for (const { record, holdsClientId } of saved) {
      const copy = { ...record };
      records.add(copy);
      if (holdsClientId) records.holdClientId(copy);
    }
    return records;
  }

  hashInto(hash: Hash): void {
    for (const { record, holdsClientId } of this.save())
      hash.text(JSON.stringify(record)).number(holdsClientId ? 1 : 0);
  }

  private holdsClientId(record: OrderRecord): boolean {
    const { clientOrderId } = record.draft;
    return clientOrderId !== undefined && this.ofClientId(record.account, clientOrderId) === record;
  }

  private openOf(account: number): Map<number, OrderRecord> {
    const orders = this.open.get(account) ?? new Map<number, OrderRecord>();
    this.open.set(account, orders);
    return orders;
  }
}

const clientKey = (account: number, clientOrderId: string) => `${account}:${clientOrderId}`;
