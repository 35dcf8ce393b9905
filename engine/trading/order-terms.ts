import { dateOf } from "../calendar";
import type { BracketExits, OrderDraft, StopTerms } from "../commands";
import type { OrderField, Refusal } from "../refusals";
import type { Lots } from "../units";
import type { Exchange } from "./exchange";
import type { Market } from "./market";

/** The highest price there is, for the book and for triggers. */
const HIGHEST_PRICE = 0x80000000;

/** What an order says, looked at by itself (4.2): lots, terms that go together, triggers and dates that can be. */
export function checkOrderTerms(exchange: Exchange, draft: OrderDraft): Refusal | null {
  const most = exchange.config.orders.maxLots;
  if (!isWhole(draft.lots, 1, most)) return { reason: "lots", lots: draft.lots, least: 1, most };
  const wrong = contradictionIn(draft);
  if (wrong) return { reason: "order-terms", ...wrong };
  return checkGoodTill(exchange, draft) ?? (draft.stop ? checkTrigger(draft.stop) : null);
}

/** The exits of a bracket: on their sides of the entry and of each other, and reachable (4.2, 5.1). */
export function checkExits(market: Market, draft: OrderDraft, exits: BracketExits): Refusal | null {
  const { target, stop } = exits;
  const terms = (conflict: OrderField | null): Refusal => ({ reason: "order-terms", field: "exits", conflict });
  if (!target && !stop) return terms(null);
  if (draft.reduceOnly) return terms("reduce-only");
  if (stop) {
    if ((stop.price === undefined) === (stop.trail === undefined)) return terms("stop");
    if (stop.limit !== undefined && stop.trail !== undefined) return terms("trail");
    const refusal = checkTrigger(stop) ?? (stop.limit === undefined ? null : checkPriceExists(stop.limit));
    if (refusal) return refusal;
  }
  if (target) {
    const { limitLow: low, limitHigh: high } = market;
    if (!isWhole(target.price, low, high)) {
      return { reason: "outside-limits", price: target.price, low: low as never, high: high as never };
    }
  }
  // A long gains upwards: stop below entry below target; a short the other way round.
  const up = draft.side === "buy" ? 1 : -1;
  const entry = draft.price ?? draft.stop?.price;
  const ladder = [stop?.price, entry, target?.price].filter((price) => price !== undefined);
  for (let i = 1; i < ladder.length; i++) if ((ladder[i] - ladder[i - 1]) * up <= 0) return terms("price");
  return null;
}

/** A trigger price or a distance behind the market (4.2). */
export function checkTrigger({ price, trail }: Pick<StopTerms, "price" | "trail">): Refusal | null {
  return checkPriceExists(price ?? trail ?? 0);
}

export const isOrderCount = (exchange: Exchange, lots: number): boolean =>
  isWhole(lots, 1, exchange.config.orders.maxLots);

function checkPriceExists(price: number): Refusal | null {
  return isWhole(price, 1, HIGHEST_PRICE) ? null : { reason: "stop-price", price, least: 1, most: HIGHEST_PRICE };
}

/** Good-till-date lasts until the close of a day that is not over yet (4.2). */
function checkGoodTill(exchange: Exchange, { goodTill }: OrderDraft): Refusal | null {
  if (goodTill === undefined) return null;
  const earliest = dateOf(exchange.log.now);
  return isoDate.test(goodTill) && goodTill >= earliest ? null : { reason: "good-till", goodTill, earliest };
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

interface Contradiction {
  readonly field: OrderField;
  readonly conflict: OrderField | null;
}

/** Two terms that cannot both be meant, or one that lacks its other half. */
function contradictionIn(draft: OrderDraft): Contradiction | null {
  const { type, price, timeInForce, goodTill, postOnly, slide, display, lots, stop } = draft;
  const clash = (field: OrderField, conflict: OrderField | null): Contradiction => ({ field, conflict });
  const atOnce = timeInForce === "ioc" || timeInForce === "fok";
  if (type === "market") {
    if (price !== undefined) return clash("price", "market");
    if (postOnly) return clash("post-only", "market");
    if (display !== undefined) return clash("display", "market");
  } else if (price === undefined) return clash("price", null);
  if ((timeInForce === "gtd") !== (goodTill !== undefined)) return clash("good-till", "time-in-force");
  if (postOnly && atOnce) return clash("post-only", "time-in-force");
  if (slide && !postOnly) return clash("slide", "post-only");
  if (display !== undefined) {
    if (atOnce) return clash("display", "time-in-force");
    if (!isWhole(display, 1, lots as Lots)) return clash("display", "lots");
  }
  if (stop) {
    if ((stop.price === undefined) === (stop.trail === undefined)) return clash("stop", "trail");
    if (stop.trail !== undefined && type === "limit") return clash("trail", "price");
  }
  return null;
}

const isWhole = (n: number, least: number, most: number): boolean => Number.isSafeInteger(n) && n >= least && n <= most;
