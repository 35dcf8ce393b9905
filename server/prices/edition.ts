import { BASE_DATE, type SlotBenchmark, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { type GpuHourMonth, gpuHourMonths } from "@/tokens/benchmark/gpu-hour";
import { type BenchmarkDay, replay } from "@/tokens/benchmark/replay";
import { type Revision, revisions } from "@/tokens/benchmark/revisions";
import { lastKnownDay, type Panel, panelOf } from "@/tokens/benchmark/slot-price";
import { PriceHistory } from "@/tokens/prices/history";
import type { DataFile, PriceData } from "@/tokens/prices/parse-data";
import { TierPrices } from "@/tokens/prices/tiers";

/** A benchmark on all that is known, by the rules: worked out once an edition. */
export interface MeasuredBenchmark {
  readonly benchmark: SlotBenchmark;
  /** What a reader needs to recompute any of it: a few kilobytes. */
  readonly panel: Panel;
  readonly days: readonly BenchmarkDay[];
  readonly revisions: readonly Revision[];
}

/** The price data as it was published once, and what the rules make of it. Addresses name it by its version. */
export class PriceEdition {
  readonly #measured = new Map<string, MeasuredBenchmark>();
  #history: PriceHistory | null = null;

  constructor(
    readonly data: PriceData,
    /** The files as they are, for whoever downloads them. */
    readonly texts: Readonly<Record<DataFile, string>>,
  ) {}

  get version(): string {
    return this.data.version;
  }

  /** Point-in-time questions to this edition's rows. */
  get history(): PriceHistory {
    this.#history ??= new PriceHistory([...this.data.slotPrices, ...this.data.points]);
    return this.#history;
  }

  get tiers(): TierPrices {
    return new TierPrices(this.data.tiers);
  }

  /** PREM, CHNA or ECON on real list prices; null: no such benchmark. GPUH is `gpuHour`. */
  measured(id: string): MeasuredBenchmark | null {
    const known = this.#measured.get(id);
    const benchmark = slotBenchmarks.find((one) => one.id === id);
    if (known || !benchmark) return known ?? null;
    const panel = panelOf(benchmark, this.data);
    const to = lastKnownDay(panel, BASE_DATE);
    const made = { benchmark, panel, days: replay(benchmark, panel, to), revisions: revisions(benchmark, panel, to) };
    this.#measured.set(id, made);
    return made;
  }

  /** The H100-hour by month. */
  gpuHour(): GpuHourMonth[] {
    return gpuHourMonths(this.data.gpuMonthly);
  }
}
