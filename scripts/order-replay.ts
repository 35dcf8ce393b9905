import {
  BOTH,
  DECREMENT,
  ENDED_FOK,
  ENDED_SELF_TRADE,
  FOK,
  type Indicative,
  IOC,
  type Mode,
  NEWEST,
  OLDEST,
  OrderBook,
  REST,
  type SelfTrade,
} from "@/engine/book/order-book";
import { BUY, SELL, type SideNo } from "@/engine/units";

/** What happened, in order. */
type Event =
  | { kind: "trade"; price: number; lots: number; maker: number; taker: number }
  | { kind: "auction"; price: number; lots: number; bid: number; offer: number }
  | { kind: "reduced"; order: number; lots: number; open: number }
  | { kind: "ended"; order: number; lots: number; reason: "ioc" | "fok" | "self-trade" }
  | { kind: "indicative" | "uncross"; price: number | null; lots: number; surplus: number };

type Line = Readonly<Record<string, unknown>>;

const sides: Record<string, SideNo> = { buy: BUY, sell: SELL };
const modes: Record<string, Mode> = { gtc: REST, ioc: IOC, fok: FOK };
const selfTrades: Record<string, SelfTrade> = { newest: NEWEST, oldest: OLDEST, both: BOTH, decrement: DECREMENT };
const HIGHEST_PRICE = 2 ** 31;
const MOST_LOTS = 10 ** 12;

/** What is wrong with a line: whoever wrote the file hears of it, and the next line is read. */
class BadLine extends Error {}

/** Drives a book alone with orders from elsewhere, line by line, and keeps what it says. */
export class OrderReplay {
  private readonly events: Event[] = [];
  private readonly bad: { line: number; reason: string }[] = [];
  private readonly owners = new Map<unknown, number>();
  private strangers = 0; // orders without an owner: each is somebody else
  private readonly book = new OrderBook(
    {},
    {
      trade: (price, lots, maker, _makerAccount, _makerOpen, taker) =>
        this.events.push({ kind: "trade", price, lots, maker, taker }),
      auctionTrade: (price, lots, bid, _bidAccount, _bidOpen, offer) =>
        this.events.push({ kind: "auction", price, lots, bid, offer }),
      restingReduced: (order, _account, _side, _price, lots, open) =>
        this.events.push({ kind: "reduced", order, lots, open }),
      incomingReduced: (order, _account, lots, open) => this.events.push({ kind: "reduced", order, lots, open }),
    },
  );

  read(line: number, text: string): void {
    try {
      this.apply(parse(text));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      this.bad.push({ line, reason: error.message });
    }
  }

  result() {
    const { book, events, bad } = this;
    const all = Number.POSITIVE_INFINITY;
    return { events, bad, bids: book.depth(BUY, all), asks: book.depth(SELL, all), digest: book.digest() };
  }

  private apply(line: Line): void {
    const { book } = this;
    if (line.op === "limit" || line.op === "market") this.enter(line, line.op === "market");
    else if (line.op === "replace") this.replace(line);
    else if (line.op === "cancel") book.cancel(this.resting(line));
    else if (line.op === "shrink") {
      const id = this.resting(line);
      book.shrink(id, whole(line, "lots", 1, book.openOf(id)));
    } else if (line.op === "collect") book.collect(true);
    else if (line.op === "indicative") this.say("indicative", book.indicative(reference(line)));
    else if (line.op === "uncross") this.say("uncross", book.uncross(reference(line)));
    else
      throw new BadLine(
        `op is ${JSON.stringify(line.op)}, not limit, market, replace, cancel, shrink, collect, indicative or uncross`,
      );
  }

  private enter(line: Line, isMarket: boolean): void {
    const { book } = this;
    const id = whole(line, "id", 1, Number.MAX_SAFE_INTEGER);
    if (book.has(id)) throw new BadLine(`id ${id} rests in the book already`);
    const side = oneOf(line, "side", sides);
    const price = isMarket ? (side === BUY ? HIGHEST_PRICE : 1) : whole(line, "price", 1, HIGHEST_PRICE);
    const lots = whole(line, "lots", 1, MOST_LOTS);
    const mode = oneOf(line, "tif", modes, isMarket ? "ioc" : "gtc");
    if (isMarket && mode === REST) throw new BadLine("a market order cannot rest: its tif is ioc or fok");
    if (book.collecting && mode !== REST)
      throw new BadLine("while orders collect for an auction, there is nothing to take");
    const display = line.display === undefined ? 0 : whole(line, "display", 1, MOST_LOTS);
    const owner = this.ownerOf(line);
    const before = this.events.length;
    const rests = book.submit(
      id,
      owner,
      owner,
      side,
      price,
      lots,
      mode,
      oneOf(line, "stp", selfTrades, "newest"),
      display,
    );
    this.sayEnding(id, lots, rests, before);
  }

  private replace(line: Line): void {
    const { book } = this;
    const id = this.resting(line);
    const price = line.price === undefined ? book.priceOf(id) : whole(line, "price", 1, HIGHEST_PRICE);
    const lots = line.lots === undefined ? book.openOf(id) : whole(line, "lots", 1, MOST_LOTS);
    const before = this.events.length;
    this.sayEnding(id, lots, book.replace(id, price, lots), before);
  }

  /** Lots of an order that neither traded, nor gave way, nor rest. */
  private sayEnding(id: number, lots: number, rests: number, before: number): void {
    const { ending } = this.book;
    if (rests > 0) return;
    let left = lots;
    for (const event of this.events.slice(before)) {
      if (event.kind === "trade") left -= event.lots;
      if (event.kind === "reduced" && event.order === id) left -= event.lots;
    }
    const reason = ending === ENDED_FOK ? "fok" : ending === ENDED_SELF_TRADE ? "self-trade" : "ioc";
    if (left > 0) this.events.push({ kind: "ended", order: id, lots: left, reason });
  }

  private say(kind: "indicative" | "uncross", found: Indicative | null): void {
    this.events.push({ kind, ...(found ?? { price: null, lots: 0, surplus: 0 }) });
  }

  private resting(line: Line): number {
    const id = whole(line, "id", 1, Number.MAX_SAFE_INTEGER);
    if (!this.book.has(id)) throw new BadLine(`order ${id} is not in the book`);
    return id;
  }

  /** Owners may be numbers or names; the book wants numbers. */
  private ownerOf({ owner }: Line): number {
    if (owner === undefined) return --this.strangers;
    if (typeof owner !== "string" && typeof owner !== "number")
      throw new BadLine("owner is neither a number nor a name");
    const known = this.owners.get(owner) ?? this.owners.size + 1;
    this.owners.set(owner, known);
    return known;
  }
}

function parse(text: string): Line {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new BadLine("not JSON");
  }
  if (typeof line !== "object" || line === null || Array.isArray(line)) throw new BadLine("not a JSON object");
  return line as Line;
}

function whole(line: Line, field: string, least: number, most: number): number {
  const value = line[field];
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw new BadLine(`${field} is ${JSON.stringify(value)}, not a whole number from ${least} to ${most}`);
  }
  return value as number;
}

const reference = (line: Line): number => whole(line, "reference", 0, HIGHEST_PRICE);

function oneOf<Value>(line: Line, field: string, values: Record<string, Value>, otherwise?: string): Value {
  const name = line[field] ?? otherwise;
  if (typeof name !== "string" || !Object.hasOwn(values, name)) {
    throw new BadLine(`${field} is ${JSON.stringify(name)}, not one of ${Object.keys(values).join(", ")}`);
  }
  return values[name];
}
