import { useCallback, useState } from "react";
import type { ListPrices } from "@/tokens/bill/choices";

export type LoadedPrices =
  | { readonly state: "not-asked" | "loading" | "failed"; readonly prices: null }
  | { readonly state: "loaded"; readonly prices: ListPrices };

/** Every list price of an edition, from the files that anybody can download. Asked for when a reader first changes something. */
export function useListPrices(version: string): { readonly loaded: LoadedPrices; readonly load: () => void } {
  const [loaded, setLoaded] = useState<LoadedPrices>({ state: "not-asked", prices: null });
  const load = useCallback(() => {
    setLoaded((before) => {
      if (before.state === "loaded" || before.state === "loading") return before;
      import("./fetch-prices")
        .then(({ fetchPrices }) => fetchPrices(version))
        .then(
          (prices) => setLoaded({ state: "loaded", prices }),
          () => setLoaded({ state: "failed", prices: null }),
        );
      return { state: "loading", prices: null };
    });
  }, [version]);
  return { loaded, load };
}
