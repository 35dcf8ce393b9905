import type { Profile } from "./against-room";

/** What a history is made of: one profile for each part of the rulebook, small prices and sizes so that orders meet. */

const plenty = 1_000_000_000;
const limits = { limit: 8, market: 1 } as const;
const times = { gtc: 5, day: 1, ioc: 1, fok: 1 } as const;
const changes = { replace: 3, cancel: 2, "cancel-all": 1 } as const;
const near = { months: 2, ticks: 8, lots: 12 } as const;

export const plainOrders: Profile = {
  cash: plenty,
  mix: {
    orders: limits,
    times,
    actions: { order: 10, transfer: 1, ...changes },
    ...near,
    postOnly: 6,
    clientId: 4,
  },
};

export const icebergs: Profile = {
  cash: plenty,
  mix: { orders: limits, times, actions: { order: 10, ...changes }, ...near, months: 1, iceberg: 2, postOnly: 10 },
};

export const reduceOnly: Profile = {
  cash: plenty,
  mix: { orders: limits, times, actions: { order: 10, ...changes }, ...near, months: 1, iceberg: 6, reduceOnly: 2 },
};

export const stops: Profile = {
  cash: plenty,
  mix: {
    orders: { limit: 8, market: 1, stop: 3, "stop-limit": 3, trailing: 3 },
    times,
    actions: { order: 12, ...changes },
    ...near,
    months: 1,
    reduceOnly: 8,
    iceberg: 8,
  },
};

export const brackets: Profile = {
  cash: plenty,
  mix: {
    orders: limits,
    times,
    actions: { order: 12, ...changes },
    ...near,
    months: 1,
    bracket: 3,
    reduceOnly: 12,
  },
};

export const oneCancelsOther: Profile = {
  cash: plenty,
  mix: {
    orders: { limit: 8, market: 1, stop: 3, "stop-limit": 3, trailing: 2 },
    times,
    actions: { order: 10, oco: 5, ...changes },
    ...near,
    months: 1,
    reduceOnly: 8,
  },
};

export const spreads: Profile = {
  cash: plenty,
  mix: { orders: limits, times, actions: { order: 12, spread: 4, ...changes }, ...near, months: 3, iceberg: 6 },
};

/** Little cash: what is refused for margin, and what is not because it takes risk away. */
export const margins: Profile = {
  cash: 1_000_000,
  mix: {
    orders: { limit: 8, market: 1, stop: 1 },
    times,
    actions: { order: 12, spread: 2, transfer: 2, ...changes },
    months: 3,
    ticks: 10,
    lots: 60,
    reduceOnly: 8,
    clientId: 10,
  },
};

/** Two benchmarks; the second one's position limits are low enough to be met. */
export const positionLimits: Profile = {
  cash: plenty,
  mix: {
    orders: limits,
    times,
    actions: { order: 12, spread: 2, ...changes },
    months: 6,
    ticks: 6,
    lots: 60,
    reduceOnly: 8,
  },
};

export const auctions: Profile = {
  cash: plenty,
  from: "pre-open",
  mix: {
    orders: limits,
    times: { ...times, gtd: 1 },
    actions: { order: 20, halt: 2, resume: 1, wait: 3, ...changes },
    ...near,
    months: 1,
    iceberg: 5,
    reduceOnly: 8,
    postOnly: 10,
  },
};

export const days: Profile = {
  cash: plenty,
  from: "pre-open",
  mix: {
    orders: { limit: 12, market: 1, stop: 2, trailing: 1 },
    times: { gtc: 5, day: 2, gtd: 3 },
    actions: { order: 20, wait: 6, ...changes },
    months: 3,
    ticks: 12,
    lots: 12,
    clientId: 3,
  },
};

/** Prices all over the band and beyond: limits, locks, closes of locked months, and marks with a side missing. */
export const wide: Profile = {
  cash: plenty,
  from: "pre-open",
  mix: {
    orders: { limit: 12, market: 1 },
    times: { gtc: 8, day: 3, ioc: 1, fok: 1 },
    actions: { order: 16, wait: 5, spread: 1, ...changes },
    months: 2,
    ticks: 500,
    grid: 50,
    lots: 12,
    postOnly: 6,
  },
};

export const everything: Profile = {
  cash: 3_000_000,
  from: "pre-open",
  mix: {
    orders: { limit: 10, market: 2, stop: 2, "stop-limit": 2, trailing: 2 },
    times: { gtc: 12, day: 3, gtd: 2, ioc: 1, fok: 1 },
    actions: { order: 40, oco: 6, spread: 3, halt: 1, resume: 2, wait: 5, transfer: 1, ...changes },
    months: 2,
    ticks: 6,
    lots: 10,
    postOnly: 10,
    reduceOnly: 6,
    iceberg: 6,
    bracket: 5,
    clientId: 8,
  },
};
