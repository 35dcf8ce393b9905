import { z } from "zod";
import type { Command } from "@/engine/commands";
import { roomTime } from "@/engine/units";
import type { Membership } from "@/server/db/members";
import { findRoom, type RoomCard } from "@/server/db/rooms";
import type { RoomId } from "@/server/port";
import { toContractQuote } from "@/wire/from-engine";
import { levelsOf } from "@/wire/notation";
import { toErrorBody } from "@/wire/refusal-body";
import { HaltRequest } from "@/wire/requests";
import { parseTime } from "@/wire/time";
import { ContractQuote } from "@/wire/views";
import { isOperator } from "../auth/operator";
import { ask, contractsOf, submit } from "./ask";
import { signedInEndpoint, type User } from "./endpoint";
import { answerFailure } from "./failure";
import { badRequest } from "./order-draft";
import { json, refuse, refuseWith } from "./respond";

const answers = { 200: { schema: ContractQuote, text: "The contract as it stands now" } };

export const haltContract = signedInEndpoint(
  {
    id: "haltContract",
    method: "POST",
    path: "/rooms/{room}/contracts/{symbol}/halt",
    tag: "market",
    summary: "Stop trading in a month: it collects orders until it is resumed, at the latest till the next opening",
    body: HaltRequest,
    answers,
    refusals: ["not-the-owner", "unknown-contract", "closed"],
  },
  async ({ room, member, caller, path, body }) =>
    runsRoom(room, member, caller) ? halt(room.id, path.symbol, body) : refuse("not-the-owner"),
);

export const resumeContract = signedInEndpoint(
  {
    id: "resumeContract",
    method: "POST",
    path: "/rooms/{room}/contracts/{symbol}/resume",
    tag: "market",
    summary: "End a halt: the month uncrosses its auction and trades on",
    answers,
    refusals: ["not-the-owner", "unknown-contract", "not-halted"],
  },
  async ({ room, member, caller, path }) =>
    runsRoom(room, member, caller) ? resume(room.id, path.symbol) : refuse("not-the-owner"),
);

/** The public room belongs to nobody: there only whoever runs the server may (scripts/halt.mjs). */
export const runsRoom = (room: RoomCard, member: Membership | null, caller: User): boolean =>
  room.ownerId === caller.userId || member?.role === "teacher";

const OperatorHalt = z.strictObject({
  room: z.string().max(64),
  symbol: z.string().max(40),
  until: HaltRequest.shape.until,
  resume: z.boolean().optional(),
});

/** POST /api/auth/operator/halt: `npm run halt`. */
export async function operatorHalt(request: Request): Promise<Response> {
  if (!isOperator(request.headers)) return refuse("not-signed-in", { needs: "this run's operator secret" });
  const asked = OperatorHalt.safeParse(await request.json().catch(() => null));
  if (!asked.success) return refuse("invalid-request");
  const { room, symbol, until } = asked.data;
  try {
    if (!(await findRoom(room))) return refuse("unknown-room", { room });
    return await (asked.data.resume ? resume(room, symbol) : halt(room, symbol, { until }));
  } catch (thrown) {
    return answerFailure(thrown, "operatorHalt");
  }
}

async function halt(room: RoomId, symbol: string, { until: text }: HaltRequest): Promise<Response> {
  const until = text === undefined ? null : parseTime(text);
  if (text !== undefined && until === null) {
    return refuseWith(badRequest("until", "is no UTC time like 2026-10-01T10:30:00Z"));
  }
  return change(room, symbol, { kind: "halt", contract: symbol, ...(until !== null && { until: roomTime(until) }) });
}

const resume = (room: RoomId, symbol: string): Promise<Response> =>
  change(room, symbol, { kind: "resume", contract: symbol });

async function change(room: RoomId, symbol: string, command: Command): Promise<Response> {
  const { notation, listed } = await contractsOf(room, symbol);
  if (!listed.includes(symbol)) return refuse("unknown-contract", { symbol, listed });
  const outcome = await submit(room, command);
  if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, symbol, notation));
  if (outcome.kind !== "halted" && outcome.kind !== "resumed") {
    throw new Error(`"${command.kind}" came to "${outcome.kind}"`);
  }
  const [contracts, benchmarks] = await Promise.all([ask(room, "contracts", {}), ask(room, "benchmarks", {})]);
  const contract = contracts.value.find((one) => one.symbol === symbol);
  if (!contract) throw new Error(`${symbol} is gone from room ${room}`);
  return json(toContractQuote(contract, levelsOf(benchmarks.value).get(contract.benchmark) ?? 0));
}
