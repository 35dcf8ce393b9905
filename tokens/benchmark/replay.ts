import { Benchmark, type BenchmarkTerms, type Constituent, DIVISOR_ONE } from "@/engine/benchmark/benchmark";
import { ENOUGH_REPORTS, ENOUGH_SOURCES } from "@/engine/benchmark/screens";
import { daysFrom, tradingDaysFrom } from "@/tokens/prices/dates";
import { BASE_DATE, type SlotBenchmark } from "./definitions";
import { knownBy, type Panel, type SellerExit, type SlotPrice } from "./slot-price";

/** Rule 3 with parts of it switched, so that a reader sees what each does. */
export interface ReplayRules {
  /** False: every price counts at once (3.2). */
  readonly screens: boolean;
  /** Fewer sellers withhold the fixing (3.3). */
  readonly minSellers: number;
  /** "Rows of the curated history count as confirmed" (3.2). False: each has as many sources as its row names. */
  readonly curatedConfirmed: boolean;
  /** A fixing each trading day (3.1), or each day of the calendar. */
  readonly days: "trading" | "calendar";
}

export const rulesOf = ({ minSellers }: SlotBenchmark): ReplayRules => ({
  screens: true,
  minSellers,
  curatedConfirmed: true,
  days: "trading",
});

/** A seller of the day with the observation its price comes from. */
export interface DayConstituent extends Constituent {
  readonly model: string;
  readonly observation: string; // of its latest price
  readonly countedObservation: string; // of the price that counts: another one while the latest is held
  readonly weight: number; // of 1; 0 when it is out
}

export interface PanelChange {
  readonly kind: "enters" | "leaves" | "price" | "successor";
  readonly seller: string;
  readonly observation: string | null;
}

/** One day of a benchmark. Level in 1/100 tick, as rooms have it; `mean` in dollars, before divisor and rounding. */
export interface BenchmarkDay {
  readonly date: string;
  /** `withheld`: too few sellers, the last fixing is carried; `none`: there is none to carry, or no longer (3.3). */
  readonly state: "published" | "withheld" | "none";
  readonly level: number | null;
  readonly withheldDays: number;
  readonly divisor: number;
  readonly mean: number | null;
  readonly constituents: readonly DayConstituent[];
  readonly changes: readonly PanelChange[];
}

