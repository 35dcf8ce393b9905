import type { Query } from "@/components/chart/addresses";
import { VERSION } from "@/components/chart/addresses";
import { type Params, versionIn } from "@/components/prices/choice";
import { currentEdition, editionOf } from "@/server/prices/data";
import type { PriceEdition } from "@/server/prices/edition";

/** Which edition of the price data a page shows, and what it must say and carry because of it. */
export interface ShownPrices {
  readonly prices: PriceEdition;
  /** Not the current edition: an address named it. */
  readonly isOlder: boolean;
  /** A version that an address names and nobody ever published; null: none. */
  readonly unknown: string | null;
  /** What every address of the page has in it, so that the next view is of the same edition. */
  readonly carried: Query;
}

/** The edition that an address names; the current one when it names none, or none that there was. */
export function shownPrices(params: Params): ShownPrices {
  const current = currentEdition();
  const asked = versionIn(params);
  const named = asked === null ? current : editionOf(asked);
  const prices = named ?? current;
  const isOlder = prices !== current;
  return { prices, isOlder, unknown: named ? null : asked, carried: isOlder ? { [VERSION]: prices.version } : {} };
}
