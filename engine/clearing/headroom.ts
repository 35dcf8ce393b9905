import { assert } from "../assert";
import { type Cash, money } from "./cash";
import { BASIS, NET } from "./fields";
import { type Contract, type Positions, slotOf } from "./positions";
import type { Requirements } from "./requirements";

/** A mark may go this far either way, a part of itself, before every account's headroom is found anew. */
const WINDOW = 32;

/**
 * What accounts can certainly still afford, so that most orders are admitted without adding anything up. Nothing here
 * decides against an order: where headroom does not suffice it is found anew, and then the rules themselves are asked.
 *
 * In money: margin cash, and the least that positions pay while marks stay within windows around them, less the most
 * that the requirement can be (7.4). An order raises that by at most its lots × initial margin, and no fill of a resting
 * order does (7.3); a fill loses at most what separates its price from the far end of the window. In lots: the furthest
 * that positions and orders can take the account in a benchmark (5.3), to which an order adds no more than its lots.
 */
export class Headroom {
  /** By slot: where the mark may go. */
  private low = new Float64Array(0);
  private high = new Float64Array(0);
  /** Counts the times that a mark left its window, or that a settlement or new margins changed everything. */
  private round = 1;
  /** By account: cents to spare, and the round in which they were found. */
  private spare = new Float64Array(0);
  private foundIn = new Float64Array(0);
  /** By account × benchmarks + benchmark: lots. */
  private reach = new Float64Array(0);
  private benchmarks = 0;

  constructor(
    private readonly cash: Cash,
    private readonly positions: Positions,
    private readonly requirements: Requirements,
  ) {
    this.fit();
  }

  /** There is room for more accounts or contracts than before. */
  fit(): void {
    const { accounts, stride, contracts, ofBenchmark } = this.positions;
    this.low = new Float64Array(stride);
    this.high = new Float64Array(stride);
    for (const contract of contracts) if (contract != null) this.open(contract);
    this.benchmarks = ofBenchmark.length;
    this.spare = new Float64Array(accounts);
    this.foundIn = new Float64Array(accounts);
    this.reach = new Float64Array(accounts * this.benchmarks);
  }

  /** Whether `lots` more, which cost so much, certainly keep the account within its equity and a position limit. */
  suffices(account: number, contract: Contract, lots: number, cost: number, positionLimit: number): boolean {
    return (
      this.foundIn[account] === this.round &&
      this.spare[account] >= contract.initial * lots + cost &&
      this.reach[account * this.benchmarks + contract.benchmark] + lots <= positionLimit
    );
  }

  /** Whether equity certainly covers the requirement. */
  isCovered(account: number): boolean {
    if (this.foundIn[account] !== this.round) this.find(account);
    return this.spare[account] >= 0;
  }

  /** `lots` more are open, or were traded without having been open. */
  ordered(account: number, contract: Contract, lots: number): void {
    this.spare[account] -= contract.initial * lots;
    this.reach[account * this.benchmarks + contract.benchmark] += lots;
  }

  /** `lots`, signed, were traded at `price`. */
  traded(account: number, { slot, tickValue }: Contract, price: number, lots: number): void {
    this.spare[account] += ((lots > 0 ? this.low[slot] : this.high[slot]) - price) * lots * tickValue;
  }

  /** Margin cash changed. */
  paid(account: number, amount: number): void {
    this.spare[account] += amount;
  }

  marked(contract: Contract): void {
    const { slot, mark } = contract;
    if (mark < this.low[slot] || mark > this.high[slot]) this.open(contract);
  }

  /** A settlement, or new margins: what everybody has to spare is found anew. */
  expire(): void {
    this.round += 1;
  }

  /** Finds what the account has to spare. */
  find(account: number): void {
    this.spare[account] = this.exact(account);
    this.foundIn[account] = this.round;
    for (let b = 0; b < this.benchmarks; b++) {
      this.reach[account * this.benchmarks + b] = this.requirements.worstNet(account, b);
    }
  }

  check(lastAccount: number): void {
    for (const contract of this.positions.contracts) {
      if (contract == null) continue;
      const { slot, mark } = contract;
      assert(this.low[slot] <= mark && mark <= this.high[slot], "a mark is within its window");
    }
    for (let a = 1; a <= lastAccount; a++) {
      if (this.foundIn[a] !== this.round) continue;
      assert(Number.isSafeInteger(this.spare[a]), "headroom is a whole number of cents");
      assert(this.spare[a] <= this.exact(a), "an account has at least the headroom it was found to have");
      for (let b = 0; b < this.benchmarks; b++) {
        const reach = this.reach[a * this.benchmarks + b];
        assert(reach >= this.requirements.worstNet(a, b), "an account reaches no further than it was found to");
      }
    }
  }

  private exact(account: number): number {
    const { positions } = this;
    let least = this.cash.margin[account];
    for (let word = 0; word < positions.heldWords; word++) {
      for (let bits = positions.held[account * positions.heldWords + word]; bits !== 0; bits &= bits - 1) {
        const { slot, tickValue } = positions.contract(slotOf(word, bits));
        const i = positions.at(account, slot);
        const net = positions.rows[i + NET];
        const worst = (net > 0 ? this.low[slot] : this.high[slot]) * net;
        least += (worst - positions.rows[i + BASIS]) * tickValue;
      }
    }
    return money(least - this.requirements.of(account));
  }

  private open({ slot, mark }: Contract): void {
    const reach = Math.ceil(mark / WINDOW);
    this.low[slot] = mark - reach;
    this.high[slot] = mark + reach;
    this.round += 1;
  }
}
