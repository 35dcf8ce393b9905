import type { GpuHourMonth } from "@/tokens/benchmark/gpu-hour";
import { currentPrices } from "./data";
import type { MeasuredBenchmark } from "./edition";

export type { MeasuredBenchmark };
export const measuredBenchmark = (id: string): MeasuredBenchmark | null => currentPrices().measured(id);
export const measuredGpuHour = (): GpuHourMonth[] => currentPrices().gpuHour();
