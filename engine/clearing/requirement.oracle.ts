/** One contract of one account, as 7.3 names its parts. */
export interface Holding {
  readonly benchmark: number;
  readonly initial: number; // m
  readonly net: number; // n
  readonly bids: number; // b
  readonly offers: number; // o
  readonly reducingBids: number; // lots of reduce-only orders, not in b and o
  readonly reducingOffers: number;
  readonly alone: boolean; // in its settlement month
}

/** Rule 7.3 as it is written, for clarity alone: exact fractions, one benchmark after the other. Credit of three quarters. */
export function requirementByTheRule(holdings: readonly Holding[]): number {
  let requirement = 0n;
  for (const benchmark of new Set(holdings.map((holding) => holding.benchmark))) {
    const ofBenchmark = holdings.filter((holding) => holding.benchmark === benchmark);
    const together = ofBenchmark.filter((holding) => !holding.alone);
    const quarters = 3n * larger(sum(together, ifBidsFill), sum(together, ifOffersFill)) + sum(together, worst);
    requirement += (quarters + 3n) / 4n; // rounded up
    for (const holding of ofBenchmark) if (holding.alone) requirement += worst(holding);
  }
  return Number(requirement);
}

/** "Reduce-only lots count up to the position": those of them that have something to close. */
export function allBidsFilled({ net, bids, reducingBids }: Holding): number {
  const toBuyBack = net < 0 ? -net : 0;
  return net + bids + (reducingBids > toBuyBack ? toBuyBack : reducingBids);
}

export function allOffersFilled({ net, offers, reducingOffers }: Holding): number {
  const toSell = net > 0 ? net : 0;
  return net - offers - (reducingOffers > toSell ? toSell : reducingOffers);
}

const ifBidsFill = (holding: Holding): bigint => BigInt(holding.initial) * BigInt(allBidsFilled(holding));
const ifOffersFill = (holding: Holding): bigint => BigInt(holding.initial) * BigInt(allOffersFilled(holding));
const worst = (holding: Holding): bigint => larger(ifBidsFill(holding), ifOffersFill(holding));

const size = (n: bigint): bigint => (n < 0n ? -n : n);
const larger = (a: bigint, b: bigint): bigint => (size(a) > size(b) ? size(a) : size(b));
const sum = (holdings: readonly Holding[], of: (holding: Holding) => bigint): bigint =>
  holdings.reduce((total, holding) => total + of(holding), 0n);
