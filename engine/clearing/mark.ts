/**
 * The mark (4.8): the middle one of best bid, best ask and last trade, the settlement standing in where nothing has
 * traded since. With a side missing the previous mark stays, but not above the best ask nor below the best bid. Always
 * inside the limits. All in ticks; 0 means none.
 */
export function markOf(
  bid: number,
  ask: number,
  last: number,
  previousMark: number,
  low: number,
  high: number,
  lastOrSettlement: number,
): number {
  const reference = last > 0 ? last : lastOrSettlement;
  let mark = previousMark;
  if (bid > 0 && ask > 0) mark = middle(bid, ask, reference);
  else if (bid > 0) mark = Math.max(bid, previousMark);
  else if (ask > 0) mark = Math.min(ask, previousMark);
  return Math.min(Math.max(mark, low), high);
}

const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
