import { assert } from "../assert";
import type { MarginRules } from "../config";
import type { Hash } from "../digest";
import { BUY, type SideNo } from "../units";
import { Cash, type CashSnapshot, money } from "./cash";
import { type DefaultSink, resolveDefaults } from "./defaults";
import { BASIS, COST, FEES, NET, REALISED } from "./fields";
import { Headroom } from "./headroom";
import { maintenanceOf } from "./margin";
import { type Contract, openField, Positions, type PositionsSnapshot } from "./positions";
import { Requirements } from "./requirements";

export type { DefaultSink } from "./defaults";

export interface AccountsSnapshot {
  readonly cash: CashSnapshot;
  readonly positions: PositionsSnapshot;
}

/** Told of each position that a settlement paid: `amount` into margin cash (negative: out of it), which became `marginCash`. */
export type Paid = (account: number, amount: number, net: number, marginCash: number) => void;

/**
 * Cash, positions and open lots of everybody in the room, and what they must hold. Accounts are numbered from 1;
 * contracts by small slots. All money in cents; nothing here knows orders, books or time.
 */
export class Accounts {
  private readonly requirements: Requirements;
  private readonly headroom: Headroom;

  constructor(
    private readonly rules: MarginRules,
    fund: number,
    private cash = new Cash(fund),
    private positions = new Positions(),
  ) {
    this.requirements = new Requirements(positions, rules.spreadCredit);
    this.headroom = new Headroom(cash, positions, this.requirements);
  }

  // Contracts

  /** `month` orders the contracts of a benchmark: a defaulter's positions are closed by benchmark, then month (7.6). */
  list(slot: number, benchmark: number, tickValue: number, month = slot): void {
    this.positions.list(slot, benchmark, tickValue, month);
    this.makeRoom();
  }

  delist(slot: number): void {
    for (let a = 1; a <= this.count; a++) this.requirements.refresh(a);
    this.positions.delist(slot, this.count);
  }

  setInitial(slot: number, cents: number): void {
    const contract = this.positions.contract(slot);
    this.requirements.reprice(contract, money(cents), contract.alone);
    this.headroom.expire();
  }

  setMark(slot: number, ticks: number): void {
    const contract = this.positions.contract(slot);
    contract.mark = ticks;
    this.headroom.marked(contract);
  }

  /** In its settlement month a contract is charged alone, with no credit (7.3). */
  setAlone(slot: number, alone: boolean): void {
    const contract = this.positions.contract(slot);
    this.requirements.reprice(contract, contract.initial, alone);
    this.headroom.expire();
  }

  openInterest(slot: number): number {
    return this.positions.contract(slot).openInterest;
  }

  // Accounts and their cash

  /** The default fund: receives all fees, pays deficits (7.6). */
  get fund(): number {
    return this.cash.fund;
  }

  /** Opens an account with its starting cash, booked as a deposit; returns its number. */
  open(owner: number, marginCash: number, bankCash: number, person: boolean): number {
    const account = this.cash.open(owner, marginCash, bankCash, person);
    if (this.positions.admit(account)) this.makeRoom();
    return account;
  }

  /** Number of accounts; the last one's number. */
  get count(): number {
    return this.cash.count;
  }

  ownerOf(a: number): number {
    return this.cash.owner[a];
  }

  isPerson(a: number): boolean {
    return this.cash.person[a];
  }

  marginCash(a: number): number {
    return this.cash.margin[a];
  }

  bankCash(a: number): number {
    return this.cash.bank[a];
  }

  /** All that was ever booked into this account from outside. */
  deposits(a: number): number {
    return this.cash.deposits[a];
  }

  /** Brings money from outside into margin cash. */
  deposit(a: number, amount: number): void {
    this.cash.deposit(a, amount);
    this.headroom.paid(a, amount);
  }

  /** Takes a fee, at most the margin cash, into the fund; returns what was taken (7.1). */
  chargeFee(a: number, slot: number, amount: number): number {
    const taken = this.cash.chargeFee(a, amount);
    this.headroom.paid(a, -taken);
    this.positions.rows[this.positions.at(a, slot) + FEES] += taken;
    return taken;
  }

  /** Most that may be taken out of margin cash (7.1). */
  transferable(a: number): number {
    return Math.max(0, Math.min(this.marginCash(a), this.equity(a)) - this.requirement(a));
  }

  /** Brings bank cash into margin cash, or, negative, takes it out. The caller has checked 7.1. */
  transfer(a: number, amount: number): void {
    this.cash.transfer(a, amount);
    this.headroom.paid(a, amount);
  }

  // Positions and open lots

