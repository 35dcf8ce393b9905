import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import {
  ALL_BOUGHT,
  ALL_SOLD,
  ALONE,
  BIDS,
  BOUGHT,
  DOWN,
  GROSS,
  NET,
  OFFERS,
  PART,
  REDUCING_BIDS,
  REDUCING_OFFERS,
  SOLD,
  STALE,
  SUMS_WIDTH,
  UP,
} from "./fields";
import { ifBidsFill, ifOffersFill, spreadRequirement } from "./margin";
import { type Contract, type Positions, slotOf } from "./positions";

/**
 * What each account must hold (7.3), and how far its orders could take it (5.3). Both look at sums over a benchmark's
 * contracts. The sums are kept, and only what changed since somebody last asked is counted anew: an answer costs the
 * same however many contracts are listed and whoever else is there.
 */
export class Requirements {
  private benchmarks = 0;
  /** By `at` and field. */
  private sums = new Float64Array(0);
  /** By account: one bit for each slot whose position or orders have changed since they were counted. */
  private stale = new Int32Array(0);

  constructor(
    private readonly positions: Positions,
    private readonly spreadCredit: number,
  ) {
    this.recount();
  }

  /** Builds every sum anew: there is room for more accounts or contracts than before. */
  recount(): void {
    const { accounts, contracts, ofBenchmark, rows, held } = this.positions;
    this.benchmarks = ofBenchmark.length;
    this.sums = new Float64Array(accounts * this.benchmarks * SUMS_WIDTH);
    this.stale = new Int32Array(held.length);
    for (let a = 1; a < accounts; a++) {
      for (const contract of contracts) {
        if (contract == null) continue;
        const i = this.positions.at(a, contract.slot);
        rows[i + BOUGHT] = 0;
        rows[i + SOLD] = 0;
        if (!this.positions.isOut(i)) this.countNow(a, contract, i, 0);
      }
    }
  }

  /** The position or the orders of this account in this contract changed. */
  changed(account: number, slot: number): void {
    this.stale[account * this.positions.heldWords + (slot >> 5)] |= 1 << (slot & 31);
  }

  /** Counts what has changed. */
  refresh(account: number): void {
    const { positions, stale } = this;
    for (let word = 0; word < positions.heldWords; word++) {
      const at = account * positions.heldWords + word;
      for (let bits = stale[at]; bits !== 0; bits &= bits - 1) this.countWith(account, slotOf(word, bits), 0);
      stale[at] = 0;
    }
  }

  /** A new initial margin, or a settlement month that begins: every account's charge for the contract changes. */
  reprice(contract: Contract, initial: number, alone: boolean): void {
    const { positions } = this;
    const charged: number[] = [];
    for (let a = 1; a < positions.accounts; a++) {
      const i = positions.at(a, contract.slot);
      this.refresh(a);
      if (positions.isOut(i)) continue;
      this.count(a, contract, i, 0, 0);
      charged.push(a);
    }
    contract.initial = initial;
    contract.alone = alone;
    for (const a of charged) this.countNow(a, contract, positions.at(a, contract.slot), 0);
  }

  of(account: number): number {
    this.refresh(account);
    let requirement = 0;
    for (let b = 0; b < this.benchmarks; b++) requirement += this.part(this.at(account, b));
    return requirement;
  }

  /** The requirement if `lots` more, or fewer, were open on `side` of one contract. */
  with(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    const requirement = this.of(account);
    const contract = positions.contract(slot);
    const i = positions.at(account, slot);
    const k = this.at(account, contract.benchmark);
    const bought = side === BUY ? this.boughtWith(i, lots, reducing) : positions.rows[i + BOUGHT];
    const sold = side === BUY ? positions.rows[i + SOLD] : this.soldWith(i, lots, reducing);
    return requirement - this.part(k) + this.partWith(k, contract, i, bought, sold);
  }

  /** The requirement if `lots` of `near` were bought (or sold) and as many of `far` sold (or bought), pair by pair (2.4). */
  withSpread(account: number, near: number, far: number, side: SideNo, lots: number): number {
    const { benchmark } = this.positions.contract(near);
    assert(near !== far && benchmark === this.positions.contract(far).benchmark, "a spread is of two months");
    this.refresh(account);
    const traded = side === BUY ? lots : -lots;
    this.countWith(account, near, traded);
    this.countWith(account, far, -traded);
    const requirement = this.of(account);
    this.countWith(account, near, 0); // as it is
    this.countWith(account, far, 0);
    return requirement;
  }

  /** 5.3: |net| of a benchmark, the worse of all bids and all offers filled. */
  worstNet(account: number, benchmark: number): number {
    this.refresh(account);
    const k = this.at(account, benchmark);
    return worse(this.sums[k + ALL_BOUGHT], this.sums[k + ALL_SOLD]);
  }

  /** The same with `lots` more open on `side` of a contract. */
  worstNetWith(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    this.refresh(account);
    const i = positions.at(account, slot);
    const k = this.at(account, positions.contract(slot).benchmark);
    if (side === BUY)
      return worse(
        this.sums[k + ALL_BOUGHT] + this.boughtWith(i, lots, reducing) - positions.rows[i + BOUGHT],
        this.sums[k + ALL_SOLD],
      );
    return worse(
      this.sums[k + ALL_BOUGHT],
      this.sums[k + ALL_SOLD] + this.soldWith(i, lots, reducing) - positions.rows[i + SOLD],
    );
  }

  /** The same within one contract. */
  worstNetOfSlot(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const i = this.positions.at(account, slot);
    const bought = this.boughtWith(i, side === BUY ? lots : 0, reducing);
    const sold = this.soldWith(i, side === BUY ? 0 : lots, reducing);
    return worse(bought, sold);
  }

