import { addDays } from "./dates";
import { modelName, type PriceSpell } from "./history";
import type { Amount, Observation, TokenPrices } from "./observation";

/**
 * What a model costs beyond its plain prices: a request with a long prompt, or a cache write that is kept for an hour. One
 * row of price-tiers.csv; `above` null says nothing of long requests, and then only `cacheWriteHour` is there.
 */
export interface TierPrice {
  readonly id: string; // "t0042"
  readonly date: string;
  /** `effective`: the source dates it. `undated`: the source has it beside the plain price, without a date of its own. */
  readonly dateKind: "effective" | "undated";
  readonly until: string | null; // the last day, when the source says that it ended
  readonly knownOn: string;
  readonly provider: string;
  readonly model: string;
  /** The plain price that the source shows it beside: it goes with that price alone. */
  readonly beside: { readonly input: Amount; readonly output: Amount };
  /** Requests with more tokens of prompt than this, cached ones included. */
  readonly above: number | null;
  readonly prices: TokenPrices | null; // of such requests
  readonly cacheWriteHour: Amount | null;
  readonly sources: readonly string[];
  readonly sourceText: string;
  readonly supersedes: string | null;
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

/** The tiers in force over the days of one price. */
export interface Tiers {
  readonly long: TierPrice | null;
  readonly hour: TierPrice | null;
}

/** A price with its tiers and the days of both. */
export interface TieredSpell extends PriceSpell {
  readonly tiers: Tiers;
  /** The first day on which a tier of this model is known at all; null: none is. */
  readonly tiersFrom: { readonly long: string | null; readonly hour: string | null };
}

export class TierPrices {
  private readonly byModel = new Map<string, TierPrice[]>();

  constructor(rows: readonly TierPrice[]) {
    const corrected = new Set(rows.map(({ supersedes }) => supersedes));
    for (const row of rows.filter(({ id }) => !corrected.has(id))) {
      const key = keyOf(row);
      this.byModel.set(key, [...(this.byModel.get(key) ?? []), row]);
    }
  }

  /** The spells with their tiers: a price during which a tier begins or ends is split there. */
  over(spells: readonly PriceSpell[]): TieredSpell[] {
    return spells.flatMap((spell) => {
      const rows = this.byModel.get(keyOf({ ...spell.observation, model: modelName(spell.observation) })) ?? [];
      const beside = rows.filter((row) => isBeside(row, spell.observation));
      const starts = beside
        .flatMap(({ date, until }) => [date, ...(until === null ? [] : [addDays(until, 1)])])
        .filter((day) => day > spell.from && (spell.to === null || day <= spell.to));
      const days = [spell.from, ...new Set(starts.sort())];
      return days.map((from, i) => ({
        ...spell,
        from,
        to: days[i + 1] ? addDays(days[i + 1], -1) : spell.to,
        tiers: { long: inForce(beside.filter(isLong), from), hour: inForce(beside.filter(isHour), from) },
        tiersFrom: { long: firstOf(rows.filter(isLong)), hour: firstOf(rows.filter(isHour)) },
      }));
    });
  }

  /** Every length of prompt beyond which some model costs more, shortest first. */
  lengths(): number[] {
    const all = [...this.byModel.values()].flat().flatMap(({ above }) => (above === null ? [] : [above]));
    return [...new Set(all)].sort((a, b) => a - b);
  }
}

const isLong = ({ above }: TierPrice): boolean => above !== null;
const isHour = ({ above }: TierPrice): boolean => above === null;

const inForce = (rows: readonly TierPrice[], day: string): TierPrice | null =>
  rows.findLast(({ date, until }) => date <= day && (until === null || until >= day)) ?? null;

const firstOf = (rows: readonly TierPrice[]): string | null =>
  rows.reduce<string | null>((first, { date }) => (first === null || date < first ? date : first), null);

const isBeside = ({ beside }: TierPrice, { prices }: Observation): boolean =>
  beside.input.value === prices.input.value && beside.output.value === prices.output.value;

const keyOf = ({ provider, model }: { readonly provider: string; readonly model: string }): string =>
  `${provider}|${model}`;
