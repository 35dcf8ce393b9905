/**
 * Where the numbers of a position, and those of an account in one benchmark, lie in the arrays that hold them: side by
 * side, because one order or fill needs nearly all of them.
 */

// A position: an account in a contract.
export const NET = 0;
/** Σ price × signed lots since the last settlement, which counts as a trade (6.2). */
export const BASIS = 1;
/** Open lots, those of reduce-only orders apart. */
export const BIDS = 2;
export const OFFERS = 3;
export const REDUCING_BIDS = 4;
export const REDUCING_OFFERS = 5;
/** n + b and n − o of 7.3, as the requirement has counted them. */
export const BOUGHT = 6;
export const SOLD = 7;
/** Entry cost of what is held (6.4). */
export const COST = 8;
/** Cents (6.4). */
export const REALISED = 9;
/** Cents. */
export const FEES = 10;
/** Numbers of a position, one unused. */
export const POSITION_WIDTH = 12;

// An account in a benchmark: sums over its contracts. Those in their settlement month are apart in ALONE (7.3).
/** Σ m(n + b): all bids filled. */
export const UP = 0;
/** Σ m(n − o): all offers filled. */
export const DOWN = 1;
/** Σ m·max(|n + b|, |n − o|). */
export const GROSS = 2;
export const ALONE = 3;
/** Σ (n + b) and Σ (n − o) of all contracts (5.3). */
export const ALL_BOUGHT = 4;
export const ALL_SOLD = 5;
/** What they come to in the requirement; STALE until somebody asks. */
export const PART = 6;
export const STALE = -1;
/** Numbers of an account in a benchmark, one unused. */
export const SUMS_WIDTH = 8;
