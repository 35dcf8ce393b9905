import type { BracketExits, Command, OrderDraft, StopTerms } from "@/engine/commands";

/** Commands in the words of the rulebook: a failing history is read by people. */

const PEOPLE = ["ann", "ben", "cid", "dan"];

export const moment = (at: number): string => new Date(at).toISOString().slice(5, 19).replace("T", " ");

export function inWords(command: Command): string {
  const who = "account" in command ? (PEOPLE[command.account - 1] ?? `account ${command.account}`) : "";
  switch (command.kind) {
    case "open-account":
      return `owner ${command.owner} opens an account`;
    case "place-order":
      return `${who} ${draft(command.order)}${exits(command.exits)}`;
    case "place-oco":
      return `${who} one cancels the other: ${draft(command.orders[0])}, or ${draft(command.orders[1])}`;
    case "place-spread": {
      const { near, far, side, lots, price } = command.spread;
      return `${who} ${side}s the spread ${near} − ${far}, ${lots} at ${price}`;
    }
    case "replace-order": {
      const changes = (["lots", "price", "stopPrice", "trail"] as const)
        .filter((field) => command[field] !== undefined)
        .map((field) => `${field} ${command[field]}`);
      return `${who} replaces order ${command.order}: ${changes.join(", ")}`;
    }
    case "cancel-order":
      return `${who} cancels order ${command.order}`;
    case "cancel-all":
      return `${who} cancels all orders${command.contract === undefined ? "" : ` in ${command.contract}`}`;
    case "transfer":
      return `${who} transfers ${command.amount} cents`;
    case "halt":
      return `${command.contract} is halted${command.until === undefined ? "" : ` until ${moment(command.until)}`}`;
    case "resume":
      return `${command.contract} is resumed`;
    case "start-scenario":
      return `scenario ${command.scenario.id} starts`;
  }
}

function draft(order: OrderDraft): string {
  const terms = [
    order.timeInForce === "gtc" ? null : order.timeInForce,
    order.goodTill ?? null,
    order.postOnly ? (order.slide ? "post-only, slides" : "post-only") : null,
    order.reduceOnly ? "reduce-only" : null,
    order.display === undefined ? null : `shows ${order.display}`,
    order.stop === undefined ? null : stop(order.stop),
    order.selfTrade === "newest" ? null : `self-trade ${order.selfTrade}`,
    order.clientOrderId === undefined ? null : `id ${order.clientOrderId}`,
  ].filter((term) => term !== null);
  const price = order.price === undefined ? "at market" : `at ${order.price}`;
  return `${order.side}s ${order.lots} ${order.contract} ${price}${terms.length > 0 ? ` (${terms.join(", ")})` : ""}`;
}

const stop = ({ source, price, trail }: StopTerms): string =>
  trail === undefined ? `stop ${price} on the ${source}` : `trails the ${source} by ${trail}`;

function exits(bracket: BracketExits | undefined): string {
  if (bracket === undefined) return "";
  const parts = [
    bracket.target === undefined ? null : `target ${bracket.target.price}`,
    bracket.stop === undefined ? null : stop(bracket.stop),
    bracket.stop?.limit === undefined ? null : `its limit ${bracket.stop.limit}`,
  ];
  return `; exits: ${parts.filter((part) => part !== null).join(", ")}`;
}
