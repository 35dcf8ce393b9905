import type { OrderField, Refusal } from "@/engine/refusals";
import { formatMoney } from "./decimal";
import { type ErrorCode, errorTable, ruleOf } from "./errors";
import { formatPrice, notationFor, type RoomNotation } from "./notation";
import { isoTime } from "./time";
import type { ErrorBody } from "./views";

/** An error as it is sent. The message is for logs and terminals; pages write their own sentence from code and details. */
export function errorBody(code: ErrorCode, details: Record<string, unknown> = {}): ErrorBody {
  const rule = ruleOf(code);
  const { means } = errorTable[code];
  return { code, message: rule ? `${means.slice(0, -1)} (rule ${rule}).` : means, details };
}

/** `symbol`: of the contract the refused command was about, null if it was about none. */
export const toErrorBody = (refusal: Refusal, symbol: string | null, room: RoomNotation): ErrorBody =>
  errorBody(refusal.reason, detailsOf(refusal, symbol, room));

/** A term by the name it has in a request. */
const fieldName = (field: OrderField): string =>
  field === "contract" ? "symbol" : field.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function detailsOf(refusal: Refusal, symbol: string | null, room: RoomNotation): Record<string, unknown> {
  const price = (ticks: number) => formatPrice(ticks, notationFor(symbol ?? "", room));
  switch (refusal.reason) {
    case "unknown-contract":
      return { symbol: refusal.contract, listed: refusal.listed };
    case "unknown-order":
      return { order: String(refusal.order) };
    case "closed":
    case "auction":
      return { opensAt: isoTime(refusal.opensAt) };
    case "order-terms":
      return { field: fieldName(refusal.field), conflict: refusal.conflict && fieldName(refusal.conflict) };
    case "stop-price":
      return { price: price(refusal.price), low: price(refusal.least), high: price(refusal.most) };
    case "good-till":
      return { goodTill: refusal.goodTill, earliest: refusal.earliest };
    case "reduce-only":
      return { net: refusal.net };
    case "not-adjacent":
      return { near: refusal.near, far: refusal.far };
    case "leg-locked":
      return { leg: refusal.leg, why: refusal.why };
    case "not-halted":
      return { symbol: refusal.contract };
    case "scenario-running":
      return { scenario: refusal.scenario, until: refusal.until };
    case "lots":
      return { lots: refusal.lots, least: refusal.least, most: refusal.most };
    case "outside-limits":
      return { price: price(refusal.price), low: price(refusal.low), high: price(refusal.high) };
    case "price-band":
      return { price: price(refusal.price), mark: price(refusal.mark), bound: price(refusal.bound) };
    case "no-opposite-side":
      return { symbol: refusal.contract };
    case "post-only":
      return { price: price(refusal.price), touch: price(refusal.touch) };
    case "fok-unfilled":
      return { lots: refusal.lots, available: refusal.available };
    case "duplicate-id":
      return { clientOrderId: refusal.clientOrderId };
    case "already-filled":
      return { lots: refusal.lots, filled: refusal.filled };
    case "position-limit":
      return { worst: refusal.worst, limit: refusal.limit, benchmark: refusal.benchmark };
    case "insufficient-margin":
      return {
        requirementBefore: formatMoney(refusal.requirementBefore),
        required: formatMoney(refusal.required),
        /** What the order needs on top of what is tied up already, to compare with `free`. */
        needs: formatMoney(refusal.required - refusal.requirementBefore + refusal.fee + refusal.loss),
        fee: formatMoney(refusal.fee),
        loss: formatMoney(refusal.loss),
        equity: formatMoney(refusal.equity),
        free: formatMoney(refusal.free),
        fits: refusal.fits,
      };
    case "margin-call":
      return { call: formatMoney(refusal.call), deadline: isoTime(refusal.deadline) };
    case "transfer-limit":
      return { asked: formatMoney(refusal.asked), most: formatMoney(refusal.most) };
    case "unknown-account":
    case "close-out":
      return {};
  }
}
