import type { Desk } from "./participant";

/** What a later expiry costs more, per step in the list: those who fear a rise pay those who take the risk. */
const RISK_PREMIUM = 0.002;

/** What is known of a contract's final settlement during one trading day: fixings and news come after the close (1.2). */
export interface Expectation {
  readonly known: number; // Σ of the month's known fixings, 1/100 tick
  readonly open: number; // fixings still to come
  readonly total: number;
}

export function expectationOf(desk: Desk, slot: number): Expectation {
  const { known, total, sum } = desk.knownFixings(slot);
  return { known: sum, open: total - known, total };
}

/**
 * Expected final settlement in ticks (6.3): the month's known fixings, and for the rest the level that today's list
 * prices give, leaning by `lean` (a fraction) towards what order flow says. `distance`: place in the list of months.
 */
export function fairValue(
  { known, open, total }: Expectation,
  implied: number,
  distance: number,
  lean: number,
): number {
  return (known + open * implied * (1 + lean) * (1 + RISK_PREMIUM * distance)) / total / 100;
}

/** How much of the month is still open: an average that is nearly known hardly moves. */
export const openShare = ({ open, total }: Expectation): number => open / total;
