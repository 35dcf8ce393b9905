import type { RoomEvent } from "@/engine/events";
import type { AccountNo } from "@/engine/units";
import type { Publication } from "@/server/port";
import { toBookView, toContractQuote, toFillView, toOrderView, toRoomClock } from "@/wire/from-engine";
import { toNewsView, toNoticeView, toTradeView } from "@/wire/from-events";
import { notationFor, notationOf, type RoomNotation } from "@/wire/notation";
import type { AccountSummary, StreamMessage } from "@/wire/views";

type Message<Name extends StreamMessage["event"]> = Extract<StreamMessage, { event: Name }>;

/** What every stream of one room shares: how its numbers are written, and each publication encoded once for all. */
export class RoomFeed {
  private readonly encoded = new WeakMap<Publication, Uint8Array>();
  private notationNow: RoomNotation;

  constructor(
    notation: RoomNotation,
    private readonly levels: Map<string, number>,
  ) {
    this.notationNow = notation;
  }

  get notation(): RoomNotation {
    return this.notationNow;
  }

  /** The same publication reaches every stream of the room as one object. */
  frame(publication: Publication): Uint8Array {
    const known = this.encoded.get(publication);
    if (known) return known;
    const bytes = encode(this.market(publication), publication.seq);
    this.encoded.set(publication, bytes);
    return bytes;
  }

  market(publication: Publication): Message<"market"> {
    const { view, events, seq } = publication;
    this.learn(publication);
    return {
      event: "market",
      room: toRoomClock(view),
      ...this.quotes(publication),
      trades: events.flatMap((event) => (event.kind === "trade" ? toTradeView(event, this.notation) : [])),
      news: events.flatMap((event) => toNewsView(event, this.notation) ?? []),
      seq,
    };
  }

  quotes({ view, contracts, books }: Pick<Publication, "view" | "contracts" | "books">) {
    return {
      contracts: contracts.map((contract) => toContractQuote(contract, this.levels.get(contract.benchmark) ?? 0)),
      books: books.map((book) => toBookView(book, notationFor(book.symbol, this.notation), view)),
    };
  }

  /** Where the benchmarks stand. Fixings that nobody watched were in no publication, so who begins to look brings them. */
  stand(levels: ReadonlyMap<string, number>): void {
    for (const [benchmark, level] of levels) this.levels.set(benchmark, level);
  }

  /** One account's own events as it is told of them. `seq` is the last publication sent before: what to resume from. */
  own(events: readonly RoomEvent[], account: AccountSummary, seq: number): Message<"own"> {
    const fills = events.flatMap((event) => (event.kind === "fill" ? event.report : []));
    const reports = new Map(
      events.flatMap((event) => (event.kind === "order" ? [[event.report.id, event.report]] : [])),
    );
    return {
      event: "own",
      orders: [...reports.values()].map((report) =>
        toOrderView(
          report,
          fills.filter((fill) => fill.order === report.id),
          this.notation,
        ),
      ),
      fills: fills.map((fill) => toFillView(fill, this.notation)),
      account,
      notices: events.flatMap((event) => toNoticeView(event, this.notation) ?? []),
      seq,
    };
  }

  private learn({ contracts, events }: Publication): void {
    if (contracts.some(({ benchmark }) => !this.notationNow.has(benchmark))) {
      this.notationNow = new Map([...this.notationNow, ...notationOf(contracts)]);
    }
    for (const event of events) {
      if (event.kind === "fixing" && event.level !== null) this.levels.set(event.benchmark, event.level);
    }
  }
}

const text = new TextEncoder();

/** `id`: what the client resumes from once it has this message; null where that does not move. */
export function encode(message: StreamMessage, id: number | null): Uint8Array {
  const lines = id === null ? "" : `id: ${id}\n`;
  return text.encode(`event: ${message.event}\n${lines}data: ${JSON.stringify(message)}\n\n`);
}

export const heartbeat = text.encode(": beat\n\n");
export const reconnectSoon = text.encode("retry: 1000\n\n");

/** A default is announced to all; whose it was, only to them. */
export const defaultsOf = (events: readonly RoomEvent[], account: AccountNo): RoomEvent[] =>
  events.filter((event) => event.kind === "default" && event.account === account);
