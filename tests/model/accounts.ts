import { down, shareUp, sum, towardsZero, up } from "./rounding";
import {
  isReducing,
  type Month,
  monthOf,
  netOf,
  type Order,
  openLots,
  type Person,
  type Position,
  type World,
} from "./world";

/** Rules 5.3, 6.4, 7.1 to 7.4 as they are written. */

export function positionOf(person: Person, contract: string): Position {
  person.positions[contract] ??= { net: 0, basis: 0, cost: 0, realised: 0, fees: 0 };
  return person.positions[contract];
}

/** A fill of `signed` lots at `price` (6.2, 6.4), and its fee, which takes at most the margin cash (7.1). */
export function bookFill(person: Person, month: Month, price: number, signed: number, feePerLot: number): void {
  const position = positionOf(person, month.symbol);
  position.basis += price * signed;
  const opposite = Math.sign(position.net) === -Math.sign(signed);
  const closing = opposite ? Math.min(Math.abs(signed), Math.abs(position.net)) * Math.sign(signed) : 0;
  if (closing !== 0) {
    const leaves = towardsZero(BigInt(position.cost) * BigInt(Math.abs(closing)), BigInt(Math.abs(position.net)));
    position.cost -= leaves;
    position.realised += (-price * closing - leaves) * month.benchmark.tickValue;
  }
  position.cost += price * (signed - closing);
  position.net += signed;
  const fee = Math.min(Math.max(0, person.marginCash), Math.abs(signed) * feePerLot);
  person.marginCash -= fee;
  position.fees += fee;
}

export function equityOf(world: World, person: Person): number {
  const floating = world.months.map((month) => {
    const { net, basis } = positionOf(person, month.symbol);
    return (month.mark * net - basis) * month.benchmark.tickValue;
  });
  return person.marginCash + sum(floating);
}

/** What an account would come to: with an order on its way in, without the one it replaces, with a spread filled. */
export interface Change {
  readonly adds?: readonly Addition[];
  readonly without?: Order;
  readonly moves?: Record<string, number>; // lots by contract
}

export interface Addition {
  readonly contract: string;
  readonly side: "buy" | "sell";
  readonly lots: number;
  readonly reducing: boolean;
}

const NOTHING: Change = {};

/** Lots open on one side of one month: of reduce-only orders no more than the position (7.3). */
function lotsOpen(world: World, person: Person, month: Month, side: "buy" | "sell", change: Change): number {
  let plain = 0;
  let reducing = 0;
  for (const order of world.orders) {
    if (order.place !== "book" || order.account !== person.account || order === change.without) continue;
    if (order.contract !== month.symbol || order.side !== side) continue;
    if (isReducing(order)) reducing += openLots(order);
    else plain += openLots(order);
  }
  for (const added of change.adds ?? []) {
    if (added.contract !== month.symbol || added.side !== side) continue;
    if (added.reducing) reducing += added.lots;
    else plain += added.lots;
  }
  const net = netWith(person, month, change);
  return plain + Math.min(reducing, Math.max(0, side === "sell" ? net : -net));
}

const netWith = (person: Person, { symbol }: Month, change: Change): number =>
  netOf(person, symbol) + (change.moves?.[symbol] ?? 0);

function exposures(world: World, person: Person, change: Change) {
  return world.months.map((month) => {
    const net = netWith(person, month, change);
    const long = net + lotsOpen(world, person, month, "buy", change);
    const short = net - lotsOpen(world, person, month, "sell", change);
    return { month, long, short, worst: Math.max(Math.abs(long), Math.abs(short)) };
  });
}

/** 7.3 */
export function requirementOf(world: World, person: Person, change: Change = NOTHING): number {
  const credit = world.config.margin.spreadCredit;
  const all = exposures(world, person, change);
  const alone = all.filter(({ month }) => month.settlementMonth).map(({ month, worst }) => month.initial * worst);
  const netted = world.config.benchmarks.map((benchmark) => {
    const months = all.filter(({ month }) => month.benchmark.id === benchmark.id && !month.settlementMonth);
    const filledBids = Math.abs(sum(months.map(({ month, long }) => month.initial * long)));
    const filledOffers = Math.abs(sum(months.map(({ month, short }) => month.initial * short)));
    const each = sum(months.map(({ month, worst }) => month.initial * worst));
    const together = BigInt(credit) * BigInt(Math.max(filledBids, filledOffers));
    return up(together + BigInt(1_000_000 - credit) * BigInt(each), 1_000_000n);
  });
  return sum(alone) + sum(netted);
}

export const maintenanceOf = (world: World, requirement: number): number =>
  shareUp(requirement, world.config.margin.maintenance);

/** What a person may take out (7.1). */
export const transferableOf = (world: World, person: Person): number =>
  Math.max(0, Math.min(person.marginCash, equityOf(world, person)) - requirementOf(world, person));

/** 5.3: what the account would hold at the worst in the months of a limit. */
export function worstPositions(world: World, person: Person, contract: string, change: Change = NOTHING) {
  const { benchmark, settlementMonth } = monthOf(world, contract);
  const all = exposures(world, person, change).filter(({ month }) => month.benchmark.id === benchmark.id);
  const worst = (months: typeof all) =>
    Math.max(Math.abs(sum(months.map(({ long }) => long))), Math.abs(sum(months.map(({ short }) => short))));
  const whole = [{ worst: worst(all), limit: benchmark.positionLimit as number }];
  if (!settlementMonth) return whole;
  const only = all.filter(({ month }) => month.symbol === contract);
  return [...whole, { worst: worst(only), limit: benchmark.positionLimitSettlementMonth as number }];
}

/** 7.2: the larger of the limit + 2 points and one seller doubling, of the settlement, rounded up to a cent. */
export function initialOf(world: World, month: Month): number {
  const { benchmark, rate, settlement } = month;
  if (benchmark.fixedInitial !== undefined) return benchmark.fixedInitial;
  const share = Math.max(rate + world.config.margin.overLimit, doublingOf(benchmark.sellers.length));
  return shareUp(settlement * benchmark.tickValue, share);
}

/** 2^(1/n) − 1 rounded up to a millionth: the least m with (1 + m)^n ≥ 2. */
function doublingOf(sellers: number): number {
  const doubles = (millionths: number) =>
    (1_000_000n + BigInt(millionths)) ** BigInt(sellers) >= 2n * 1_000_000n ** BigInt(sellers);
  let millionths = 0;
  for (let step = 1_048_576; step >= 1; step /= 2) if (!doubles(millionths + step - 1)) millionths += step;
  return millionths;
}

/** 5.1: inward to a tick, at least one tick each way, never below one tick. */
export function limitsOf(settlement: number, rate: number): { low: number; high: number } {
  const low = up(BigInt(settlement) * BigInt(1_000_000 - rate), 1_000_000n);
  const high = down(BigInt(settlement) * BigInt(1_000_000 + rate), 1_000_000n);
  return { low: Math.max(1, Math.min(low, settlement - 1)), high: Math.max(high, settlement + 1) };
}
