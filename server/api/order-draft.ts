import type { OrderDraft } from "@/engine/commands";
import { lots, type Ticks, ticks } from "@/engine/units";
import { type DecimalProblem, parseDecimal } from "@/wire/decimal";
import { formatPrice, type Notation, notationFor } from "@/wire/notation";
import { errorBody } from "@/wire/refusal-body";
import type { OrderRequest } from "@/wire/requests";
import type { ErrorBody } from "@/wire/views";
import type { RoomContracts } from "./ask";

/** History keeps prices in 32 bits; no limit ever comes near it. */
const mostTicks = 2 ** 31 - 1;

export type Drafted =
  | { readonly ok: true; readonly draft: OrderDraft }
  | { readonly ok: false; readonly error: ErrorBody };

/** An order as asked for, in the units of its contract. What it lacks there is refused before the journal. */
export function draftOrder(order: OrderRequest, { notation, listed }: RoomContracts): Drafted {
  const { symbol, side, type, timeInForce, postOnly = false, selfTrade = "newest", clientOrderId } = order;
  if (!listed.includes(symbol)) return { ok: false, error: errorBody("unknown-contract", { symbol, listed }) };
  const price = order.price === undefined ? null : readPrice(order.price, notationFor(symbol, notation));
  if (price && !price.ok) return price;
  return {
    ok: true,
    draft: {
      contract: symbol,
      side,
      type,
      lots: lots(order.lots),
      ...(price && { price: price.ticks }),
      timeInForce: timeInForce ?? (type === "limit" ? "gtc" : "ioc"),
      postOnly,
      selfTrade,
      ...(clientOrderId !== undefined && { clientOrderId }),
    },
  };
}

type ReadPrice = { readonly ok: true; readonly ticks: Ticks } | { readonly ok: false; readonly error: ErrorBody };

export function readPrice(text: string, notation: Notation): ReadPrice {
  const parsed = parseDecimal(text, notation.tickDecimals, mostTicks);
  if (parsed.ok) return { ok: true, ticks: ticks(parsed.value) };
  if (parsed.problem === "off-tick") {
    return { ok: false, error: errorBody("off-tick", { price: text, tick: formatPrice(1, notation) }) };
  }
  return { ok: false, error: badDecimal("price", parsed.problem) };
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
