import type { BracketExits, Command, OrderDraft, SelfTradeMode, SpreadDraft, StopTerms } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import type { Cents, Lots, RoomTime, Ticks } from "@/engine/units";
import type { PreviewView } from "@/engine/views";
import type { Stage } from "./stage";
import { centsOf, isMonth, momentOf, symbolOf, ticksOf, Words } from "./words";

const VERBS = ["buy", "sell", "bracket", "oco", "spread", "replace", "cancel", "transfer"];

export const isCommand = (body: string): boolean => VERBS.includes(body.split(/\s+/)[0]);

/** Carries out what a person does, "buy 10 DEC @ 4.500 ioc as A", and names the orders that come of it. */
export function carryOut(stage: Stage, person: string, body: string): Outcome {
  const account = stage.account(person);
  const [first, ...more] = body.split(";").map((part) => new Words(part));
  const labels: string[] = [];
  let command: Command;
  if (first.takeIf("bracket")) {
    const order = orderIn(first, labels);
    command = { kind: "place-order", account, order, exits: exitsIn(more, order.contract, labels) };
  } else if (first.takeIf("oco")) {
    const orders = [orderIn(first, labels), orderIn(more[0], labels)] as const;
    command = { kind: "place-oco", account, orders };
  } else if (first.takeIf("spread")) command = { kind: "place-spread", account, spread: spreadIn(first, labels) };
  else if (first.takeIf("replace")) command = { kind: "replace-order", account, ...changeIn(stage, first) };
  else if (first.takeIf("cancel")) {
    if (first.takeIf("all")) {
      command = { kind: "cancel-all", account, ...(first.done() ? {} : { contract: first.symbol() }) };
    } else command = { kind: "cancel-order", account, order: stage.orderId(first.take()) };
  } else if (first.takeIf("transfer")) command = { kind: "transfer", account, amount: centsOf(first.take()) as Cents };
  else command = { kind: "place-order", account, order: orderIn(first, labels) };
  for (const words of [first, ...more]) words.end();
  const outcome = foreseen(stage, command);
  if (outcome.kind === "order") {
    for (const [i, order] of [outcome.order, ...(outcome.others ?? [])].entries()) {
      if (labels[i]) stage.name(labels[i], order);
    }
  }
  return outcome;
}

/** Sends the command. Of an order that enters at once, and of a spread, the preview must have said what comes. */
function foreseen(stage: Stage, command: Command): Outcome {
  const preview = previewOf(stage, command);
  const outcome = stage.venue.send(command);
  if (!preview || outcome.kind !== "order" || outcome.repeated) return outcome;
  const { refusal, legs, filled, filledValue } = outcome.order;
  if (refusal?.reason === "duplicate-id") return outcome;
  const { fillsNow, fillsNowValue } = preview;
  const taken = outcome.fills.filter(({ liquidity }) => liquidity === "taker");
  const lots = legs ? filled : taken.reduce((sum, fill) => sum + fill.lots, 0);
  const value = legs ? filledValue : taken.reduce((sum, fill) => sum + fill.price * fill.lots, 0);
  const told = JSON.stringify(preview.refusal ? [preview.refusal] : [null, fillsNow, fillsNowValue]);
  const came = JSON.stringify(refusal ? [refusal] : [null, lots, value]);
  if (told !== came) throw new Error(`the preview said ${told}, and ${came} came`);
  return outcome;
}

function previewOf({ venue }: Stage, command: Command): PreviewView | null {
  if (command.kind === "place-spread") return venue.room.previewSpread?.(command.account, command.spread) ?? null;
  if (command.kind !== "place-order" || command.order.stop) return null;
  return venue.room.preview(command.account, command.order, command.exits);
}

export const isTrade = (line: string): boolean => /^[a-z]+ (buys|sells) /.test(line);

/** "gus buys 2 DEC @ 4.520 with hal": hal's order rests, gus takes it. Both must be filled by it. */
export function trade(stage: Stage, line: string): void {
  const [taker, verb, ...rest] = line.split(/\s+/);
  const maker = rest.pop() ?? "";
  if (rest.pop() !== "with") throw new Error(`"${line}": write "gus buys 2 @ 4.520 with hal"`);
  const [takes, makes] = verb === "buys" ? ["buy", "sell"] : ["sell", "buy"];
  const resting = carryOut(stage, maker, `${makes} ${rest.join(" ")}`);
  const taking = carryOut(stage, taker, `${takes} ${rest.join(" ")}`);
  for (const outcome of [resting, taking]) {
    const order = outcome.kind === "order" ? stage.venue.room.order(outcome.order.account, outcome.order.id) : null;
    if (order?.status !== "filled") throw new Error(`"${line}" did not come about`);
  }
}

/** An operator's "halt DEC until 11:00" or "resume DEC" (4.7). */
export function operate(stage: Stage, line: string): Outcome {
  const words = new Words(line);
  const verb = words.take();
  const contract = words.symbol();
  if (verb === "resume") {
    words.end();
    return stage.venue.send({ kind: "resume", contract });
  }
  const until = words.takeIf("until") ? { until: momentOf(words.take(), stage.now) as RoomTime } : {};
  words.end();
  return stage.venue.send({ kind: "halt", contract, ...until });
}

type Terms = { -readonly [Term in keyof OrderDraft]: OrderDraft[Term] };

