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

/**
 * One row per position with anything in it: account, slot, net, basis, cost, realised, fees, bids, offers, reducing bids,
 * reducing offers. What a row leaves out at its end is 0.
 */
export type PositionRow = readonly number[];

export interface PositionsSnapshot {
  readonly contracts: readonly (Contract | null)[];
  readonly rows: readonly PositionRow[];
}

/** Numbers of a position, one unused. */
const WIDTH = 12;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * Positions and open lots of all accounts: nothing is allocated when an order rests or trades. The numbers of a position
 * lie side by side in memory, where one order or fill needs them together, and each field is a view of that memory: the
 * same index, from `at`, finds a position in all of them. Their reader is the clearing alone; outside it `Accounts` answers.
 */
export class Positions {
  /** By slot; null where nothing is listed. */
  readonly contracts: (Contract | null)[] = [];
  /** Those of each benchmark, by month. */
  readonly ofBenchmark: Contract[][] = [];
  net!: Float64Array;
  basis!: Float64Array; // Σ price × signed lots since the last settlement, which counts as a trade (6.2)
  bids!: Float64Array; // open lots, those of reduce-only orders apart
  offers!: Float64Array;
  reducingBids!: Float64Array; // open lots of reduce-only orders
  reducingOffers!: Float64Array;
  bought!: Float64Array; // n + b of 7.3, as the requirement has counted it
  sold!: Float64Array; // n − o
  cost!: Float64Array; // entry cost of what is held (6.4)
  realised!: Float64Array; // cents (6.4)
  fees!: Float64Array; // cents
  /** By account: one bit for each slot in which it holds a position, or has traded since the last settlement. */
  held = new Int32Array(0);
  /** Words of `held` an account has. */
  heldWords = 1;
  /** Accounts and slots there is room for. */
  accounts = 0;
  stride = 0;
  private numbers = new Float64Array(0);

  constructor() {
    this.resize(16, 4);
  }

  at(account: number, slot: number): number {
    return (account * this.stride + slot) * WIDTH;
  }

  contract(slot: number): Contract {
    const contract = this.contracts[slot];
    assert(contract != null, "a contract must be listed to be cleared");
    return contract;
  }

  /** Makes room for accounts up to number `account`; true if there was none. */
  admit(account: number): boolean {
    if (account < this.accounts) return false;
    this.resize(this.accounts * 2, this.stride);
    return true;
  }

