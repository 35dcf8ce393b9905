import type { BracketExits, OrderDraft, SpreadDraft, StopTerms } from "@/engine/commands";
import { lots, type Ticks, ticks } from "@/engine/units";
import { type DecimalProblem, parseDecimal, parseSignedDecimal } from "@/wire/decimal";
import { formatPrice, type Notation, notationFor } from "@/wire/notation";
import { errorBody } from "@/wire/refusal-body";
import {
  type ExitsRequest,
  type OrderRequest,
  type SpreadRequest,
  type StopRequest,
  timeInForceOf,
} from "@/wire/requests";
import type { ErrorBody } from "@/wire/views";
import type { RoomContracts } from "./ask";

/** History keeps prices in 32 bits; no limit ever comes near it. */
const mostTicks = 2 ** 31 - 1;

interface Order {
  readonly order: OrderDraft;
  readonly exits?: BracketExits;
}
type Refused = { readonly ok: false; readonly error: ErrorBody };
export type Drafted = ({ readonly ok: true } & Order) | Refused;
export type DraftedSpread = { readonly ok: true; readonly spread: SpreadDraft } | Refused;

/** An order as asked for, in the units of its contract. What it lacks there is refused before the journal. */
export function draftOrder(asked: OrderRequest, { notation, listed }: RoomContracts): Drafted {
  const { symbol, side, type, goodTill, postOnly = false, slide, reduceOnly, display, stop, exits } = asked;
  if (!listed.includes(symbol)) return notListed(symbol, listed);
  const fields = new PriceFields(notationFor(symbol, notation));
  const order: OrderDraft = {
    contract: symbol,
    side,
    type,
    lots: lots(asked.lots),
    ...(asked.price !== undefined && { price: fields.read("price", asked.price) }),
    timeInForce: timeInForceOf(asked),
    ...(goodTill !== undefined && { goodTill }),
    postOnly,
    ...(slide && { slide }),
    ...(reduceOnly && { reduceOnly }),
    ...(display !== undefined && { display: lots(display) }),
    ...(stop && { stop: stopTerms(stop, "stop", fields) }),
    selfTrade: asked.selfTrade ?? "newest",
    ...(asked.clientOrderId !== undefined && { clientOrderId: asked.clientOrderId }),
  };
  const drafted = { order, ...(exits && { exits: exitTerms(exits, fields) }) };
  return fields.refusal ?? { ok: true, ...drafted };
}

export function draftSpread(asked: SpreadRequest, { notation, listed }: RoomContracts): DraftedSpread {
  const { near, far, side, price, clientOrderId } = asked;
  const unknown = [near, far].find((symbol) => !listed.includes(symbol));
  if (unknown !== undefined) return notListed(unknown, listed);
  const fields = new PriceFields(notationFor(near, notation));
  const spread: SpreadDraft = {
    near,
    far,
    side,
    lots: lots(asked.lots),
    price: fields.read("price", price, "signed"),
    ...(clientOrderId !== undefined && { clientOrderId }),
  };
  return fields.refusal ?? { ok: true, spread };
}

const notListed = (symbol: string, listed: readonly string[]): Refused => ({
  ok: false,
  error: errorBody("unknown-contract", { symbol, listed }),
});

/** Reads the prices of one order, and keeps the refusal of the first that cannot be read. */
class PriceFields {
  refusal: Refused | null = null;

  constructor(private readonly notation: Notation) {}

  read(path: string, text: string, sign?: "signed"): Ticks {
    const read = readPrice(text, this.notation, path, sign);
    if (read.ok) return read.ticks;
    this.refusal ??= read;
    return ticks(0); // of a draft that is not used
  }
}

const stopTerms = ({ source = "last", price, trail }: StopRequest, path: string, fields: PriceFields): StopTerms => ({
  source,
  ...(price !== undefined && { price: fields.read(`${path}.price`, price) }),
  ...(trail !== undefined && { trail: fields.read(`${path}.trail`, trail) }),
});

const exitTerms = ({ target, stop }: ExitsRequest, fields: PriceFields): BracketExits => ({
  ...(target && { target: { price: fields.read("exits.target.price", target.price) } }),
  ...(stop && {
    stop: {
      ...stopTerms(stop, "exits.stop", fields),
      ...(stop.limit !== undefined && { limit: fields.read("exits.stop.limit", stop.limit) }),
    },
  }),
});

type ReadPrice = { readonly ok: true; readonly ticks: Ticks } | Refused;

export function readPrice(text: string, notation: Notation, path = "price", sign?: "signed"): ReadPrice {
  const parsed = sign
    ? parseSignedDecimal(text, notation.tickDecimals)
    : parseDecimal(text, notation.tickDecimals, mostTicks);
  if (parsed.ok && Math.abs(parsed.value) <= mostTicks) return { ok: true, ticks: ticks(parsed.value) };
  const problem = parsed.ok ? "too-large" : parsed.problem;
  if (problem !== "off-tick") return { ok: false, error: badDecimal(path, problem) };
  return { ok: false, error: errorBody("off-tick", { price: text, tick: formatPrice(1, notation) }) };
}

const words: Record<DecimalProblem, string> = {
  blank: "is blank",
  "not-a-decimal": 'is not a plain decimal such as "4.638"',
  "off-tick": "has too many decimals",
  "too-large": "is too large",
};

export const badDecimal = (path: string, problem: DecimalProblem): ErrorBody => badRequest(path, words[problem]);

export const badRequest = (path: string, problem: string): ErrorBody =>
  errorBody("invalid-request", { problems: [{ path, problem }] });
