import type { CancelReason } from "../refusals";
import { BUY, type SideNo, sideNo } from "../units";
import type { Exchange } from "./exchange";
import { type OrderRecord, openOf } from "./order-records";

/**
 * Orders that a fill of another order makes smaller (4.2): reduce-only ones by the position, the orders of an OCO and the
 * exits of a bracket by what the other filled. It happens before the next fill, so two of them in one sweep never flip a
 * position. What makes exits grow waits until the order at work is complete (see `TriggeredOrders`).
 */

/** `lots` of this order filled: its sibling has as many fewer to do. */
export function filled(exchange: Exchange, record: OrderRecord, lots: number): void {
  const { tie } = record;
  if (tie === null) return;
  if (tie.role === "entry") {
    if (!exchange.grown.includes(record)) exchange.grown.push(record);
    return;
  }
  const sibling = siblingOf(exchange, record);
  if (sibling) shrinkTo(exchange, sibling, Math.max(0, openOf(sibling) - lots), "sibling");
}

/** The position changed: no reduce-only order is larger than it. */
export function keepReducing(exchange: Exchange, account: number, slot: number): void {
  for (const record of exchange.records.reduceOnlyOrders(account, slot)) {
    const room = roomToReduce(exchange, account, slot, sideNo(record.draft.side));
    if (openOf(record) > room) shrinkTo(exchange, record, room, "reduce-only");
  }
}

/** Lots that an order on `side` can take off the position. */
export function roomToReduce(exchange: Exchange, account: number, slot: number, side: SideNo): number {
  const net = exchange.accounts.net(account, slot);
  return Math.max(0, side === BUY ? -net : net);
}

/** This order has ended. Of an OCO the other ends with it; the exits of an entry end once nothing is left for them. */
export function ended(exchange: Exchange, record: OrderRecord): void {
  const { tie } = record;
  if (tie === null) return;
  if (tie.role === "oco") {
    // Shrunk to nothing by the other's fills, it leaves that one be.
    const done = record.status === "filled" || record.cancelReason === "sibling";
    const sibling = siblingOf(exchange, record);
    if (sibling && !done) exchange.endTied(sibling, "sibling");
  } else if (tie.role === "entry") {
    for (const exit of exitsOf(exchange, record)) endIfIdle(exchange, exit);
  }
}

/** An order has nothing open any more. It has ended, unless it is an exit whose entry may still fill: that one sleeps. */
export function drained(exchange: Exchange, record: OrderRecord, reason: CancelReason | null): void {
  if (sleeps(exchange, record)) {
    record.lots = record.filled;
    exchange.report(record);
  } else exchange.end(record, reason === null ? "filled" : "cancelled", reason);
}

/** Exits that are still open. */
export function exitsOf(exchange: Exchange, entry: OrderRecord): OrderRecord[] {
  return (entry.tie?.others ?? []).map((id) => exchange.records.get(id)).filter(isOpen);
}

/** Of an exit that has nothing to do and will get nothing more. */
export function endIfIdle(exchange: Exchange, exit: OrderRecord): void {
  if (exit.status !== "open" || openOf(exit) > 0 || sleeps(exchange, exit)) return;
  if (exit.filled > 0) exchange.end(exit, "filled", null);
  else exchange.end(exit, "cancelled", entryOf(exchange, exit)?.filled === 0 ? "entry-ended" : "sibling");
}

/** Takes open lots out of an order wherever it is; with none left it ends for `reason`. */
function shrinkTo(exchange: Exchange, record: OrderRecord, open: number, reason: CancelReason): void {
  const fewer = openOf(record) - open;
  if (record.status !== "open" || fewer === 0) return;
  if (open === 0) {
    exchange.takeOut(record);
    drained(exchange, record, reason);
    return;
  }
  record.lots -= fewer;
  const market = exchange.market(record.slot);
  if (market.book.has(record.id)) {
    market.book.shrink(record.id, fewer);
    exchange.rest(record, -fewer);
  }
  exchange.report(record);
}

/** An exit without open lots whose entry may still fill, or has filled lots that the exit has not been given yet. */
function sleeps(exchange: Exchange, record: OrderRecord): boolean {
  const entry = entryOf(exchange, record);
  return entry !== undefined && (entry.status === "open" || (entry.tie?.handed ?? 0) < entry.filled);
}

function entryOf(exchange: Exchange, { tie }: OrderRecord): OrderRecord | undefined {
  return tie?.role === "target" || tie?.role === "stop" ? exchange.records.get(tie.others[0]) : undefined;
}

/** The other order of an OCO, or the other exit, while it is open. */
function siblingOf(exchange: Exchange, { tie }: OrderRecord): OrderRecord | undefined {
  const id = tie?.role === "oco" ? tie.others[0] : tie?.others[1];
  const sibling = id === undefined ? undefined : exchange.records.get(id);
  return sibling?.status === "open" ? sibling : undefined;
}

const isOpen = (record: OrderRecord | undefined): record is OrderRecord => record?.status === "open";