/** "buy 10 DEC @ 4.500" or "buy 10 at market", and its terms in any order. */
function orderIn(words: Words, labels: string[]): OrderDraft {
  const side = sideIn(words);
  const lots = words.number() as Lots;
  const contract = words.symbol();
  const atMarket = words.takeIf("at market");
  const draft: Terms = {
    contract,
    side,
    type: atMarket ? "market" : "limit",
    lots,
    timeInForce: "gtc",
    postOnly: false,
    selfTrade: "newest",
  };
  if (!atMarket && words.takeIf("@")) draft.price = ticksOf(words.take(), contract) as Ticks;
  labels.push("");
  while (!words.done()) addTerm(draft, words, labels);
  return draft;
}

function addTerm(draft: Terms, words: Words, labels: string[]): void {
  const { contract } = draft;
  if (words.takeIf("ioc")) draft.timeInForce = "ioc";
  else if (words.takeIf("fok")) draft.timeInForce = "fok";
  else if (words.takeIf("day")) draft.timeInForce = "day";
  else if (words.takeIf("gtd")) Object.assign(draft, { timeInForce: "gtd", goodTill: words.take() });
  else if (words.takeIf("until")) draft.goodTill = words.take();
  else if (words.takeIf("post-only")) draft.postOnly = true;
  else if (words.takeIf("sliding")) draft.slide = true;
  else if (words.takeIf("reduce-only")) draft.reduceOnly = true;
  else if (words.takeIf("showing")) draft.display = words.number() as Lots;
  else if (words.takeIf("limited")) draft.price = ticksOf(words.take(), contract) as Ticks;
  else if (words.takeIf("self-trade")) draft.selfTrade = words.take() as SelfTradeMode;
  else if (words.takeIf("id")) draft.clientOrderId = words.take();
  else if (words.takeIf("as")) labels[labels.length - 1] = words.take();
  else draft.stop = { ...draft.stop, ...stopIn(words, contract) };
}

/** "stop 4.520", "trailing 20" ticks, with "on mark" where the mark fires it and not the last trade. */
function stopIn(words: Words, contract: string): StopTerms {
  let terms: Omit<StopTerms, "source">;
  if (words.takeIf("stop")) terms = { price: ticksOf(words.take(), contract) as Ticks };
  else if (words.takeIf("trailing")) terms = { trail: words.number() as Ticks };
  else throw new Error(`"${words.peek()}" in "${words.text}" is not a term of an order`);
  return { source: words.takeIf("on mark") ? "mark" : "last", ...terms };
}

/** "target 4.540 as T" and "stop 4.460 limit 4.450 as S". */
function exitsIn(parts: readonly Words[], contract: string, labels: string[]): BracketExits {
  let exits: BracketExits = {};
  for (const words of parts) {
    if (words.takeIf("target")) exits = { ...exits, target: { price: ticksOf(words.take(), contract) as Ticks } };
    else {
      const stop = stopIn(words, contract);
      const limit = words.takeIf("limit") ? { limit: ticksOf(words.take(), contract) as Ticks } : {};
      exits = { ...exits, stop: { ...stop, ...limit } };
    }
    labels.push(words.takeIf("as") ? words.take() : "");
  }
  return exits;
}

/** "buy 4 DEC-JAN @ -0.020": near month, far month, near − far. */
function spreadIn(words: Words, labels: string[]): SpreadDraft {
  const side = sideIn(words);
  const lots = words.number() as Lots;
  const [near, far] = words.take().split("/").map(symbolOf);
  if (!words.takeIf("@")) throw new Error(`"${words.text}" has no price`);
  const price = ticksOf(words.take(), near) as Ticks;
  const id = words.takeIf("id") ? { clientOrderId: words.take() } : {};
  labels.push(words.takeIf("as") ? words.take() : "");
  return { near, far, side, lots, price, ...id };
}

/** "A to 8 lots", "A price 4.510", "A stop 4.520", "A trailing 30", or several of them. */
function changeIn(stage: Stage, words: Words) {
  const label = words.take();
  const order = stage.orderId(label);
  const contract = stage.order(label)?.contract ?? "PREM";
  const change: { lots?: Lots; price?: Ticks; stopPrice?: Ticks; trail?: Ticks } = {};
  while (!words.done()) {
    if (words.takeIf("to")) {
      change.lots = words.number() as Lots;
      if (!words.takeIf("lots")) throw new Error(`"${words.text}": write "to 8 lots"`);
    } else if (words.takeIf("price")) change.price = ticksOf(words.take(), contract) as Ticks;
    else if (words.takeIf("stop")) change.stopPrice = ticksOf(words.take(), contract) as Ticks;
    else if (words.takeIf("trailing")) change.trail = words.number() as Ticks;
    else throw new Error(`"${words.peek()}" in "${words.text}" cannot be replaced`);
  }
  return { order, ...change };
}

function sideIn(words: Words): "buy" | "sell" {
  if (words.takeIf("buy")) return "buy";
  if (words.takeIf("sell")) return "sell";
  throw new Error(`"${words.text}" neither buys nor sells`);
}

/** A month and a subject, "book JAN" or "trades": the month is DEC unless it is said. */
export function subjectSymbol(subject: string): string {
  const [, month = "DEC"] = subject.split(/\s+/);
  if (!isMonth(month)) throw new Error(`"${month}" is not a month`);
  return symbolOf(month);
}
