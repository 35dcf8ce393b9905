import { equityOf, fillsOf, ledgerOf } from "@/server/db/history";
import { formatMoney } from "@/wire/decimal";
import { toFillView } from "@/wire/from-engine";
import { toLedgerRow } from "@/wire/from-events";
import { benchmarkOf } from "@/wire/notation";
import { FillsQuery, PagingQuery } from "@/wire/requests";
import { EquityRow, FillView, LedgerRow, pageOf } from "@/wire/views";
import { caughtUp, contractsOf } from "./ask";
import { memberEndpoint } from "./endpoint";
import { cutPage, oneMore, pageStart } from "./page";
import { refuse } from "./respond";
import { answerRows } from "./rows";

export const listFills = memberEndpoint(
  {
    id: "listFills",
    method: "GET",
    path: "/rooms/{room}/fills",
    tag: "trading",
    summary: "Your fills, newest first",
    query: FillsQuery,
    answers: { 200: { schema: pageOf(FillView), text: "A page of fills" } },
    csv: true,
    refusals: ["unknown-contract"],
  },
  async ({ room, member, query }) => {
    const start = pageStart("fills", query);
    if (!start) return refuse("bad-cursor");
    const { symbol } = query;
    const { notation, listed } = await contractsOf(room.id, symbol);
    if (symbol !== undefined && !notation.has(benchmarkOf(symbol)))
      return refuse("unknown-contract", { symbol, listed });
    const seq = await caughtUp(room.id);
    const found = await fillsOf(room.id, member.account, symbol ?? null, oneMore(start));
    const { shown, next } = cutPage("fills", found, start.limit, (fill) => fill.eventSeq);
    return answerRows({ rows: shown.map((fill) => toFillView(fill, notation)), next, seq }, query.format);
  },
);

export const listLedger = memberEndpoint(
  {
    id: "listLedger",
    method: "GET",
    path: "/rooms/{room}/ledger",
    tag: "account",
    summary: "Every movement of your cash, newest first; the lines sum to your balances",
    query: PagingQuery,
    answers: { 200: { schema: pageOf(LedgerRow), text: "A page of the ledger" } },
    csv: true,
  },
  async ({ room, member, query }) => {
    const start = pageStart("ledger", query);
    if (!start) return refuse("bad-cursor");
    const seq = await caughtUp(room.id);
    const [{ notation }, found] = await Promise.all([
      contractsOf(room.id),
      ledgerOf(room.id, member.account, oneMore(start)),
    ]);
    const { shown, next } = cutPage("ledger", found, start.limit, (line) => line.seq);
    const rows = shown.map((line) => toLedgerRow(line, line.seq, line.at, notation));
    return answerRows({ rows, next, seq }, query.format);
  },
);

export const listEquity = memberEndpoint(
  {
    id: "listEquity",
    method: "GET",
    path: "/rooms/{room}/equity",
    tag: "account",
    summary: "Your marked wealth at each settlement: the equity curve",
    query: PagingQuery,
    answers: {
      200: { schema: pageOf(EquityRow), text: "The latest days, oldest of them first; `next` leads further back" },
    },
    csv: true,
  },
  async ({ room, member, query }) => {
    const start = pageStart("equity", query);
    if (!start) return refuse("bad-cursor");
    const seq = await caughtUp(room.id);
    const found = await equityOf(room.id, member.account, oneMore(start));
    const { shown, next } = cutPage("equity", found, start.limit, (point) => point.seq);
    const rows = shown.reverse().map(({ date, wealth, equity, requirement }) => ({
      date,
      wealth: formatMoney(wealth),
      equity: formatMoney(equity),
      requirement: formatMoney(requirement),
    }));
    return answerRows({ rows, next, seq }, query.format);
  },
);
