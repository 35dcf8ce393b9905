import { CHNA, ECON, PREM } from "@/tokens/benchmark/definitions";
import { replay } from "@/tokens/benchmark/replay";
import { knownBy, type Panel, panelOf } from "@/tokens/benchmark/slot-price";
import { tradingDaysFrom } from "@/tokens/prices/dates";
import type { PriceData } from "@/tokens/prices/parse-data";
import { DAYS_A_YEAR, type History, type SellerHistory, type TokenBenchmark } from "./history";
import { deviation, mean } from "./moments";

const FIRST = "2023-03-14";
const LAST = "2026-09-23";
const definitions = { PREM, CHNA, ECON } as const;
/** The seller of neither region: its moves count among sellers', it is in no premium benchmark. */
const european = { slot: "premium", regions: ["EU"] } as const;
/** Years of one direction, as data/llm-prices names them; in 2026 regions went different ways. */
const eras = [
  { regime: "cheaper", from: FIRST, to: "2024-12-31" },
  { regime: "dearer", from: "2025-01-01", to: "2025-12-31" },
  { regime: "mixed", from: "2026-01-01", to: LAST },
] as const;

/** Curated list prices of March 2023 to September 2026, and monthly rate cards of the GPU-hour. */
export function realHistory(data: PriceData): History {
  const dates = tradingDaysFrom(FIRST, LAST);
  const dayOf = (date: string) => dates.findIndex((day) => day >= date);
  const levels = {} as Record<TokenBenchmark, (number | null)[]>;
  const dispersion = {} as Record<TokenBenchmark, number>;
  const sellers = sellersOf("premium EU", panelOf(european, data), dayOf);
  const stretches: History["stretches"][number][] = [];
  for (const id of ["PREM", "CHNA", "ECON"] as const) {
    const panel = panelOf(definitions[id], data);
    sellers.push(...sellersOf(id, panel, dayOf));
    const days = new Map(replay(definitions[id], panel, LAST).map((day) => [day.date, day]));
    levels[id] = dates.map((date) => {
      const day = days.get(date);
      return day && day.mean !== null && day.level !== null ? Math.log(day.mean * day.divisor) : null;
    });
    dispersion[id] = mean(
      [...days.values()].flatMap(({ constituents }) =>
        constituents.length > 2 ? [deviation(constituents.map(({ price }) => Math.log(price)))] : [],
      ),
    );
    for (const { regime, from, to } of eras) {
      const era = levels[id].filter(
        (level, i): level is number => level !== null && dates[i] >= from && dates[i] <= to,
      );
      const moved = era.length > DAYS_A_YEAR / 2 && era.some((level) => level !== era[0]);
      if (moved) stretches.push({ regime, change: era[era.length - 1] - era[0], years: era.length / DAYS_A_YEAR });
    }
  }
  return { days: dates.length, sellers, levels, dispersion, gpuMonths: gpuMonths(data), stretches };
}

function sellersOf(benchmark: string, panel: Panel, dayOf: (date: string) => number): SellerHistory[] {
  const { prices } = knownBy(panel);
  return [...new Set(prices.map(({ seller }) => seller))].map((name) => {
    const own = prices.filter(({ seller, date }) => seller === name && date <= LAST);
    const moves = own.slice(1).flatMap((price, i) => {
      const size = Math.log(slot(price) / slot(own[i]));
      return size === 0 ? [] : [{ day: dayOf(price.date), size }];
    });
    return { benchmark, from: dayOf(own[0].date), moves };
  });
}

const slot = ({ input, output }: { readonly input: number; readonly output: number }): number =>
  (3 * input + output) / 4;

function gpuMonths({ gpuMonthly }: PriceData): number[] {
  const prices = gpuMonthly
    .filter(({ gpu }) => gpu === "H100")
    .map(({ composite }) => (composite === null ? null : Math.log(composite.value)));
  return prices.slice(1).flatMap((price, i) => {
    const before = prices[i];
    return price === null || before === null ? [] : [price - before];
  });
}
