import type { AccountView, ContractView, PositionView } from "@/engine/views";
import { subjectSymbol } from "./commands";
import { orderText } from "./order-text";
import type { Stage } from "./stage";
import { isMonth, isPerson, momentText, moneyText, priceText, symbolOf, Words } from "./words";

/** How the venue stands, told in the words in which a case expects it: what differs is what is wrong. */
export function standing(stage: Stage, subject: string, expected: string): string {
  const [kind, ...rest] = subject.split(/\s+/);
  if (stage.isOrder(subject)) return orderText(stage, stage.order(subject), expected);
  if (isPerson(subject)) return each(expected, (fact) => personText(stage, subject, fact));
  if (isMonth(subject)) return each(expected, (fact) => contractText(stage, symbolOf(subject), fact));
  if (kind === "book") return bookText(stage, subjectSymbol(subject), expected);
  if (kind === "trades") return tradesText(stage, subjectSymbol(subject));
  if (kind === "auctions") return auctionsText(stage, subjectSymbol(subject));
  if (kind === "listed") return listedText(stage, rest[0] ?? "PREM");
  if (subject === "steps") return stepsText(stage);
  if (subject === "calls") return callsText(stage);
  if (subject === "defaults") return defaultsText(stage);
  if (subject === "fund") return moneyText(fundOf(stage));
  throw new Error(`nothing is known about "${subject}"`);
}

const each = (expected: string, textOf: (fact: string) => string): string =>
  expected.split(", ").map(textOf).join(", ");

const list = (entries: readonly string[]): string => (entries.length === 0 ? "none" : entries.join(", "));

// People

function personText(stage: Stage, person: string, fact: string): string {
  const view = stage.venue.account(stage.account(person));
  const words = new Words(fact);
  const key = words.take();
  if (isPosition(key)) {
    if (key !== "flat") words.take();
    const month = words.done() ? "" : ` ${words.peek()}`;
    return `${positionText(positionIn(view, words.symbol())?.net ?? 0)}${month}`;
  }
  const money = moneyOf(view)[key];
  if (money !== undefined) return `${key} ${moneyText(money)}`;
  if (key in inPosition) {
    words.take();
    const month = words.done() ? "" : ` ${words.peek()}`;
    return `${key} ${inPosition[key](positionIn(view, words.symbol()))}${month}`;
  }
  if (key === "open") return `open orders ${stage.venue.room.openOrders(stage.account(person)).length}`;
  if (fact === "no call" || key === "call" || fact === "closing out") return callText(stage, view, fact);
  throw new Error(`"${fact}" is nothing that a person has`);
}

const isPosition = (word: string): boolean => ["long", "short", "flat"].includes(word);

const positionIn = (view: AccountView, symbol: string): PositionView | undefined =>
  view.positions.find(({ contract }) => contract === symbol);

const positionText = (net: number): string => (net === 0 ? "flat" : net > 0 ? `long ${net}` : `short ${-net}`);

const moneyOf = (view: AccountView): Record<string, number | undefined> => ({
  cash: view.marginCash,
  bank: view.bankCash,
  equity: view.equity,
  requirement: view.requirement,
  maintenance: view.maintenance,
  free: view.free,
  transferable: view.transferable,
});

const inPosition: Record<string, (position: PositionView | undefined) => string> = {
  basis: (position) => String(position?.basis ?? 0),
  cost: (position) => String(position?.cost ?? 0),
  realised: (position) => moneyText(position?.realised ?? 0),
  unrealised: (position) => moneyText(position?.unrealised ?? 0),
  fees: (position) => moneyText(position?.fees ?? 0),
};

/** "call $171.00 due 10:30": the deadline only where it is asked for. */
function callText(stage: Stage, { call }: AccountView, expected: string): string {
  if (call === null) return "no call";
  if (call.stage === "close-out") return "closing out";
  const due = expected.includes(" due ") ? ` due ${momentText(call.deadline, stage.now)}` : "";
  return `call ${moneyText(call.amount)}${due}`;
}

// Contracts

function contractText(stage: Stage, symbol: string, fact: string): string {
  const key = fact.split(" ")[0];
  if (key === "settled" || key === "final") return settledText(stage, symbol, key);
  const view = stage.venue.room.contract(symbol);
  if (view === null) return "not listed";
  const textOf = ofContract[key];
  if (!textOf) throw new Error(`"${fact}" is nothing that a contract has`);
  return textOf(view, stage);
}

const price = (key: string, of: (view: ContractView) => number | null) => (view: ContractView) => {
  const ticks = of(view);
  return `${key} ${ticks === null ? "none" : priceText(ticks, view.symbol)}`;
};

const lockText = ({ locked }: ContractView) => (locked === null ? "unlocked" : `locked ${locked}`);
const haltText = ({ halted }: ContractView, stage: Stage) =>
  halted === null ? "trading" : `halted until ${momentText(halted.until, stage.now)}`;

