import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { type Blend, CACHED_BLEND, isBlend, SLOT_BLEND } from "@/tokens/prices/blend";
import { isDate } from "@/tokens/prices/dates";
import { EARLIEST } from "@/tokens/prices/schema";
import { type Query, VERSION } from "../chart/addresses";

/** What a reader of the price explorer chose; all of it is in the address. */
export interface Choice {
  /** The benchmarks, the sellers of a slot, or the models of one seller. */
  readonly show: "benchmarks" | "premium" | "economy" | "models";
  readonly provider: string; // of a slot: the seller set off from the others; "" none
  readonly model: string;
  readonly kind: Kind;
  readonly mix: Blend;
  readonly measure: "average" | "like-for-like";
  readonly scale: "log" | "linear";
  /** Only what was known by the end of this day; null: all that is known. */
  readonly known: string | null;
  /** What the room fixed is shown to this day, as it was when it was cited; null: as far as there is any. */
  readonly until: string | null;
  /** Observations whose sources are shown. */
  readonly open: readonly string[];
}

export const shows = ["benchmarks", "premium", "economy", "models"] as const;
/** Kinds of tokens, or a mix of them. Cached and written ones are known of models alone. */
export const kinds = ["mix", "input", "output", "cached", "write"] as const;
export type Kind = (typeof kinds)[number];
export const kindsOf = (show: Choice["show"]): readonly Kind[] => (show === "models" ? kinds : kinds.slice(0, 3));

/** The models that can be chosen, by seller: what an address names must exist. `usual` is the one chosen by itself. */
export type Catalogue = ReadonlyMap<string, { readonly models: readonly string[]; readonly usual: string }>;

export const MOST_PARTS = 20;
const MOST_OPEN = 12;
const FIRST_SELLER = "openai";

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Anything in an address that cannot be is as if it were not there. */
export function parseChoice(params: Params, catalogue: Catalogue): Choice {
  const text = (name: string) => [params[name]].flat()[0] ?? "";
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T =>
    allowed.find((one) => one === text(name)) ?? allowed[0];
  const show = oneOf("show", shows);
  const asked = catalogue.has(text("provider")) ? text("provider") : "";
  const provider = show === "models" ? asked || FIRST_SELLER : show === "benchmarks" ? "" : asked;
  const sold = show === "models" ? catalogue.get(provider) : undefined;
  const known = text("known");
  const until = text("until");
  return {
    show,
    provider,
    model: sold?.models.includes(text("model")) ? text("model") : (sold?.usual ?? ""),
    kind: oneOf("kind", kindsOf(show)),
    mix: parseMix(text("mix") === "own" ? ["c", "i", "o"].map(text).join(":") : text("mix")),
    measure: oneOf("measure", ["average", "like-for-like"]),
    scale: oneOf("scale", ["log", "linear"]),
    known: isDate(known) && known >= EARLIEST ? known : null,
    until: isDate(until) && until > BASE_DATE ? until : null,
    open: text("open")
      .split(".")
      .filter((id) => /^[a-z]\d{4,}$/.test(id))
      .slice(0, MOST_OPEN),
  };
}

/** "3:1" is input to output, "7:2:1" cached input, fresh input, output. */
function parseMix(text: string): Blend {
  const parts = text.split(":").map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : Number.NaN));
  const [cached, input, output] = parts.length === 2 ? [0, ...parts] : parts;
  const mix = { cached, input, output };
  return parts.length >= 2 && parts.length <= 3 && isBlend(mix) && Math.max(...parts) <= MOST_PARTS ? mix : SLOT_BLEND;
}

export const mixText = ({ cached, input, output }: Blend): string =>
  cached === 0 ? `${input}:${output}` : `${cached}:${input}:${output}`;

export const sameMix = (a: Blend, b: Blend): boolean =>
  a.cached === b.cached && a.input === b.input && a.output === b.output;

export const presets = [SLOT_BLEND, CACHED_BLEND] as const;

/** What of a choice is not as it is by itself: two choices that show the same have one address. */
export function choiceQuery(choice: Choice, catalogue: Catalogue): Query {
  const usual = parseChoice({ show: choice.show, provider: choice.provider }, catalogue);
  const query: Record<string, string> = {};
  if (choice.show !== shows[0]) query.show = choice.show;
  if (choice.provider !== "" && !(choice.show === "models" && choice.provider === FIRST_SELLER))
    query.provider = choice.provider;
  if (choice.model !== usual.model) query.model = choice.model;
  if (choice.kind !== usual.kind) query.kind = choice.kind;
  if (choice.kind === "mix" && !sameMix(choice.mix, usual.mix)) query.mix = mixText(choice.mix);
  if (choice.show === "benchmarks" && choice.measure !== usual.measure) query.measure = choice.measure;
  if (choice.scale !== usual.scale) query.scale = choice.scale;
  if (choice.known !== null) query.known = choice.known;
  if (choice.until !== null) query.until = choice.until;
  return query;
}

const LONGEST_VERSION = 40;

/** The version of the data an address was made with; null: it names none. */
export const versionIn = (params: Params): string | null => {
  const version = [params[VERSION]].flat()[0] ?? "";
  return version === "" ? null : version.slice(0, LONGEST_VERSION);
};
