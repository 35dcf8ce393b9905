import { DECREMENT, NEWEST, OLDEST, type SelfTrade } from "./book-face";

// 4.5: two orders of one owner met, with so many lots open each. What has to leave them in the incoming order's mode:

export function fromResting(mode: SelfTrade, resting: number, incoming: number): number {
  if (mode === DECREMENT) return Math.min(resting, incoming);
  return mode === NEWEST ? 0 : resting;
}

export function fromIncoming(mode: SelfTrade, resting: number, incoming: number): number {
  if (mode === DECREMENT) return Math.min(resting, incoming);
  return mode === OLDEST ? 0 : incoming;
}
