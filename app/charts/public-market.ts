import { PUBLIC_ROOM } from "@/components/layout/places";
import { ask } from "@/server/api/ask";
import { feedOf } from "@/server/api/stream/snapshot";
import type { ContractQuote } from "@/wire/views";

export interface PublicMarket {
  readonly contracts: readonly ContractQuote[]; // nearest month first
  readonly today: string;
  readonly at: number; // room time
}

/** The public room as it stands: what charts of the market show to whoever embeds or downloads them. */
export async function publicMarket(): Promise<PublicMarket> {
  const feed = await feedOf(PUBLIC_ROOM);
  const [{ value: view }, { value: contracts }] = await Promise.all([
    ask(PUBLIC_ROOM, "view", {}),
    ask(PUBLIC_ROOM, "contracts", {}),
  ]);
  return { contracts: feed.quotes({ view, contracts, books: [] }).contracts, today: view.date, at: view.now };
}
