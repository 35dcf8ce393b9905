import { useCallback, useState } from "react";
import { PriceHistory } from "@/tokens/prices/history";
import type { Source } from "@/tokens/prices/observation";
import { parseObservations } from "@/tokens/prices/schema";

export type LoadedHistory =
  | { readonly state: "not-asked" | "loading" | "failed"; readonly history: null }
  | { readonly state: "loaded"; readonly history: PriceHistory };

/** Every list price, from the same files that anybody can download. Asked for when a reader first changes something. */
export function usePriceHistory(): { readonly loaded: LoadedHistory; readonly load: () => void } {
  const [loaded, setLoaded] = useState<LoadedHistory>({ state: "not-asked", history: null });
  const load = useCallback(() => {
    setLoaded((before) => {
      if (before.state === "loaded" || before.state === "loading") return before;
      fetchHistory().then(
        (history) => setLoaded({ state: "loaded", history }),
        () => setLoaded({ state: "failed", history: null }),
      );
      return { state: "loading", history: null };
    });
  }, []);
  return { loaded, load };
}

/** What this needs of the index (wire/prices). */
interface Index {
  readonly version: string;
  readonly sources: readonly Pick<Source, "tag">[];
}

const PRICES = "/api/v1/prices";
const files = ["slot-prices.csv", "price-points.csv"] as const;

async function fetchHistory(): Promise<PriceHistory> {
  const index = (await (await asked(PRICES)).json()) as Index;
  const texts = await Promise.all(
    files.map(async (file) => (await asked(`${PRICES}/${index.version}/${file}`)).text()),
  );
  const { observations } = parseObservations(
    files.map((file, i) => ({ file, text: texts[i] })),
    new Set(index.sources.map(({ tag }) => tag)),
  );
  return new PriceHistory(observations);
}

async function asked(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}
