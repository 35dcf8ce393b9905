import { BASE_DATE, type SlotBenchmark, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { blended } from "@/tokens/prices/blend";
import { modelName, PriceHistory, standing } from "@/tokens/prices/history";
import type { Observation, Slot } from "@/tokens/prices/observation";
import type { PriceData } from "@/tokens/prices/parse-data";
import { sellerName } from "@/tokens/prices/sellers";
import { dayNumber } from "../chart/days";
import type { ChartPoint, ChartSeries, Tone } from "../chart/view";
import { averageSteps } from "./average";
import type { Catalogue, Choice } from "./choice";
import { blendOf, priceOf } from "./price-text";

/** A level of a benchmark that the public room fixed: simulated. */
export interface SimulatedFixing {
  readonly date: string;
  readonly text: string;
}

export type SimulatedFixings = Readonly<Record<string, readonly SimulatedFixing[]>>;

const toneOf: Readonly<Record<string, Tone>> = { PREM: "s-prem", CHNA: "s-chna", ECON: "s-econ" };
const MOST_MODELS = 60;

/** The day after which nothing is known, or nothing is to be known. */
export const lastDay = ({ known }: Pick<Choice, "known">): string =>
  known !== null && known < BASE_DATE ? known : BASE_DATE;

/** The chosen lines. Names of benchmarks and models are the same in every language; notes are not, and are put on later. */
export function explorerSeries(choice: Choice, data: PriceData, simulated: SimulatedFixings): ChartSeries[] {
  const average = (benchmark: SlotBenchmark) => benchmarkSeries(benchmark, choice, data, simulated[benchmark.id] ?? []);
  if (choice.show === "benchmarks") return slotBenchmarks.map(average);
  if (choice.show === "models") return modelSeries(choice, data);
  const slot = choice.show;
  return [
    ...slotBenchmarks.filter((benchmark) => benchmark.slot === slot).map(average),
    ...sellersOf(slot, choice, data),
  ];
}

/** Rows of a slot that count, by day; none dated after the last day shown. */
function slotRows(slot: Slot, choice: Choice, { slotPrices }: PriceData): Observation[] {
  return standing(slotPrices, choice.known ?? undefined)
    .filter((row) => row.slot === slot && row.date <= lastDay(choice))
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
}

/**
 * A benchmark's average at the chosen mix. With fewer sellers than rule 3.3 asks for there is no fixing: the average of those
 * there were is an estimate. `simulated` continues it where it is what the room fixes.
 */
function benchmarkSeries(
  benchmark: SlotBenchmark,
  choice: Choice,
  data: PriceData,
  simulated: readonly SimulatedFixing[],
): ChartSeries {
  const blend = blendOf(choice);
  const rows = slotRows(benchmark.slot, choice, data).filter(
    ({ region }) => region && benchmark.regions.includes(region),
  );
  const exits = data.slotExits
    .filter(({ slot, knownOn }) => slot === benchmark.slot && (choice.known === null || knownOn <= choice.known))
    .map(({ date, provider }) => ({ date, seller: provider }));
  const steps = averageSteps(
    rows.map(({ date, provider, prices, id }) => ({ date, seller: provider, value: blended(prices, blend), id })),
    exits,
  );
  const likeForLike = choice.show === "benchmarks" && choice.measure === "like-for-like";
  const points = steps.map((step): ChartPoint => {
    const value = likeForLike ? step.likeForLike : step.average;
    return {
      x: dayNumber(step.date),
      y: value,
      text: value.toFixed(benchmark.tickDecimals),
      as: step.sellers < benchmark.minSellers ? "estimated" : "measured",
      open: step.observations,
    };
  });
  const seam = dayNumber(BASE_DATE);
  const last = points.at(-1);
  const later =
    last && simulated.length > 0 ? [{ ...last, x: seam, as: "simulated" as const }, ...simulated.map(asPoint)] : [];
  const end = simulated.at(-1);
  return {
    id: benchmark.id,
    name: benchmark.id,
    tone: toneOf[benchmark.id],
    shape: "step",
    points: [...points.filter(({ x }) => later.length === 0 || x < seam || x === last?.x), ...later].filter(onePerDay),
    until: end ? Math.max(seam, dayNumber(end.date)) : dayNumber(lastDay(choice)),
  };
}

const asPoint = ({ date, text }: SimulatedFixing): ChartPoint => ({
  x: dayNumber(date),
  y: Number(text),
  text,
  as: "simulated",
});

/** On the day of the seam the measured point stands; what is simulated begins after it. */
const onePerDay = ({ x }: ChartPoint, i: number, all: readonly ChartPoint[]): boolean =>
  all.findIndex((other) => other.x === x) === i;

function sellersOf(slot: Slot, choice: Choice, data: PriceData): ChartSeries[] {
  const rows = slotRows(slot, choice, data);
  const sellers = [...new Set(rows.map(({ provider }) => provider))];
  return sellers.map((seller) => {
    const own = rows.filter(({ provider }) => provider === seller);
    return { ...lineOf(sellerName(seller), own, choice), id: seller, ...standOut(seller === choice.provider) };
  });
}

function modelSeries(choice: Choice, { slotPrices, points }: PriceData): ChartSeries[] {
  const history = new PriceHistory([...points, ...slotPrices], choice.known ?? undefined);
  const models = history
    .models()
    .filter(({ provider, from }) => provider === choice.provider && from <= lastDay(choice));
  const latest = models.toSorted((a, b) => compare(b.from, a.from)).slice(0, MOST_MODELS);
  const shown = models.filter((one) => one.model === choice.model || latest.includes(one));
  return shown
    .map((key) => {
      const rows = history
        .of(key)
        .flatMap(({ observation }) => (observation.date <= lastDay(choice) ? [observation] : []));
      return { ...lineOf(key.model, rows, choice), id: key.model, ...standOut(key.model === choice.model) };
    })
    .filter((series) => series.points.length > 0);
}

const standOut = (chosen: boolean): Pick<ChartSeries, "tone" | "context"> =>
  chosen ? { tone: "ink" } : { tone: "ink-3", context: true };

/** One step for each row at which the chosen price is another. */
function lineOf(
  name: string,
  rows: readonly Observation[],
  choice: Choice,
): Pick<ChartSeries, "name" | "shape" | "points" | "until"> {
  const points = rows.flatMap((row): ChartPoint[] => {
    const price = priceOf(row.prices, choice);
    return price ? [{ x: dayNumber(row.date), y: price.value, text: price.text, as: "measured", open: [row.id] }] : [];
  });
  return {
    name,
    shape: "step",
    points: points.filter(({ x }, i) => points[i + 1]?.x !== x),
    until: dayNumber(lastDay(choice)),
  };
}

/** Sellers and their models, those with the latest prices first. */
export function catalogueOf({ slotPrices, points }: PriceData): Catalogue {
  const history = new PriceHistory([...points, ...slotPrices]);
  const models = history.models().toSorted((a, b) => compare(b.from, a.from) || compare(a.model, b.model));
  const sellers = [...new Set(models.map(({ provider }) => provider))].sort((a, b) =>
    compare(sellerName(a).toLowerCase(), sellerName(b).toLowerCase()),
  );
  return new Map(
    sellers.map((seller) => {
      const own = models.filter(({ provider }) => provider === seller);
      const most = Math.max(...own.map(({ steps }) => steps));
      const usual = own.find(({ steps }) => steps === most) ?? own[0]; // the latest of those whose price moved most often
      return [seller, { models: own.map(modelName), usual: usual.model }];
    }),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
