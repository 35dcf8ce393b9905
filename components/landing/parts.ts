import { places, pricePages } from "../layout/places";

type Place = (typeof places)[number]["name"] | (typeof pricePages)[number]["name"];

/** The parts of the product: what one does first in each, and the pages beside it. Together they are every page there is. */
export const parts = [
  { first: "trade", beside: ["portfolio", "leaderboard", "surveillance"] },
  { first: "prices", beside: ["benchmarks", "cost", "bill"] },
  { first: "scenarios", beside: [] },
  { first: "rules", beside: ["api"] },
] as const satisfies readonly { first: Place; beside: readonly Place[] }[];

export const addressOf = (place: Place): string =>
  [...places, ...pricePages].find(({ name }) => name === place)?.href ?? "/";
