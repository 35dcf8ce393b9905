import { assert } from "../assert";
import type { Accounts } from "./accounts";
import type { Cash } from "./cash";
import type { Positions } from "./positions";

/** What the room does, and tells, while defaults are resolved (7.6). */
export interface DefaultSink {
  /** All open orders of a defaulter end; each must be taken out of the account by `Accounts.rest`. */
  cancelOrders(account: number): void;
  /** `lots` of a defaulter's position were closed against `against`, without a fee. */
  closed(account: number, against: number, slot: number, lots: number, price: number): void;
  /** Who paid for this defaulter's deficit. */
  deficit(account: number, deficit: number, fromBank: number, fromFund: number, fromGains: number): void;
  /** An account gave up part of this settlement's gains. */
  haircut(account: number, amount: number): void;
}

/** 7.6, after a settlement was paid: whoever's margin cash is negative has defaulted. */
export function resolveDefaults(
  accounts: Accounts,
  cash: Cash,
  positions: Positions,
  settlementOf: (slot: number) => number,
  sink: DefaultSink,
): void {
  const defaulters: number[] = [];
  for (let a = 1; a <= cash.count; a++) if (cash.margin[a] < 0) defaulters.push(a);
  for (const a of defaulters) {
    sink.cancelOrders(a);
    for (let slot = 0; slot < positions.contracts.length; slot++) {
      const i = positions.at(a, slot);
      assert(positions.openLots(i) === 0, "the orders of a defaulter have ended");
    }
  }
  for (const a of defaulters) {
    for (const contracts of positions.ofBenchmark) {
      for (const { slot } of contracts) closePosition(accounts, a, slot, settlementOf(slot), defaulters, sink);
    }
    assert(accounts.requirement(a) === 0, "a defaulter is left without positions");
  }
  coverDeficits(cash, defaulters, sink);
}

/** Closes one position of a defaulter against the opposite accounts, as they rank now. */
function closePosition(
  accounts: Accounts,
  defaulter: number,
  slot: number,
  price: number,
  defaulters: readonly number[],
  sink: DefaultSink,
): void {
  const net = accounts.net(defaulter, slot);
  let left = Math.abs(net);
  if (left === 0) return;
  for (const against of oppositeAccounts(accounts, slot, net, defaulters)) {
    const lots = Math.min(left, Math.abs(accounts.net(against, slot)));
    if (net > 0) accounts.trade(slot, price, lots, against, defaulter);
    else accounts.trade(slot, price, lots, defaulter, against);
    sink.closed(defaulter, against, slot, lots, price);
    left -= lots;
    if (left === 0) return;
  }
  assert(left === 0, "every long needs a short");
}

interface Rank {
  readonly account: number;
  readonly defaulted: boolean;
  readonly equity: number;
  readonly requirement: number;
}

/** Who holds the other side: first those who defaulted too, then the highest equity ÷ requirement, then the lowest number. */
function oppositeAccounts(accounts: Accounts, slot: number, net: number, defaulters: readonly number[]): number[] {
  const ranks: Rank[] = [];
  for (let a = 1; a <= accounts.count; a++) {
    const other = accounts.net(a, slot);
    if (other === 0 || other > 0 === net > 0) continue;
    const [equity, requirement] = [accounts.equity(a), accounts.requirement(a)];
    assert(requirement > 0, "what is held needs margin");
    ranks.push({ account: a, defaulted: defaulters.includes(a), equity, requirement });
  }
  return ranks.sort(beforeInRank).map(({ account }) => account);
}

function beforeInRank(a: Rank, b: Rank): number {
  if (a.defaulted !== b.defaulted) return a.defaulted ? -1 : 1;
  return (a.defaulted ? 0 : compareCover(b, a)) || a.account - b.account;
}

/** Compares equity ÷ requirement by cross products, exact where they outgrow a double. */
function compareCover(a: Rank, b: Rank): number {
  const left = BigInt(a.equity) * BigInt(b.requirement);
  const right = BigInt(b.equity) * BigInt(a.requirement);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Each deficit is paid by its own bank cash, then all together by the fund, then by this settlement's gains. */
function coverDeficits(cash: Cash, defaulters: readonly number[], sink: DefaultSink): void {
  const deficits = defaulters.map((a) => {
    const deficit = -cash.margin[a];
    const fromBank = Math.min(deficit, cash.bank[a]);
    cash.bank[a] -= fromBank;
    cash.margin[a] = 0;
    return { a, deficit, fromBank, missing: deficit - fromBank };
  });
  const missing = deficits.reduce((sum, { missing }) => sum + missing, 0);
  const haircut = Math.max(0, missing - cash.fund);
  let fund = missing - haircut;
  cash.fund -= fund;
  for (const { a, deficit, fromBank, missing } of deficits) {
    const fromFund = Math.min(missing, fund); // the fund is one sum; its parts are told in account order
    fund -= fromFund;
    sink.deficit(a, deficit, fromBank, fromFund, missing - fromFund);
  }
  cutGains(cash, haircut, sink);
}

/** Takes `missing` from the accounts that gained, pro rata, whole cents by largest remainder, then lowest number. */
function cutGains(cash: Cash, missing: number, sink: DefaultSink): void {
  if (missing === 0) return;
  const shares: { account: number; amount: number; remainder: bigint }[] = [];
  let gains = 0;
  for (let a = 1; a <= cash.count; a++) gains += cuttable(cash, a);
  assert(gains >= missing, "gains of a settlement cover its losses");
  let rest = missing;
  for (let a = 1; a <= cash.count; a++) {
    const product = BigInt(missing) * BigInt(cuttable(cash, a));
    const amount = Number(product / BigInt(gains));
    const remainder = product % BigInt(gains);
    if (product > 0n) shares.push({ account: a, amount, remainder });
    rest -= amount;
  }
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.account - b.account : a.remainder > b.remainder ? -1 : 1,
  );
  for (let k = 0; k < rest; k++) byRemainder[k].amount += 1;
  for (const { account, amount } of shares) {
    cash.margin[account] -= amount;
    if (amount > 0) sink.haircut(account, amount);
  }
}

/** What a haircut may take: this settlement's gain, net over all contracts, and no more than the margin cash. */
const cuttable = (cash: Cash, a: number): number => Math.max(0, Math.min(cash.gains[a], cash.margin[a]));
