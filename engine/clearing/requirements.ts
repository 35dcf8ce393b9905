import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { ifBidsFill, ifOffersFill, spreadRequirement } from "./margin";
import type { Contract, Positions } from "./positions";

const WIDTH = 8; // numbers of an account in a benchmark, one unused
const BYTES = Float64Array.BYTES_PER_ELEMENT;
const STALE = -1;

/**
 * What each account must hold (7.3), and how far its orders could take it (5.3). Both look at sums over a benchmark's
 * contracts; the sums are kept as positions and orders change, so that checking an order costs the same however many
 * contracts are listed and whoever else is there. As in `Positions`, what is needed together lies side by side.
 */
export class Requirements {
  private benchmarks = 0;
  private up!: Float64Array; // Σ m(n + b), all bids filled, of the contracts that share a credit
  private down!: Float64Array; // Σ m(n − o), all offers filled
  private gross!: Float64Array; // Σ m·max(|n + b|, |n − o|)
  private alone!: Float64Array; // the same over contracts in their settlement month
  private bought!: Float64Array; // Σ (n + b), of all contracts
  private sold!: Float64Array; // Σ (n − o)
  private parts!: Float64Array; // of the requirement; STALE until somebody asks

  constructor(
    private readonly positions: Positions,
    private readonly spreadCredit: number,
  ) {
    this.recount();
  }

  /** Builds every sum anew: there is room for more accounts or contracts than before. */
  recount(): void {
    const { accounts, contracts, ofBenchmark, bought, sold } = this.positions;
    this.benchmarks = ofBenchmark.length;
    const { buffer } = new Float64Array(Math.max(1, accounts * this.benchmarks) * WIDTH);
    const field = (n: number) => new Float64Array(buffer, n * BYTES);
    this.up = field(0);
    this.down = field(1);
    this.gross = field(2);
    this.alone = field(3);
    this.bought = field(4);
    this.sold = field(5);
    this.parts = field(6);
    for (let a = 1; a < accounts; a++) {
      for (const contract of contracts) {
        if (contract == null) continue;
        const i = this.positions.at(a, contract.slot);
        bought[i] = 0;
        sold[i] = 0;
        this.changed(a, contract.slot);
      }
    }
  }

  /** The position or the orders of this account in this contract changed. */
  changed(account: number, slot: number): void {
    const { positions } = this;
    const i = positions.at(account, slot);
    const net = positions.net[i];
    const bought = ifBidsFill(net, positions.bids[i], positions.reducingBids[i]);
    const sold = ifOffersFill(net, positions.offers[i], positions.reducingOffers[i]);
    this.count(account, positions.contract(slot), i, bought, sold);
  }

  /** A new initial margin, or a settlement month that begins: every account's charge for the contract changes. */
  reprice(contract: Contract, initial: number, alone: boolean): void {
    const { positions } = this;
    for (let a = 1; a < positions.accounts; a++) this.count(a, contract, positions.at(a, contract.slot), 0, 0);
    contract.initial = initial;
    contract.alone = alone;
    for (let a = 1; a < positions.accounts; a++) this.changed(a, contract.slot);
  }

  of(account: number): number {
    let requirement = 0;
    for (let b = 0; b < this.benchmarks; b++) requirement += this.part(this.at(account, b));
    return requirement;
  }

  /** The requirement if `lots` more, or fewer, were open on `side` of one contract. */
  with(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    const contract = positions.contract(slot);
    const i = positions.at(account, slot);
    const k = this.at(account, contract.benchmark);
    const bought = side === BUY ? this.boughtWith(i, lots, reducing) : positions.bought[i];
    const sold = side === BUY ? positions.sold[i] : this.soldWith(i, lots, reducing);
    return this.others(account, contract.benchmark) + this.partWith(k, contract, i, bought, sold);
  }

  /** The requirement if `lots` of `near` were bought (or sold) and as many of `far` sold (or bought), pair by pair (2.4). */
  withSpread(account: number, near: number, far: number, side: SideNo, lots: number): number {
    const { benchmark } = this.positions.contract(near);
    assert(near !== far && benchmark === this.positions.contract(far).benchmark, "a spread is of two months");
    const signed = side === BUY ? lots : -lots;
    this.countTrade(account, near, signed);
    this.countTrade(account, far, -signed);
    const requirement = this.of(account);
    this.changed(account, near); // as it was
    this.changed(account, far);
    return requirement;
  }

  /** 5.3: |net| of a benchmark, the worse of all bids and all offers filled. */
  worstNet(account: number, benchmark: number): number {
    const k = this.at(account, benchmark);
    return worse(this.bought[k], this.sold[k]);
  }

