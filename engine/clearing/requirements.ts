import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { ifBidsFill, ifOffersFill, spreadRequirement } from "./margin";
import type { Contract, Positions } from "./positions";

/** Of each account and benchmark, the sums of 7.3 and 5.3 over its contracts, and the requirement they come to. */
const UP = 0; // Σ m(n + b), all bids filled, of the contracts that share a credit
const DOWN = 1; // Σ m(n − o), all offers filled
const GROSS = 2; // Σ m·max(|n + b|, |n − o|)
const ALONE = 3; // the same over contracts in their settlement month
const BOUGHT = 4; // Σ (n + b), of all contracts
const SOLD = 5; // Σ (n − o)
const PART = 6; // of the requirement; STALE until somebody asks
const NUMBERS = 8;

const STALE = -1;

/**
 * What each account must hold (7.3), and how far its orders could take it (5.3). Both look at sums over a benchmark's
 * contracts; the sums are kept as positions and orders change, so that checking an order costs the same however many
 * contracts are listed and whoever else is there.
 */
export class Requirements {
  private benchmarks = 0;
  private sums = new Float64Array(0);
  /** By position: n + b and n − o as the sums have them. */
  private bought = new Float64Array(0);
  private sold = new Float64Array(0);
  /** Sums of one benchmark as an order would make them. */
  private readonly trial = new Float64Array(NUMBERS);

  constructor(
    private readonly positions: Positions,
    private readonly spreadCredit: number,
  ) {
    this.recount();
  }

  /** Builds every sum anew: there is room for more accounts or contracts than before. */
  recount(): void {
    const { positions } = this;
    const accounts = positions.net.length / positions.stride;
    this.benchmarks = positions.ofBenchmark.length;
    this.sums = new Float64Array(accounts * this.benchmarks * NUMBERS);
    this.bought = new Float64Array(positions.net.length);
    this.sold = new Float64Array(positions.net.length);
    for (let a = 1; a < accounts; a++) {
      for (const contract of positions.contracts) if (contract != null) this.changed(a, contract.slot);
    }
  }

  /** The position or the orders of this account in this contract changed. */
  changed(account: number, slot: number): void {
    const { positions } = this;
    const i = positions.at(account, slot);
    const net = positions.net[i];
    const bought = ifBidsFill(net, positions.bids[i], positions.reducingBids[i]);
    const sold = ifOffersFill(net, positions.offers[i], positions.reducingOffers[i]);
    const contract = positions.contract(slot);
    const k = this.at(account, contract.benchmark);
    this.shift(this.sums, k, contract, i, bought, sold);
    this.sums[k + PART] = STALE;
    this.bought[i] = bought;
    this.sold[i] = sold;
  }

  /** A new initial margin, or a settlement month that begins: every account's charge for the contract changes. */
  reprice(contract: Contract, initial: number, alone: boolean): void {
    const accounts = this.bought.length / this.positions.stride;
    for (let a = 1; a < accounts; a++) {
      const i = this.positions.at(a, contract.slot);
      if (this.bought[i] === 0 && this.sold[i] === 0) continue;
      this.shift(this.sums, this.at(a, contract.benchmark), contract, i, 0, 0);
      this.bought[i] = 0;
      this.sold[i] = 0;
    }
    contract.initial = initial;
    contract.alone = alone;
    for (let a = 1; a < accounts; a++) this.changed(a, contract.slot);
  }

  of(account: number): number {
    let requirement = 0;
    for (let b = 0; b < this.benchmarks; b++) requirement += this.part(account, b);
    return requirement;
  }

  /** The requirement if `lots` more, or fewer, were open on `side` of one contract. */
  with(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    const contract = positions.contract(slot);
    const i = positions.at(account, slot);
    this.try(account, contract.benchmark);
    const bought = side === BUY ? this.boughtWith(i, lots, reducing) : this.bought[i];
    const sold = side === BUY ? this.sold[i] : this.soldWith(i, lots, reducing);
    this.shift(this.trial, 0, contract, i, bought, sold);
    return this.of(account) - this.part(account, contract.benchmark) + this.charge(this.trial, 0);
  }

  /** The requirement if `lots` of `near` were bought (or sold) and as many of `far` sold (or bought), pair by pair (2.4). */
  withSpread(account: number, near: number, far: number, side: SideNo, lots: number): number {
    const { benchmark } = this.positions.contract(near);
    assert(near !== far && benchmark === this.positions.contract(far).benchmark, "a spread is of two months");
    this.try(account, benchmark);
    this.tryNet(account, near, side === BUY ? lots : -lots);
    this.tryNet(account, far, side === BUY ? -lots : lots);
    return this.of(account) - this.part(account, benchmark) + this.charge(this.trial, 0);
  }

  /** 5.3: |net| of a benchmark, the worse of all bids and all offers filled. */
  worstNet(account: number, benchmark: number): number {
    const k = this.at(account, benchmark);
    return Math.max(Math.abs(this.sums[k + BOUGHT]), Math.abs(this.sums[k + SOLD]));
  }

