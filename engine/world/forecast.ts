import type { Seller } from "./seller";

/** A seller as a forecast starts from it. Everything in it is public. */
export interface Start {
  readonly seller: Pick<Seller, "position" | "place" | "follow" | "promotion" | "step">;
  readonly leads: boolean;
  /** What its costs and market are expected to ask for 0, 1, 2 … nights from now, and what shocks add to its price. */
  readonly asked: Float64Array;
  readonly shocks: Float64Array;
  /** How far the price that counts is from what it is known to stand at (log). */
  readonly off: number;
  readonly counts: boolean;
}

/** Expected log change, 0, 1, 2 … nights after the night of `today`, of the geometric mean of the sellers that count. */
export function expectedChange(
  starts: readonly Start[],
  average: AveragePricing,
  today: number,
  nights: number,
): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(nights + 1);
  const led = new Float64Array(nights + 1);
  for (const start of starts) if (start.leads) addPath(start, average, today, nights, null, led, sum);
  for (const start of starts) if (!start.leads) addPath(start, average, today, nights, led, null, sum);
  const counting = starts.reduce((count, { counts }) => count + (counts ? 1 : 0), 0);
  const first = sum[0];
  for (let night = 0; night <= nights; night++) sum[night] = (sum[night] - first) / Math.max(1, counting);
  return sum;
}

/**
 * Averages in the place of draws: jumps close their share of the distance from what is asked for, the leader is copied at
 * its rate, promotions end and steps come on the day that was said. All of it is linear, so that averages of logs are
 * exact but for rounded figures and capped chances. Adds a seller's log prices to `sum`; what others may copy of it goes
 * to `tells`, what it may copy comes from `hears`.
 */
function addPath(
  { seller, asked, shocks, off, counts }: Start,
  { closedANight, lasting, homingANight, follow, promotion, announcedShare }: AveragePricing,
  today: number,
  nights: number,
  hears: Float64Array | null,
  tells: Float64Array | null,
  sum: Float64Array,
): void {
  const stepNight = seller.step === null ? 0 : seller.step.day - today;
  const endNight = seller.promotion === null ? 0 : seller.promotion.until - today;
  const bound = Math.max(stepNight, endNight);
  const { share, perDay, fadePerDay } = follow ?? { share: 0, perDay: 0, fadePerDay: 0 };
  let position = seller.position + off;
  let place = seller.place;
  let mayCopy = seller.follow;
  let promoted = 0; // by promotions that nobody has begun yet
  for (let night = 0; night <= nights; night++) {
    if (night > 0) place -= homingANight * place;
    if (night > 0 && night === stepNight && seller.step !== null) {
      position += seller.step.size;
      place += lasting * (seller.step.size - seller.step.asked);
    }
    if (night > 0 && night >= bound) {
      const copied = mayCopy * perDay;
      position += copied;
      place += lasting * copied;
      mayCopy *= 1 - perDay - fadePerDay;
      promoted += promotion.sizeANight - promoted / promotion.meanDays;
      const closed = closedANight * (asked[night] + place - position);
      position += closed;
      if (tells !== null) tells[night] = closed * (1 - announcedShare);
    }
    if (hears !== null) mayCopy += share * hears[night];
    if (counts)
      sum[night] += position + promoted + shocks[night] + (night < endNight ? (seller.promotion?.size ?? 0) : 0);
  }
}

/** What a benchmark's pricing comes to on average. */
export interface AveragePricing {
  readonly closedANight: number; // of the distance from what is asked for
  readonly lasting: number;
  readonly homingANight: number;
  readonly follow: { readonly share: number; readonly perDay: number; readonly fadePerDay: number } | null;
  readonly promotion: { readonly sizeANight: number; readonly meanDays: number };
  readonly announcedShare: number;
  /** Variance that one seller's own moves add in a night, beside what is asked for (log²). */
  readonly varianceANight: number;
}
