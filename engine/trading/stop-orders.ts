import { assert } from "../assert";
import type { TriggerSource } from "../commands";
import { BUY, SELL, type SideNo, sideNo } from "../units";
import type { OrderRecord, StopState } from "./order-records";

/**
 * The stops of one contract that wait (4.2): outside book, depth and margin. Those with a fixed trigger stand sorted, the
 * next to fire last, so that a trade which reaches none costs one comparison a list; trailing ones are few and looked at
 * one by one.
 */
export class StopOrders {
  private readonly fixed: Record<TriggerSource, readonly [OrderRecord[], OrderRecord[]]> = {
    last: [[], []],
    mark: [[], []],
  };
  private readonly trailing: Record<TriggerSource, OrderRecord[]> = { last: [], mark: [] };
  /** How many wait. */
  count = 0;

  add(record: OrderRecord): void {
    const { source, trail } = stopOf(record);
    const side = sideNo(record.draft.side);
    if (trail !== null) this.trailing[source].push(record);
    else {
      const list = this.fixed[source][side];
      list.splice(placeOf(list, side, record), 0, record);
    }
    this.count += 1;
  }

  remove(record: OrderRecord): void {
    const { source, trail } = stopOf(record);
    const list = trail === null ? this.fixed[source][sideNo(record.draft.side)] : this.trailing[source];
    const at = list.indexOf(record);
    assert(at >= 0, "a stop that waits is on its list");
    list.splice(at, 1);
    this.count -= 1;
  }

  /** Takes out the stops that `price` reaches, by arrival; the trailing ones follow it first. */
  reached(source: TriggerSource, price: number): readonly OrderRecord[] {
    const [buys, sells] = this.fixed[source];
    let fired: OrderRecord[] | null = null;
    while (buys.length > 0 && isReached(buys[buys.length - 1], price)) {
      fired ??= [];
      fired.push(buys.pop() as OrderRecord);
    }
    while (sells.length > 0 && isReached(sells[sells.length - 1], price)) {
      fired ??= [];
      fired.push(sells.pop() as OrderRecord);
    }
    const trailing = this.trailing[source];
    if (trailing.length > 0) {
      const waiting = trailing.filter((record) => {
        follow(record, price);
        if (!isReached(record, price)) return true;
        fired ??= [];
        fired.push(record);
        return false;
      });
      this.trailing[source] = waiting;
    }
    if (fired === null) return NONE;
    this.count -= fired.length;
    return fired.sort((a, b) => stopOf(a).arrival - stopOf(b).arrival);
  }

  /** Asserts that everything here waits, in order, and that nothing is missing. */
  check(waiting: number): void {
    assert(this.count === waiting, "every stop that waits is on a list");
    for (const source of ["last", "mark"] as const) {
      for (const side of [BUY, SELL] as const) {
        const list = this.fixed[source][side];
        for (let i = 1; i < list.length; i++) {
          assert(isBehind(list[i - 1], list[i], side), "stops stand in the order they fire in");
        }
      }
    }
  }
}

const NONE: readonly OrderRecord[] = [];

export function stopOf(record: OrderRecord): StopState {
  assert(record.stop !== null, "a stop has a trigger");
  return record.stop;
}

/** Buys fire at or above their trigger, sells at or below it. */
export function isReached(record: OrderRecord, price: number): boolean {
  const trigger = stopOf(record).price;
  return record.draft.side === "buy" ? price >= trigger : price <= trigger;
}

/** Where a trailing stop fires, `trail` behind its reference, at least one tick. */
export const trailed = (side: SideNo, reference: number, trail: number): number =>
  side === BUY ? reference + trail : Math.max(1, reference - trail);

/** A trailing stop moves with the market's good side, and never back. */
function follow(record: OrderRecord, price: number): void {
  const stop = stopOf(record);
  const side = sideNo(record.draft.side);
  if (side === BUY ? price >= stop.reference : price <= stop.reference) return;
  stop.reference = price;
  stop.price = trailed(side, price, stop.trail as number);
}

/** `a` fires after `b`: its trigger is further away, or the same and it came later. */
function isBehind(a: OrderRecord, b: OrderRecord, side: SideNo): boolean {
  const [x, y] = [stopOf(a), stopOf(b)];
  if (x.price !== y.price) return side === BUY ? x.price > y.price : x.price < y.price;
  return x.arrival > y.arrival;
}

function placeOf(list: readonly OrderRecord[], side: SideNo, record: OrderRecord): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(list[middle], record, side)) low = middle + 1;
    else high = middle;
  }
  return low;
}
