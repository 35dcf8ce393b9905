import type { BenchmarkConfig, RoomConfig } from "../config";
import type { Hash } from "../digest";
import type { Ruling } from "../scenario/scenario";
import { lots } from "../units";

type StandingRule = Exclude<Ruling["rule"], { readonly kind: "halt" }>;

/** Of one benchmark: what a ruling may set. */
interface Standing {
  /** First step of the daily limit (5.1), as the last settlement used it and as the next one will. */
  limit: number;
  nextLimit: number;
  overLimit: number; // 7.2
  positionLimit: number; // 5.3
}

/**
 * The rules that whoever runs the venue may change while it is open, by benchmark: the config's, until a ruling sets
 * others. Limits and margins stand from settlement to settlement (5.2, 7.2), so a ruling on them waits for the next one;
 * a position limit holds at once, and nobody above it has to sell (5.3).
 */
export class RulesInForce {
  private readonly standing: Standing[];

  constructor(private readonly config: RoomConfig) {
    const limit = config.limits.steps[0];
    this.standing = config.benchmarks.map(({ positionLimit }) => ({
      limit,
      nextLimit: limit,
      overLimit: config.margin.overLimit,
      positionLimit,
    }));
  }

  /** What a month of the benchmark is listed with, and trades under. */
  terms(benchmark: number): BenchmarkConfig {
    const terms = this.config.benchmarks[benchmark];
    const { positionLimit } = this.standing[benchmark];
    return positionLimit === terms.positionLimit ? terms : { ...terms, positionLimit: lots(positionLimit) };
  }

  overLimit(benchmark: number): number {
    return this.standing[benchmark].overLimit;
  }

  /** Steps of the daily limit (5.2) as the last settlement used them, and as the next one will: the first is ruled. */
  limitSteps(benchmark: number): { readonly used: readonly number[]; readonly next: readonly number[] } {
    const { limit, nextLimit } = this.standing[benchmark];
    const { steps } = this.config.limits;
    const from = (first: number) => steps.map((step) => first + step - steps[0]);
    return { used: from(limit), next: from(nextLimit) };
  }

  /** A settlement has set every limit. */
  settled(): void {
    for (const standing of this.standing) standing.limit = standing.nextLimit;
  }

  set(benchmark: number, rule: StandingRule): void {
    const standing = this.standing[benchmark];
    if (rule.kind === "limit") standing.nextLimit = rule.rate;
    else if (rule.kind === "margin") standing.overLimit = rule.overLimit;
    else standing.positionLimit = rule.lots;
  }

  save(): readonly Standing[] {
    return this.standing.map((standing) => ({ ...standing }));
  }

  load(saved: readonly Standing[]): void {
    for (const [i, standing] of saved.entries()) Object.assign(this.standing[i], standing);
  }

  hashInto(hash: Hash): void {
    for (const { limit, nextLimit, overLimit, positionLimit } of this.standing) {
      hash.number(limit).number(nextLimit).number(overLimit).number(positionLimit);
    }
  }
}
