import type { Desk } from "./participant";

/** What a later expiry costs more, per step in the list: those who fear a rise pay those who take the risk. */
const RISK_PREMIUM = 0.002;

/**
 * Expected final settlement in ticks (6.3): the month's known fixings, and for the rest of them the level that today's
 * list prices give, leaning by `lean` (a fraction) towards what order flow says.
 */
export function fairValue(desk: Desk, slot: number, distance: number, lean: number): number {
  const { known, total, sum } = desk.knownFixings(slot);
  const level = desk.implied(slot) * (1 + lean) * (1 + RISK_PREMIUM * distance);
  return (sum + (total - known) * level) / total / 100;
}

/** How much of the month is still open: an average that is nearly known hardly moves. */
export function openShare(desk: Desk, slot: number): number {
  const { known, total } = desk.knownFixings(slot);
  return (total - known) / total;
}

/** A wake-up `every` milliseconds on the whole, but never in step: between 0.7 and 1.3 of it. */
export const nextWake = (now: number, every: number, uniform: number): number =>
  now + Math.max(1, Math.floor(every * (0.7 + 0.6 * uniform)));
