import { assert } from "../assert";
import type { Hash } from "../digest";
import { mulDivTrunc } from "../integers";
import { BUY, type SideNo } from "../units";
import {
  BASIS,
  BIDS,
  COST,
  FEES,
  NET,
  OFFERS,
  POSITION_WIDTH,
  REALISED,
  REDUCING_BIDS,
  REDUCING_OFFERS,
} from "./fields";

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

/**
 * Positions and open lots of all accounts, in one array: nothing is allocated when an order rests or trades. The reader
 * of its rows is the clearing alone; outside it, `Accounts` answers.
 */
export class Positions {
  /** By slot; null where nothing is listed. */
  readonly contracts: (Contract | null)[] = [];
  /** Those of each benchmark, by month. */
  readonly ofBenchmark: Contract[][] = [];
  /** By `at` and field. */
  rows = new Float64Array(0);
  /** By account: one bit for each slot in which it holds a position, or has traded since the last settlement. */
  held = new Int32Array(0);
  /** Words of `held` an account has. */
  heldWords = 1;
  /** Accounts and slots there is room for. */
  accounts = 0;
  stride = 0;

  constructor() {
    this.resize(16, 4);
  }

  at(account: number, slot: number): number {
    return (account * this.stride + slot) * POSITION_WIDTH;
  }

  contract(slot: number): Contract {
    const contract = this.contracts[slot];
    assert(contract != null, "a contract must be listed to be cleared");
    return contract;
  }

