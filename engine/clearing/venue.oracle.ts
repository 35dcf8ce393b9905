import { defaultRoomConfig } from "../default-config";
import { BUY, SELL, type SideNo } from "../units";
import { Accounts } from "./accounts";
import { priceLimits } from "./limits";
import { Liquidation, type LiquidationDesk } from "./liquidation";

export const PREM = 0;
export const [DEC, JAN] = [0, 1];
export const INITIALS = [8515, 8553];
export const CALL_TIME = 30 * 60_000;
const HALF_MINUTE = 30_000;

/** A market of one trader against the rest: the depth that is shown, and a book of what was done. */
export class Venue implements LiquidationDesk {
  readonly accounts_ = new Accounts(defaultRoomConfig.margin, 0);
  readonly liquidation = new Liquidation(defaultRoomConfig.margin);
  readonly market = this.accounts_.open(1, 1_000_000_000, 0, false);
  readonly done: string[] = [];
  isContinuous = true;
  now = 0;
  marks = [4500, 4520];
  limits = [priceLimits(4500, 100_000), priceLimits(4520, 100_000)];
  depth: { slot: number; side: SideNo; price: number; lots: number }[] = [];
  lockedDown = new Set<number>();

  constructor() {
    for (const [slot, initial] of INITIALS.entries()) {
      this.accounts_.list(slot, PREM, 10);
      this.accounts_.setInitial(slot, initial);
      this.accounts_.setMark(slot, this.marks[slot]);
    }
  }

  trader(marginCash: number, positions: readonly [slot: number, net: number, price: number][]): number {
    const trader = this.accounts_.open(2, marginCash, 0, true);
    for (const [slot, net, price] of positions) this.fill(trader, slot, net > 0 ? BUY : SELL, Math.abs(net), price);
    return trader;
  }

  setMark(slot: number, mark: number): void {
    this.marks[slot] = mark;
    this.accounts_.setMark(slot, mark);
  }

  show(slot: number, side: SideNo, price: number, lots: number): void {
    this.depth.push({ slot, side, price, lots });
  }

  /** What the check, `after` milliseconds from the last, did. */
  check(after = HALF_MINUTE): string[] {
    this.now += after;
    this.liquidation.check(this.now, this);
    return this.done.splice(0);
  }

  private fill(trader: number, slot: number, side: SideNo, lots: number, price: number): void {
    const [buyer, seller] = side === BUY ? [trader, this.market] : [this.market, trader];
    this.accounts_.trade(slot, price, lots, buyer, seller);
  }

  accounts = () => this.accounts_.count;
  isCovered = (a: number) => this.accounts_.isCovered(a);
  equity = (a: number) => this.accounts_.equity(a);
  requirement = (a: number) => this.accounts_.requirement(a);
  maintenance = (a: number) => this.accounts_.maintenance(a);
  continuous = () => this.isContinuous;
  deadline = (from: number) => from + CALL_TIME;
  positions = (a: number) => [DEC, JAN].filter((slot) => this.net(a, slot) !== 0);
  net = (a: number, slot: number) => this.accounts_.net(a, slot);
  openLots = (a: number, slot: number, side: SideNo) => this.accounts_.openLots(a, slot, side);
  reducingLots = (a: number, slot: number, side: SideNo) => this.accounts_.reducingLots(a, slot, side);
  initial = (slot: number) => INITIALS[slot];
  mark = (slot: number) => this.marks[slot];
  limitPrice = (slot: number, side: SideNo) => (side === BUY ? this.limits[slot].high : this.limits[slot].low);
  lockedAgainst = (slot: number, side: SideNo) => side === SELL && this.lockedDown.has(slot);
  canTrade = (slot: number, side: SideNo) => this.depth.some((level) => level.slot === slot && level.side !== side);

  shown(slot: number, side: SideNo, bound: number): number {
    return this.within(slot, side, bound).reduce((sum, { lots }) => sum + lots, 0);
  }

  closeOutIoc(a: number, slot: number, side: SideNo, lots: number, limit: number): number {
    let left = lots;
    for (const level of this.within(slot, side === BUY ? SELL : BUY, limit)) {
      const taken = Math.min(left, level.lots);
      if (taken > 0) this.fill(a, slot, side, taken, level.price);
      level.lots -= taken;
      left -= taken;
    }
    return lots - left;
  }

  restAtLimit(a: number, slot: number, side: SideNo, lots: number): void {
    this.accounts_.rest(a, slot, side, lots);
    this.done.push(`rest ${lots}`);
  }

  cancelOrdersIn(a: number, slot: number): void {
    this.cancelOrders(a, false, [slot]);
  }

  cancelOrders(a: number, keepReducing: boolean, slots = [DEC, JAN]): void {
    for (const slot of slots) {
      for (const side of [BUY, SELL] as const) {
        const reducing = this.accounts_.reducingLots(a, slot, side);
        this.cancel(a, slot, side, this.openLots(a, slot, side) - reducing, false);
        if (!keepReducing) this.cancel(a, slot, side, reducing, true);
      }
    }
  }

  private cancel(a: number, slot: number, side: SideNo, open: number, reducing: boolean): void {
    if (open === 0) return;
    this.accounts_.rest(a, slot, side, -open, reducing);
    this.done.push(reducing ? `cancel ${open} reducing` : `cancel ${open}`);
  }

  called = (_a: number, amount: number, deadline: number) => {
    this.done.push(`call ${amount} by ${deadline - this.now}`);
  };
  callMet = () => {
    this.done.push("met");
  };
  stepped = (_a: number, slot: number, side: SideNo, lots: number, limit: number) => {
    this.done.push(`${side === BUY ? "buy" : "sell"} ${lots} of ${slot === DEC ? "DEC" : "JAN"} at ${limit}`);
  };

  private within(slot: number, side: SideNo, bound: number) {
    return this.depth.filter(
      (level) =>
        level.slot === slot && level.side === side && (side === BUY ? level.price >= bound : level.price <= bound),
    );
  }
}
