import type { ListedModel, PriceHistory, PriceSpell } from "@/tokens/prices/history";

/** Which listed model an export means, or null. Its own name is looked for first, then the same without date and dots. */
export function matchModel(exported: string, listed: readonly ListedModel[]): ListedModel | null {
  const slash = exported.indexOf("/");
  const seller = slash > 0 ? exported.slice(0, slash).toLowerCase() : null;
  const name = exported.slice(slash + 1).toLowerCase();
  const candidates = [
    (model: string) => model.toLowerCase() === name,
    (model: string) => plain(model) === plain(name),
    (model: string) => undated(model) === undated(name),
  ];
  for (const isIt of candidates) {
    const found = listed.filter(({ model }) => isIt(model));
    // Resellers list other sellers' models later than their makers do.
    const best =
      found.find(({ provider }) => provider === seller) ?? found.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
    if (best) return best;
  }
  return null;
}

const plain = (name: string): string => name.toLowerCase().replace(/[.:@_\s]/g, "-");

/** Without the snapshot's date: "claude-opus-4-5-20251101", "gpt-4o-2024-08-06". */
const undated = (name: string): string => plain(name).replace(/-(\d{8}|\d{4}-\d{2}-\d{2})$/, "");

/** One model of a seller, and the other names that sources cite it under. */
export interface NamedModel {
  readonly provider: string;
  readonly model: string;
  readonly aliases: readonly string[];
}

/**
 * Models by seller, each under the name with the longest history. Two names are one model if they differ in separators,
 * the order of words or a date at the end, and had the same price on every day on which both have one.
 */
export function modelsByName(history: PriceHistory): NamedModel[] {
  const groups: { model: ListedModel; key: string; spells: readonly PriceSpell[]; aliases: string[] }[] = [];
  const named = history.models().map((model) => {
    const spells = history.of(model);
    return { model, spells, key: `${model.provider} ${inOneOrder(model.model)}`, cached: tellsCached(spells) };
  });
  for (const { model, key, spells } of named.toSorted((a, b) => longerFirst(a, b))) {
    const same = groups.find((group) => group.key === key && agree(group.spells, spells));
    if (same) same.aliases.push(model.model);
    else groups.push({ model, key, spells, aliases: [] });
  }
  return groups.map(({ model: { provider, model }, aliases }) => ({ provider, model, aliases: aliases.sort() }));
}

/** Words by letter, numbers as they stand: "gemini-1.5-pro" is "gemini-pro-1.5", but 05-06 is not 06-05. */
function inOneOrder(name: string): string {
  const words = undated(name).split("-");
  const isNumber = (word: string) => /^\d+$/.test(word);
  return [...words.filter((word) => !isNumber(word)).sort(), ...words.filter(isNumber)].join("-");
}

const tellsCached = (spells: readonly PriceSpell[]): boolean =>
  spells.some(({ observation: { prices } }) => prices.cachedInput !== null);

interface Named {
  readonly model: ListedModel;
  readonly cached: boolean;
}

/** The name that has had a price for longest; then one that has a price of cached tokens; then the shortest. */
function longerFirst(a: Named, b: Named): number {
  if (a.model.from !== b.model.from) return a.model.from < b.model.from ? -1 : 1;
  if (a.cached !== b.cached) return a.cached ? -1 : 1;
  return a.model.model.length - b.model.model.length || (a.model.model < b.model.model ? -1 : 1);
}

/** The last price of each lasts, so two names always share days. A price of cached tokens that one lacks says nothing. */
function agree(some: readonly PriceSpell[], others: readonly PriceSpell[]): boolean {
  return some.every((a) =>
    others
      .filter((b) => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to))
      .every((b) => samePrices(a, b)),
  );
}

function samePrices({ observation: { prices: a } }: PriceSpell, { observation: { prices: b } }: PriceSpell): boolean {
  const cached = a.cachedInput === null || b.cachedInput === null || a.cachedInput.value === b.cachedInput.value;
  return a.input.value === b.input.value && a.output.value === b.output.value && cached;
}
