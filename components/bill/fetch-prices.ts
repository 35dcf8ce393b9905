import type { ListPrices } from "@/tokens/bill/choices";
import { PriceHistory } from "@/tokens/prices/history";
import type { Source } from "@/tokens/prices/observation";
import { parseObservations } from "@/tokens/prices/schema";
import { parseTiers } from "@/tokens/prices/tier-rows";
import { TierPrices } from "@/tokens/prices/tiers";

const PRICES = "/api/v1/prices";
const files = ["slot-prices.csv", "price-points.csv"] as const;

/** Every list price in a version of the data, checked as the server checks it. */
export async function fetchPrices(version: string): Promise<ListPrices> {
  const textOf = async (file: string) => (await asked(`${PRICES}/${version}/${file}`)).text();
  const [sources, tierRows, ...texts] = await Promise.all(["sources.json", "price-tiers.csv", ...files].map(textOf));
  const tags = new Set((JSON.parse(sources) as readonly Pick<Source, "tag">[]).map(({ tag }) => tag));
  const { observations } = parseObservations(
    files.map((file, i) => ({ file, text: texts[i] })),
    tags,
  );
  return {
    history: new PriceHistory(observations),
    tiers: new TierPrices(parseTiers(tierRows, observations, tags).tiers),
  };
}

async function asked(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}
