import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { spreadRequirement } from "./margin";
import { MOST_BENCHMARKS, type Positions } from "./positions";

const STALE = -1;
const NO_SLOT = -1;

/**
 * What each account must hold (7.3). A requirement is a sum over benchmarks; each part is kept until a fill, an order or
 * a new initial margin makes it stale, so that checking an order costs the contracts of one benchmark.
 */
export class Requirements {
  private parts = new Float64Array(0);

  constructor(
    private readonly positions: Positions,
    private readonly spreadCredit: number,
  ) {}

  /** The position or the orders of this account in this contract changed. */
  changed(account: number, slot: number): void {
    const i = account * MOST_BENCHMARKS + this.positions.contract(slot).benchmark;
    if (i < this.parts.length) this.parts[i] = STALE;
  }

  /** Initial margins, or which months are charged alone, changed for everybody. */
  changedForAll(): void {
    this.parts.fill(STALE);
  }

  of(account: number): number {
    let sum = 0;
    for (let bits = this.positions.inUse[account]; bits !== 0; bits &= bits - 1) {
      sum += this.part(account, 31 - Math.clz32(bits & -bits));
    }
    return sum;
  }

  /** The requirement if `lots` more, or fewer, were open on `side` of one contract. */
  with(account: number, slot: number, side: SideNo, lots: number): number {
    const benchmark = this.positions.contract(slot).benchmark;
    const used = (this.positions.inUse[account] & (1 << benchmark)) !== 0;
    const without = this.of(account) - (used ? this.part(account, benchmark) : 0);
    return without + this.compute(account, benchmark, slot, side, lots);
  }

  /** Every requirement that was kept is the one that 7.3 gives now. */
  check(lastAccount: number): void {
    for (let a = 1; a <= lastAccount; a++) {
      let sum = 0;
      for (let b = 0; b < this.positions.ofBenchmark.length; b++) sum += this.compute(a, b, NO_SLOT, BUY, 0);
      assert(sum === this.of(a), "a requirement must be up to date");
    }
  }

  /** 7.3 of one benchmark, with `lots` more open on `side` of `slot`; slot −1: as it is. */
  private compute(account: number, benchmark: number, slot: number, side: SideNo, lots: number): number {
    const { positions } = this;
    const contracts = positions.ofBenchmark[benchmark];
    let up = 0;
    let down = 0;
    let gross = 0;
    let alone = 0;
    for (let k = 0; k < contracts.length; k++) {
      const contract = contracts[k];
      const i = positions.at(account, contract.slot);
      let bought = positions.net[i] + positions.bids[i];
      let sold = positions.net[i] - positions.offers[i];
      if (contract.slot === slot) {
        if (side === BUY) bought += lots;
        else sold -= lots;
      }
      const worst = contract.initial * Math.max(Math.abs(bought), Math.abs(sold));
      if (contract.alone) {
        alone += worst;
      } else {
        up += contract.initial * bought;
        down += contract.initial * sold;
        gross += worst;
      }
    }
    return alone + spreadRequirement(up, down, gross, this.spreadCredit);
  }

  private part(account: number, benchmark: number): number {
    const i = account * MOST_BENCHMARKS + benchmark;
    if (i >= this.parts.length) this.grow(account);
    const known = this.parts[i];
    if (known !== STALE) return known;
    const part = this.compute(account, benchmark, NO_SLOT, BUY, 0);
    this.parts[i] = part;
    return part;
  }

  private grow(account: number): void {
    const parts = new Float64Array(Math.max(account + 1, 16) * 2 * MOST_BENCHMARKS).fill(STALE);
    parts.set(this.parts);
    this.parts = parts;
  }
}
