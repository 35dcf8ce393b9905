import { addDays, lastDayOf } from "./dates";
import { countsAsPrice, type Observation } from "./observation";

/** A model at a seller, by the name it is cited under: remarks in brackets, such as "(off-peak)", left out. */
export interface ModelKey {
  readonly provider: string;
  readonly model: string;
}

export interface ListedModel extends ModelKey {
  readonly from: string; // first price
  readonly to: string; // latest price's date
  readonly steps: number;
}

/** A price and the days it was in force; `to` is null while it still is. */
export interface PriceSpell {
  readonly from: string;
  readonly to: string | null;
  readonly observation: Observation;
}

export const modelName = ({ model }: { readonly model: string }): string => model.replace(/ \(.*\)$/, "");

/** The rows that count as prices on what was known by `day`; without a day, on all that is known (3.2, append-only). */
export function standing(observations: readonly Observation[], day?: string): Observation[] {
  const known = day === undefined ? observations : observations.filter(({ knownOn }) => knownOn <= day);
  const corrected = new Set(known.map(({ supersedes }) => supersedes));
  return known.filter((one) => countsAsPrice(one) && !corrected.has(one.id));
}

/**
 * Answers about list prices over time from points and curated rows together. "Known on" asks what this collection's
 * sources showed by that day, whatever was learnt later; "effective on" asks what was in force.
 */
export class PriceHistory {
  private readonly byModel = new Map<string, Observation[]>();

  constructor(
    readonly observations: readonly Observation[],
    /** Nothing learnt after this day is used. */
    readonly knownOn?: string,
  ) {
    const inOrder = standing(observations, knownOn)
      .map((one, no) => ({ one, no }))
      .sort((a, b) => byDate(a.one, b.one) || a.no - b.no);
    for (const { one } of inOrder) {
      const key = keyOf({ provider: one.provider, model: modelName(one) });
      const rows = this.byModel.get(key) ?? [];
      this.byModel.set(key, rows);
      const last = rows.at(-1);
      if (!last || changes(last, one)) rows.push(one);
    }
  }

  /** The same on what was known by the end of `day`. */
  asKnownOn(day: string): PriceHistory {
    return new PriceHistory(this.observations, day);
  }

  models(): ListedModel[] {
    return [...this.byModel.values()].map((rows) => ({
      provider: rows[0].provider,
      model: modelName(rows[0]),
      from: rows[0].date,
      to: rows[rows.length - 1].date,
      steps: rows.length,
    }));
  }

  /** Every price of a model, oldest first; the last may be scheduled. Empty: no such model. */
  of(key: ModelKey): PriceSpell[] {
    const rows = this.byModel.get(keyOf(key)) ?? [];
    return rows.map((observation, i) => ({
      from: observation.date,
      to: rows[i + 1] ? addDays(rows[i + 1].date, -1) : null,
      observation,
    }));
  }

  /** The price in force on a day; null: none yet. */
  effectiveOn(key: ModelKey, date: string): Observation | null {
    return this.of(key).findLast(({ from }) => from <= date)?.observation ?? null;
  }

  /** The prices of one calendar month with the days of each: several when it changed within the month. */
  inMonth(key: ModelKey, month: string): PriceSpell[] {
    const [first, last] = [`${month}-01`, lastDayOf(month)];
    return this.of(key)
      .filter(({ from, to }) => from <= last && (to === null || to >= first))
      .map(({ from, to, observation }) => ({
        from: from < first ? first : from,
        to: to === null || to > last ? last : to,
        observation,
      }));
  }

  /** Prices announced for later days, as seen on `day`. */
  scheduledAfter(day: string): Observation[] {
    return [...this.byModel.values()].flat().filter(({ date, knownOn }) => date > day && knownOn <= day);
  }
}

/** The rows kept for what they teach: feed errors, disputed and cancelled prices, oldest first. */
export const teachingCases = (observations: readonly Observation[]): Observation[] =>
  observations.filter((one) => !countsAsPrice(one)).sort(byDate);

const keyOf = ({ provider, model }: ModelKey): string => `${provider}|${model}`;

const byDate = (a: Observation, b: Observation): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** A row that says the same again, or says less, is no step. */
function changes({ prices: a }: Observation, { prices: b }: Observation): boolean {
  if (a.input.value !== b.input.value || a.output.value !== b.output.value) return true;
  return b.cachedInput !== null && b.cachedInput.value !== a.cachedInput?.value;
}
