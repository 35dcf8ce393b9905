import type { BookSide } from "./book-side";
import { NONE, type Order } from "./order";
import { NO_KEY } from "./price-ladder";

/** A place in the turn of one side: the price, the order, its tranche (0 is shown now), and how much of this is spoken for. */
export interface Turn {
  readonly key: number;
  readonly order: Order;
  readonly tranche: number;
  readonly used: number;
}

/**
 * Walks one side in the order in which it would trade, without trading: price by price, the queue once for what is shown
 * and then round after round for the tranches behind it (4.2).
 */
export class AuctionQueue {
  key: number;
  order: Order;
  private tranche = 0;
  private used = 0;

  constructor(readonly side: BookSide) {
    this.key = side.best;
    this.order = side.front();
  }

  /** Goes on to lots that are not spoken for. False if the side is at its end. */
  seek(): boolean {
    while (this.key !== NO_KEY) {
      if (this.order !== NONE) {
        if (this.left() > 0) return true;
        this.stepOff();
      } else if (this.hasRound(this.tranche + 1)) {
        this.tranche++;
        this.order = this.side.find(this.key).behind;
      } else {
        this.key = this.side.next(this.key);
        this.tranche = 0;
        this.order = this.side.find(this.key).behind;
      }
    }
    return false;
  }

  /** Lots of this tranche that are not spoken for. */
  left(): number {
    return size(this.order, this.tranche) - this.used;
  }

  use(lots: number): void {
    this.used += lots;
  }

  /** Lots of the order in turn that are spoken for, all tranches together. */
  usedOfOrder(): number {
    const { order, tranche, used } = this;
    return tranche === 0 ? used : order.shown + (tranche - 1) * order.display + used;
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

  /** On to the order behind, NONE after the last. The one in turn may then leave the book. */
  stepOff(): void {
    const { behind, level } = this.order;
    this.order = behind === level ? NONE : behind;
    this.used = 0;
  }

  private hasRound(tranche: number): boolean {
    const level = this.side.find(this.key);
    for (let order = level.behind; order !== level; order = order.behind) if (size(order, tranche) > 0) return true;
    return false;
  }
}

const size = ({ shown, hidden, display }: Order, tranche: number): number =>
  tranche === 0 ? shown : Math.max(0, Math.min(display, hidden - (tranche - 1) * display));
