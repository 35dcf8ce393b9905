import { atTheStart, type FactorNoise } from "./factors";
import { expectedChange, type Start } from "./forecast";
import type { Pricing } from "./pricing";
import type { Seller } from "./seller";

const TYPICAL = { position: 0, place: 0, follow: 0, promotion: null, step: null };

/**
 * Variance of the log of a benchmark's level 0, 1, 2 … nights ahead: the expected level lies above the level of expected
 * logs by half of it. Each source of noise is followed as the forecast follows a change of it, and their squares add up:
 * V(n) = Σ variance a night × Σ response(0 … n − 1)². It is a matter of the config alone, taken at a typical distance.
 */
export function varianceAhead(
  sellers: readonly { readonly leads: boolean; readonly seller: Seller; readonly noise: readonly FactorNoise[] }[],
  pricing: Pricing,
  nights: number,
): Float64Array<ArrayBuffer> {
  const variance = new Float64Array(nights + 1);
  const still = new Float64Array(nights + 1);
  const { varianceANight, lasting, follow } = pricing.average;
  const rest = (leads: boolean): Start => ({
    seller: TYPICAL,
    leads,
    asked: still,
    shocks: still,
    off: 0,
    counts: true,
  });
  const calm = expectedChange(
    sellers.map(({ leads }) => rest(leads)),
    pricing,
    0,
    nights,
  );
  const add = (starts: readonly Start[], first: number, perNight: number) => {
    const path = expectedChange(starts, pricing, 0, nights);
    let sum = 0;
    for (let night = 1; night <= nights; night++) {
      const response = first + path[night - 1] - calm[night - 1];
      sum += response * response;
      variance[night] += perNight * sum;
    }
  };
  for (const [i] of sellers.entries()) {
    const starts = sellers.map(({ leads }, k): Start => {
      const jumped = { ...TYPICAL, position: 1, place: lasting };
      const heard = { ...TYPICAL, follow: sellers[i].leads ? (follow?.share ?? 0) : 0 };
      return { ...rest(leads), seller: k === i ? jumped : heard };
    });
    add(starts, 1 / sellers.length, varianceANight);
  }
  for (const [i, { perNight }] of (sellers[0]?.noise ?? []).entries()) {
    const starts = sellers.map(({ leads, seller, noise }): Start => {
      const slopes = seller.asking.slopes(atTheStart, atTheStart);
      const asked = Float64Array.from({ length: nights + 1 }, (_, night) => noise[i].response(slopes, night));
      return { ...rest(leads), asked };
    });
    add(starts, 0, perNight);
  }
  return variance;
}
