import { assert } from "../assert";
import { type Cash, money } from "./cash";
import type { Contract, Positions } from "./positions";

/** A mark may go this far either way, a part of itself, before what was noted about it is found anew. */
const WINDOW = 32;

/**
 * What accounts are worth (7.1): margin cash, and what a settlement at the marks would pay now. Orders ask only whether
 * that covers an amount. So for each account the least that its positions pay is noted, wherever the marks go within
 * windows around them: an account that covers the amount even then needs no sum over what it holds.
 */
export class Equities {
  /** By slot: where the mark may go. */
  private low = new Float64Array(0);
  private high = new Float64Array(0);
  /** Counts the times that a mark left its window, or that a settlement moved what positions are paid against. */
  private round = 1;
  /** By account: the least its positions pay, and in which round that was found. */
  private least = new Float64Array(0);
  private foundIn = new Float64Array(0);

  constructor(
    private readonly cash: Cash,
    private readonly positions: Positions,
  ) {
    this.fit();
  }

  /** There is room for more accounts or contracts than before. */
  fit(): void {
    const { accounts, stride, contracts } = this.positions;
    this.low = new Float64Array(stride);
    this.high = new Float64Array(stride);
    for (const contract of contracts) if (contract != null) this.open(contract);
    this.least = new Float64Array(accounts);
    this.foundIn = new Float64Array(accounts);
  }

  of(account: number): number {
    const { positions } = this;
    let equity = this.cash.margin[account];
    const words = positions.heldWords;
    for (let word = 0; word < words; word++) {
      for (let bits = positions.held[account * words + word]; bits !== 0; bits &= bits - 1) {
        const contract = positions.contract(slotOf(word, bits));
        const i = positions.at(account, contract.slot);
        equity += (contract.mark * positions.net[i] - positions.basis[i]) * contract.tickValue;
      }
    }
    return money(equity);
  }

  /** Whether the account is worth at least `amount`. */
  covers(account: number, amount: number): boolean {
    if (this.foundIn[account] !== this.round) this.find(account);
    return this.cash.margin[account] + this.least[account] >= amount || this.of(account) >= amount;
  }

  marked(contract: Contract): void {
    const { slot, mark } = contract;
    if (mark < this.low[slot] || mark > this.high[slot]) this.open(contract);
  }

  /** The account is about to trade `lots`, signed, at `price`. */
  trades(account: number, contract: Contract, price: number, lots: number): void {
    if (this.foundIn[account] !== this.round) return;
    const net = this.positions.net[this.positions.at(account, contract.slot)];
    const change = this.worstValue(contract.slot, net + lots) - this.worstValue(contract.slot, net) - price * lots;
    this.least[account] = money(this.least[account] + change * contract.tickValue);
  }

  /** What positions are paid against moved: everything noted is found anew. */
  settled(): void {
    this.round += 1;
  }

  check(lastAccount: number): void {
    for (const contract of this.positions.contracts) {
      if (contract == null) continue;
      const { slot, mark } = contract;
      assert(this.low[slot] <= mark && mark <= this.high[slot], "a mark is within its window");
    }
    for (let a = 1; a <= lastAccount; a++) {
      if (this.foundIn[a] !== this.round) continue;
      const noted = this.least[a];
      this.find(a);
      assert(this.least[a] === noted, "the least that positions pay is up to date");
      assert(this.cash.margin[a] + noted <= this.of(a), "an account is worth no less than the least it can be");
    }
  }

  private find(account: number): void {
    const { positions } = this;
    let least = 0;
    const words = positions.heldWords;
    for (let word = 0; word < words; word++) {
      for (let bits = positions.held[account * words + word]; bits !== 0; bits &= bits - 1) {
        const { slot, tickValue } = positions.contract(slotOf(word, bits));
        const i = positions.at(account, slot);
        least += (this.worstValue(slot, positions.net[i]) - positions.basis[i]) * tickValue;
      }
    }
    this.least[account] = money(least);
    this.foundIn[account] = this.round;
  }

  private worstValue(slot: number, net: number): number {
    return (net > 0 ? this.low[slot] : this.high[slot]) * net;
  }

  private open({ slot, mark }: Contract): void {
    const reach = Math.ceil(mark / WINDOW);
    this.low[slot] = mark - reach;
    this.high[slot] = mark + reach;
    this.round += 1;
  }
}

/** The slot of the lowest bit. */
const slotOf = (word: number, bits: number): number => word * 32 + 31 - Math.clz32(bits & -bits);
