import { choicesIn, choiceText, type PriceChoice, spellsOf } from "@/tokens/bill/choices";
import type { PriceHistory } from "@/tokens/prices/history";

/** Something to choose, and the month from which it has a price. */
export interface ListedChoice {
  readonly choice: PriceChoice;
  readonly from: string; // "2024-05"
}

export const catalogueOf = (history: PriceHistory): ListedChoice[] =>
  choicesIn(history).map((choice) => ({ choice, from: spellsOf(history, choice)[0].from.slice(0, 7) }));

/** The sellers in the order of the list, each with its choices. */
export function bySeller(catalogue: readonly ListedChoice[]): { provider: string; listed: readonly ListedChoice[] }[] {
  const groups = new Map<string, ListedChoice[]>();
  for (const one of catalogue) {
    const { provider } = one.choice;
    groups.set(provider, [...(groups.get(provider) ?? []), one]);
  }
  return [...groups].map(([provider, listed]) => ({ provider, listed }));
}

/**
 * Every word of the query begins a word of the seller's name, the model's name or the name shown: "opus 4.5", "google
 * flash", "flagship". Dots, dashes and case make no difference. Chinese sets no words apart: it may stand anywhere.
 */
export function matching(
  catalogue: readonly ListedChoice[],
  query: string,
  namesOf: (choice: PriceChoice) => readonly string[],
): ListedChoice[] {
  const words = plain(query).split(" ").filter(Boolean);
  return catalogue.filter(({ choice }) => {
    const text = ` ${plain([choiceText(choice), ...namesOf(choice)].join(" "))}`;
    return words.every((word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  });
}

const plain = (text: string): string => text.toLowerCase().replace(/[-._:/\s,，：]+/g, " ");
