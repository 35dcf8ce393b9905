import { cents, lots, millionths, ticks } from "../units";
import type { ParticipantConfig } from "./participant-config";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Who trades in a room beside people: data, so that a class may put together its own. */
export type PopulationName = "calm" | "crowded" | "thin" | "panic";

/** What tells populations apart; the rest of a participant is the same in all of them. */
interface Population {
  /** Makers of a benchmark: half spread (ticks more than its nearest), lots a level, inventory, γ in millionths. */
  readonly makers: readonly { readonly wider: number; readonly lots: number; readonly most: number }[];
  readonly riskAversion: number;
  /** Seconds between two noise orders in a benchmark, on the whole, and how many of them another one set off. */
  readonly noiseEvery: number;
  readonly branching: number;
  readonly hedgedLots: number;
  readonly values: number; // traders with an opinion in each group of benchmarks
  readonly momentumLots: number; // 0: nobody follows trends
  readonly crowdLots: number; // for news of a percent
  readonly crowdDelay: number; // minutes
}

const described: Readonly<Record<PopulationName, Population>> = {
  calm: {
    makers: [
      { wider: 0, lots: 17, most: 300 },
      { wider: 1, lots: 24, most: 400 },
    ],
    riskAversion: 1_000,
    noiseEvery: 38,
    branching: 760_000,
    hedgedLots: 400,
    values: 2,
    momentumLots: 30,
    crowdLots: 8,
    crowdDelay: 6,
  },
  crowded: {
    makers: [
      { wider: 0, lots: 30, most: 500 },
      { wider: 0, lots: 25, most: 400 },
      { wider: 1, lots: 40, most: 500 },
    ],
    riskAversion: 600,
    noiseEvery: 15,
    branching: 780_000,
    hedgedLots: 500,
    values: 3,
    momentumLots: 60,
    crowdLots: 15,
    crowdDelay: 4,
  },
  thin: {
    makers: [{ wider: 3, lots: 8, most: 120 }],
    riskAversion: 3_000,
    noiseEvery: 120,
    branching: 700_000,
    hedgedLots: 120,
    values: 1,
    momentumLots: 10,
    crowdLots: 3,
    crowdDelay: 15,
  },
  panic: {
    makers: [
      { wider: 2, lots: 12, most: 200 },
      { wider: 4, lots: 16, most: 250 },
    ],
    riskAversion: 4_000,
    noiseEvery: 18,
    branching: 800_000,
    hedgedLots: 400,
    values: 1,
    momentumLots: 120,
    crowdLots: 40,
    crowdDelay: 3,
  },
};

/** Benchmarks whose lots are worth about the same: `size` of them make one of PREM, whose tick is worth ten cents (2.2). */
const groups = [
  { benchmarks: ["PREM", "CHNA", "GPUH"], size: 1 },
  { benchmarks: ["ECON"], size: 10 },
] as const;
const nearestHalfSpread: Readonly<Record<string, number>> = { PREM: 2, CHNA: 1, ECON: 2, GPUH: 2 };
/** A lot of CHNA is worth less than half of one of PREM, so its orders have more of them. */
const largestOrder: Readonly<Record<string, number>> = { PREM: 180, CHNA: 270, ECON: 180, GPUH: 180 };

function makersOf(benchmark: string, size: number, { makers, riskAversion }: Population): ParticipantConfig[] {
  return makers.map(({ wider, lots: perLevel, most }, i) => ({
    kind: "market-maker",
    benchmarks: [benchmark],
    marginCash: cents(200_000_000),
    bankCash: cents(0),
    wakeEvery: (110 + 30 * i) * SECOND,
    halfSpread: ticks(nearestHalfSpread[benchmark] + wider),
    levels: 4,
    lotsPerLevel: lots(perLevel * size),
    inventoryLimit: lots(most * size),
    riskAversion: millionths(riskAversion),
  }));
}

