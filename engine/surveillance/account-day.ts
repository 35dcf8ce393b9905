import { OwnOrders, type SavedOrders } from "./own-orders";
import { type OwnTrade, OwnTrades } from "./own-trades";

/** Of buying and of selling. */
type Sides = [number, number];

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
  readonly own = new OwnOrders();
  readonly trading = new OwnTrades(MOST_RECENT);
  readonly attempts = new OwnTrades(MOST_RECENT);
  readonly windowTakes = new OwnTrades(MOST_RECENT);

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
    this.own.forgetWithdrawn();
    this.trading.clear();
  }

  /** The day's trading is over: the counters stay till the next one, the deeds go. */
  forgetDeeds(): void {
    this.own.clear();
    for (const trades of [this.trading, this.attempts, this.windowTakes]) trades.clear();
  }

  save(): SavedAccountDay {
    const { orders, cancellations, trades, selfTrades, dealtOrders, dealtLots, windowNet } = this;
    const sides = [...this.taken, ...this.windowTaken, ...this.windowTaking];
    return {
      counts: [orders, cancellations, trades, selfTrades, dealtOrders, dealtLots, windowNet, ...sides],
      own: this.own.save(),
      trading: this.trading.list(),
      attempts: this.attempts.list(),
      windowTakes: this.windowTakes.list(),
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
    day.own.load(saved.own);
    day.trading.load(saved.trading);
    day.attempts.load(saved.attempts);
    day.windowTakes.load(saved.windowTakes);
    return day;
  }
}

export interface SavedAccountDay {
  readonly counts: readonly number[];
  readonly own: SavedOrders;
  readonly trading: readonly OwnTrade[];
  readonly attempts: readonly OwnTrade[];
  readonly windowTakes: readonly OwnTrade[];
}
