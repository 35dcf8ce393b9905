import type { BookView, OrderView } from "@/wire/views";
import { isWaiting, openLots } from "../orders";

/** One price of the book with what is one's own at it. */
export interface Rung {
  readonly price: string;
  readonly lots: number;
  /** Of the largest level shown, 0 to 100. */
  readonly bar: number;
  readonly mine: number;
  /** Lots ahead of one's own first order there; null: not known. */
  readonly ahead: number | null;
}
export interface Ladder {
  readonly asks: readonly Rung[]; // best first
  readonly bids: readonly Rung[];
}

export function ladderOf(book: BookView | undefined, orders: readonly OrderView[], levels: number): Ladder {
  const bids = book?.bids.slice(0, levels) ?? [];
  const asks = book?.asks.slice(0, levels) ?? [];
  const deepest = Math.max(1, ...bids.map(([, lots]) => lots), ...asks.map(([, lots]) => lots));
  const rung =
    (side: "buy" | "sell") =>
    ([price, lots]: BookView["bids"][number]): Rung => {
      const own = orders.filter(
        (o) => o.symbol === book?.symbol && o.side === side && o.price === price && !isWaiting(o) && !o.legs,
      );
      return {
        price,
        lots,
        bar: Math.round((lots / deepest) * 100),
        mine: own.reduce((total, order) => total + openLots(order), 0),
        ahead: own.reduce<number | null>((least, { queueAhead }) => {
          if (queueAhead === null || queueAhead === undefined) return least;
          return least === null ? queueAhead : Math.min(least, queueAhead);
        }, null),
      };
    };
  return { asks: asks.map(rung("sell")), bids: bids.map(rung("buy")) };
}
