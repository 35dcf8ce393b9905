import { BASE_DATE, type SlotBenchmark, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { type GpuHourMonth, gpuHourMonths } from "@/tokens/benchmark/gpu-hour";
import { type BenchmarkDay, replay } from "@/tokens/benchmark/replay";
import { type Revision, revisions } from "@/tokens/benchmark/revisions";
import { lastKnownDay, type Panel, panelOf } from "@/tokens/benchmark/slot-price";
import { priceData } from "./data";

/** A benchmark on all that is known, by the rules: worked out once a process. */
export interface MeasuredBenchmark {
  readonly benchmark: SlotBenchmark;
  /** What a reader needs to recompute any of it: a few kilobytes. */
  readonly panel: Panel;
  readonly days: readonly BenchmarkDay[];
  readonly revisions: readonly Revision[];
}

const kept = globalThis as { tokenpitMeasured?: Map<string, MeasuredBenchmark> };

/** PREM, CHNA or ECON on real list prices; null: no such benchmark. GPUH is `measuredGpuHour`. */
export function measuredBenchmark(id: string): MeasuredBenchmark | null {
  kept.tokenpitMeasured ??= new Map();
  const known = kept.tokenpitMeasured.get(id);
  const benchmark = slotBenchmarks.find((one) => one.id === id);
  if (known || !benchmark) return known ?? null;
  const panel = panelOf(benchmark, priceData());
  const to = lastKnownDay(panel, BASE_DATE);
  const made = { benchmark, panel, days: replay(benchmark, panel, to), revisions: revisions(benchmark, panel, to) };
  kept.tokenpitMeasured.set(id, made);
  return made;
}

/** The H100-hour by month. */
export const measuredGpuHour = (): GpuHourMonth[] => gpuHourMonths(priceData().gpuMonthly);
