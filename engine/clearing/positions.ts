import { assert } from "../assert";
import type { Hash } from "../digest";
import { mulDivTrunc } from "../integers";
import { BUY, type SideNo } from "../units";

/** A listed contract, as the clearing sees it. */
export interface Contract {
  readonly slot: number;
  readonly benchmark: number;
  readonly tickValue: number; // cents of one tick on one lot
  readonly month: number; // orders the contracts of a benchmark
  initial: number; // cents per lot (7.2)
  mark: number; // ticks (4.8)
  alone: boolean; // in its settlement month: charged without credit (7.3)
  openInterest: number; // Σ long net
}

/** One row per position with anything in it: account, slot, net, basis, cost, realised, fees, bids, offers. */
export type PositionRow = readonly number[];

export interface PositionsSnapshot {
  readonly contracts: readonly (Contract | null)[];
  readonly rows: readonly PositionRow[];
}

/** A benchmark is one bit of an integer. */
export const MOST_BENCHMARKS = 31;

/**
 * Positions and open lots of all accounts, as typed arrays indexed by account × stride + slot: nothing is allocated when
 * an order rests or trades. The reader of these arrays is the clearing alone; outside it, `Accounts` answers.
 */
export class Positions {
  /** By slot; null where nothing is listed. */
  readonly contracts: (Contract | null)[] = [];
  /** Those of each benchmark, by month. */
  readonly ofBenchmark: Contract[][] = [];
  net = new Float64Array(0);
  basis = new Float64Array(0); // Σ price × signed lots since the last settlement, which counts as a trade (6.2)
  cost = new Float64Array(0); // entry cost of what is held (6.4)
  realised = new Float64Array(0); // cents (6.4)
  fees = new Float64Array(0); // cents
  bids = new Float64Array(0); // open lots
  offers = new Float64Array(0);
  /** By account: one bit for each benchmark in which it has, or had since the last settlement, anything. */
  inUse = new Int32Array(0);
  stride = 4;
  private accounts = 16;

  constructor() {
    this.resize(this.accounts, this.stride);
  }

  at(account: number, slot: number): number {
    return account * this.stride + slot;
  }

  contract(slot: number): Contract {
    const contract = this.contracts[slot];
    assert(contract != null, "a contract must be listed to be cleared");
    return contract;
  }

  /** Makes room for accounts up to number `account`. */
  admit(account: number): void {
    if (account >= this.accounts) this.resize(this.accounts * 2, this.stride);
  }

  list(slot: number, benchmark: number, tickValue: number, month: number): void {
    assert(
      Number.isSafeInteger(slot) && slot >= 0 && this.contracts[slot] == null,
      "a slot holds one contract at a time",
    );
    assert(benchmark >= 0 && benchmark < MOST_BENCHMARKS, "a benchmark must fit the bits of an integer");
    assert(Number.isSafeInteger(tickValue) && tickValue > 0, "a tick is worth a whole number of cents");
    while (this.contracts.length <= slot) this.contracts.push(null);
    while (this.ofBenchmark.length <= benchmark) this.ofBenchmark.push([]);
    if (slot >= this.stride) this.resize(this.accounts, this.stride * 2 > slot ? this.stride * 2 : slot + 1);
    const contract = { slot, benchmark, tickValue, month, initial: 0, mark: 0, alone: false, openInterest: 0 };
    this.contracts[slot] = contract;
    this.ofBenchmark[benchmark].push(contract);
    this.ofBenchmark[benchmark].sort((a, b) => a.month - b.month || a.slot - b.slot);
  }

  /** The slot is free for another contract; realised P&L and fees of the ended one are forgotten with it. */
  delist(slot: number, lastAccount: number): void {
    const contract = this.contract(slot);
    for (let a = 1; a <= lastAccount; a++) {
      const i = this.at(a, slot);
      const empty = this.net[i] === 0 && this.basis[i] === 0 && this.bids[i] === 0 && this.offers[i] === 0;
      assert(empty, "nobody may be in a contract when it is delisted");
      this.cost[i] = 0;
      this.realised[i] = 0;
      this.fees[i] = 0;
    }
    const siblings = this.ofBenchmark[contract.benchmark];
    siblings.splice(siblings.indexOf(contract), 1);
    this.contracts[slot] = null;
  }

  rest(account: number, slot: number, side: SideNo, lots: number): void {
    const open = side === BUY ? this.bids : this.offers;
    const i = this.at(account, slot);
    open[i] += lots;
    assert(open[i] >= 0, "open lots cannot be fewer than none");
    this.inUse[account] |= 1 << this.contract(slot).benchmark;
  }

  /** 6.2 and 6.4 of one side of a trade; `lots` is signed, positive bought. */
  fill(account: number, slot: number, price: number, lots: number): void {
    const contract = this.contract(slot);
    const i = this.at(account, slot);
    const net = this.net[i];
    const after = net + lots;
    const basis = this.basis[i] + price * lots;
    assert(Number.isSafeInteger(basis), "a basis must be a safe integer");
    this.net[i] = after;
    this.basis[i] = basis;
    contract.openInterest += (after > 0 ? after : 0) - (net > 0 ? net : 0);
    this.inUse[account] |= 1 << contract.benchmark;

    if (net === 0 || net > 0 === lots > 0) {
      this.cost[i] += price * lots;
      return;
    }
    const closed = Math.min(Math.abs(lots), Math.abs(net));
    const removed = mulDivTrunc(this.cost[i], closed, Math.abs(net));
    const value = lots > 0 ? price * closed : -price * closed;
    this.realise(i, -(removed + value) * contract.tickValue);
    const opened = closed < Math.abs(lots) ? after : 0; // a flip opens the rest at the fill's price
    this.cost[i] += price * opened - removed;
  }

