import type { FactorsConfig, HourPrices, TokenPrices } from "./world-config";

/** Every number here is traced to data or a source, or marked as assumed, in docs/world.md. */
export const defaultFactors: FactorsConfig = {
  gpuHour: { volatility: 0.29, pullPerYear: 0.6, shared: 0.7 },
  power: { volatility: 0.25, pullPerYear: 1 },
  utilisation: { volatility: 0.15, pullPerYear: 3 },
  markup: { volatility: 0.15, pullPerYear: 0.7 },
  scarcity: { volatility: 0.1, halfLifeDays: 30, jumpsPerYear: 1.5, meanJump: 0.15 },
  regimes: {
    meanDays: 340,
    rest: -0.2,
    tiring: 1.5,
    cheaper: { mean: -1.4, spread: 0.15 },
    dearer: { mean: 1.35, spread: 0.2 },
    mixed: { mean: 0, spread: 0.3 },
    lean: 0.8,
    pullPerYear: 1,
  },
};

/** 78 moves of slot prices in 39 seller-years, 2023-03 to 2026-09; beyond ×4.5 a move would wait in the screens (3.2). */
export const tokenPrices: TokenPrices = {
  kind: "tokens",
  jumpsPerYear: 1.25,
  hurry: 1,
  widestGap: 1.5,
  passThrough: 1.25,
  upSizes: [0.15, 0.28, 0.33, 0.42, 0.45, 0.58, 0.69, 0.94, 1.1, 1.48, 1.5],
  downSizes: [0.1, 0.22, 0.32, 0.49, 0.64, 0.69, 0.74, 0.88, 1.02, 1.39, 1.5],
  lasting: 0.4,
  homingPerYear: 0.8,
  follow: null,
  promotions: { share: 0.05, meanDays: 40 },
  announced: { share: 0.08, meanDays: 30 },
  peakHours: { share: 0.05, times: 2, usage: 0.3 },
  entryErrors: { share: 0.05, factors: [0.5, 2, 0.3], yuan: 7.1, oneSource: 0.6, mostDays: 3 },
  costs: { gpuHour: 3.789, power: 1.2, pue: 1.25, electricity: 0.08, utilisation: 0.5, markup: 1 },
};

export const followersOf = (leader: string): TokenPrices => ({
  ...tokenPrices,
  follow: { leader, share: 0.6, perDay: 0.008, fadePerDay: 0.072 },
});

export const hourPrices: HourPrices = {
  kind: "hours",
  jumpsPerYear: 65,
  sizes: [0, 0.004, 0.008, 0.014, 0.03],
  scarcity: 0.5,
};
