import type { Announcement, News } from "../world/world";
import type { RoomParts } from "./room-parts";

/** Sellers' new list prices are known from now on: in the next fixing, if they pass the screens (1.2, 3.1, 3.2). */
export function publishListPrices(
  { exchange, benchmarks, config }: Pick<RoomParts, "exchange" | "benchmarks" | "config">,
  news: readonly News[],
): void {
  for (const { benchmark, seller, sources, causes, ...prices } of news) {
    const { id, sellers } = config.benchmarks[benchmark];
    benchmarks[benchmark].quote(seller, prices.input, prices.output, sources, 1, causes);
    exchange.log.emit({ kind: "list-price", benchmark: id, seller: sellers[seller].name, ...prices, causes });
  }
}

/** What sellers say they will charge, and from which fixing on. */
export function announceListPrices(
  { exchange, config, calendar }: Pick<RoomParts, "exchange" | "config" | "calendar">,
  announcements: readonly Announcement[],
): void {
  for (const { benchmark, seller, from, ...announced } of announcements) {
    const { id, sellers } = config.benchmarks[benchmark];
    const { date } = calendar.day(from);
    exchange.log.emit({ kind: "price-announced", benchmark: id, seller: sellers[seller].name, date, ...announced });
  }
}
