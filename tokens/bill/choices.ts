import { addDays } from "@/tokens/prices/dates";
import { type PriceHistory, type PriceSpell, standing } from "@/tokens/prices/history";
import { type Slot, slots } from "@/tokens/prices/observation";
import type { TieredSpell, TierPrices } from "@/tokens/prices/tiers";

/** What a bill is priced at: one model, or whatever a seller's flagship (or small model) was at the time. */
export type PriceChoice =
  | { readonly kind: "model"; readonly provider: string; readonly model: string }
  | { readonly kind: "slot"; readonly provider: string; readonly slot: Slot };

/** As in an address: "openai:premium", "openai/gpt-5". */
export const choiceText = (choice: PriceChoice): string =>
  choice.kind === "slot" ? `${choice.provider}:${choice.slot}` : `${choice.provider}/${choice.model}`;

/** Null: names nothing. That it is in the data is `spellsOf`'s to say. */
export function readChoice(text: string): PriceChoice | null {
  const [, provider, mark, name] = /^([^/:]+)([/:])(.+)$/.exec(text) ?? [];
  if (provider === undefined) return null;
  if (mark === "/") return { kind: "model", provider, model: name };
  const slot = slots.find((one) => one === name);
  return slot ? { kind: "slot", provider, slot } : null;
}

/** All there is to choose from: slots first, then models by name, seller by seller. */
export function choicesIn(history: PriceHistory): PriceChoice[] {
  const models = history.models();
  const providers = [...new Set(models.map(({ provider }) => provider))].sort();
  return providers.flatMap((provider) => [
    ...slots
      .map((slot): PriceChoice => ({ kind: "slot", provider, slot }))
      .filter((choice) => spellsOf(history, choice).length > 0),
    ...models
      .filter((one) => one.provider === provider)
      .map(({ model }): PriceChoice => ({ kind: "model", provider, model }))
      .sort((a, b) => (choiceText(a) < choiceText(b) ? -1 : 1)),
  ]);
}

/** What the data says that a choice cost: plain prices with their tiers. */
export interface ListPrices {
  readonly history: PriceHistory;
  readonly tiers: TierPrices;
}

/** The prices of a choice with the days of each and its tiers, oldest first. Empty: the data has no such thing. */
export const tieredSpellsOf = ({ history, tiers }: ListPrices, choice: PriceChoice): TieredSpell[] =>
  tiers.over(spellsOf(history, choice));

/** The plain prices of a choice with the days of each, oldest first. */
export function spellsOf(history: PriceHistory, choice: PriceChoice): PriceSpell[] {
  if (choice.kind === "model") return history.of(choice);
  const rows = standing(history.observations, history.knownOn)
    .filter(({ provider, slot }) => provider === choice.provider && slot === choice.slot)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return rows.map((observation, i) => ({
    from: observation.date,
    to: rows[i + 1] ? addDays(rows[i + 1].date, -1) : null,
    observation,
  }));
}