  list(slot: number, benchmark: number, tickValue: number, month: number): void {
    assert(
      Number.isSafeInteger(slot) && slot >= 0 && this.contracts[slot] == null,
      "a slot holds one contract at a time",
    );
    assert(Number.isSafeInteger(benchmark) && benchmark >= 0, "a benchmark has a number");
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
      assert(this.isOut(i), "nobody may be in a contract when it is delisted");
      this.cost[i] = 0;
      this.realised[i] = 0;
      this.fees[i] = 0;
    }
    const siblings = this.ofBenchmark[contract.benchmark];
    siblings.splice(siblings.indexOf(contract), 1);
    this.contracts[slot] = null;
  }

  /** `lots` more, or negative fewer, are open on `side`. */
  rest(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): void {
    const open = this.openOn(side, reducing);
    const i = this.at(account, slot);
    open[i] += lots;
    assert(open[i] >= 0, "open lots cannot be fewer than none");
  }

  openOn(side: SideNo, reducing: boolean): Float64Array {
    if (reducing) return side === BUY ? this.reducingBids : this.reducingOffers;
    return side === BUY ? this.bids : this.offers;
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
    this.noteHeld(account, slot, after !== 0 || basis !== 0);

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

  /** 6.2: what the position is paid at `price`. Its basis becomes price × net, so that paying again pays nothing. */
  settle(account: number, slot: number, price: number): number {
    const i = this.at(account, slot);
    const value = price * this.net[i];
    const paid = (value - this.basis[i]) * this.contract(slot).tickValue;
    assert(Number.isSafeInteger(value) && Number.isSafeInteger(paid), "variation margin must be whole cents");
    this.basis[i] = value;
    this.noteHeld(account, slot, this.net[i] !== 0);
    return paid;
  }

  /** Ends a position at `price`, its basis having been paid: nothing is left but the P&L it realised. */
  expire(account: number, slot: number, price: number): void {
    const contract = this.contract(slot);
    const i = this.at(account, slot);
    assert(this.openLots(i) === 0, "an expiring contract has no open orders");
    this.realise(i, (price * this.net[i] - this.cost[i]) * contract.tickValue);
    if (this.net[i] > 0) contract.openInterest -= this.net[i];
    this.net[i] = 0;
    this.basis[i] = 0;
    this.cost[i] = 0;
    this.noteHeld(account, slot, false);
  }

  /** Nothing is held, nothing is left to settle, and no order is open. */
  isOut(i: number): boolean {
    return this.net[i] === 0 && this.basis[i] === 0 && this.openLots(i) === 0;
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
        assert(this.reducingBids[i] >= 0 && this.reducingOffers[i] >= 0, "open lots cannot be fewer than none");
        assert(this.isHeld(a, slot) === (this.net[i] !== 0 || this.basis[i] !== 0), "what is held is known to be");
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
    for (const row of saved.rows) {
      const [account, slot, net, basis, cost, realised, fees, bids, offers, reducingBids = 0, reducingOffers = 0] = row;
      const i = positions.at(account, slot);
      positions.net[i] = net;
      positions.basis[i] = basis;
      positions.cost[i] = cost;
      positions.realised[i] = realised;
      positions.fees[i] = fees;
      positions.bids[i] = bids;
      positions.offers[i] = offers;
      positions.reducingBids[i] = reducingBids;
      positions.reducingOffers[i] = reducingOffers;
      positions.noteHeld(account, slot, net !== 0 || basis !== 0);
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

  openLots(i: number): number {
    return this.bids[i] + this.offers[i] + this.reducingBids[i] + this.reducingOffers[i];
  }

  private isHeld(account: number, slot: number): boolean {
    return ((this.held[account * this.heldWords + (slot >> 5)] >> (slot & 31)) & 1) === 1;
  }

  private noteHeld(account: number, slot: number, isHeld: boolean): void {
    const word = account * this.heldWords + (slot >> 5);
    const bit = 1 << (slot & 31);
    if (isHeld) this.held[word] |= bit;
    else this.held[word] &= ~bit;
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
        row.push(this.bids[i], this.offers[i], this.reducingBids[i], this.reducingOffers[i]);
        for (let field = 2; field < row.length; field++) {
          if (row[field] === 0) continue;
          visit(row);
          break;
        }
      }
    }
  }

  private resize(accounts: number, stride: number): void {
    const numbers = new Float64Array(accounts * stride * WIDTH);
    const words = Math.ceil(stride / 32);
    const held = new Int32Array(accounts * words);
    for (let a = 0; a < this.accounts; a++) {
      const [from, width] = [a * this.stride * WIDTH, this.stride * WIDTH];
      numbers.set(this.numbers.subarray(from, from + width), a * stride * WIDTH);
      held.set(this.held.subarray(a * this.heldWords, (a + 1) * this.heldWords), a * words);
    }
    this.numbers = numbers;
    this.held = held;
    this.heldWords = words;
    this.accounts = accounts;
    this.stride = stride;
    const field = (n: number) => new Float64Array(numbers.buffer, n * BYTES);
    this.net = field(0);
    this.basis = field(1);
    this.bids = field(2);
    this.offers = field(3);
    this.reducingBids = field(4);
    this.reducingOffers = field(5);
    this.bought = field(6);
    this.sold = field(7);
    this.cost = field(8);
    this.realised = field(9);
    this.fees = field(10);
  }
}
