import type { MeasuredViews } from "@/components/cost/two-views";
import { currentEdition } from "@/server/prices/data";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { levelText } from "@/tokens/benchmark/replay";
import { chainSteps, gpuChainSteps, valueOn } from "@/tokens/benchmark/series";

/** The year of the two views: both benchmarks have their sellers together by then. */
const SINCE = "2026-01-01";

/** What the two markets would settle on, with like-for-like changes, from the measured benchmarks. */
export function measuredViews(): MeasuredViews {
  const months = currentEdition().gpuHour();
  const latest = months.findLast(({ text }) => text !== null);
  if (!latest?.text) throw new Error("no month of the GPU-hour is published");
  return {
    gpuHour: { text: latest.text, month: latest.month, change: changeOf(gpuChainSteps(months, SINCE)) },
    premium: fixing("PREM"),
    china: fixing("CHNA"),
    on: BASE_DATE,
    since: SINCE,
  };
}

function fixing(id: string): { text: string; change: number | null } {
  const measured = currentEdition().measured(id);
  const day = measured?.days.findLast(({ date, level }) => date <= BASE_DATE && level !== null);
  if (!measured || !day || day.level === null) throw new Error(`no fixing of ${id} by ${BASE_DATE}`);
  return { text: levelText(day.level, measured.benchmark), change: changeOf(chainSteps(measured.days, SINCE)) };
}

function changeOf(steps: Parameters<typeof valueOn>[0]): number | null {
  const value = valueOn(steps, BASE_DATE);
  return value === null ? null : value / 100 - 1;
}
