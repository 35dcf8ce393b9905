import type { News } from "../world/world";
import type { RoomParts } from "./room-parts";

/** Sellers' new list prices are known from now on: in the next fixing, if they pass the screens (1.2, 3.1, 3.2). */
export function publishListPrices(
  { exchange, benchmarks, config }: Pick<RoomParts, "exchange" | "benchmarks" | "config">,
  news: readonly News[],
): void {
  for (const { benchmark, seller, sources, ...change } of news) {
    const { id, sellers } = config.benchmarks[benchmark];
    benchmarks[benchmark].quote(seller, change.input, change.output, sources);
    exchange.log.emit({ kind: "list-price", benchmark: id, seller: sellers[seller].name, ...change });
  }
}
