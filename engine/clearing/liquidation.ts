import { assert } from "../assert";
import type { MarginRules } from "../config";
import type { Hash } from "../digest";
import { mulDivCeil, mulDivFloor } from "../integers";
import { BUY, SELL, type SideNo } from "../units";

const MILLION = 1_000_000;

/** What liquidation sees of the venue, and does to it. */
export interface LiquidationDesk {
  /** Highest account number. */
  accounts(): number;
  /** True only where equity certainly covers the requirement: asked of everybody, and quicker than the sums. */
  isCovered(a: number): boolean;
  equity(a: number): number;
  requirement(a: number): number;
  maintenance(a: number): number;
  /** Close-out steps need a continuous market; after a settlement there are only cancels and calls. */
  continuous(): boolean;
  /** The moment 30 minutes of continuous trading after `from`. */
  deadline(from: number): number;
  /** All of them, stops that wait among them; `keepReducing`: but those that are reduce-only. */
  cancelOrders(a: number, keepReducing: boolean): void;
  /** Those in one contract only. */
  cancelOrdersIn(a: number, slot: number): void;
  /** Slots in which the account holds anything, by benchmark, then month. */
  positions(a: number): readonly number[];
  net(a: number, slot: number): number;
  /**
   * Lots of its own open on `side`. Close-out begins by ending every order of the account, and none of its owner's is
   * accepted until it is over: what is open then is the venue's.
   */
  openLots(a: number, slot: number, side: SideNo): number;
  initial(slot: number): number;
  mark(slot: number): number;
  /** Lots resting on `side` at `bound` or better. */
  shown(slot: number, side: SideNo, bound: number): number;
  /** Not halted, and something to trade with for an order on `side`. */
  canTrade(slot: number, side: SideNo): boolean;
  /** An order on `side` meets a lock: nobody is on the other side. */
  lockedAgainst(slot: number, side: SideNo): boolean;
  /** The daily limit that a locked order on `side` rests at. */
  limitPrice(slot: number, side: SideNo): number;
  /** An IOC order free of 7.4; returns what it filled. */
  closeOutIoc(a: number, slot: number, side: SideNo, lots: number, limit: number): number;
  /** An order free of 7.4 that rests at the limit price, and is cancelled when the lock ends. */
  restAtLimit(a: number, slot: number, side: SideNo, lots: number): void;
  called(a: number, amount: number, deadline: number, equity: number, maintenance: number): void;
  callMet(a: number): void;
  stepped(a: number, slot: number, side: SideNo, lots: number, limit: number): void;
}

export const IN_GOOD_STANDING = 0;
export const UNDER_CALL = 1;
export const CLOSING_OUT = 2;
export type Stage = typeof IN_GOOD_STANDING | typeof UNDER_CALL | typeof CLOSING_OUT;

export interface Call {
  readonly amount: number;
  readonly deadline: number;
}

/** An account under call or being closed out. */
interface Case {
  stage: Stage;
  amount: number; // what would have met the call as it was made
  deadline: number;
  nextStep: number; // close-out: when the next order is due
  /** Close-out: lots of each position as it began, by slot. */
  readonly began: { readonly slot: number; readonly lots: number }[];
}

export type LiquidationSnapshot = readonly (Case & { readonly account: number })[];

/**
 * Rule 7.5. An account whose equity is below maintenance loses its orders; if that is not enough it is called for what
 * it lacks of the initial margin; if that does not come in time, or equity is below half of maintenance, its positions
 * are closed in steps that the market can bear, until equity covers the initial margin again.
 */
export class Liquidation {
  private readonly cases = new Map<number, Case>();

  constructor(private readonly rules: MarginRules) {}

  stage(a: number): Stage {
    if (this.cases.size === 0) return IN_GOOD_STANDING; // asked before every order
    return this.cases.get(a)?.stage ?? IN_GOOD_STANDING;
  }

  call(a: number): Call | null {
    const found = this.cases.get(a);
    return found ? { amount: found.amount, deadline: found.deadline } : null;
  }

  /** Every 30 s of continuous trading, and after a settlement. Accounts in ascending number. */
  check(now: number, desk: LiquidationDesk): void {
    for (let a = 1; a <= desk.accounts(); a++) {
      if (this.stage(a) === IN_GOOD_STANDING) this.watch(a, now, desk);
      else if (this.stage(a) === UNDER_CALL) this.review(a, now, desk);
      if (this.stage(a) === CLOSING_OUT) this.closeOut(a, now, desk);
    }
  }

  /** Ends a call, or a close-out, that money or a fill has met since the last check. */
  meet(a: number, desk: LiquidationDesk): void {
    if (this.stage(a) !== IN_GOOD_STANDING && desk.equity(a) >= desk.requirement(a)) this.end(a, desk);
  }

  /** 7.6 closed its positions and covered what it owed: the case is over, and the default has been told. */
  defaulted(a: number): void {
    this.cases.delete(a);
  }

  private watch(a: number, now: number, desk: LiquidationDesk): void {
    if (desk.isCovered(a) || desk.equity(a) >= desk.maintenance(a)) return;
    desk.cancelOrders(a, true);
    const [equity, maintenance] = [desk.equity(a), desk.maintenance(a)];
    if (equity >= maintenance) return;
    const atOnce = this.isCritical(equity, maintenance);
    const amount = desk.requirement(a) - equity;
    const deadline = atOnce ? now : desk.deadline(now);
    this.cases.set(a, { stage: UNDER_CALL, amount, deadline, nextStep: 0, began: [] });
    desk.called(a, amount, deadline, equity, maintenance);
    if (atOnce) this.beginCloseOut(a, now, desk);
  }

