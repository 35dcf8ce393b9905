import { atTheStart, type FactorNoise } from "./factors";
import { type AveragePricing, expectedChange, type Start } from "./forecast";
import type { Seller } from "./seller";

const TYPICAL = { position: 0, place: 0, follow: 0, promotion: null, step: null };

/**
 * Variance of the log of a benchmark's level 0, 1, 2 … nights ahead: the expected level lies above the level of expected
 * logs by half of it. Each source of noise is followed as the forecast follows a change of it, and their squares add up:
 * V(n) = Σ variance a night × Σ response(0 … n − 1)². It is a matter of the config alone, taken at a typical distance.
 */
export function varianceAhead(
  sellers: readonly NoisySeller[],
  average: AveragePricing,
  nights: number,
): Float64Array<ArrayBuffer> {
  const variance = new Float64Array(nights + 1);
  const still = new Float64Array(nights + 1);
  const rest = ({ leads }: NoisySeller): Start => {
    return { seller: TYPICAL, leads, asked: still, shocks: still, off: 0, counts: true };
  };
  const calm = expectedChange(sellers.map(rest), average, 0, nights);
  const add = (starts: readonly Start[], atOnce: number, perNight: number) => {
    const path = expectedChange(starts, average, 0, nights);
    let sum = 0;
    for (let night = 1; night <= nights; night++) {
      const response = atOnce + path[night - 1] - calm[night - 1];
      sum += response * response;
      variance[night] += perNight * sum;
    }
  };
  for (const leads of [true, false]) {
    const alike = sellers.filter((seller) => seller.leads === leads);
    if (alike.length === 0) continue;
    const jumped = { ...TYPICAL, position: 1, place: average.lasting };
    const heard = { ...TYPICAL, follow: leads ? (average.follow?.share ?? 0) : 0 };
    const starts = sellers.map((one) => ({ ...rest(one), seller: one === alike[0] ? jumped : heard }));
    add(starts, 1 / sellers.length, alike.length * average.varianceANight);
  }
  for (const [i, { perNight }] of sellers[0].noise.entries()) {
    const paths = new Map<FactorNoise, Float64Array>();
    const starts = sellers.map((one): Start => {
      const source = one.noise[i];
      const slopes = one.seller.asking.slopes(atTheStart, atTheStart);
      const known = paths.get(source);
      const asked = known ?? Float64Array.from({ length: nights + 1 }, (_, night) => source.response(slopes, night));
      paths.set(source, asked);
      return { ...rest(one), asked };
    });
    add(starts, 0, perNight);
  }
  return variance;
}

/** `noise`: the sources of what it is asked for, in an order that all sellers share. */
interface NoisySeller {
  readonly leads: boolean;
  readonly seller: Seller;
  readonly noise: readonly FactorNoise[];
}
