import { movesOf } from "@/server/db/history";
import { toMoveView } from "@/wire/from-events";
import { PagingQuery } from "@/wire/requests";
import { MoveView, pageOf } from "@/wire/views";
import { ask, contractsOf } from "./ask";
import { roomEndpoint } from "./endpoint";
import { cutPage, oneMore, pageStart } from "./page";
import { json, refuse } from "./respond";

export const listMoves = roomEndpoint(
  {
    id: "listMoves",
    method: "GET",
    path: "/rooms/{room}/benchmarks/{id}/moves",
    tag: "market",
    summary: "Why a benchmark moved: each fixing's move with its causes, which sum to it exactly, newest first",
    query: PagingQuery.omit({ format: true }),
    answers: { 200: { schema: pageOf(MoveView), text: "A page of moves; days whose fixing was withheld have none" } },
    refusals: ["unknown-benchmark"],
  },
  async ({ room, path, query }) => {
    const start = pageStart("moves", query);
    if (!start) return refuse("bad-cursor");
    const { notation } = await contractsOf(room.id);
    const written = notation.get(path.id);
    if (!written) return refuse("unknown-benchmark", { benchmark: path.id, known: [...notation.keys()] });
    const [{ seq }, found] = await Promise.all([ask(room.id, "view", {}), movesOf(room.id, path.id, oneMore(start))]);
    const { shown, next } = cutPage("moves", found, start.limit, (fixing) => fixing.seq);
    return json({ rows: shown.map((fixing) => toMoveView(fixing, written)), next, seq });
  },
);