const noiseIn = (benchmark: string, size: number, { noiseEvery, branching }: Population): ParticipantConfig => ({
  kind: "noise",
  benchmarks: [benchmark],
  marginCash: cents(500_000_000),
  bankCash: cents(0),
  wakeEvery: noiseEvery * SECOND,
  maxLots: lots(largestOrder[benchmark] * size),
  marketShare: millionths(600_000),
  branching: millionths(branching),
});

/** Who buys tokens and hours fears that they get dearer and hedges long; who sells them hedges short. */
const hedgersIn = (benchmarks: readonly string[], size: number, { hedgedLots }: Population): ParticipantConfig[] =>
  (["long", "short"] as const).map((side) => ({
    kind: "hedger",
    benchmarks,
    marginCash: cents(100_000_000),
    bankCash: cents(0),
    wakeEvery: 10 * MINUTE,
    side,
    targetLots: lots(hedgedLots * size),
    clipLots: lots(10 * size),
    programme: millionths(300_000),
  }));

const valuesIn = (benchmarks: readonly string[], size: number, { values }: Population): ParticipantConfig[] =>
  Array.from({ length: values }, (_, i) => ({
    kind: "value",
    benchmarks,
    marginCash: cents(100_000_000),
    bankCash: cents(0),
    wakeEvery: (6 + i) * MINUTE,
    signalError: millionths(10_000),
    edge: millionths(2_500),
    clipLots: lots(12 * size),
    mostLots: lots(120 * size),
  }));

const momentumIn = (benchmarks: readonly string[], size: number, most: number): ParticipantConfig => ({
  kind: "momentum",
  benchmarks,
  marginCash: cents(100_000_000),
  bankCash: cents(0),
  wakeEvery: 3 * MINUTE,
  threshold: millionths(8_000),
  clipLots: lots(5 * size),
  mostLots: lots(most * size),
});

const arbitrageIn = (benchmarks: readonly string[], size: number): ParticipantConfig => ({
  kind: "arbitrage",
  benchmarks,
  marginCash: cents(100_000_000),
  bankCash: cents(0),
  wakeEvery: 4 * MINUTE,
  edge: ticks(3),
  clipLots: lots(10 * size),
  mostLots: lots(80 * size),
});

const crowdIn = (benchmarks: readonly string[], size: number, crowd: Population): ParticipantConfig => ({
  kind: "crowd",
  benchmarks,
  marginCash: cents(200_000_000),
  bankCash: cents(0),
  wakeEvery: 2 * MINUTE,
  delay: crowd.crowdDelay * MINUTE,
  lotsPerPercent: lots(crowd.crowdLots * size),
  mostLots: lots(200 * size),
});

function participantsOf(population: Population): ParticipantConfig[] {
  const inGroups = (make: (benchmarks: readonly string[], size: number) => ParticipantConfig[]) =>
    groups.flatMap(({ benchmarks, size }) => make(benchmarks, size));
  const inEach = (make: (benchmark: string, size: number) => ParticipantConfig[]) =>
    groups.flatMap(({ benchmarks, size }) => benchmarks.flatMap((benchmark) => make(benchmark, size)));
  const { momentumLots } = population;
  return [
    ...inEach((benchmark, size) => makersOf(benchmark, size, population)),
    ...inEach((benchmark, size) => [noiseIn(benchmark, size, population)]),
    ...inGroups((benchmarks, size) => hedgersIn(benchmarks, size, population)),
    ...inGroups((benchmarks, size) => valuesIn(benchmarks, size, population)),
    ...inGroups((benchmarks, size) => (momentumLots > 0 ? [momentumIn(benchmarks, size, momentumLots)] : [])),
    ...inGroups((benchmarks, size) => [arbitrageIn(benchmarks, size)]),
    ...inGroups((benchmarks, size) => [crowdIn(benchmarks, size, population)]),
  ];
}

/** Everyday trading · more of everybody · few and cautious · frightened makers, trends and news that many run after. */
export const populations: Readonly<Record<PopulationName, readonly ParticipantConfig[]>> = {
  calm: participantsOf(described.calm),
  crowded: participantsOf(described.crowded),
  thin: participantsOf(described.thin),
  panic: participantsOf(described.panic),
};
