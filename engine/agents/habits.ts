import type { Desk } from "./participant";

/** After the close: cancels every order in these benchmarks, so that no stale quote meets the night's news (1.2). */
export function goHome(desk: Desk, benchmarks: readonly string[]): void {
  for (const benchmark of benchmarks) for (const slot of desk.slotsOf(benchmark)) desk.cancelAll(slot);
}

/** A wake-up every `every` milliseconds on the whole, but never in step: between 0.7 and 1.3 of it. */
export const nextWake = (now: number, every: number, uniform: number): number =>
  now + Math.max(1, Math.floor(every * (0.7 + 0.6 * uniform)));
