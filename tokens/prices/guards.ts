import { type Amount, countsAsPrice, type Observation } from "./observation";
import type { TableRow } from "./table";

/**
 * Dollars a million tokens usually cost. A slip of unit is a factor of 1,000 (per thousand instead of per million), and
 * each band is narrower than that, so a slipped price always falls outside it. Outside a row must say `confirmed`.
 */
export const usual = { input: { from: 0.05, to: 30 }, output: { from: 0.1, to: 90 } } as const;
/** Not even a confirmed row. */
export const possible = { from: 0.001, to: 1000 } as const;
/** Times the last price of the same model at the same seller, up or down, that a row may move unconfirmed (as 3.2). */
export const FAR = 5;
/** A cached token costs at most a fresh one, and at least this part of it: the deepest discount seen is 1/121. */
export const LEAST_CACHED_SHARE = 1 / 200;
/** A cache write costs 0.625 to 2 times the input where it is known. */
export const CACHE_WRITE = { from: 0.5, to: 4 } as const;

interface Read {
  readonly row: TableRow;
  readonly observation: Observation;
}

/** What a price may be, looked at alone. */
export function checkPrices(row: TableRow, observation: Observation): void {
  const { input, output, cachedInput, cacheWrite } = observation.prices;
  const inBand = observation.confirmed || !countsAsPrice(observation);
  for (const [column, amount] of [
    ["input", input],
    ["output", output],
  ] as const) {
    const { from, to } = inBand ? possible : usual[column];
    if (amount.value >= from && amount.value <= to) continue;
    const way = inBand ? "" : ": a slip of unit, or say confirmed";
    row.wrong(column, `${amount.text} is outside ${from} to ${to} dollars a million tokens${way}`);
  }
  if (cachedInput && !isShare(cachedInput, input, LEAST_CACHED_SHARE, 1)) {
    row.wrong("cached_input", `${cachedInput.text} is no discount on an input of ${input.text}`);
  }
  if (cacheWrite && !isShare(cacheWrite, input, CACHE_WRITE.from, CACHE_WRITE.to)) {
    row.wrong("cache_write", `${cacheWrite.text} does not go with an input of ${input.text}`);
  }
}

const isShare = (amount: Amount, of: Amount, least: number, most: number): boolean =>
  amount.value >= least * of.value && amount.value <= most * of.value;

/** Ids are used once, rows are not repeated, a correction corrects something, and prices move within bounds. */
export function checkAgainstOthers(read: readonly Read[]): void {
  const ids = new Map<string, Read>();
  const seen = new Map<string, Read>();
  for (const one of read) {
    const { row, observation } = one;
    const before = ids.get(observation.id);
    if (before) row.wrong("id", `${observation.id} is taken by ${placeOf(before)}`);
    else ids.set(observation.id, one);
    const same = keyOf(observation);
    const twin = seen.get(same);
    if (twin) row.wrong(null, `repeats ${placeOf(twin)}`);
    else seen.set(same, one);
    const { supersedes } = observation;
    const corrected = supersedes === null ? undefined : ids.get(supersedes);
    if (supersedes !== null && !corrected) row.wrong("supersedes", `${supersedes} is no row above`);
    if (corrected && corrected.observation.provider !== observation.provider) {
      row.wrong("supersedes", `${supersedes} is a price of ${corrected.observation.provider}`);
    }
  }
  checkMoves(read);
}

const placeOf = ({ observation: { file, line } }: Read): string => `${file}, row ${line}`;

const keyOf = ({ date, provider, model, slot, sourceText, prices, supersedes }: Observation): string =>
  [date, provider, model, slot, sourceText, prices.input.text, prices.output.text, supersedes].join("|");

/** Against the price of the same model before it, in the order of dates; a curated row follows its own slot. */
function checkMoves(read: readonly Read[]): void {
  const superseded = new Set(read.map(({ observation }) => observation.supersedes));
  const inOrder = read
    .filter(({ observation }) => countsAsPrice(observation) && !superseded.has(observation.id))
    .map((one, no) => ({ ...one, no }))
    .sort((a, b) => compare(a.observation.date, b.observation.date) || a.no - b.no);
  const last = new Map<string, Observation>();
  for (const { row, observation } of inOrder) {
    const key = `${observation.provider}|${observation.model}|${observation.slot ?? ""}`;
    const before = last.get(key);
    last.set(key, observation);
    if (!before || observation.confirmed) continue;
    for (const column of ["input", "output"] as const) {
      const [was, is] = [before.prices[column], observation.prices[column]];
      if (is.value <= FAR * was.value && FAR * is.value >= was.value) continue;
      row.wrong(
        column,
        `${is.text} is beyond ×${FAR} or ÷${FAR} of ${was.text} on ${before.date} (${before.id}): say confirmed if it is right`,
      );
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
