/** One contract of one account, as 7.3 names its parts. */
export interface Holding {
  readonly benchmark: number;
  readonly initial: number; // m
  readonly net: number; // n
  readonly bids: number; // b
  readonly offers: number; // o
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

const ifBidsFill = ({ initial, net, bids }: Holding): bigint => BigInt(initial) * BigInt(net + bids);
const ifOffersFill = ({ initial, net, offers }: Holding): bigint => BigInt(initial) * BigInt(net - offers);
const worst = (holding: Holding): bigint => larger(ifBidsFill(holding), ifOffersFill(holding));

const size = (n: bigint): bigint => (n < 0n ? -n : n);
const larger = (a: bigint, b: bigint): bigint => (size(a) > size(b) ? size(a) : size(b));
const sum = (holdings: readonly Holding[], of: (holding: Holding) => bigint): bigint =>
  holdings.reduce((total, holding) => total + of(holding), 0n);