  /** The same with `lots` more open on `side` of a contract. */
  worstNetWith(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    const i = positions.at(account, slot);
    const k = this.at(account, positions.contract(slot).benchmark);
    if (side === BUY)
      return worse(this.bought[k] + this.boughtWith(i, lots, reducing) - positions.bought[i], this.sold[k]);
    return worse(this.bought[k], this.sold[k] + this.soldWith(i, lots, reducing) - positions.sold[i]);
  }

  /** The same within one contract. */
  worstNetOfSlot(account: number, slot: number, side: SideNo, lots: number, reducing: boolean): number {
    const { positions } = this;
    const i = positions.at(account, slot);
    if (side === BUY) return worse(this.boughtWith(i, lots, reducing), positions.sold[i]);
    return worse(positions.bought[i], this.soldWith(i, lots, reducing));
  }

  /** The sums that were kept are those that 7.3 and 5.3 give now, contract by contract. */
  check(lastAccount: number): void {
    const { positions } = this;
    for (let a = 1; a <= lastAccount; a++) {
      for (let b = 0; b < this.benchmarks; b++) {
        let [up, down, gross, alone, bought, sold] = [0, 0, 0, 0, 0, 0];
        for (const contract of positions.ofBenchmark[b]) {
          const i = positions.at(a, contract.slot);
          const net = positions.net[i];
          const bids = positions.bids[i] + (net < 0 ? Math.min(positions.reducingBids[i], -net) : 0);
          const offers = positions.offers[i] + (net > 0 ? Math.min(positions.reducingOffers[i], net) : 0);
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
        assert(this.bought[k] === bought && this.sold[k] === sold, "the sums of 5.3 must be up to date");
        const part = alone + spreadRequirement(up, down, gross, this.spreadCredit);
        assert(this.part(k) === part, "a requirement must be up to date");
      }
    }
  }

  private at(account: number, benchmark: number): number {
    return (account * this.benchmarks + benchmark) * WIDTH;
  }

  private part(k: number): number {
    const known = this.parts[k];
    if (known !== STALE) return known;
    const part = this.alone[k] + spreadRequirement(this.up[k], this.down[k], this.gross[k], this.spreadCredit);
    this.parts[k] = part;
    return part;
  }

  /** The requirement of all benchmarks but one. */
  private others(account: number, benchmark: number): number {
    let requirement = 0;
    for (let b = 0; b < this.benchmarks; b++) {
      if (b !== benchmark) requirement += this.part(this.at(account, b));
    }
    return requirement;
  }

  /** The part of a benchmark if n + b and n − o of the position `i` were `bought` and `sold`. */
  private partWith(k: number, contract: Contract, i: number, bought: number, sold: number): number {
    const { positions, spreadCredit } = this;
    const { initial } = contract;
    const worst = initial * (worse(bought, sold) - worse(positions.bought[i], positions.sold[i]));
    if (contract.alone) {
      return this.alone[k] + worst + spreadRequirement(this.up[k], this.down[k], this.gross[k], spreadCredit);
    }
    const up = this.up[k] + initial * (bought - positions.bought[i]);
    const down = this.down[k] + initial * (sold - positions.sold[i]);
    return this.alone[k] + spreadRequirement(up, down, this.gross[k] + worst, spreadCredit);
  }

  /** From now on n + b and n − o of the position `i` are `bought` and `sold`. */
  private count(account: number, contract: Contract, i: number, bought: number, sold: number): void {
    const { positions } = this;
    const k = this.at(account, contract.benchmark);
    const { initial } = contract;
    const more = bought - positions.bought[i];
    const less = sold - positions.sold[i];
    const worst = initial * (worse(bought, sold) - worse(positions.bought[i], positions.sold[i]));
    this.bought[k] += more;
    this.sold[k] += less;
    if (contract.alone) {
      this.alone[k] += worst;
    } else {
      this.up[k] += initial * more;
      this.down[k] += initial * less;
      this.gross[k] += worst; // never less than |up| and |down|: while it is exact, so are they
    }
    this.parts[k] = STALE;
    positions.bought[i] = bought;
    positions.sold[i] = sold;
    assert(Number.isSafeInteger(this.gross[k] + this.alone[k]), "a requirement must be a safe integer");
  }

  /** Counts a position as if `lots`, signed, had been traded. */
  private countTrade(account: number, slot: number, lots: number): void {
    const { positions } = this;
    const i = positions.at(account, slot);
    const net = positions.net[i] + lots;
    const bought = ifBidsFill(net, positions.bids[i], positions.reducingBids[i]);
    const sold = ifOffersFill(net, positions.offers[i], positions.reducingOffers[i]);
    this.count(account, positions.contract(slot), i, bought, sold);
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
