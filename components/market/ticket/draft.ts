import { type DecimalProblem, parseDecimal } from "@/wire/decimal";
import type { OrderRequest, StopRequest } from "@/wire/requests";
import type { ContractQuote } from "@/wire/views";
import { decimalsOf, priceOf } from "../exact";

export type Side = "buy" | "sell";
export type OrderKind = "limit" | "market" | "stop" | "stop-limit" | "trailing";
/** A spread is a ticket of its own (spread-ticket.tsx). */
export type TicketKind = OrderKind | "spread";
export type TimeInForce = "gtc" | "day" | "gtd" | "ioc" | "fok";
export type TriggerSource = "last" | "mark";

/** The ticket as it stands: numbers as typed, half-written ones included. What a kind has no use for is kept, and not sent. */
export interface Draft {
  readonly side: Side;
  readonly kind: TicketKind;
  readonly price: string;
  readonly lots: string;
  readonly trigger: string;
  readonly trail: string;
  readonly source: TriggerSource;
  readonly timeInForce: TimeInForce;
  readonly goodTill: string; // ISO date
  readonly postOnly: boolean;
  readonly slide: boolean;
  readonly reduceOnly: boolean;
  /** Iceberg: lots shown at a time; blank: all of them. */
  readonly display: string;
  /** Bracket: where to take the profit and where to end the loss; blank: not at all. */
  readonly target: string;
  readonly stopLoss: string;
}

export const emptyDraft: Draft = {
  side: "buy",
  kind: "limit",
  price: "",
  lots: "1",
  trigger: "",
  trail: "",
  source: "last",
  timeInForce: "gtc",
  goodTill: "",
  postOnly: false,
  slide: false,
  reduceOnly: false,
  display: "",
  target: "",
  stopLoss: "",
};

export type PriceName = "price" | "trigger" | "trail" | "target" | "stopLoss";
export type DraftProblem =
  | `${PriceName}-${"blank" | "invalid" | "off-tick"}`
  | `${"lots" | "display"}-${"blank" | "invalid"}`
  | "goodTill-blank";

/** Which terms an order of this kind can have (4.2). */
export const isStop = ({ kind }: Draft): boolean => kind === "stop" || kind === "stop-limit" || kind === "trailing";
export const hasPrice = ({ kind }: Draft): boolean => kind === "limit" || kind === "stop-limit";
export const canRest = (draft: Draft): boolean =>
  hasPrice(draft) && draft.timeInForce !== "ioc" && draft.timeInForce !== "fok";
export const canBePostOnly = (draft: Draft): boolean => draft.kind === "limit" && canRest(draft);
export const canHaveExits = (draft: Draft): boolean => draft.kind !== "spread" && !draft.reduceOnly;

export const timesInForce = ({ kind }: Draft): readonly TimeInForce[] =>
  kind === "limit" ? ["gtc", "day", "gtd", "ioc", "fok"] : ["gtc", "day", "gtd"];

/** The request a draft asks for, or what is still wrong with it. Rules of the market are the room's to judge, not ours. */
export function requestOf(draft: Draft, quote: ContractQuote): { request: OrderRequest } | { problem: DraftProblem } {
  const fields = new Fields(decimalsOf(quote.tick));
  const lots = fields.whole("lots", draft.lots);
  const stop = isStop(draft) ? stopOf(draft, fields) : undefined;
  const price = hasPrice(draft) ? fields.price("price", draft.price) : undefined;
  const display = canRest(draft) && draft.display.trim() !== "" ? fields.whole("display", draft.display) : undefined;
  const exits = canHaveExits(draft) ? exitsOf(draft, fields) : undefined;
  const waits = stop || draft.kind === "limit";
  if (waits && draft.timeInForce === "gtd" && draft.goodTill === "") fields.problem ??= "goodTill-blank";
  if (fields.problem) return { problem: fields.problem };
  const timeInForce = timesInForce(draft).includes(draft.timeInForce) ? draft.timeInForce : "gtc";
  return {
    request: {
      symbol: quote.symbol,
      side: draft.side,
      type: price === undefined ? "market" : "limit",
      lots,
      ...(price !== undefined && { price }),
      ...(stop && { stop }),
      ...(waits && { timeInForce }),
      ...(waits && timeInForce === "gtd" && { goodTill: draft.goodTill }),
      ...(canBePostOnly(draft) && draft.postOnly && { postOnly: true, ...(draft.slide && { slide: true }) }),
      ...(draft.reduceOnly && { reduceOnly: true }),
      ...(display !== undefined && { display }),
      ...(exits && { exits }),
    },
  };
}

const stopOf = ({ kind, source, trigger, trail }: Draft, fields: Fields): StopRequest =>
  kind === "trailing"
    ? { source, trail: fields.price("trail", trail) }
    : { source, price: fields.price("trigger", trigger) };

function exitsOf({ target, stopLoss }: Draft, fields: Fields): OrderRequest["exits"] {
  if (target.trim() === "" && stopLoss.trim() === "") return undefined;
  return {
    ...(target.trim() !== "" && { target: { price: fields.price("target", target) } }),
    ...(stopLoss.trim() !== "" && { stop: { price: fields.price("stopLoss", stopLoss) } }),
  };
}

/** Reads numbers as typed, and keeps the first problem there is. */
class Fields {
  problem: DraftProblem | null = null;

  constructor(private readonly decimals: number) {}

  whole(name: "lots" | "display", text: string): number {
    const parsed = parseDecimal(text.trim(), 0);
    if (parsed.ok && parsed.value > 0) return parsed.value;
    this.problem ??= `${name}-${!parsed.ok && parsed.problem === "blank" ? "blank" : "invalid"}`;
    return 0;
  }

  price(name: PriceName, text: string): string {
    const parsed = parseDecimal(text.trim(), this.decimals);
    if (parsed.ok) return priceOf(parsed.value, this.decimals);
    this.problem ??= `${name}-${problems[parsed.problem]}`;
    return "";
  }
}

const problems: Record<DecimalProblem, "blank" | "invalid" | "off-tick"> = {
  blank: "blank",
  "off-tick": "off-tick",
  "not-a-decimal": "invalid",
  "too-large": "invalid",
};

/** The order that ends a position now: market, the whole of it, the other way, and never more than it. */
export const closing = (net: number): Draft => ({
  ...emptyDraft,
  side: net > 0 ? "sell" : "buy",
  kind: "market",
  lots: String(Math.abs(net)),
  reduceOnly: true,
});
