import { choicesIn, choiceText, type PriceChoice, spellsOf } from "@/tokens/bill/choices";
import { modelsByName } from "@/tokens/bill/model-names";
import type { PriceHistory } from "@/tokens/prices/history";

/** Something to choose, and the month from which it has a price. */
export interface ListedChoice {
  readonly choice: PriceChoice;
  readonly from: string; // "2024-05"
  /** Other names of the same model. */
  readonly aliases: readonly string[];
}

/** Each model once, whatever else it is called. */
export function catalogueOf(history: PriceHistory): ListedChoice[] {
  const named = new Map(modelsByName(history).map((one) => [`${one.provider}/${one.model}`, one.aliases]));
  return choicesIn(history).flatMap((choice) => {
    const aliases = choice.kind === "slot" ? [] : named.get(choiceText(choice));
    return aliases ? [{ choice, from: spellsOf(history, choice)[0].from.slice(0, 7), aliases }] : [];
  });
}

/** With what an address chose, where that is another name of a model in the list. */
export function withChosen(catalogue: readonly ListedChoice[], choice: PriceChoice): readonly ListedChoice[] {
  if (choice.kind === "slot") return catalogue;
  return catalogue.flatMap((listed) =>
    listed.choice.provider === choice.provider && listed.aliases.includes(choice.model)
      ? [listed, { ...listed, choice, aliases: [] }]
      : [listed],
  );
}

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
 * flash", "flagship". Its other names count. Dots, dashes and case make no difference. Chinese sets no words apart: it may stand anywhere.
 */
export function matching(
  catalogue: readonly ListedChoice[],
  query: string,
  namesOf: (choice: PriceChoice) => readonly string[],
): ListedChoice[] {
  const words = plain(query).split(" ").filter(Boolean);
  return catalogue.filter(({ choice, aliases }) => {
    const text = ` ${plain([choiceText(choice), ...aliases, ...namesOf(choice)].join(" "))}`;
    return words.every((word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  });
}

const plain = (text: string): string => text.toLowerCase().replace(/[-._:/\s,，：]+/g, " ");
