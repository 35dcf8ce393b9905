import type { AccountSummary, ContractQuote, OrderView } from "@/wire/views";
import { centsOf } from "../exact";
import { isWaiting, openLots } from "../orders";

/** One month's share of a requirement: the lots it could come to, at the initial margin of a lot. */
export interface MonthCharge {
  readonly symbol: string;
  readonly lots: number;
  readonly initial: number; // cents a lot
  readonly charge: number; // cents
}

export interface Requirement {
  readonly months: readonly MonthCharge[];
  /** What is taken off because months of one benchmark offset each other, in cents. */
  readonly credit: number;
  readonly total: number;
}

/**
 * How the total of rule 7.3 comes about: each month as if the worse side of its resting orders were filled, less what
 * the room credits for months that offset. The room says a month's charge once something was traded there; of a month
 * with orders alone it is counted here. Null: these numbers are of different moments (a settlement is under way).
 */
export function explainRequirement(
  { positions, requirement }: Pick<AccountSummary, "positions" | "requirement">,
  orders: readonly OrderView[],
  contracts: readonly Pick<ContractQuote, "symbol" | "initialMargin">[],
): Requirement | null {
  const charges = contracts.map(({ symbol, initialMargin }): MonthCharge => {
    const initial = centsOf(initialMargin);
    const known = positions.find((position) => position.symbol === symbol);
    const charge = known ? centsOf(known.requirement) : initial * worseSide(orders, symbol);
    return { symbol, initial, charge, lots: initial === 0 ? 0 : charge / initial };
  });
  const months = charges.filter(({ charge }) => charge !== 0);
  const total = centsOf(requirement);
  const credit = months.reduce((sum, { charge }) => sum + charge, 0) - total;
  const together = credit >= 0 && months.every(({ lots }) => Number.isInteger(lots));
  return together ? { months, credit, total } : null;
}

/** Lots of the worse side, with nothing held: orders that only reduce come to nothing, and neither do stops that wait. */
function worseSide(orders: readonly OrderView[], symbol: string): number {
  const counted = orders.filter((order) => order.symbol === symbol && !order.reduceOnly && !isWaiting(order));
  const of = (side: OrderView["side"]) =>
    counted.filter((order) => order.side === side).reduce((sum, order) => sum + openLots(order), 0);
  return Math.max(of("buy"), of("sell"));
}