  /** The same with `lots` more open on `side` of a contract. */
  worstNetWith(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const i = this.positions.at(account, slot);
    const k = this.at(account, this.positions.contract(slot).benchmark);
    const bought = side === BUY ? this.boughtWith(i, lots, reducing) - this.bought[i] : 0;
    const sold = side === BUY ? 0 : this.soldWith(i, lots, reducing) - this.sold[i];
    return Math.max(Math.abs(this.sums[k + BOUGHT] + bought), Math.abs(this.sums[k + SOLD] + sold));
  }

  /** The same within one contract. */
  worstNetOfSlot(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const i = this.positions.at(account, slot);
    const bought = side === BUY ? this.boughtWith(i, lots, reducing) : this.bought[i];
    const sold = side === BUY ? this.sold[i] : this.soldWith(i, lots, reducing);
    return worse(bought, sold);
  }

  /** The sums that were kept are those that 7.3 and 5.3 give now, contract by contract. */
  check(lastAccount: number): void {
    const { positions } = this;
    for (let a = 1; a <= lastAccount; a++) {
      for (let b = 0; b < this.benchmarks; b++) {
        const plain = new Float64Array(NUMBERS);
        for (const { slot, initial, alone } of positions.ofBenchmark[b]) {
          const i = positions.at(a, slot);
          const net = positions.net[i];
          const bids = positions.bids[i] + (net < 0 ? Math.min(positions.reducingBids[i], -net) : 0);
          const offers = positions.offers[i] + (net > 0 ? Math.min(positions.reducingOffers[i], net) : 0);
          const worst = initial * Math.max(Math.abs(net + bids), Math.abs(net - offers));
          plain[alone ? ALONE : GROSS] += worst;
          plain[UP] += alone ? 0 : initial * (net + bids);
          plain[DOWN] += alone ? 0 : initial * (net - offers);
          plain[BOUGHT] += net + bids;
          plain[SOLD] += net - offers;
        }
        const k = this.at(a, b);
        for (let n = UP; n <= SOLD; n++)
          assert(plain[n] === this.sums[k + n], "a requirement's sums must be up to date");
        assert(this.charge(plain, 0) === this.part(a, b), "a requirement must be up to date");
      }
    }
  }

  private at(account: number, benchmark: number): number {
    return (account * this.benchmarks + benchmark) * NUMBERS;
  }

  private part(account: number, benchmark: number): number {
    const k = this.at(account, benchmark);
    const known = this.sums[k + PART];
    if (known !== STALE) return known;
    const part = this.charge(this.sums, k);
    this.sums[k + PART] = part;
    return part;
  }

  /** 7.3 of one benchmark. */
  private charge(sums: Float64Array, k: number): number {
    return sums[k + ALONE] + spreadRequirement(sums[k + UP], sums[k + DOWN], sums[k + GROSS], this.spreadCredit);
  }

  /** Changes sums as if n + b and n − o of the position `i` became `bought` and `sold`. */
  private shift(sums: Float64Array, k: number, contract: Contract, i: number, bought: number, sold: number): void {
    const { initial } = contract;
    const more = bought - this.bought[i];
    const less = sold - this.sold[i];
    const worst = initial * (worse(bought, sold) - worse(this.bought[i], this.sold[i]));
    sums[k + BOUGHT] += more;
    sums[k + SOLD] += less;
    if (contract.alone) {
      sums[k + ALONE] += worst;
    } else {
      sums[k + UP] += initial * more;
      sums[k + DOWN] += initial * less;
      sums[k + GROSS] += worst; // never less than |up| and |down|: while it is exact, so are they
    }
    assert(Number.isSafeInteger(sums[k + GROSS] + sums[k + ALONE]), "a requirement must be a safe integer");
  }

  private try(account: number, benchmark: number): void {
    const k = this.at(account, benchmark);
    for (let n = UP; n <= SOLD; n++) this.trial[n] = this.sums[k + n];
  }

  private tryNet(account: number, slot: number, lots: number): void {
    const { positions } = this;
    const i = positions.at(account, slot);
    const net = positions.net[i] + lots;
    const bought = ifBidsFill(net, positions.bids[i], positions.reducingBids[i]);
    const sold = ifOffersFill(net, positions.offers[i], positions.reducingOffers[i]);
    this.shift(this.trial, 0, positions.contract(slot), i, bought, sold);
  }

  private boughtWith(i: number, lots: number, reducing: boolean): number {
    const { net, bids, reducingBids } = this.positions;
    return ifBidsFill(net[i], bids[i] + (reducing ? 0 : lots), reducingBids[i] + (reducing ? lots : 0));
  }

  private soldWith(i: number, lots: number, reducing: boolean): number {
    const { net, offers, reducingOffers } = this.positions;
    return ifOffersFill(net[i], offers[i] + (reducing ? 0 : lots), reducingOffers[i] + (reducing ? lots : 0));
  }
}

const worse = (bought: number, sold: number): number => Math.max(Math.abs(bought), Math.abs(sold));