  private review(a: number, now: number, desk: LiquidationDesk): void {
    const equity = desk.equity(a);
    if (equity >= desk.requirement(a)) this.end(a, desk);
    else if (now >= this.of(a).deadline || this.isCritical(equity, desk.maintenance(a)))
      this.beginCloseOut(a, now, desk);
  }

  private beginCloseOut(a: number, now: number, desk: LiquidationDesk): void {
    const closing = this.of(a);
    closing.stage = CLOSING_OUT;
    closing.nextStep = now;
    desk.cancelOrders(a, false);
    for (const slot of desk.positions(a)) closing.began.push({ slot, lots: Math.abs(desk.net(a, slot)) });
  }

  private closeOut(a: number, now: number, desk: LiquidationDesk): void {
    if (!desk.continuous()) desk.cancelOrders(a, false); // a settlement moves the limits, so no lock outlasts it
    if (desk.equity(a) >= desk.requirement(a)) {
      this.end(a, desk);
      return;
    }
    if (!desk.continuous()) return;
    const closing = this.of(a);
    if (now < closing.nextStep) return;
    closing.nextStep = now + this.rules.closeOutEvery;
    this.step(a, closing, desk);
    if (desk.equity(a) >= desk.requirement(a)) this.end(a, desk);
  }

  /** One order in the largest position that can trade; larger ones that are locked wait at their limit price. */
  private step(a: number, closing: Case, desk: LiquidationDesk): void {
    for (const slot of bySize(a, desk)) {
      const net = desk.net(a, slot);
      const side = net > 0 ? SELL : BUY;
      const share = mulDivCeil(beganWith(closing, slot), this.rules.closeOutShare, MILLION);
      const planned = Math.min(share, Math.abs(net));
      if (desk.lockedAgainst(slot, side)) {
        this.rest(a, slot, side, planned, desk);
        continue;
      }
      if (desk.openLots(a, slot, side) > 0) desk.cancelOrdersIn(a, slot); // its lock has ended
      const limit = this.bound(slot, side, desk);
      const lots = Math.min(
        planned,
        desk.canTrade(slot, side) ? desk.shown(slot, side === SELL ? BUY : SELL, limit) : 0,
      );
      if (lots === 0) continue;
      desk.stepped(a, slot, side, lots, limit);
      desk.closeOutIoc(a, slot, side, lots, limit);
      return;
    }
  }

  /** What rests already keeps its place in the queue; only when it has been filled does the next share follow. */
  private rest(a: number, slot: number, side: SideNo, lots: number, desk: LiquidationDesk): void {
    if (desk.openLots(a, slot, side) > 0) return;
    desk.stepped(a, slot, side, lots, desk.limitPrice(slot, side));
    desk.restAtLimit(a, slot, side, lots);
  }

  /** The worst price of a close-out order: 1 % from the mark, inward to a tick, inside the limits. */
  private bound(slot: number, side: SideNo, desk: LiquidationDesk): number {
    const band = this.rules.closeOutBand;
    if (side === SELL) {
      return Math.max(mulDivCeil(desk.mark(slot), MILLION - band, MILLION), desk.limitPrice(slot, side));
    }
    return Math.min(mulDivFloor(desk.mark(slot), MILLION + band, MILLION), desk.limitPrice(slot, side));
  }

  private isCritical(equity: number, maintenance: number): boolean {
    return equity < mulDivCeil(maintenance, this.rules.closeOutAtOnce, MILLION);
  }

  private end(a: number, desk: LiquidationDesk): void {
    if (this.stage(a) === CLOSING_OUT) desk.cancelOrders(a, false);
    this.cases.delete(a);
    desk.callMet(a);
  }

  private of(a: number): Case {
    const found = this.cases.get(a);
    assert(found !== undefined, "an account under call has a case");
    return found;
  }

  snapshot(): LiquidationSnapshot {
    return [...this.cases]
      .sort(([a], [b]) => a - b)
      .map(([account, found]) => ({ account, ...found, began: found.began.map((position) => ({ ...position })) }));
  }

  static restore(rules: MarginRules, saved: LiquidationSnapshot): Liquidation {
    const liquidation = new Liquidation(rules);
    for (const { account, began, ...rest } of saved) {
      liquidation.cases.set(account, { ...rest, began: began.map((position) => ({ ...position })) });
    }
    return liquidation;
  }

  hashInto(hash: Hash): void {
    for (const { account, stage, amount, deadline, nextStep, began } of this.snapshot()) {
      hash.number(account).number(stage).number(amount).number(deadline).number(nextStep);
      for (const { slot, lots } of began) hash.number(slot).number(lots);
    }
  }
}

const beganWith = (closing: Case, slot: number): number => {
  const position = closing.began.find((began) => began.slot === slot);
  assert(position !== undefined, "nobody opens a position while it is being closed out");
  return position.lots;
};

/** Largest initial margin × lots first; ties as `positions` has them: benchmark, then month. */
function bySize(a: number, desk: LiquidationDesk): number[] {
  return desk
    .positions(a)
    .map((slot, order) => ({ slot, order, size: desk.initial(slot) * Math.abs(desk.net(a, slot)) }))
    .sort((x, y) => y.size - x.size || x.order - y.order)
    .map(({ slot }) => slot);
}