  /** The sums that were kept are those that 7.3 and 5.3 give now, contract by contract. */
  check(lastAccount: number): void {
    const { positions } = this;
    for (let a = 1; a <= lastAccount; a++) {
      this.refresh(a);
      for (let b = 0; b < this.benchmarks; b++) {
        let [up, down, gross, alone, bought, sold] = [0, 0, 0, 0, 0, 0];
        for (const contract of positions.ofBenchmark[b]) {
          const i = positions.at(a, contract.slot);
          const net = positions.rows[i + NET];
          const bids = positions.rows[i + BIDS] + (net < 0 ? Math.min(positions.rows[i + REDUCING_BIDS], -net) : 0);
          const offers =
            positions.rows[i + OFFERS] + (net > 0 ? Math.min(positions.rows[i + REDUCING_OFFERS], net) : 0);
          const worst = contract.initial * Math.max(Math.abs(net + bids), Math.abs(net - offers));
          if (contract.alone) alone += worst;
          else {
            up += contract.initial * (net + bids);
            down += contract.initial * (net - offers);
            gross += worst;
          }
          bought += net + bids;
          sold += net - offers;
        }
        const k = this.at(a, b);
        assert(
          this.sums[k + ALL_BOUGHT] === bought && this.sums[k + ALL_SOLD] === sold,
          "the sums of 5.3 must be up to date",
        );
        const part = alone + spreadRequirement(up, down, gross, this.spreadCredit);
        assert(this.part(k) === part, "a requirement must be up to date");
      }
    }
  }

  private at(account: number, benchmark: number): number {
    return (account * this.benchmarks + benchmark) * SUMS_WIDTH;
  }

  private part(k: number): number {
    const known = this.sums[k + PART];
    if (known !== STALE) return known;
    const part =
      this.sums[k + ALONE] +
      spreadRequirement(this.sums[k + UP], this.sums[k + DOWN], this.sums[k + GROSS], this.spreadCredit);
    this.sums[k + PART] = part;
    return part;
  }

  /** The part of a benchmark if n + b and n − o of the position `i` were `bought` and `sold`. */
  private partWith(k: number, contract: Contract, i: number, bought: number, sold: number): number {
    const { positions, spreadCredit } = this;
    const { initial } = contract;
    const worst = initial * (worse(bought, sold) - worse(positions.rows[i + BOUGHT], positions.rows[i + SOLD]));
    if (contract.alone) {
      return (
        this.sums[k + ALONE] +
        worst +
        spreadRequirement(this.sums[k + UP], this.sums[k + DOWN], this.sums[k + GROSS], spreadCredit)
      );
    }
    const up = this.sums[k + UP] + initial * (bought - positions.rows[i + BOUGHT]);
    const down = this.sums[k + DOWN] + initial * (sold - positions.rows[i + SOLD]);
    return this.sums[k + ALONE] + spreadRequirement(up, down, this.sums[k + GROSS] + worst, spreadCredit);
  }

  /** From now on n + b and n − o of the position `i` are `bought` and `sold`. */
  private count(account: number, contract: Contract, i: number, bought: number, sold: number): void {
    const { positions } = this;
    const k = this.at(account, contract.benchmark);
    const { initial } = contract;
    const more = bought - positions.rows[i + BOUGHT];
    const less = sold - positions.rows[i + SOLD];
    const worst = initial * (worse(bought, sold) - worse(positions.rows[i + BOUGHT], positions.rows[i + SOLD]));
    this.sums[k + ALL_BOUGHT] += more;
    this.sums[k + ALL_SOLD] += less;
    if (contract.alone) {
      this.sums[k + ALONE] += worst;
    } else {
      this.sums[k + UP] += initial * more;
      this.sums[k + DOWN] += initial * less;
      this.sums[k + GROSS] += worst; // never less than |up| and |down|: while it is exact, so are they
    }
    this.sums[k + PART] = STALE;
    positions.rows[i + BOUGHT] = bought;
    positions.rows[i + SOLD] = sold;
    assert(Number.isSafeInteger(this.sums[k + GROSS] + this.sums[k + ALONE]), "a requirement must be a safe integer");
  }

  /** Counts a position as if `lots`, signed, had been traded besides. */
  private countWith(account: number, slot: number, lots: number): void {
    this.countNow(account, this.positions.contract(slot), this.positions.at(account, slot), lots);
  }

  private countNow(account: number, contract: Contract, i: number, lots: number): void {
    const { rows } = this.positions;
    const net = rows[i + NET] + lots;
    const bought = ifBidsFill(net, rows[i + BIDS], rows[i + REDUCING_BIDS]);
    const sold = ifOffersFill(net, rows[i + OFFERS], rows[i + REDUCING_OFFERS]);
    this.count(account, contract, i, bought, sold);
  }

  private boughtWith(i: number, lots: number, reducing: boolean): number {
    const { rows } = this.positions;
    const bids = rows[i + BIDS] + (reducing ? 0 : lots);
    const reducingBids = rows[i + REDUCING_BIDS] + (reducing ? lots : 0);
    return ifBidsFill(rows[i + NET], bids, reducingBids);
  }

  private soldWith(i: number, lots: number, reducing: boolean): number {
    const { rows } = this.positions;
    const offers = rows[i + OFFERS] + (reducing ? 0 : lots);
    const reducingOffers = rows[i + REDUCING_OFFERS] + (reducing ? lots : 0);
    return ifOffersFill(rows[i + NET], offers, reducingOffers);
  }
}

const worse = (bought: number, sold: number): number => Math.max(Math.abs(bought), Math.abs(sold));
