import type { RoomEvent } from "@/engine/events";
import { candlesOf, fixingsOf, lastCauses, lastNews, tradesOf } from "@/server/db/history";
import { toFixingView, toNewsView, toTradeView } from "@/wire/from-events";
import { benchmarkOf, formatPrice, notationFor } from "@/wire/notation";
import { CandlesQuery, FixingsQuery, NewsQuery, TradesQuery } from "@/wire/requests";
import { isoTime, parseTime } from "@/wire/time";
import { CandleView, FixingView, NewsView, pageOf, TradeView } from "@/wire/views";
import { ask, contractsOf } from "./ask";
import { roomEndpoint } from "./endpoint";
import { cutPage, oneMore, pageStart } from "./page";
import { json, refuse } from "./respond";
import { answerRows } from "./rows";

export const listTrades = roomEndpoint(
  {
    id: "listTrades",
    method: "GET",
    path: "/rooms/{room}/trades",
    tag: "market",
    summary: "Public trades of one contract, newest first, for five room days",
    query: TradesQuery,
    answers: { 200: { schema: pageOf(TradeView), text: "A page of trades" } },
    csv: true,
    refusals: ["unknown-contract"],
  },
  async ({ room, query }) => {
    const start = pageStart("trades", query);
    if (!start) return refuse("bad-cursor");
    const { symbol } = query;
    const { notation, listed } = await contractsOf(room.id, symbol);
    if (!notation.has(benchmarkOf(symbol))) return refuse("unknown-contract", { symbol, listed });
    const [{ seq }, found] = await Promise.all([ask(room.id, "view", {}), tradesOf(room.id, symbol, oneMore(start))]);
    const { shown, next } = cutPage("trades", found, start.limit, (trade) => trade.seq);
    return answerRows({ rows: shown.map((trade) => toTradeView(trade, notation)), next, seq }, query.format);
  },
);

export const listCandles = roomEndpoint(
  {
    id: "listCandles",
    method: "GET",
    path: "/rooms/{room}/candles",
    tag: "market",
    summary: "Candles of one contract: minutes for five room days, days for ever",
    query: CandlesQuery,
    answers: {
      200: { schema: pageOf(CandleView), text: "The latest candles, oldest of them first; `next` leads further back" },
    },
    csv: true,
    refusals: ["unknown-contract"],
  },
  async ({ room, query }) => {
    const start = pageStart("candles", query);
    if (!start) return refuse("bad-cursor");
    const { symbol, interval } = query;
    const from = query.from === undefined ? 0 : parseTime(query.from);
    if (from === null) {
      return refuse("invalid-request", {
        problems: [{ path: "from", problem: "is no UTC time like 2026-10-01T09:00:00Z" }],
      });
    }
    const { notation, listed } = await contractsOf(room.id, symbol);
    if (!notation.has(benchmarkOf(symbol))) return refuse("unknown-contract", { symbol, listed });
    const price = (ticks: number) => formatPrice(ticks, notationFor(symbol, notation));
    const [{ seq }, found] = await Promise.all([
      ask(room.id, "view", {}),
      candlesOf(room.id, symbol, interval, from, oneMore(start)),
    ]);
    const { shown, next } = cutPage("candles", found, start.limit, (candle) => candle.at);
    const rows = shown.reverse().map(({ at, open, high, low, close, volume }) => ({
      at: isoTime(at),
      open: price(open),
      high: price(high),
      low: price(low),
      close: price(close),
      volume,
    }));
    return answerRows({ rows, next, seq }, query.format);
  },
);

export const listFixings = roomEndpoint(
  {
    id: "listFixings",
    method: "GET",
    path: "/rooms/{room}/fixings",
    tag: "market",
    summary: "Fixings of one benchmark, newest first",
    query: FixingsQuery,
    answers: { 200: { schema: pageOf(FixingView), text: "A page of fixings" } },
    csv: true,
    refusals: ["unknown-benchmark"],
  },
  async ({ room, query }) => {
    const start = pageStart("fixings", query);
    if (!start) return refuse("bad-cursor");
    const { benchmark } = query;
    const { notation } = await contractsOf(room.id);
    const written = notation.get(benchmark);
    if (!written) return refuse("unknown-benchmark", { benchmark, known: [...notation.keys()] });
    const [{ seq }, found] = await Promise.all([
      ask(room.id, "view", {}),
      fixingsOf(room.id, benchmark, oneMore(start)),
    ]);
    const { shown, next } = cutPage("fixings", found, start.limit, (fixing) => fixing.seq);
    return answerRows({ rows: shown.map((fixing) => toFixingView(fixing, written)), next, seq }, query.format);
  },
);

const newsUnlessTold = 60;

export const listNews = roomEndpoint(
  {
    id: "listNews",
    method: "GET",
    path: "/rooms/{room}/news",
    tag: "market",
    summary:
      "What the room last announced: list prices, fixings, settlements, auctions, limits, halts, listings, sessions",
    query: NewsQuery,
    answers: { 200: { schema: pageOf(NewsView), text: "Newest first, one page" } },
  },
  async ({ room, query }) => {
    const { seq } = await ask(room.id, "view", {});
    return json({ rows: await roomNews(room.id, query.limit ?? newsUnlessTold), next: null, seq });
  },
);

const roomNews = (room: string, limit: number): Promise<NewsView[]> => toNews(room, lastNews(room, limit));
/** List prices and fixings alone. */
export const roomCauses = (room: string, limit: number): Promise<NewsView[]> => toNews(room, lastCauses(room, limit));

async function toNews(room: string, past: Promise<RoomEvent[]>): Promise<NewsView[]> {
  const [{ notation }, events] = await Promise.all([contractsOf(room), past]);
  return events.flatMap((event) => toNewsView(event, notation) ?? []);
}
