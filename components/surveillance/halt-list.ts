import type { NewsView } from "@/wire/views";

/** One halt: a month collected orders from its begin to its end (4.7). */
export interface Halt {
  readonly symbol: string;
  readonly from: string;
  /** When it ended; null: it lasts. */
  readonly ended: string | null;
  /** When it was to end at the latest. */
  readonly until: string;
}

/** Newest first, from the room's own announcements: a begin, and the first end of that month after it. */
export function haltsOf(news: readonly NewsView[]): Halt[] {
  const ends = new Map<string, string>();
  return news.flatMap(({ body, roomTime }) => {
    const symbol = String(body.symbol);
    if (typeof body.until !== "string") {
      ends.set(symbol, roomTime);
      return [];
    }
    const ended = ends.get(symbol) ?? null;
    ends.set(symbol, roomTime); // halted again: the one before it went on as this one
    return { symbol, from: roomTime, ended, until: body.until };
  });
}
