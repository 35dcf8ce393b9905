import { assert } from "../assert";
import type { Hash } from "../digest";

export interface CashSnapshot {
  readonly fund: number;
  readonly fundStart: number;
  readonly owner: readonly number[];
  readonly person: readonly boolean[];
  readonly margin: readonly number[];
  readonly bank: readonly number[];
  readonly deposits: readonly number[];
  readonly gains: readonly number[];
}

/** States that an amount is exact: a whole number of cents that a double can hold. */
export function money(amount: number): number {
  assert(Number.isSafeInteger(amount), "money is a whole number of cents");
  return amount;
}

/** Who has how much: margin cash and bank cash by account number (from 1), and the default fund. Cents. */
export class Cash {
  fund: number;
  private readonly fundStart: number;
  // Index 0 is nobody.
  readonly owner: number[] = [0];
  readonly person: boolean[] = [false];
  readonly margin: number[] = [0];
  readonly bank: number[] = [0];
  /** All that was ever booked into each account from outside. */
  readonly deposits: number[] = [0];
  /** What the running settlement paid each account, all its contracts together (7.6). */
  readonly gains: number[] = [0];

  constructor(fundStart: number) {
    assert(fundStart >= 0, "the fund starts with no debt");
    this.fund = money(fundStart);
    this.fundStart = fundStart;
  }

  get count(): number {
    return this.owner.length - 1;
  }

  open(owner: number, marginCash: number, bankCash: number, person: boolean): number {
    assert(marginCash >= 0 && bankCash >= 0, "an account starts with no debt");
    this.owner.push(owner);
    this.person.push(person);
    this.margin.push(money(marginCash));
    this.bank.push(money(bankCash));
    this.deposits.push(money(marginCash + bankCash));
    this.gains.push(0);
    return this.count;
  }

  deposit(a: number, amount: number): void {
    assert(amount >= 0, "a deposit brings money in");
    this.margin[a] = money(this.margin[a] + amount);
    this.deposits[a] = money(this.deposits[a] + amount);
  }

  /** At most the margin cash goes to the fund; returns what did (7.1). */
  chargeFee(a: number, amount: number): number {
    assert(amount >= 0, "nobody is paid a fee");
    const taken = Math.max(0, Math.min(amount, this.margin[a]));
    this.margin[a] -= taken;
    this.fund = money(this.fund + taken);
    return taken;
  }

  /** Between bank cash and margin cash; positive brings in. */
  transfer(a: number, amount: number): void {
    this.margin[a] = money(this.margin[a] + amount);
    this.bank[a] = money(this.bank[a] - amount);
    assert(this.margin[a] >= 0 && this.bank[a] >= 0, "a transfer leaves no debt");
  }

  /** Pays variation margin; what an account owes beyond its margin cash shows as a negative balance (6.2). */
  settle(a: number, amount: number): void {
    this.margin[a] = money(this.margin[a] + amount);
    this.gains[a] = money(this.gains[a] + amount);
  }

  forgetGains(): void {
    this.gains.fill(0);
  }

  /** Σ margin cash + Σ bank cash + fund. */
  total(): number {
    let total = this.fund;
    for (let a = 1; a <= this.count; a++) total += this.margin[a] + this.bank[a];
    return money(total);
  }

  totalDeposits(): number {
    let total = this.fundStart;
    for (let a = 1; a <= this.count; a++) total += this.deposits[a];
    return money(total);
  }

  check(): void {
    assert(this.total() === this.totalDeposits(), "money is neither made nor lost");
    assert(this.fund >= 0, "the fund cannot owe");
    for (let a = 1; a <= this.count; a++) {
      assert(this.margin[a] >= 0 && this.bank[a] >= 0, "no balance stays negative");
    }
  }

  snapshot(): CashSnapshot {
    const { fund, fundStart } = this;
    return {
      fund,
      fundStart,
      owner: this.owner.slice(1),
      person: this.person.slice(1),
      margin: this.margin.slice(1),
      bank: this.bank.slice(1),
      deposits: this.deposits.slice(1),
      gains: this.gains.slice(1),
    };
  }

  static restore(saved: CashSnapshot): Cash {
    const cash = new Cash(saved.fundStart);
    cash.fund = saved.fund;
    for (let i = 0; i < saved.owner.length; i++) {
      const a = cash.open(saved.owner[i], 0, 0, saved.person[i]);
      cash.margin[a] = saved.margin[i];
      cash.bank[a] = saved.bank[i];
      cash.deposits[a] = saved.deposits[i];
      cash.gains[a] = saved.gains[i];
    }
    return cash;
  }

  hashInto(hash: Hash): void {
    hash.number(this.fund).number(this.fundStart).numbers(this.owner).numbers(this.margin).numbers(this.bank);
    hash.numbers(this.deposits).numbers(this.gains);
    for (const person of this.person) hash.number(person ? 1 : 0);
  }
}
