import type { FillExplanation, MarginExplanation } from "@/engine/explanations";
import { rateLimiter } from "@/server/access/rate-limit";
import { marginCallsOf, ownFill, ownMarginCall } from "@/server/db/own-events";
import { type ExplainedEvent, type Explanation, type RoomId, roomPort } from "@/server/port";
import { toFillExplanation, toMarginCallRow, toMarginExplanation } from "@/wire/from-explanations";
import { PagingQuery } from "@/wire/requests";
import { FillExplanationView, MarginCallRow, MarginExplanationView, pageOf } from "@/wire/views";
import { caughtUp, contractsOf } from "./ask";
import { memberEndpoint, refuseTooMany, type User } from "./endpoint";
import { cutPage, oneMore, pageStart } from "./page";
import { HostFailed, json, refuse } from "./respond";
import { answerRows } from "./rows";

/** A number of an event in a path; null: it is none. */
const readSeq = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

const tooManyOf = (caller: User) => rateLimiter().take(caller, "explanations", 1, Date.now());

async function explain(room: RoomId, event: ExplainedEvent): Promise<Explanation> {
  const answer = await roomPort().explain(room, event);
  if (answer.kind === "failed") throw new HostFailed(answer);
  return answer.explanation;
}

const refusals = [
  "recomputing",
  "explanations-busy",
  "explanation-too-long",
  "explanation-too-old",
  "lagging",
  "too-many-requests",
] as const;

export const explainFill = memberEndpoint(
  {
    id: "explainFill",
    method: "GET",
    path: "/rooms/{room}/fills/{seq}/explanation",
    tag: "trading",
    summary: "Why one of your fills came out as it did: worked out again from the journal, which can take some seconds",
    answers: { 200: { schema: FillExplanationView, text: "The explanation; it never changes" } },
    refusals: ["unknown-fill", ...refusals],
  },
  async ({ room, member, caller, path }) => {
    const { account } = member;
    const seq = readSeq(path.seq);
    await caughtUp(room.id);
    const fill = seq === null ? null : await ownFill(room.id, account, seq);
    if (seq === null || fill === null) return refuse("unknown-fill");
    const tooMany = tooManyOf(caller);
    if (tooMany) return refuseTooMany(tooMany);
    const told = await explain(room.id, { kind: "fill", account, seq, ...fill });
    const { notation } = await contractsOf(room.id);
    return json(toFillExplanation(told as FillExplanation, notation));
  },
);

export const listMarginCalls = memberEndpoint(
  {
    id: "listMarginCalls",
    method: "GET",
    path: "/rooms/{room}/margin-calls",
    tag: "account",
    summary: "Your margin calls, newest first",
    query: PagingQuery,
    answers: { 200: { schema: pageOf(MarginCallRow), text: "A page of margin calls" } },
    csv: true,
  },
  async ({ room, member, query }) => {
    const start = pageStart("margin-calls", query);
    if (!start) return refuse("bad-cursor");
    const seq = await caughtUp(room.id);
    const found = await marginCallsOf(room.id, member.account, oneMore(start));
    const { shown, next } = cutPage("margin-calls", found, start.limit, (call) => call.seq);
    return answerRows({ rows: shown.map(toMarginCallRow), next, seq }, query.format);
  },
);

export const explainMarginCall = memberEndpoint(
  {
    id: "explainMarginCall",
    method: "GET",
    path: "/rooms/{room}/margin-calls/{seq}/explanation",
    tag: "account",
    summary: "What a margin call of yours led to, step by step: each order of the close-out and why it was that large",
    answers: { 200: { schema: MarginExplanationView, text: "The steps until it was over, or until now" } },
    refusals: ["unknown-margin-call", ...refusals],
  },
  async ({ room, member, caller, path }) => {
    const { account } = member;
    const seq = readSeq(path.seq);
    await caughtUp(room.id);
    if (seq === null || (await ownMarginCall(room.id, account, seq)) === null) return refuse("unknown-margin-call");
    const tooMany = tooManyOf(caller);
    if (tooMany) return refuseTooMany(tooMany);
    const told = await explain(room.id, { kind: "margin-call", account, seq });
    const { notation } = await contractsOf(room.id);
    return json(toMarginExplanation(told as MarginExplanation, notation));
  },
);
