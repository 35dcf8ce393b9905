import type { Band } from "./judge";

const band = (name: string, from: number, to: number): Band => ({ name, from, to });

/** Two standard errors of the data around it, where nothing else is said; why each is as wide: docs/world.md. */
export const bands: readonly Band[] = [
  band("jumps a year and seller", 1.6, 2.4),
  band("share of jumps up", 0.38, 0.55),
  band("size up, 10 %", 0.17, 0.33),
  band("size up, 25 %", 0.27, 0.45),
  band("size up, 50 %", 0.42, 0.72),
  band("size up, 75 %", 0.75, 1.15),
  band("size up, 90 %", 1.1, 1.6),
  band("size down, 10 %", 0.16, 0.36),
  band("size down, 25 %", 0.27, 0.55),
  band("size down, 50 %", 0.55, 0.8),
  band("size down, 75 %", 0.8, 1.1),
  band("size down, 90 %", 1.05, 1.6),
  band("a seller's next jump, correlation", -0.45, -0.02),
  band("another seller's move the same way", 0.42, 0.62),
  band("still days, seller", 0.99, 0.995),
  band("still days, PREM", 0.96, 0.985),
  band("still days, CHNA", 0.955, 0.985),
  band("still days, ECON", 0.94, 0.975),
  band("volatility a year, PREM", 0.45, 0.85),
  band("volatility a year, CHNA", 0.45, 1.05),
  band("volatility a year, ECON", 0.4, 0.75),
  band("dispersion, PREM", 0.4, 1.2),
  band("dispersion, CHNA", 0.4, 1.3),
  band("dispersion, ECON", 0.5, 1.3),
  band("drift a year, cheaper", -0.9, -0.35),
  band("drift a year, dearer", 0.3, 0.9),
  band("drift a year, mixed", -0.4, 0.6),
  band("correlation a day, PREM and CHNA", -0.1, 0.1),
  band("correlation a day, PREM and ECON", -0.1, 0.2),
  band("correlation a day, CHNA and ECON", -0.1, 0.2),
  band("correlation a month, PREM and CHNA", -0.15, 0.4),
  band("correlation a month, PREM and ECON", -0.15, 0.4),
  band("correlation a month, CHNA and ECON", -0.3, 0.3),
  band("GPU-hour, volatility a year", 0.25, 0.33),
  band("GPU-hour, volatility a month", 0.07, 0.095),
];

/**
 * A month's mean level against what was expected of it, on average over seeds: in percent by horizon, as wide as the luck
 * of forty seeds makes it, and in standard errors, which holds for any number of seeds.
 */
export const forecastBands = { percent: [1.5, 3, 6, 7], z: 3.5 };
