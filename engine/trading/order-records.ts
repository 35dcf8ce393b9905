import { assert } from "../assert";
import type { OrderDraft, TriggerSource } from "../commands";
import type { Hash } from "../digest";
import type { CancelReason, Refusal } from "../refusals";
import type { AccountNo, Lots, OrderId, RoomTime, Ticks } from "../units";
import type { FillReport, OrderReport, TieView } from "../views";

/** Of a stop (4.2). It waits while `firedAt` is null. */
export interface StopState {
  readonly source: TriggerSource;
  price: number;
  trail: number | null;
  /** Trailing: the best price of its source since it was placed. */
  reference: number;
  firedAt: number | null;
  /** Among stops reached together, the order they run in; 0 before it has entered. */
  arrival: number;
}

/** How an order hangs together with others of its account (4.2). */
export interface TieState {
  readonly role: TieView["role"];
  readonly others: readonly number[];
  /** Of an entry: lots filled that its exits have grown by. */
  handed: number;
}

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
  stop: StopState | null;
  tie: TieState | null;
  /** Of a spread: symbols of its near and far month (2.4). */
  legs: readonly [near: string, far: string] | null;
  /** What was asked for together with it, as text: exits, or the other order of an OCO. A repeat asks for the same (4.6). */
  readonly beside?: string;
  /** What placing it came to: a repeat of the same client order id is answered with this (4.6). */
  first: FirstAnswer | null;
}

export interface FirstAnswer {
  readonly order: OrderReport;
  readonly fills: readonly FillReport[];
  readonly others?: readonly OrderReport[];
}

/** What of it has not filled. All of it is in the book, waits for its trigger, or is being matched. */
export const openOf = (record: OrderRecord): number => record.lots - record.filled;

/** A stop outside the book: it has entered, and its trigger has not been reached. */
export const isWaiting = ({ stop, status, lots, filled }: OrderRecord): boolean =>
  stop !== null && stop.arrival > 0 && stop.firedAt === null && status === "open" && lots > filled;

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
  goodTill: r.draft.goodTill ?? null,
  postOnly: r.draft.postOnly,
  reduceOnly: r.draft.reduceOnly === true,
  display: r.draft.display ?? null,
  stop: r.stop && {
    source: r.stop.source,
    price: r.stop.price as Ticks,
    trail: r.stop.trail as Ticks | null,
    firedAt: r.stop.firedAt as RoomTime | null,
  },
  tie: r.tie && { role: r.tie.role, others: r.tie.others as readonly OrderId[] },
  legs: r.legs,
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
  /** Open reduce-only orders of each position, in the order they came. */
  private readonly reducing = new Map<string, OrderRecord[]>();
  /** Open orders that a fill of another order may shrink (4.2). */
  tied = 0;

  add(record: OrderRecord): void {
    this.byId.set(record.id, record);
    if (record.status !== "open") return;
    this.openOf(record.account).set(record.id, record);
    if (canShrink(record)) this.tied += 1;
    if (record.draft.reduceOnly) this.reducingOf(record.account, record.slot).push(record);
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

  /** Open reduce-only orders of one position. A snapshot of the list, too. */
  reduceOnlyOrders(account: number, slot: number): readonly OrderRecord[] {
    const list = this.reducing.get(positionKey(account, slot));
    return list ? [...list] : [];
  }

  allOpen(): OrderRecord[] {
    const all: OrderRecord[] = [];
    for (const orders of this.open.values()) all.push(...orders.values());
    return all.sort((a, b) => a.id - b.id);
  }

  end(record: OrderRecord, status: "filled" | "cancelled" | "rejected", day: number): void {
    assert(record.status === "open", "an order ends once");
    record.status = status;
    record.endedDay = day;
    this.open.get(record.account)?.delete(record.id);
    if (canShrink(record)) this.tied -= 1;
    if (!record.draft.reduceOnly) return;
    const key = positionKey(record.account, record.slot);
    const list = this.reducing.get(key) ?? [];
    list.splice(list.indexOf(record), 1);
    if (list.length === 0) this.reducing.delete(key);
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

  save(): SavedRecord[] {
    return [...this.byId.values()]
      .sort((a, b) => a.id - b.id)
      .map((record) => ({ record: copyOf(record), holdsClientId: this.holdsClientId(record) }));
  }

  static load(saved: readonly SavedRecord[]): OrderRecords {
    const records = new OrderRecords();
    for (const { record, holdsClientId } of saved) {
      const copy = copyOf(record);
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

  private reducingOf(account: number, slot: number): OrderRecord[] {
    const key = positionKey(account, slot);
    const list = this.reducing.get(key) ?? [];
    this.reducing.set(key, list);
    return list;
  }
}

export interface SavedRecord {
  readonly record: OrderRecord;
  readonly holdsClientId: boolean;
}

const copyOf = (record: OrderRecord): OrderRecord => ({
  ...record,
  stop: record.stop && { ...record.stop },
  tie: record.tie && { ...record.tie },
});

const canShrink = (record: OrderRecord): boolean =>
  record.draft.reduceOnly === true || (record.tie !== null && record.tie.role !== "entry");

const clientKey = (account: number, clientOrderId: string) => `${account}:${clientOrderId}`;
const positionKey = (account: number, slot: number) => `${account}:${slot}`;
