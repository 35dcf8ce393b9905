import type { SideNo } from "../units";

export interface OwnTrade {
  readonly at: number;
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
}

/** An account's latest trades, in columns: they come by the thousand, and few are ever looked at. */
export class OwnTrades {
  count = 0;
  /** Where the next one goes. */
  private next = 0;
  private readonly at: number[] = [];
  private readonly side: SideNo[] = [];
  private readonly price: number[] = [];
  private readonly lots: number[] = [];

  constructor(private readonly most: number) {}

  add(at: number, side: SideNo, price: number, lots: number): void {
    const { next, most } = this;
    this.at[next] = at;
    this.side[next] = side;
    this.price[next] = price;
    this.lots[next] = lots;
    this.next = next + 1 === most ? 0 : next + 1;
    if (this.count < most) this.count += 1;
  }

  /** Whether any since that moment was on the other side. */
  across(side: SideNo, since: number): boolean {
    for (let n = 1; n <= this.count; n++) {
      const place = this.next >= n ? this.next - n : this.next - n + this.most;
      if (this.at[place] < since) return false;
      if (this.side[place] !== side) return true;
    }
    return false;
  }

  /** Of those that are remembered. */
  lotsSince(since: number): number {
    return this.list().reduce((all, { at, lots }) => all + (at >= since ? lots : 0), 0);
  }

  /** Oldest first. */
  list(): OwnTrade[] {
    const list: OwnTrade[] = [];
    for (let n = this.count; n >= 1; n--) {
      const place = this.next >= n ? this.next - n : this.next - n + this.most;
      list.push({ at: this.at[place], side: this.side[place], price: this.price[place], lots: this.lots[place] });
    }
    return list;
  }

  clear(): void {
    this.count = 0;
    this.next = 0;
  }

  load(saved: readonly OwnTrade[]): void {
    this.clear();
    for (const { at, side, price, lots } of saved) this.add(at, side, price, lots);
  }
}
