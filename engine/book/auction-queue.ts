import type { BookSide } from "./book-side";
import { at, BEHIND, HIDDEN, NONE, type OrderPool, SHOWN } from "./order-pool";
import { NO_KEY } from "./price-ladder";

/** A place in the turn of one side: the price, the order, its tranche (0 is shown now), and how much of this is spoken for. */
export interface Turn {
  readonly key: number;
  readonly order: number;
  readonly tranche: number;
  readonly used: number;
}

/**
 * Walks one side in the order in which it would trade, without trading: price by price, the queue once for what is shown
 * and then round after round for the tranches behind it (4.2).
 */
export class AuctionQueue {
  key: number;
  order: number;
  private tranche = 0;
  private used = 0;

  constructor(
    readonly side: BookSide,
    private readonly orders: OrderPool,
  ) {
    this.key = side.best;
    this.order = side.front();
  }

  /** Goes on to lots that are not spoken for. False if the side is at its end. */
  seek(): boolean {
    while (this.key !== NO_KEY) {
      if (this.order !== NONE) {
        if (this.left() > 0) return true;
        this.order = this.orders.ints[this.order + BEHIND];
        this.used = 0;
      } else if (this.hasRound(this.tranche + 1)) {
        this.tranche++;
        this.order = this.side.firstAt(this.key);
      } else {
        this.key = this.side.next(this.key);
        this.tranche = 0;
        this.order = this.side.firstAt(this.key);
      }
    }
    return false;
  }

  /** Lots of this tranche that are not spoken for. */
  left(): number {
    return this.size(this.order, this.tranche) - this.used;
  }

  use(lots: number): void {
    this.used += lots;
  }

  /** Lots of the order in turn that are spoken for, all tranches together. */
  usedOfOrder(): number {
    if (this.tranche === 0) return this.used;
    const { doubles } = this.orders;
    return doubles[at(this.order) + SHOWN] + (this.tranche - 1) * this.orders.displayOf(this.order) + this.used;
  }

  turn(): Turn {
    return { key: this.key, order: this.order, tranche: this.tranche, used: this.used };
  }

  goBack({ key, order, tranche, used }: Turn): void {
    this.key = key;
    this.order = order;
    this.tranche = tranche;
    this.used = used;
  }

  /** The order in turn is about to leave the book. */
  stepOff(): void {
    this.order = this.orders.ints[this.order + BEHIND];
    this.used = 0;
  }

  private hasRound(tranche: number): boolean {
    for (let order = this.side.firstAt(this.key); order !== NONE; order = this.orders.ints[order + BEHIND]) {
      if (this.size(order, tranche) > 0) return true;
    }
    return false;
  }

  private size(order: number, tranche: number): number {
    const { doubles } = this.orders;
    if (tranche === 0) return doubles[at(order) + SHOWN];
    const display = this.orders.displayOf(order);
    return Math.max(0, Math.min(display, doubles[at(order) + HIDDEN] - (tranche - 1) * display));
  }
}
