import type { ListedModel } from "@/tokens/prices/history";

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