  net(a: number, slot: number): number {
    return this.positions.rows[this.positions.at(a, slot) + NET];
  }

  /** Σ price × signed lots since the last settlement, which counts as a trade (6.2). */
  basis(a: number, slot: number): number {
    return this.positions.rows[this.positions.at(a, slot) + BASIS];
  }

  /** Entry cost of what is held, signed (6.4). */
  cost(a: number, slot: number): number {
    return this.positions.rows[this.positions.at(a, slot) + COST];
  }

  /** Cents, by entry cost, since the contract was listed (6.4). */
  realised(a: number, slot: number): number {
    return this.positions.rows[this.positions.at(a, slot) + REALISED];
  }

  fees(a: number, slot: number): number {
    return this.positions.rows[this.positions.at(a, slot) + FEES];
  }

  /** Open lots on `side`, those of reduce-only orders with them. */
  openLots(a: number, slot: number, side: SideNo): number {
    const { rows } = this.positions;
    const i = this.positions.at(a, slot);
    return rows[i + openField(side, false)] + rows[i + openField(side, true)];
  }

  /** Open lots of reduce-only orders on `side`. */
  reducingLots(a: number, slot: number, side: SideNo): number {
    return this.positions.rows[this.positions.at(a, slot) + openField(side, true)];
  }

  /** `lots` more, or negative fewer, are open on `side`; those of reduce-only orders are counted apart (7.3). */
  rest(a: number, slot: number, side: SideNo, lots: number, reducing = false): void {
    this.positions.rest(this.positions.at(a, slot), side, lots, reducing);
    this.requirements.changed(a, slot);
    if (lots > 0) this.headroom.ordered(a, this.positions.contract(slot), lots);
  }

  /** Books a trade in both accounts (6.2, 6.4). The open lots it used up are for `rest` to take out. */
  trade(slot: number, price: number, lots: number, buyer: number, seller: number): void {
    assert(buyer !== seller, "an account cannot trade with itself");
    const contract = this.positions.contract(slot);
    this.headroom.ordered(buyer, contract, lots); // as if they had not been: of some trades there was no order
    this.headroom.ordered(seller, contract, lots);
    this.fill(buyer, contract, price, lots);
    this.fill(seller, contract, price, -lots);
  }

  /** The same with a resting order of `maker` on `makerSide`, whose lots are taken out of what it has open. */
  tradeWith(
    slot: number,
    price: number,
    lots: number,
    maker: number,
    makerSide: SideNo,
    reducing: boolean,
    taker: number,
  ): void {
    assert(maker !== taker, "an account cannot trade with itself");
    const contract = this.positions.contract(slot);
    const bought = makerSide === BUY ? lots : -lots; // by the maker
    this.headroom.ordered(taker, contract, lots);
    this.fill(taker, contract, price, -bought);
    this.fill(maker, contract, price, bought);
    this.positions.rest(this.positions.at(maker, slot), makerSide, -lots, reducing);
  }

  // What an account is worth and what it must hold

  /** Margin cash and what a settlement at the marks would pay now (7.1). */
  equity(a: number): number {
    return money(this.cash.margin[a] + this.positions.value(a));
  }

  /** True only where equity certainly covers the requirement; false says nothing. */
  isCovered(a: number): boolean {
    return this.headroom.isCovered(a);
  }

  /** Initial margin of everything held and offered (7.3). */
  requirement(a: number): number {
    return this.requirements.of(a);
  }

  maintenance(a: number): number {
    return maintenanceOf(this.requirement(a), this.rules.maintenance);
  }

  /** Margin of one position and its orders alone, before any credit. */
  ownRequirement(a: number, slot: number): number {
    return this.positions.contract(slot).initial * this.worstNetOfSlot(a, slot, BUY, 0);
  }

  /** The requirement if `lots` more (negative: fewer) were open on `side`, of a reduce-only order or not. */
  requirementWith(a: number, slot: number, side: SideNo, lots: number, reducing = false): number {
    return this.requirements.with(a, slot, side, lots, reducing);
  }

  /** The requirement if a spread filled: `lots` on `side` in `near`, as many on the other side in `far` (2.4, 7.4). */
  requirementWithSpread(a: number, near: number, far: number, side: SideNo, lots: number): number {
    return this.requirements.withSpread(a, near, far, side, lots);
  }

