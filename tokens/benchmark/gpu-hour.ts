import type { GpuMonth } from "@/tokens/prices/parse-data";

/** The gate of GPUH (3.3): fewer rate cards withhold a month. */
export const MIN_RATE_CARDS = 4;

/**
 * A month of the GPU-hour: the median of archived rate cards, restated to one good by its source. Its sellers' prices are
 * not published, so the screens of 3.2 cannot be run again here; the gate can.
 */
export interface GpuHourMonth {
  readonly month: string;
  readonly price: number | null; // dollars; null: withheld or never computed
  readonly text: string | null;
  readonly computed: string | null; // what the source computed, withheld or not
  readonly providers: number;
  readonly state: "published" | "withheld" | "none";
}

export function gpuHourMonths(rows: readonly GpuMonth[], gpu = "H100", least = MIN_RATE_CARDS): GpuHourMonth[] {
  return rows
    .filter((row) => row.gpu === gpu)
    .map(({ month, composite, providers }) => {
      const state = composite === null ? "none" : providers < least ? "withheld" : "published";
      return {
        month,
        price: state === "published" ? (composite?.value ?? null) : null,
        text: state === "published" ? (composite?.text ?? null) : null,
        computed: composite?.text ?? null,
        providers,
        state,
      };
    });
}
