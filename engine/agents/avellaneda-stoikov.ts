import { log } from "../math";

/**
 * M. Avellaneda and S. Stoikov, "High-frequency trading in a limit order book", Quantitative Finance 8 (2008), 217–224.
 *
 * A dealer with exponential utility (risk aversion γ) faces a middle that diffuses with variance σ² and takers who reach δ
 * away from it at a rate A·e^(−kδ). Prices in ticks, inventory in units of the dealer's own choice.
 */

/** Where the dealer is indifferent to one unit more: below the middle when long. `variance`: σ²(T − t), ticks². */
export const reservationPrice = (middle: number, inventory: number, gamma: number, variance: number): number =>
  middle - inventory * gamma * variance;

/** Distance from bid to ask, around the reservation price, that pays best: δᵃ + δᵇ, ticks. */
export const optimalSpread = (gamma: number, variance: number, k: number): number =>
  gamma * variance + (2 / gamma) * log(1 + gamma / k);
