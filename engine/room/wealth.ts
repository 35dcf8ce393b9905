import type { Accounts } from "../clearing/accounts";
import type { Hash } from "../digest";
import { mulDivFloor } from "../integers";

interface Record {
  peak: number;
  drawdown: number;
  trades: number;
}

/**
 * What a person's account is worth, and how it got there: equity in margin plus bank cash, its highest at a settlement,
 * and the deepest fall from such a peak in millionths of it. The leaderboard ranks on this, never on realised P&L alone.
 */
export class Wealth {
  private readonly records = new Map<number, Record>();

  constructor(private readonly accounts: Accounts) {}

  now(account: number): number {
    return this.accounts.equity(account) + this.accounts.bankCash(account);
  }

  of(account: number): Readonly<Record> {
    return this.records.get(account) ?? { peak: this.accounts.deposits(account), drawdown: 0, trades: 0 };
  }

  traded(account: number): void {
    this.record(account).trades += 1;
  }

  /** At a settlement: the only moments that make peaks, so that a thin market's mark makes none. */
  settled(account: number): number {
    const record = this.record(account);
    const worth = this.now(account);
    if (worth > record.peak) record.peak = worth;
    else if (record.peak > 0) {
      record.drawdown = Math.max(
        record.drawdown,
        mulDivFloor(record.peak - Math.max(0, worth), 1_000_000, record.peak),
      );
    }
    return worth;
  }

  people(): number[] {
    return [...this.records.keys()].sort((a, b) => a - b);
  }

  open(account: number): void {
    this.record(account);
  }

  save(): [number, Record][] {
    return this.people().map((account) => [account, { ...this.record(account) }]);
  }

  static load(accounts: Accounts, saved: readonly [number, Record][]): Wealth {
    const wealth = new Wealth(accounts);
    for (const [account, record] of saved) wealth.records.set(account, { ...record });
    return wealth;
  }

  hashInto(hash: Hash): void {
    for (const [account, { peak, drawdown, trades }] of this.save()) hash.numbers([account, peak, drawdown, trades]);
  }

  private record(account: number): Record {
    let record = this.records.get(account);
    if (!record) {
      record = { peak: this.accounts.deposits(account), drawdown: 0, trades: 0 };
      this.records.set(account, record);
    }
    return record;
  }
}
