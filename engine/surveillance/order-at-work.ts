/**
 * The order that is being matched: its trades are told one by one before it is, and summed here until the book is done with
 * it. Between two commands there is none, and nothing of this is kept.
 */
export class OrderAtWork {
  private id = 0;
  fills = 0;
  lots = 0;
  /** Whom it met last; how long that order had rested, if this one filled it whole at once, else −1. */
  maker = 0;
  wholeAfter = -1;
  /** Self-trade prevention met it (4.5). */
  prevented = false;

  isNew(id: number): boolean {
    return this.id !== id;
  }

  traded(id: number, lots: number, maker: number, wholeAfter: number): void {
    if (this.id !== id) this.begin(id);
    this.fills += 1;
    this.lots += lots;
    this.maker = maker;
    this.wholeAfter = wholeAfter;
  }

  met(id: number): void {
    if (this.id !== id) this.begin(id);
    this.prevented = true;
  }

  clear(): void {
    if (this.id !== 0) this.begin(0);
  }

  private begin(id: number): void {
    this.id = id;
    this.fills = 0;
    this.lots = 0;
    this.maker = 0;
    this.wholeAfter = -1;
    this.prevented = false;
  }
}
