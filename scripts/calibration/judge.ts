import { type Moments, mean } from "./moments";
import type { Surprise } from "./simulated-history";

/** Where a moment of the model must be. `because` stands in docs/world.md beside it. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface Judged extends Band {
  readonly data: number | null; // null: there is none to compare with
  readonly model: number;
  readonly inside: boolean;
}

export function judge(data: Moments, model: Moments, bands: readonly Band[]): Judged[] {
  return bands.map(({ name, from, to }) => ({
    name,
    from,
    to,
    data: data[name],
    model: model[name],
    inside: model[name] >= from && model[name] <= to,
  }));
}

/**
 * How far months come out from what was expected, on average: in percent, and in standard errors. Months of one seed share
 * their news, so a seed is one observation.
 */
export function judgeForecasts(
  bySeed: readonly (readonly Surprise[])[],
  horizons: readonly number[],
  bands: { readonly percent: readonly number[]; readonly z: number },
): Judged[] {
  const benchmarks = [...new Set(bySeed[0].map(({ benchmark }) => benchmark))];
  return benchmarks.flatMap((benchmark) =>
    horizons.flatMap((ahead, i): Judged[] => {
      const means = bySeed.map((surprises) =>
        mean(surprises.filter((one) => one.benchmark === benchmark && one.ahead === ahead).map(({ share }) => share)),
      );
      const bias = mean(means);
      const error = Math.sqrt(mean(means.map((value) => (value - bias) ** 2)) / (means.length - 1));
      const z = bias / error;
      const percent = 100 * bias;
      const what = `${benchmark}, a month from day ${ahead + 1}`;
      const most = bands.percent[i];
      const near = Math.abs(percent) <= most;
      return [
        { name: `${what}: bias %`, from: -most, to: most, data: null, model: percent, inside: near },
        { name: `${what}: z`, from: -bands.z, to: bands.z, data: null, model: z, inside: Math.abs(z) <= bands.z },
      ];
    }),
  );
}
