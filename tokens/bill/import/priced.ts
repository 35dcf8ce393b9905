import { type Cents, cents } from "@/engine/units";
import type { ListedModel } from "@/tokens/prices/history";
import type { Observation } from "@/tokens/prices/observation";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { costOver } from "../bill";
import { type ListPrices, type PriceChoice, tieredSpellsOf } from "../choices";
import { matchModel, modelsByName, type NamedModel } from "../model-names";
import { type Exact, toCents } from "../money";
import { noUsage, plus, totalTokens, type Usage } from "../usage";
import type { Period } from "./cells";
import { type Charge, type ExportedUsage, plusCharge, usageOf } from "./reading";

/**
 * Why a row stands in no total. A total stands beside others, so a row that one of them lacks is in none of them:
 * `no-price-yet` is of its own model, `chosen-has-no-price` of the one it is compared with.
 */
export type LeftOut = "model-unknown" | "no-price-yet" | "chosen-has-no-price" | "not-in-dollars" | "no-amount";

/** The days of one month on which a model of the file had one price, each row priced on its own days. */
export interface PricedRow extends Period {
  readonly model: string;
  readonly choice: PriceChoice | null; // null: the data has no such model
  /** The prices of these days: one, or all those of a period that the file does not tell by day. */
  readonly at: readonly Observation[];
  readonly usage: Usage;
  readonly charge: Charge;
  readonly own: Cents | null;
  readonly chosen: Cents | null;
  readonly leftOut: LeftOut | null;
}

export interface Sums {
  readonly rows: number;
  readonly tokens: number;
  readonly long: number;
  readonly own: Cents;
  readonly chosen: Cents | null;
  readonly charge: Charge;
}

/** A file at list prices. Each row is exact and rounded once; totals are sums of rows that have all that is totalled. */
export interface PricedFile {
  readonly rows: readonly PricedRow[];
  readonly total: Sums | null; // null: no row has all of it
  /** By reason and currency. */
  readonly leftOut: readonly (Sums & { readonly why: LeftOut })[];
}

export function pricedFile(lines: readonly ExportedUsage[], prices: ListPrices, chosen: PriceChoice): PricedFile {
  const groups = groupsOf(lines, prices);
  const chosenSpells = tieredSpellsOf(prices, chosen);
  const bare = groups.map((group) => ({ ...group, chosen: centsOver(group.lines, chosenSpells) }));
  const asks = {
    billed: bare.some(({ charge }) => charge.billed !== null),
    chosen: bare.some((row) => row.chosen !== null),
  };
  const rows = bare.map(({ lines: _, ...row }) => ({ ...row, leftOut: reasonOf(row, asks) }));
  const left = groupedBy(
    rows.filter(({ leftOut }) => leftOut !== null),
    ({ leftOut, charge }) => `${leftOut} ${charge.currency}`,
  );
  return {
    rows,
    total: sumsOf(rows.filter(({ leftOut }) => leftOut === null)),
    leftOut: [...left.values()].flatMap((some) => {
      const [sums, why] = [sumsOf(some), some[0].leftOut];
      return sums && why ? [{ ...sums, why }] : [];
    }),
  };
}

type Bare = Omit<PricedRow, "leftOut">;

function reasonOf(
  { choice, own, chosen, charge }: Bare,
  asks: { readonly billed: boolean; readonly chosen: boolean },
): LeftOut | null {
  if (choice === null) return "model-unknown";
  if (own === null) return "no-price-yet";
  if (asks.billed && charge.currency !== "USD") return "not-in-dollars";
  if (asks.billed && charge.billed === null) return "no-amount";
  return asks.chosen && chosen === null ? "chosen-has-no-price" : null;
}

/** Lines of one month, model, currency and price together. */
function groupsOf(lines: readonly ExportedUsage[], prices: ListPrices) {
  const listed = prices.history.models();
  const entries = modelsByName(prices.history);
  const models = new Map<string, { choice: PriceChoice | null; spells: readonly TieredSpell[] }>();
  const modelOf = (name: string) => {
    const known = models.get(name);
    if (known) return known;
    const alias = matchModel(name, listed);
    const match = alias && (entries.find((one) => isNamed(one, alias)) ?? alias);
    const choice: PriceChoice | null = match && { kind: "model", provider: match.provider, model: match.model };
    const found = { choice, spells: choice ? tieredSpellsOf(prices, choice) : [] };
    models.set(name, found);
    return found;
  };
  const withPrices = lines.map((line) => {
    const at = spellsIn(modelOf(line.model).spells, line).map(({ observation }) => observation);
    return { line, at: [...new Set(at)] };
  });
  const groups = groupedBy(withPrices, ({ line, at }) =>
    [line.from.slice(0, 7), line.model, line.charge.currency, ...at.map(({ id }) => id)].join(" "),
  );
  return [...groups.values()].map((group) => {
    const own = group.map(({ line }) => line);
    const { choice, spells } = modelOf(own[0].model);
    return {
      from: own.reduce((first, { from }) => (from < first ? from : first), own[0].from),
      to: own.reduce((last, { to }) => (to > last ? to : last), own[0].to),
      model: own[0].model,
      choice,
      at: group[0].at,
      usage: own.reduce<Usage>((all, line) => plus(all, usageAt(line, spells)), noUsage),
      charge: own.map(({ charge }) => charge).reduce(plusCharge),
      own: centsOver(own, spells),
      lines: own,
    };
  });
}

/** A name that lacks a price of cached tokens has the one of the same model. */
const isNamed = ({ provider, model, aliases }: NamedModel, alias: ListedModel): boolean =>
  provider === alias.provider && (model === alias.model || aliases.includes(alias.model));

/** Null: one of the lines has no price. */
function centsOver(lines: readonly ExportedUsage[], spells: readonly TieredSpell[]): Cents | null {
  let exact = 0n;
  for (const line of lines) {
    const cost = costOver(usageAt(line, spells), spells, line.from, line.to);
    if (cost === null) return null;
    exact += cost;
  }
  return toCents(exact as Exact);
}

/** With the requests apart that are long by the model's own measure on those days. */
const usageAt = (line: ExportedUsage, spells: readonly TieredSpell[]): Usage =>
  usageOf(line, spellsIn(spells, line).findLast(({ tiers }) => tiers.long !== null)?.tiers.long?.above ?? null);

const spellsIn = (spells: readonly TieredSpell[], { from, to }: Period): TieredSpell[] =>
  spells.filter((spell) => spell.from <= to && (spell.to === null || spell.to >= from));

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}

function sumsOf(rows: readonly PricedRow[]): Sums | null {
  if (rows.length === 0) return null;
  const sum = (of: (row: PricedRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    rows: rows.length,
    tokens: sum(({ usage }) => totalTokens(usage)),
    long: sum(({ usage }) => totalTokens({ ...noUsage, long: usage.long })),
    own: cents(sum(({ own }) => own ?? 0)),
    chosen: rows.every(({ chosen }) => chosen === null) ? null : cents(sum(({ chosen }) => chosen ?? 0)),
    charge: rows.map(({ charge }) => charge).reduce(plusCharge),
  };
}
