import type { SideNo } from "../units";

/** An own order that came to rest, and, once its owner took it out again, when that was and what was open of it. */
export interface OwnOrder {
  id: number;
  side: SideNo;
  price: number;
  lots: number;
  at: number;
  traded: boolean;
  open: number;
  leftAt: number;
}

const MOST_RESTING = 64;
const MOST_WITHDRAWN = 32;

/**
 * An account's resting orders, and those it took out again most recently, each in the order they came to be there. Orders that
 * are forgotten are used again: a venue has thousands a day, and most say nothing.
 */
export class OwnOrders {
  private readonly open: OwnOrder[] = [];
  private readonly ids: number[] = []; // of those
  private readonly gone: OwnOrder[] = [];
  private spare: OwnOrder | null = null;

  get resting(): readonly OwnOrder[] {
    return this.open;
  }

  get withdrawn(): readonly OwnOrder[] {
    return this.gone;
  }

  find(id: number): OwnOrder | null {
    const place = this.ids.lastIndexOf(id);
    return place < 0 ? null : this.open[place];
  }

  rest(id: number, side: SideNo, price: number, lots: number, at: number, traded: boolean): void {
    const order = this.spare ?? { id, side, price, lots, at, traded, open: 0, leftAt: 0 };
    this.spare = null;
    order.id = id;
    order.side = side;
    order.price = price;
    order.lots = lots;
    order.at = at;
    order.traded = traded;
    order.open = 0;
    order.leftAt = 0;
    this.open.push(order);
    this.ids.push(id);
  }

  /** The venue ends orders too, and does not say so here. Beyond what is in its book, the oldest is forgotten. */
  forget(book: { has(id: number): boolean }): void {
    if (this.open.length <= MOST_RESTING) return;
    const kept = this.open.filter(({ id }) => book.has(id)).slice(-MOST_RESTING);
    this.fill(kept);
  }

  /** It has filled. */
  end(order: OwnOrder): void {
    this.take(order);
    this.spare = order;
  }

  withdraw(order: OwnOrder, open: number, at: number): void {
    this.take(order);
    order.open = open;
    order.leftAt = at;
    this.gone.push(order);
    if (this.gone.length > MOST_WITHDRAWN) this.spare = this.gone.shift() ?? null;
  }

  forgetWithdrawn(): void {
    this.gone.length = 0;
  }

  clear(): void {
    this.fill([]);
    this.gone.length = 0;
  }

  save(): SavedOrders {
    return { resting: this.open.map((order) => ({ ...order })), withdrawn: this.gone.map((order) => ({ ...order })) };
  }

  load({ resting, withdrawn }: SavedOrders): void {
    this.clear();
    this.fill(resting.map((order) => ({ ...order })));
    this.gone.push(...withdrawn.map((order) => ({ ...order })));
  }

  private fill(orders: readonly OwnOrder[]): void {
    this.open.length = 0;
    this.ids.length = 0;
    for (const order of orders) {
      this.open.push(order);
      this.ids.push(order.id);
    }
  }

  private take(order: OwnOrder): void {
    const { open, ids } = this;
    let place = ids.lastIndexOf(order.id);
    for (; place < open.length - 1; place++) {
      open[place] = open[place + 1];
      ids[place] = ids[place + 1];
    }
    open.pop();
    ids.pop();
  }
}

export interface SavedOrders {
  readonly resting: readonly OwnOrder[];
  readonly withdrawn: readonly OwnOrder[];
}
