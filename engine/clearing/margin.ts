import { assert } from "../assert";
import { mulDivCeil, mulDivFloor } from "../integers";

const MILLION = 1_000_000;

/**
 * Initial margin of one lot (7.2), cents: the worst of a locked day plus two points and of the heaviest seller doubling,
 * on the value at the last settlement. Fixed from settlement to settlement. Rates and weight in millionths.
 */
export function initialMargin(
  settlement: number,
  tickValue: number,
  limitRate: number,
  overLimit: number,
  heaviestWeight: number,
): number {
  const rate = Math.max(limitRate + overLimit, riseIfDoubled(heaviestWeight));
  return mulDivCeil(settlement * tickValue, rate, MILLION);
}

/**
 * How far a geometric mean rises when a seller of this weight doubles: 2^w − 1, rounded up to a millionth (7.2).
 * 2^w is the product of 2^½, 2^¼, 2^⅛ … over the binary digits of w, by Math.sqrt alone; its error, near 1e-14, is far
 * below a millionth, and w = 0 and w = 1 come out exact.
 */
export function riseIfDoubled(weight: number): number {
  assert(weight >= 0 && weight <= MILLION, "a weight is at most the whole");
  let power = 1;
  let root = 2;
  let left = weight; // of MILLION; doubled each round, so every binary digit of w shows as an overflow
  for (let digit = 0; digit < 50; digit++) {
    if (left >= MILLION) {
      power *= root;
      left -= MILLION;
    }
    root = Math.sqrt(root);
    left *= 2;
  }
  return Math.ceil((power - 1) * MILLION);
}

/** The part of a requirement that must be kept (7.2), rounded up: what may be lost is rounded down. */
export const maintenanceOf = (requirement: number, share: number): number =>
  requirement - mulDivFloor(requirement, MILLION - share, MILLION);

/**
 * Requirement of one benchmark's contracts but those in their settlement month (7.3), rounded up once: the spread
 * credit's share of what is left when months offset each other, and the rest of what is held gross. `up` is Σ m(n + b),
 * all bids filled; `down` is Σ m(n − o), all offers filled; `gross` is Σ m·max(|n + b|, |n − o|). Cents.
 */
export function spreadRequirement(up: number, down: number, gross: number, spreadCredit: number): number {
  const netted = Math.max(Math.abs(up), Math.abs(down));
  if (netted === gross) return gross;
  // ¾·netted + ¼·gross = gross − ¾·(gross − netted), which keeps the product small; netted never exceeds gross.
  return gross - mulDivFloor(gross - netted, spreadCredit, MILLION);
}

/** n + b of 7.3: the position if every bid filled. Reduce-only bids count up to what there is to buy back. */
export const ifBidsFill = (net: number, bids: number, reducing: number): number =>
  net + bids + Math.min(reducing, Math.max(0, -net));

/** n − o of 7.3: the position if every offer filled. Reduce-only offers count up to what there is to sell. */
export const ifOffersFill = (net: number, offers: number, reducing: number): number =>
  net - offers - Math.min(reducing, Math.max(0, net));
