import type { Desk } from "./participant";

/**
 * What a later expiry costs more, per step in the list: those who fear a rise pay those who take the risk. Assumed, since
 * no such market has a history; positive because more people must buy tokens than must sell them.
 */
export const RISK_PREMIUM = 0.002;

/** What is known of a contract's final settlement during one trading day: its fixings come after the close (1.2). */
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
 * Expected final settlement in ticks (6.3): the month's known fixings, and for the rest their `expected` mean, leaning by
 * `lean` (a fraction) towards what somebody believes, plus the risk premium of its `distance`, its place in the list.
 *
 * Nothing ties one month to the next: tokens and hours cannot be stored, so nobody can buy the near month, keep what it
 * delivers and sell it in the far one. The curve takes whatever shape the expected fixings have.
 */
export function fairValue(
  { known, open, total }: Expectation,
  expected: number,
  distance: number,
  lean: number,
): number {
  return (known + open * expected * (1 + lean) * (1 + RISK_PREMIUM * distance)) / total / 100;
}

/** How much of the month is still open: an average that is nearly known hardly moves. */
export const openShare = ({ open, total }: Expectation): number => open / total;

/** Fair value of the month at `distance` in its list, in ticks. */
export const fairPrice = (desk: Desk, slot: number, distance: number, lean: number): number =>
  fairValue(expectationOf(desk, slot), desk.expected(slot), distance, lean);