const ofContract: Record<string, (view: ContractView, stage: Stage) => string> = {
  mark: price("mark", ({ mark }) => mark),
  last: price("last", ({ last }) => last),
  settlement: price("settlement", ({ settlement }) => settlement),
  low: price("low", ({ limitLow }) => limitLow),
  high: price("high", ({ limitHigh }) => limitHigh),
  rate: ({ limitRate }) => `rate ${limitRate / 10_000} %`,
  locked: lockText,
  unlocked: lockText,
  initial: ({ initialMargin }) => `initial ${moneyText(initialMargin)}`,
  state: ({ state }) => `state ${state}`,
  halted: haltText,
  trading: haltText,
  volume: ({ volume }) => `volume ${volume}`,
  interest: ({ openInterest }) => `interest ${openInterest}`,
  fixings: ({ fixings }) => `fixings ${fixings.known} of ${fixings.total}`,
  not: () => "listed",
  indicative: ({ auction, symbol }) => {
    if (auction === null) return "indicative nothing";
    const { price, lots, surplus, side } = auction;
    if (price === null) return "indicative none";
    const left = surplus === 0 ? "" : ` surplus ${surplus} ${side}`;
    return `indicative ${lots} @ ${priceText(price, symbol)}${left}`;
  },
};

/** "settled 4.565 midpoint", "final 4.125 fixings 21": the latest. */
function settledText(stage: Stage, symbol: string, key: "settled" | "final"): string {
  if (key === "settled") {
    const latest = stage.venue.of("settlement").findLast(({ contract }) => contract === symbol);
    return latest ? `settled ${priceText(latest.price, symbol)} ${latest.method}` : "settled never";
  }
  const latest = stage.venue.of("final-settlement").findLast(({ contract }) => contract === symbol);
  return latest ? `final ${priceText(latest.price, symbol)} ${latest.method} ${latest.fixings}` : "final never";
}

function listedText(stage: Stage, benchmark: string): string {
  const listed = stage.venue.room.contracts().filter((contract) => contract.benchmark === benchmark);
  return listed.map(({ symbol }) => symbol.slice(benchmark.length + 1)).join(" ");
}

/** "bids 6 @ 4.500, 2 @ 4.499 | asks none": lots shown, best price first; only the sides that are asked for. */
function bookText(stage: Stage, symbol: string, expected: string): string {
  const depth = stage.venue.room.depth(symbol, 20);
  if (depth === null) return "not listed";
  return expected
    .split(" | ")
    .map((part) => part.split(" ")[0])
    .map((side) => {
      if (side !== "bids" && side !== "asks") throw new Error(`a book has bids and asks, not "${side}"`);
      return `${side} ${list(depth[side].map(([at, lots]) => `${lots} @ ${priceText(at, symbol)}`))}`;
    })
    .join(" | ");
}

// What has happened since the case last asked

function tradesText(stage: Stage, symbol: string): string {
  const trades = stage.news("trade", symbol, ({ contract }) => contract === symbol);
  return list(trades.map(({ lots, price }) => `${lots} @ ${priceText(price, symbol)}`));
}

function auctionsText(stage: Stage, symbol: string): string {
  const auctions = stage.news("auction", symbol, ({ contract }) => contract === symbol);
  return list(
    auctions.map(({ price, lots, surplus, side }) => {
      if (price === null) return "no overlap";
      return `${lots} @ ${priceText(price, symbol)}${surplus === 0 ? "" : ` surplus ${surplus} ${side}`}`;
    }),
  );
}

function stepsText(stage: Stage): string {
  const steps = stage.news("close-out-step", "", () => true);
  return list(
    steps.map(({ account, contract, side, lots, limit }) => {
      const month = contract.startsWith("PREM-") ? contract.slice(5, 8) : contract.slice(0, 8);
      return `${stage.nameOf(account)} ${side} ${lots} ${month} @ ${priceText(limit, contract)}`;
    }),
  );
}

function callsText(stage: Stage): string {
  const calls = stage.news("margin-call", "", () => true);
  return list(calls.map(({ account, amount }) => `${stage.nameOf(account)} ${moneyText(amount)}`));
}

function defaultsText(stage: Stage): string {
  const defaults = stage.news("default", "", () => true);
  return list(
    defaults.map(({ account, deficit, fromBank, fromFund, fromGains }) => {
      const [sum, bank, fund, gains] = [deficit, fromBank, fromFund, fromGains].map(moneyText);
      return `${stage.nameOf(account)} ${sum} = bank ${bank} + fund ${fund} + gains ${gains}`;
    }),
  );
}

/** The fund is shown to nobody: it stands in the room's snapshot. */
function fundOf(stage: Stage): number {
  const saved = stage.venue.room.snapshot().state as { parts: { accounts: { cash: { fund: number } } } };
  return saved.parts.accounts.cash.fund;
}