  /**
   * Whether an order for `lots` stays within these position limits (5.3) and equity covers the requirement with it and
   * its `cost`, fee and loss (7.4). It is asked before every order. Where it says no, the order may still take the account
   * no further, or raise no requirement: then the rules are asked one by one, and say why.
   */
  admits(
    a: number,
    slot: number,
    side: SideNo,
    lots: number,
    cost: number,
    positionLimit: number,
    monthLimit: number,
  ): boolean {
    const { requirements, headroom } = this;
    const contract = this.positions.contract(slot);
    if (monthLimit < Number.POSITIVE_INFINITY) {
      if (requirements.worstNetOfSlot(a, slot, side, lots, false) > monthLimit) return false;
    }
    if (headroom.suffices(a, contract, lots, cost, positionLimit)) return true;
    headroom.find(a);
    return (
      headroom.suffices(a, contract, lots, cost, positionLimit) ||
      (requirements.worstNetWith(a, slot, side, lots, false) <= positionLimit &&
        this.equity(a) >= requirements.with(a, slot, side, lots, false) + cost)
    );
  }

  /** |net| of a benchmark, the worse of all bids and all offers filled, with `lots` more open on `side` of `slot` (−1: as it is) (5.3). */
  worstNet(a: number, benchmark: number, slot: number, side: SideNo, lots: number, reducing = false): number {
    if (slot < 0) return this.requirements.worstNet(a, benchmark);
    return this.requirements.worstNetWith(a, slot, side, lots, reducing);
  }

  /** The same within one contract: the settlement month has a limit of its own (5.3). */
  worstNetOfSlot(a: number, slot: number, side: SideNo, lots: number, reducing = false): number {
    return this.requirements.worstNetOfSlot(a, slot, side, lots, reducing);
  }

  // Settlement

  /** Forgets the gains of the settlement before: those of the one that begins are collected anew (7.6). */
  beginSettlement(): void {
    this.cash.forgetGains();
  }

  /**
   * Pays each account of this contract what it made since the last settlement, in ascending number (6.2). Σ paid is 0
   * because Σ net and Σ basis are; each basis becomes price × net, so paying again pays nothing.
   */
  payVariation(slot: number, price: number, paid: Paid): void {
    const { positions, cash } = this;
    let total = 0;
    for (let a = 1; a <= this.count; a++) {
      const i = positions.at(a, slot);
      const net = positions.rows[i + NET];
      if (net === 0 && positions.rows[i + BASIS] === 0) continue;
      const amount = positions.settle(a, slot, price);
      cash.settle(a, amount);
      total += amount;
      paid(a, amount, net, cash.margin[a]);
    }
    this.headroom.expire();
    assert(total === 0, "variation margin only moves between accounts");
  }

  /** Final settlement (6.3): pays variation at `price`, then the positions are gone. Doing it twice pays nothing. */
  expire(slot: number, price: number, paid: Paid): void {
    this.payVariation(slot, price, paid);
    for (let a = 1; a <= this.count; a++) {
      this.positions.expire(a, slot, price);
      this.requirements.changed(a, slot);
    }
    this.headroom.expire();
  }

  /** After 6.2: does anybody owe more than their margin cash? */
  hasDeficit(): boolean {
    for (let a = 1; a <= this.count; a++) if (this.cash.margin[a] < 0) return true;
    return false;
  }

  /** Closes the positions of whoever cannot pay at the last settlement prices, and shares out what is missing (7.6). */
  resolveDefaults(settlementOf: (slot: number) => number, sink: DefaultSink): void {
    resolveDefaults(this, this.cash, this.positions, settlementOf, sink);
    this.headroom.expire();
  }

  // The laws

  totalCash(): number {
    return this.cash.total();
  }

  totalDeposits(): number {
    return this.cash.totalDeposits();
  }

  /** What must hold between any two commands (6.2, 7.6, 7.7). */
  check(): void {
    this.cash.check();
    this.positions.check(this.count);
    this.requirements.check(this.count);
    this.headroom.check(this.count);
  }

  snapshot(): AccountsSnapshot {
    return { cash: this.cash.snapshot(), positions: this.positions.snapshot(this.count) };
  }

  static restore(rules: MarginRules, saved: AccountsSnapshot): Accounts {
    const cash = Cash.restore(saved.cash);
    return new Accounts(rules, saved.cash.fundStart, cash, Positions.restore(saved.positions, cash.count));
  }

  hashInto(hash: Hash): void {
    this.cash.hashInto(hash);
    this.positions.hashInto(hash, this.count);
  }

  /** One side of a trade; `lots` is signed, positive bought. */
  private fill(a: number, contract: Contract, price: number, lots: number): void {
    this.positions.fill(a, contract, this.positions.at(a, contract.slot), price, lots);
    this.requirements.changed(a, contract.slot);
    this.headroom.traded(a, contract, price, lots);
  }

  private makeRoom(): void {
    this.requirements.recount();
    this.headroom.fit();
  }
}
