/** What a seller asks from a day on, at the mix of tokens that was chosen. */
export interface SellerPrice {
  readonly date: string;
  readonly seller: string;
  readonly value: number;
  readonly id: string; // of the observation
}

export interface Leaving {
  readonly date: string;
  readonly seller: string;
}

/** A day on which a price or the panel changed. */
export interface AverageStep {
  readonly date: string;
  /** Geometric mean of the sellers' prices. */
  readonly average: number;
  /** The same with sellers' coming and going taken out (3.1), and equal to the average on the last day. */
  readonly likeForLike: number;
  readonly sellers: number;
  readonly observations: readonly string[];
}

/**
 * The average of a panel at any mix, step by step: rule 3.1 in dollars, without gate and rounding. At 3:1 it agrees with the
 * fixings that `tokens/benchmark` publishes, which a test demands.
 */
export function averageSteps(prices: readonly SellerPrice[], exits: readonly Leaving[]): AverageStep[] {
  const dates = [...new Set([...prices, ...exits].map(({ date }) => date))].sort();
  const asked = new Map<string, number>();
  let divisor = 0; // in logarithms
  const steps = dates.flatMap((date) => {
    const today = prices.filter((price) => price.date === date);
    const level = meanLog(asked) + divisor;
    const before = asked.size;
    for (const { seller } of exits.filter((exit) => exit.date === date)) asked.delete(seller);
    for (const { seller, value } of today) if (!asked.has(seller)) asked.set(seller, value);
    if (before > 0 && asked.size > 0) divisor = level - meanLog(asked);
    for (const { seller, value } of today) asked.set(seller, value);
    const mean = meanLog(asked);
    if (asked.size === 0) return [];
    return [{ date, mean, divisor, sellers: asked.size, observations: today.map(({ id }) => id) }];
  });
  const last = steps.at(-1)?.divisor ?? 0;
  return steps.map(({ date, mean, divisor, sellers, observations }) => ({
    date,
    average: Math.exp(mean),
    likeForLike: Math.exp(mean + divisor - last),
    sellers,
    observations,
  }));
}

function meanLog(asked: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const value of asked.values()) sum += Math.log(value);
  return asked.size === 0 ? 0 : sum / asked.size;
}
