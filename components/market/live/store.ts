import type { NewsView, OrderView, StreamMessage } from "@/wire/views";
import { type MarketState, reduce, type Snapshot, startFrom, withOrders } from "./reduce";

/** How the page hears from the room. `stale`: connected, but nothing came for a while. `ended`: the room is over or gone. */
export type Link = "connecting" | "live" | "stale" | "reconnecting" | "ended";

/** What the screen shows: the market (held still while frozen), and how fresh it is. */
export interface Shown {
  readonly market: MarketState;
  readonly link: Link;
  /** Wall time of the last message: from here the room's clock is carried forward. */
  readonly heardAt: number;
  /** Held still by the viewer: since which room time, and how many messages wait. */
  readonly frozen: { readonly at: string; readonly waiting: number } | null;
}

/**
 * One store for the whole desk, fed by the page's snapshot and then by the stream. Readers select a slice and render
 * again only when that slice is another one.
 */
export class LiveMarket {
  private shown: Shown;
  private latest: MarketState;
  private readonly readers = new Set<() => void>();

  constructor(
    snapshot: Snapshot,
    news: readonly NewsView[],
    private readonly wallClock: () => number,
  ) {
    this.latest = startFrom(snapshot, news);
    this.shown = { market: this.latest, link: "connecting", heardAt: wallClock(), frozen: null };
  }

  readonly get = (): Shown => this.shown;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** Last event known, shown or not: a reconnect resumes here. */
  get seq(): number {
    return this.latest.seq;
  }

  receive(message: StreamMessage): void {
    this.latest = reduce(this.latest, message);
    const { frozen } = this.shown;
    this.show({
      market: frozen ? holdStill(this.shown.market, this.latest) : this.latest,
      link: "live",
      heardAt: message.event === "market" || message.event === "snapshot" ? this.wallClock() : this.shown.heardAt,
      frozen: frozen && message.event === "market" ? { ...frozen, waiting: frozen.waiting + 1 } : frozen,
    });
  }

  /** One's own orders as an API answer tells them. */
  ownOrders(orders: readonly OrderView[]): void {
    this.latest = withOrders(this.latest, orders);
    this.show({ market: { ...this.shown.market, orders: this.latest.orders } });
  }

  heard(link: Link): void {
    if (this.shown.link !== link) this.show({ link });
  }

  freeze(): void {
    if (!this.shown.frozen) this.show({ frozen: { at: this.latest.room.roomTime, waiting: 0 } });
  }

  resume(): void {
    if (this.shown.frozen) this.show({ market: this.latest, frozen: null });
  }

  private show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    for (const reader of this.readers) reader();
  }
}

/** Frozen: prices stand still, one's own orders, money and the room's clock do not. */
function holdStill(shown: MarketState, latest: MarketState): MarketState {
  const { contracts, books, benchmarks, trades, news } = shown;
  return { ...latest, contracts, books, benchmarks, trades, news };
}
