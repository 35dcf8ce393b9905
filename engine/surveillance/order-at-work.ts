/** What an order has traded so far. */
export interface Traded {
  readonly fills: number;
  readonly lots: number;
  /** Whom it met last; how long that order had rested, if this one filled it whole at once, else null. */
  readonly maker: number;
  readonly wholeAfter: number | null;
  /** Self-trade prevention met it (4.5). */
  readonly prevented: boolean;
}

const nothing: Traded = { fills: 0, lots: 0, maker: 0, wholeAfter: null, prevented: false };

/** The order that is being matched: its trades are told one by one before it is. Between two commands there is none. */
export class OrderAtWork {
  private id = 0;
  private done = nothing;

  isNew(id: number): boolean {
    return this.id !== id;
  }

  traded(id: number, lots: number, maker: number, wholeAfter: number | null): void {
    this.begin(id);
    const { done } = this;
    this.done = { ...done, fills: done.fills + 1, lots: done.lots + lots, maker, wholeAfter };
  }

  prevented(id: number): void {
    this.begin(id);
    this.done = { ...this.done, prevented: true };
  }

  /** The book is done with it. */
  complete(id: number): Traded {
    const done = this.id === id ? this.done : nothing;
    this.id = 0;
    this.done = nothing;
    return done;
  }

  private begin(id: number): void {
    if (this.id === id) return;
    this.id = id;
    this.done = nothing;
  }
}