  /** Makes room for accounts up to number `account`; true if there was none. */
  admit(account: number): boolean {
    if (account < this.accounts) return false;
    let accounts = this.accounts * 2;
    while (account >= accounts) accounts *= 2;
    this.resize(accounts, this.stride);
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
      this.rows[i + COST] = 0;
      this.rows[i + REALISED] = 0;
      this.rows[i + FEES] = 0;
    }
    const siblings = this.ofBenchmark[contract.benchmark];
    siblings.splice(siblings.indexOf(contract), 1);
    this.contracts[slot] = null;
  }

  /** `lots` more, or negative fewer, are open on `side` of the position `i`. */
  rest(i: number, side: SideNo, lots: number, reducing: boolean): void {
    const field = i + openField(side, reducing);
    const open = this.rows[field] + lots;
    assert(open >= 0, "open lots cannot be fewer than none");
    this.rows[field] = open;
  }

  /** 6.2 and 6.4 of one side of a trade: the position `i` of an account in a contract. `lots` is signed, positive bought. */
  fill(account: number, contract: Contract, i: number, price: number, lots: number): void {
    const { rows } = this;
    const net = rows[i + NET];
    const after = net + lots;
    const basis = rows[i + BASIS] + price * lots;
    assert(Number.isSafeInteger(basis), "a basis must be a safe integer");
    rows[i + NET] = after;
    rows[i + BASIS] = basis;
    contract.openInterest += (after > 0 ? after : 0) - (net > 0 ? net : 0);
    this.noteHeld(account, contract.slot);

    if (net === 0 || net > 0 === lots > 0) {
      rows[i + COST] += price * lots;
      return;
    }
    const flips = Math.abs(lots) >= Math.abs(net); // or ends flat: all of the cost leaves, what is left opens anew
    const closed = flips ? net : -lots; // signed as what is held
    const removed = flips ? rows[i + COST] : mulDivTrunc(rows[i + COST], Math.abs(closed), Math.abs(net));
    this.realise(i, (price * closed - removed) * contract.tickValue);
    rows[i + COST] += price * (lots + closed) - removed;
  }

  /** What a settlement at the marks would pay the account now, which costs what it holds, not what is listed (7.1). */
  value(account: number): number {
    let value = 0;
    for (let word = 0; word < this.heldWords; word++) {
      for (let bits = this.held[account * this.heldWords + word]; bits !== 0; bits &= bits - 1) {
        const contract = this.contract(slotOf(word, bits));
        const i = this.at(account, contract.slot);
        value += (contract.mark * this.rows[i + NET] - this.rows[i + BASIS]) * contract.tickValue;
      }
    }
    return value;
  }

  /** 6.2: what the position is paid at `price`. Its basis becomes price × net, so that paying again pays nothing. */
  settle(account: number, slot: number, price: number): number {
    const i = this.at(account, slot);
    const value = price * this.rows[i + NET];
    const paid = (value - this.rows[i + BASIS]) * this.contract(slot).tickValue;
    assert(Number.isSafeInteger(value) && Number.isSafeInteger(paid), "variation margin must be whole cents");
    this.rows[i + BASIS] = value;
    if (this.rows[i + NET] === 0) this.forgetHeld(account, slot);
    return paid;
  }

  /** Ends a position at `price`, its basis having been paid: nothing is left but the P&L it realised. */
  expire(account: number, slot: number, price: number): void {
    const contract = this.contract(slot);
    const i = this.at(account, slot);
    assert(this.openLots(i) === 0, "an expiring contract has no open orders");
    this.realise(i, (price * this.rows[i + NET] - this.rows[i + COST]) * contract.tickValue);
    if (this.rows[i + NET] > 0) contract.openInterest -= this.rows[i + NET];
    this.rows[i + NET] = 0;
    this.rows[i + BASIS] = 0;
    this.rows[i + COST] = 0;
    this.forgetHeld(account, slot);
  }

  /** Nothing is held, nothing is left to settle, and no order is open. */
  isOut(i: number): boolean {
    return this.rows[i + NET] === 0 && this.rows[i + BASIS] === 0 && this.openLots(i) === 0;
  }

  check(lastAccount: number): void {
    for (let slot = 0; slot < this.contracts.length; slot++) {
      const contract = this.contracts[slot];
      if (contract == null) continue;
      let [net, basis, long] = [0, 0, 0];
      for (let a = 1; a <= lastAccount; a++) {
        const i = this.at(a, slot);
        net += this.rows[i + NET];
        basis += this.rows[i + BASIS];
        long += Math.max(0, this.rows[i + NET]);
        assert(this.rows[i + NET] !== 0 || this.rows[i + COST] === 0, "what is not held has no cost");
        assert(this.rows[i + BIDS] >= 0 && this.rows[i + OFFERS] >= 0, "open lots cannot be fewer than none");
        assert(
          this.rows[i + REDUCING_BIDS] >= 0 && this.rows[i + REDUCING_OFFERS] >= 0,
          "open lots cannot be fewer than none",
        );
        const isHeld = ((this.held[a * this.heldWords + (slot >> 5)] >> (slot & 31)) & 1) === 1;
        assert(isHeld || (this.rows[i + NET] === 0 && this.rows[i + BASIS] === 0), "what is held is known to be");
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
    saved.contracts.forEach((contract, slot) => {
      if (contract == null) return;
      positions.list(slot, contract.benchmark, contract.tickValue, contract.month);
      Object.assign(positions.contract(slot), contract);
    });
    while (positions.contracts.length < saved.contracts.length) positions.contracts.push(null);
    positions.admit(lastAccount);
    for (const row of saved.rows) {
      const [account, slot, net, basis, cost, realised, fees, bids, offers, reducingBids = 0, reducingOffers = 0] = row;
      const i = positions.at(account, slot);
      positions.rows[i + NET] = net;
      positions.rows[i + BASIS] = basis;
      positions.rows[i + COST] = cost;
      positions.rows[i + REALISED] = realised;
      positions.rows[i + FEES] = fees;
      positions.rows[i + BIDS] = bids;
      positions.rows[i + OFFERS] = offers;
      positions.rows[i + REDUCING_BIDS] = reducingBids;
      positions.rows[i + REDUCING_OFFERS] = reducingOffers;
      if (net !== 0 || basis !== 0) positions.noteHeld(account, slot);
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
    return this.rows[i + BIDS] + this.rows[i + OFFERS] + this.rows[i + REDUCING_BIDS] + this.rows[i + REDUCING_OFFERS];
  }

  private noteHeld(account: number, slot: number): void {
    this.held[account * this.heldWords + (slot >> 5)] |= 1 << (slot & 31);
  }

  private forgetHeld(account: number, slot: number): void {
    this.held[account * this.heldWords + (slot >> 5)] &= ~(1 << (slot & 31));
  }

  private realise(i: number, amount: number): void {
    const realised = this.rows[i + REALISED] + amount;
    assert(Number.isSafeInteger(amount) && Number.isSafeInteger(realised), "realised P&L must be whole cents");
    this.rows[i + REALISED] = realised;
  }

  /** Rows of positions with anything in them: account and slot, and then their fields as a snapshot has them. */
  private forEachRow(lastAccount: number, visit: (row: number[]) => void): void {
    const { rows } = this;
    for (let a = 1; a <= lastAccount; a++) {
      for (let slot = 0; slot < this.contracts.length; slot++) {
        const i = this.at(a, slot);
        if (this.isOut(i) && rows[i + COST] === 0 && rows[i + REALISED] === 0 && rows[i + FEES] === 0) continue;
        const held = [a, slot, rows[i + NET], rows[i + BASIS], rows[i + COST], rows[i + REALISED], rows[i + FEES]];
        visit([...held, rows[i + BIDS], rows[i + OFFERS], rows[i + REDUCING_BIDS], rows[i + REDUCING_OFFERS]]);
      }
    }
  }

  private resize(accounts: number, stride: number): void {
    const rows = new Float64Array(accounts * stride * POSITION_WIDTH);
    const words = Math.ceil(stride / 32);
    const held = new Int32Array(accounts * words);
    for (let a = 0; a < this.accounts; a++) {
      rows.set(this.rows.subarray(this.at(a, 0), this.at(a + 1, 0)), a * stride * POSITION_WIDTH);
      held.set(this.held.subarray(a * this.heldWords, (a + 1) * this.heldWords), a * words);
    }
    this.rows = rows;
    this.held = held;
    this.heldWords = words;
    this.accounts = accounts;
    this.stride = stride;
  }
}

/** The field in which open lots on `side` are counted. */
export function openField(side: SideNo, reducing: boolean): number {
  if (reducing) return side === BUY ? REDUCING_BIDS : REDUCING_OFFERS;
  return side === BUY ? BIDS : OFFERS;
}

/** Of slots kept as bits, 32 a word: that of the lowest bit. */
export const slotOf = (word: number, bits: number): number => word * 32 + 31 - Math.clz32(bits & -bits);
