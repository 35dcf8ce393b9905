import { toBenchmarkRow, toBookView, toContractQuote } from "@/wire/from-engine";
import { levelsOf, notationFor } from "@/wire/notation";
import { BookQuery, FormatQuery } from "@/wire/requests";
import { BenchmarkRow, BookView, ContractQuote, pageOf } from "@/wire/views";
import { ask, contractsOf } from "./ask";
import { roomEndpoint } from "./endpoint";
import { json, refuse } from "./respond";
import { answerRows } from "./rows";

const levelsUnlessTold = 12;

export const listContracts = roomEndpoint(
  {
    id: "listContracts",
    method: "GET",
    path: "/rooms/{room}/contracts",
    tag: "market",
    summary: "Listed contracts with their quotes, limits and margins",
    query: FormatQuery,
    answers: { 200: { schema: pageOf(ContractQuote), text: "By benchmark, nearest month first; all on one page" } },
    csv: true,
  },
  async ({ room, query }) => {
    const [contracts, benchmarks] = await Promise.all([ask(room.id, "contracts", {}), ask(room.id, "benchmarks", {})]);
    const levels = levelsOf(benchmarks.value);
    const rows = contracts.value.map((contract) => toContractQuote(contract, levels.get(contract.benchmark) ?? 0));
    return answerRows({ rows, next: null, seq: contracts.seq }, query.format);
  },
);

export const listBenchmarks = roomEndpoint(
  {
    id: "listBenchmarks",
    method: "GET",
    path: "/rooms/{room}/benchmarks",
    tag: "market",
    summary: "Benchmarks: the last fixing and the sellers' list prices behind it",
    answers: { 200: { schema: pageOf(BenchmarkRow), text: "All on one page" } },
  },
  async ({ room }) => {
    const [{ value, seq }, { notation }] = await Promise.all([ask(room.id, "benchmarks", {}), contractsOf(room.id)]);
    const rows = value.flatMap((benchmark) => {
      const written = notation.get(benchmark.id);
      return written ? [toBenchmarkRow(benchmark, written)] : []; // no contract of it is listed
    });
    return json({ rows, next: null, seq });
  },
);

export const getBook = roomEndpoint(
  {
    id: "getBook",
    method: "GET",
    path: "/rooms/{room}/book",
    tag: "market",
    summary: "The order book of one contract, best prices first",
    query: BookQuery,
    answers: { 200: { schema: BookView, text: "The book" } },
    refusals: ["unknown-contract"],
  },
  async ({ room, query }) => {
    const { symbol, depth = levelsUnlessTold } = query;
    const [book, view] = await Promise.all([
      ask(room.id, "depth", { symbol, levels: depth }),
      ask(room.id, "view", {}),
    ]);
    const { notation, listed } = await contractsOf(room.id, symbol);
    if (!book.value) return refuse("unknown-contract", { symbol, listed });
    return json(toBookView(book.value, notationFor(symbol, notation), { ...view.value, eventSeq: book.seq }));
  },
);