  /** Ends a position at `price`, its basis having been paid: nothing is left but the P&L it realised. */
  expire(account: number, slot: number, price: number): void {
    const contract = this.contract(slot);
    const i = this.at(account, slot);
    assert(this.bids[i] === 0 && this.offers[i] === 0, "an expiring contract has no open orders");
    this.realise(i, (price * this.net[i] - this.cost[i]) * contract.tickValue);
    if (this.net[i] > 0) contract.openInterest -= this.net[i];
    this.net[i] = 0;
    this.basis[i] = 0;
    this.cost[i] = 0;
  }

  /** Drops the bits of benchmarks an account is out of, so that its requirement stays cheap to find. */
  tidyUse(account: number): void {
    let bits = 0;
    for (let slot = 0; slot < this.contracts.length; slot++) {
      const contract = this.contracts[slot];
      const i = this.at(account, slot);
      const inside = this.net[i] !== 0 || this.basis[i] !== 0 || this.bids[i] !== 0 || this.offers[i] !== 0;
      if (contract != null && inside) bits |= 1 << contract.benchmark;
    }
    this.inUse[account] = bits;
  }

  check(lastAccount: number): void {
    for (let slot = 0; slot < this.contracts.length; slot++) {
      const contract = this.contracts[slot];
      if (contract == null) continue;
      let [net, basis, long] = [0, 0, 0];
      for (let a = 1; a <= lastAccount; a++) {
        const i = this.at(a, slot);
        net += this.net[i];
        basis += this.basis[i];
        long += Math.max(0, this.net[i]);
        assert(this.net[i] !== 0 || this.cost[i] === 0, "what is not held has no cost");
        assert(this.bids[i] >= 0 && this.offers[i] >= 0, "open lots cannot be fewer than none");
      }
      assert(net === 0, "every long needs a short");
      assert(basis === 0, "what buyers paid, sellers received");
      assert(long === contract.openInterest, "open interest counts the longs");
    }
  }

  snapshot(lastAccount: number): PositionsSnapshot {
    const rows: number[][] = [];
    this.forEachRow(lastAccount, (row) => rows.push(row));
    return { contracts: this.contracts.map((contract) => contract && { ...contract }), rows };
  }

  static restore(saved: PositionsSnapshot, lastAccount: number): Positions {
    const positions = new Positions();
    for (let a = 1; a <= lastAccount; a++) positions.admit(a);
    saved.contracts.forEach((contract, slot) => {
      if (contract == null) return;
      positions.list(slot, contract.benchmark, contract.tickValue, contract.month);
      Object.assign(positions.contract(slot), contract);
    });
    while (positions.contracts.length < saved.contracts.length) positions.contracts.push(null);
    for (const [account, slot, net, basis, cost, realised, fees, bids, offers] of saved.rows) {
      const i = positions.at(account, slot);
      positions.net[i] = net;
      positions.basis[i] = basis;
      positions.cost[i] = cost;
      positions.realised[i] = realised;
      positions.fees[i] = fees;
      positions.bids[i] = bids;
      positions.offers[i] = offers;
      positions.tidyUse(account);
    }
    return positions;
  }

  hashInto(hash: Hash, lastAccount: number): void {
    hash.number(this.contracts.length);
    for (const contract of this.contracts) {
      if (contract == null) {
        hash.number(-1);
        continue;
      }
      hash.number(contract.benchmark).number(contract.tickValue).number(contract.month).number(contract.initial);
      hash
        .number(contract.mark)
        .number(contract.alone ? 1 : 0)
        .number(contract.openInterest);
    }
    this.forEachRow(lastAccount, (row) => hash.numbers(row));
  }

  private realise(i: number, amount: number): void {
    const realised = this.realised[i] + amount;
    assert(Number.isSafeInteger(amount) && Number.isSafeInteger(realised), "realised P&L must be whole cents");
    this.realised[i] = realised;
  }

  private forEachRow(lastAccount: number, visit: (row: number[]) => void): void {
    for (let a = 1; a <= lastAccount; a++) {
      for (let slot = 0; slot < this.contracts.length; slot++) {
        const i = this.at(a, slot);
        const row = [a, slot, this.net[i], this.basis[i], this.cost[i], this.realised[i], this.fees[i]];
        row.push(this.bids[i], this.offers[i]);
        for (let field = 2; field < row.length; field++) {
          if (row[field] === 0) continue;
          visit(row);
          break;
        }
      }
    }
  }

  private resize(accounts: number, stride: number): void {
    const moved = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const fresh = new Float64Array(accounts * stride);
      for (let from = 0, to = 0; from < old.length; from += this.stride, to += stride) {
        fresh.set(old.subarray(from, from + this.stride), to);
      }
      return fresh;
    };
    this.net = moved(this.net);
    this.basis = moved(this.basis);
    this.cost = moved(this.cost);
    this.realised = moved(this.realised);
    this.fees = moved(this.fees);
    this.bids = moved(this.bids);
    this.offers = moved(this.offers);
    const inUse = new Int32Array(accounts);
    inUse.set(this.inUse);
    this.inUse = inUse;
    this.accounts = accounts;
    this.stride = stride;
  }
}
