import type { Pricing } from "./pricing";
import type { Seller } from "./seller";

/** A seller as a forecast starts from it. Everything in it is public. */
export interface Start {
  readonly seller: Pick<Seller, "position" | "place" | "follow" | "promotion" | "step">;
  readonly leads: boolean;
  /** What its costs and market are expected to ask for 0, 1, 2 … nights from now, and what shocks add to its price. */
  readonly asked: ArrayLike<number>;
  readonly shocks: ArrayLike<number>;
  /** How far the price that counts is from what it is known to stand at (log). */
  readonly off: number;
  readonly counts: boolean;
}

/** Expected log change, 0, 1, 2 … nights after the night of `today`, of the geometric mean of the sellers that count. */
export function expectedChange(
  starts: readonly Start[],
  pricing: Pricing,
  today: number,
  nights: number,
): Float64Array<ArrayBuffer> {
  const path = new Float64Array(nights + 1);
  const sellers = starts.map((start) => new ExpectedSeller(start, pricing));
  const counting = sellers.filter((seller) => seller.start.counts);
  const mean = (night: number) => {
    let sum = 0;
    for (const seller of counting) sum += seller.price(today, night);
    return sum / Math.max(1, counting.length);
  };
  const start = mean(0);
  for (let night = 1; night <= nights; night++) {
    let heard = 0;
    for (const seller of sellers) heard += seller.move(today, night);
    if (heard !== 0) for (const seller of sellers) seller.hear(heard);
    path[night] = mean(night) - start;
  }
  return path;
}

/**
 * Averages in the place of draws: jumps close their share of the distance from what is asked for, the leader is copied at
 * its rate, promotions end and steps come on the day that was said. All of it is linear, so that averages of logs are
 * exact but for rounded figures and capped chances.
 */
class ExpectedSeller {
  private position: number;
  private place: number;
  private follow: number;
  private promoted = 0; // by promotions that nobody has begun yet

  constructor(
    readonly start: Start,
    private readonly pricing: Pricing,
  ) {
    const { seller, off } = start;
    this.position = seller.position + off;
    this.place = seller.place;
    this.follow = seller.follow;
  }

  /** Log of its list price since the start. */
  price(today: number, night: number): number {
    const { promotion } = this.start.seller;
    const running = promotion !== null && today + night < promotion.until ? promotion.size : 0;
    return this.position + running + this.promoted + this.start.shocks[night];
  }

  /** One night. Returns what others may copy of it. */
  move(today: number, night: number): number {
    const { seller, asked, leads } = this.start;
    const { closedANight, lasting, homingANight, follow, promotion, announcedShare } = this.pricing.average;
    const { step } = seller;
    this.place -= homingANight * this.place;
    if (step !== null && today + night === step.day) {
      this.position += step.size;
      this.place += lasting * (step.size - step.asked);
    }
    if (today + night < (step?.day ?? seller.promotion?.until ?? 0)) return 0;
    if (follow !== null) {
      const copied = this.follow * follow.perDay;
      this.position += copied;
      this.place += lasting * copied;
      this.follow *= 1 - follow.perDay - follow.fadePerDay;
    }
    this.promoted += promotion.sizeANight - this.promoted / promotion.meanDays;
    const closed = closedANight * (asked[night] + this.place - this.position);
    this.position += closed;
    return leads ? closed * (1 - announcedShare) : 0;
  }

  hear(jump: number): void {
    const { follow } = this.pricing.average;
    if (follow !== null && !this.start.leads) this.follow += follow.share * jump;
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
