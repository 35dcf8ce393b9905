import type { Outcome } from "@/engine/outcome";
import type { Refusal } from "@/engine/refusals";
import type { OrderReport } from "@/engine/views";
import type { Stage } from "./stage";
import { momentText, moneyText, priceText } from "./words";

/**
 * What became of an order, as a case writes it: "filled 4, rests 6", "cancelled ioc", "refused post-only". Prices, and the
 * numbers of a refusal, are printed where the expectation asks for them, so that a case shows only what matters to it.
 */
export function orderText(stage: Stage, order: OrderReport | null, expected: string): string {
  if (order === null) return "forgotten";
  const clauses = expected.split(", ");
  const asked = (word: string) => clauses.find((clause) => clause.startsWith(`${word} `)) ?? "";
  const facts: string[] = [];
  if (order.filled > 0) facts.push(`filled ${order.filled}${asked("filled").includes("@") ? averageText(order) : ""}`);
  const open = openText(order, asked);
  if (open !== "") facts.push(open);
  if (order.status === "cancelled") facts.push(`cancelled ${order.cancelReason}`);
  if (order.refusal !== null) facts.push(refusalText(stage, order.refusal, asked("refused"), order.contract));
  if (asked("total") !== "") facts.push(`total ${order.lots}`);
  if (asked("ahead") !== "") facts.push(`ahead ${stage.venue.room.queueAhead(order.account, order.id)}`);
  return facts.join(", ");
}

/** An order in the book rests, a stop waits for its trigger, an exit with nothing to do yet sleeps (4.2). */
function openText(order: OrderReport, asked: (word: string) => string): string {
  if (order.status !== "open") return "";
  const open = order.lots - order.filled;
  const price = (ticks: number) => priceText(ticks, order.contract);
  if (open === 0) return "sleeps";
  if (order.stop?.firedAt === null) {
    return `waits ${open}${asked("waits").includes(" at ") ? ` at ${price(order.stop.price)}` : ""}`;
  }
  return `rests ${open}${asked("rests").includes("@") ? ` @ ${price(order.price ?? 0)}` : ""}`;
}

/** The price of its fills: "@ 4.500", of a spread "@ -0.020"; their sum where it is no whole tick. */
function averageText({ filled, filledValue, contract, legs }: OrderReport): string {
  const sign = legs !== null && filledValue >= 0 ? "+" : ""; // the price of a spread has one (2.4)
  if (filledValue % filled === 0) return ` @ ${sign}${priceText(filledValue / filled, contract)}`;
  return ` @ ${filledValue} tick-lots in all`;
}

/** "refused lots least 1 most 10000": the reason, and those of its numbers that are asked for, in that order. */
export function refusalText(stage: Stage, refusal: Refusal, expected: string, contract: string): string {
  const numbers = refusal as unknown as Record<string, unknown>;
  const words = expected.split(" ").slice(2);
  const asked = words.filter((_, i) => i % 2 === 0);
  const told = asked.map((key) => `${key} ${valueText(stage, refusal.reason, key, numbers[key], contract)}`);
  return ["refused", refusal.reason, ...told].join(" ");
}

const PRICES = ["price", "low", "high", "mark", "bound", "touch"];
const MONEY = ["call", "requirementBefore", "required", "fee", "loss", "equity", "free", "asked"];

function valueText(stage: Stage, reason: Refusal["reason"], key: string, value: unknown, contract: string): string {
  if (typeof value !== "number") return String(value);
  const isBound = key === "least" || key === "most";
  if (PRICES.includes(key) || (reason === "stop-price" && isBound)) return priceText(value, contract);
  if (MONEY.includes(key) || (reason === "transfer-limit" && isBound)) return moneyText(value);
  if (key === "opensAt" || key === "deadline") return momentText(value, stage.now);
  return String(value);
}

/** What a command came to. */
export function outcomeText(stage: Stage, outcome: Outcome, expected: string): string {
  if (outcome.kind === "order") {
    const text = orderText(stage, outcome.order, expected);
    return outcome.repeated ? `repeated ${text}` : text;
  }
  if (outcome.kind === "refused") return refusalText(stage, outcome.refusal, expected, "PREM");
  if (outcome.kind === "cancelled") {
    const { orders } = outcome;
    return orders.length === 1 ? orderText(stage, orders[0], expected) : `cancelled ${orders.length} orders`;
  }
  return "accepted";
}

/** An order or command whose outcome a case does not mention must have been accepted. */
export function isRefused(outcome: Outcome): boolean {
  return outcome.kind === "refused" || (outcome.kind === "order" && outcome.order.status === "rejected");
}