/** Level in dollars, exact: 455901 with 3 decimals a tick is "4.55901". */
export function levelText(level: number, { tickDecimals }: Pick<SlotBenchmark, "tickDecimals">): string {
  const decimals = tickDecimals + 2;
  const digits = String(level).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * A benchmark day by day, from the first row of its panel to `to`, by the code that fixes simulated sellers' benchmarks.
 * The divisor is 1 on 23 September 2026 (3.1); it is found by running the panel once from a divisor of 1 and again from
 * what makes it end at 1.
 */
export function replay(
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string = BASE_DATE,
  rules: ReplayRules = rulesOf(benchmark),
  startDivisor: number | null = null,
): BenchmarkDay[] {
  const standing = knownBy(panel);
  if (startDivisor !== null) return run(benchmark, standing, to, rules, startDivisor, null);
  const trial = run(benchmark, standing, BASE_DATE, rules, DIVISOR_ONE, null);
  const end = trial.at(-1)?.divisor;
  if (!end) return run(benchmark, standing, to, rules, DIVISOR_ONE, null);
  return run(benchmark, standing, to, rules, Math.round(DIVISOR_ONE / end), lastChange(trial));
}

/** The day from which the divisor stays as it is: it is made 1 there, so that what rounding leaves is not a change later. */
function lastChange(days: readonly BenchmarkDay[]): string {
  const i = days.findLastIndex(({ divisor }, no) => no > 0 && divisor !== days[no - 1].divisor);
  if (i < 0) return days[0].date;
  const byPanel = days[i].changes.some(({ kind }) => kind === "enters" || kind === "leaves");
  return (byPanel ? days[i] : (days[i + 1] ?? days[i])).date; // the screens change it during a fixing
}

function run(
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string,
  rules: ReplayRules,
  startDivisor: number,
  baseFrom: string | null,
): BenchmarkDay[] {
  const from = panel.prices[0]?.date;
  if (from === undefined) return [];
  const fixings = new Run(benchmark, rules, startDivisor);
  const dates = rules.days === "trading" ? tradingDaysFrom(from, to) : daysFrom(from, to);
  let nextPrice = 0;
  let nextExit = 0;
  return dates.map((date) => {
    const prices: SlotPrice[] = [];
    const exits: SellerExit[] = [];
    while (panel.prices[nextPrice]?.date <= date) prices.push(panel.prices[nextPrice++]);
    while (panel.exits[nextExit]?.date <= date) exits.push(panel.exits[nextExit++]);
    return fixings.day(date, prices, exits, date === baseFrom);
  });
}

interface Place {
  no: number; // in the engine's list; −1 before the first fixing
  latest: SlotPrice;
  counted: SlotPrice;
}

/** Hands each day's rows to the engine and keeps which observation stands behind each price. */
class Run {
  private index: Benchmark | null = null; // opened on the first day with enough sellers
  private readonly places = new Map<string, Place>();
  private last: readonly DayConstituent[] = [];

  constructor(
    private readonly benchmark: SlotBenchmark,
    private readonly rules: ReplayRules,
    private readonly startDivisor: number,
  ) {}

  day(date: string, prices: readonly SlotPrice[], exits: readonly SellerExit[], rebases: boolean): BenchmarkDay {
    const changes = [...exits.map((exit) => this.leave(exit)), ...prices.map((price) => this.take(price))];
    const opened = this.index === null && this.open();
    if (rebases) this.index?.rebase();
    const fixing = this.index?.fix(date) ?? { level: null, withheldDays: 0 };
    const { index } = this;
    return {
      date,
      state: index === null || fixing.level === null ? "none" : fixing.withheldDays > 0 ? "withheld" : "published",
      level: fixing.level,
      withheldDays: fixing.withheldDays,
      divisor: index === null ? 0 : index.view().divisor,
      mean: index?.meanPrice() ?? null,
      constituents: this.constituents(changes.length > 0 || opened),
      changes,
    };
  }

  private take(price: SlotPrice): PanelChange {
    const place = this.places.get(price.seller);
    const { input, output, seller } = price;
    if (!place) {
      const no = this.index?.enter({ name: seller, input, output }) ?? -1;
      this.places.set(seller, { no, latest: price, counted: price });
      return { kind: "enters", seller, observation: price.id };
    }
    const kind = place.latest.model === price.model ? "price" : "successor";
    place.latest = price;
    if (this.index === null) place.counted = price;
    else if (this.rules.curatedConfirmed) this.index.quote(place.no, input, output, ENOUGH_SOURCES, ENOUGH_REPORTS);
    else this.index.quote(place.no, input, output, price.sources);
    return { kind, seller, observation: price.id };
  }

  private leave({ seller }: SellerExit): PanelChange {
    const place = this.places.get(seller);
    if (place) this.index?.leave(place.no);
    this.places.delete(seller);
    return { kind: "leaves", seller, observation: null };
  }

  private open(): boolean {
    const { id, tickDecimals } = this.benchmark;
    const places = [...this.places.values()];
    if (places.length < this.rules.minSellers) return false;
    const terms: BenchmarkTerms = {
      id,
      tickDecimals,
      unit: "Mtok",
      minSellers: this.rules.minSellers,
      oneGood: false,
      startLevel: null,
      screened: this.rules.screens,
      sellers: places.map(({ latest: { seller, input, output } }) => ({ name: seller, input, output })),
    };
    this.index = new Benchmark(terms, this.startDivisor);
    places.forEach((place, no) => {
      place.no = no;
    });
    return true;
  }

  /** The day's sellers; the very list of the day before when nothing moved. */
  private constituents(moved: boolean): readonly DayConstituent[] {
    const waited = this.last.some(({ held }) => held !== null);
    if (moved || waited) this.last = this.index === null ? this.waiting() : this.counting(this.index.constituents());
    return this.last;
  }

  private counting(now: readonly Constituent[]): DayConstituent[] {
    const weight = 1 / Math.max(1, now.filter(({ state }) => state === "in").length);
    return now.map((one) => {
      const place = this.places.get(one.name) as Place;
      if (one.held === null) place.counted = place.latest;
      return {
        ...one,
        model: place.latest.model,
        observation: place.latest.id,
        countedObservation: place.counted.id,
        weight: one.state === "in" ? weight : 0,
      };
    });
  }

  /** Sellers before there are enough of them for a fixing. */
  private waiting(): DayConstituent[] {
    return [...this.places.values()].map(({ latest: { seller, model, input, output, id } }, no) => {
      const price = (3 * input + output) / 4;
      const nothingYet = { since: null, state: "in", held: null, heldDays: 0, weight: 0 } as const;
      return { no, name: seller, price, counted: price, model, observation: id, countedObservation: id, ...nothingYet };
    });
  }
}
