import type { SideNo } from "../units";

/** An own order as surveillance remembers it: what it was as it came to rest. */
export interface RestingOrder {
  readonly id: number;
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
  readonly at: number;
  traded: boolean;
}

/** An own order that its owner took out again, `open` lots of it unfilled. */
export interface Withdrawal {
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
  readonly open: number;
  readonly enteredAt: number;
  readonly at: number;
}

export interface OwnTrade {
  readonly at: number;
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
}

export interface OwnAttempt extends OwnTrade {
  readonly order: number;
}

/** Of buying and of selling. */
type Sides = [number, number];

/** How much of an account's day in one contract is remembered: old deeds go first. */
const MOST_RESTING = 64;
const MOST_RECENT = 32;

/** What one account did today in one contract: 8.1's counters, and as much of the events as 8.2 looks back on. */
export class AccountDay {
  orders = 0;
  cancellations = 0;
  trades = 0;
  selfTrades = 0;
  /** Own orders that traded, and their sizes: what the account usually deals in. */
  dealtOrders = 0;
  dealtLots = 0;
  /** Lots taken from what rested, on each side: all day, and in the closing window; and the orders that took them then. */
  readonly taken: Sides = [0, 0];
  readonly windowTaken: Sides = [0, 0];
  readonly windowTaking: Sides = [0, 0];
  /** In the closing window: lots bought less sold. */
  windowNet = 0;
  /** In the order they came to rest. */
  readonly resting = new Map<number, RestingOrder>();
  withdrawals: Withdrawal[] = [];
  trading: OwnTrade[] = [];
  attempts: OwnAttempt[] = [];
  windowTakes: OwnTrade[] = [];

  rest(order: RestingOrder, isOpen: (id: number) => boolean): void {
    this.resting.set(order.id, order);
    if (this.resting.size <= MOST_RESTING) return;
    // The venue ends orders too, and does not say so here. Beyond that the oldest is forgotten.
    for (const id of this.resting.keys()) if (!isOpen(id)) this.resting.delete(id);
    for (const id of this.resting.keys()) {
      if (this.resting.size <= MOST_RESTING) return;
      this.resting.delete(id);
    }
  }

  withdraw(withdrawal: Withdrawal): void {
    remember(this.withdrawals, withdrawal);
  }

  trade(trade: OwnTrade): void {
    this.trades += 1;
    remember(this.trading, trade);
  }

  attempt(attempt: OwnAttempt): void {
    this.selfTrades += 1;
    remember(this.attempts, attempt);
  }

  takeInWindow(trade: OwnTrade, isNewOrder: boolean): void {
    this.windowTaken[trade.side] += trade.lots;
    if (isNewOrder) this.windowTaking[trade.side] += 1;
    remember(this.windowTakes, trade);
  }

  /** An order of this size has traded for the first time. */
  deal(lots: number): void {
    this.dealtOrders += 1;
    this.dealtLots += lots;
  }

  /** It has been withdrawn with next to nothing filled: what it was for was not dealing. */
  undeal(lots: number): void {
    this.dealtOrders -= 1;
    this.dealtLots -= lots;
  }

  /** What has led to an alert does not lead to the next one. */
  toldOf(): void {
    this.withdrawals = [];
    this.trading = [];
  }

  /** The day's trading is over: the counters stay till the next one, the deeds go. */
  forgetDeeds(): void {
    this.resting.clear();
    this.withdrawals = [];
    this.trading = [];
    this.attempts = [];
    this.windowTakes = [];
  }

  save(): SavedAccountDay {
    const { orders, cancellations, trades, selfTrades, dealtOrders, dealtLots, windowNet } = this;
    const sides = [...this.taken, ...this.windowTaken, ...this.windowTaking];
    return {
      counts: [orders, cancellations, trades, selfTrades, dealtOrders, dealtLots, windowNet, ...sides],
      resting: [...this.resting.values()].map((order) => ({ ...order })),
      withdrawals: [...this.withdrawals],
      trading: [...this.trading],
      attempts: [...this.attempts],
      windowTakes: [...this.windowTakes],
    };
  }

  static load(saved: SavedAccountDay): AccountDay {
    const day = new AccountDay();
    const { counts } = saved;
    [day.orders, day.cancellations, day.trades, day.selfTrades, day.dealtOrders, day.dealtLots, day.windowNet] = counts;
    for (const side of [0, 1] as const) {
      day.taken[side] = counts[7 + side];
      day.windowTaken[side] = counts[9 + side];
      day.windowTaking[side] = counts[11 + side];
    }
    for (const order of saved.resting) day.resting.set(order.id, { ...order });
    day.withdrawals = [...saved.withdrawals];
    day.trading = [...saved.trading];
    day.attempts = [...saved.attempts];
    day.windowTakes = [...saved.windowTakes];
    return day;
  }
}

export interface SavedAccountDay {
  readonly counts: readonly number[];
  readonly resting: readonly RestingOrder[];
  readonly withdrawals: readonly Withdrawal[];
  readonly trading: readonly OwnTrade[];
  readonly attempts: readonly OwnAttempt[];
  readonly windowTakes: readonly OwnTrade[];
}

function remember<Deed>(deeds: Deed[], deed: Deed): void {
  deeds.push(deed);
  if (deeds.length > MOST_RECENT) deeds.shift();
}
