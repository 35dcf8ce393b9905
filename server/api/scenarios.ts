import { z } from "zod";
import { defaultRoomConfig } from "@/engine/default-config";
import { lengthOf } from "@/engine/scenario/stage";
import { findRoom, roomConfig } from "@/server/db/rooms";
import type { RoomId } from "@/server/port";
import { presets } from "@/server/scenarios/presets";
import { errorBody } from "@/wire/refusal-body";
import { ScenarioFile, toScenario, venueOf } from "@/wire/scenario";
import { checkScenario, type ScenarioProblem } from "@/wire/scenario-check";
import { ScenarioStarted, ScenarioSummary, StartScenarioRequest } from "@/wire/scenario-requests";
import { RoomScenario, toRoomScenario } from "@/wire/scenario-views";
import { pageOf } from "@/wire/views";
import { isOperator } from "../auth/operator";
import { ask, submit } from "./ask";
import { openEndpoint, roomEndpoint, signedInEndpoint } from "./endpoint";
import { answerFailure } from "./failure";
import { runsRoom } from "./halts";
import { json, refuse, refuseWith } from "./respond";

const mostProblems = 20;

export const listScenarios = openEndpoint(
  {
    id: "listScenarios",
    method: "GET",
    path: "/scenarios",
    tag: "market",
    summary: "The scenarios there are: what happened when, and which levers it pulls",
    answers: { 200: { schema: z.object({ rows: z.array(ScenarioSummary) }), text: "All of them" } },
  },
  async () => json({ rows: [...presets().values()].map(summaryOf) }, 200, forAWhile),
);

export const getScenario = openEndpoint(
  {
    id: "getScenario",
    method: "GET",
    path: "/scenarios/{id}",
    tag: "market",
    summary: "The file of one scenario: dated shocks, rulings and news, and apart from them what is assumed",
    answers: { 200: { schema: ScenarioFile, text: "As it may be sent to start one" } },
    refusals: ["unknown-scenario"],
  },
  async ({ path }) => {
    const file = presets().get(path.id);
    return file ? json(file, 200, forAWhile) : refuse("unknown-scenario", { scenario: path.id });
  },
);

const forAWhile = { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" };

function summaryOf(file: ScenarioFile): ScenarioSummary {
  const { id, happened = null, shocks, rulings, news } = file;
  const levers = [...new Set(shocks.map(({ lever }) => lever))];
  return {
    id,
    happened,
    levers,
    shocks: shocks.length,
    rulings: rulings.length,
    news: news.length,
    days: daysOf(file),
  };
}

const daysOf = (file: ScenarioFile): number => lengthOf(toScenario(file));

export const startScenario = signedInEndpoint(
  {
    id: "startScenario",
    method: "POST",
    path: "/rooms/{room}/scenario",
    tag: "market",
    summary: "Let a scenario run in a room from the next trading day on: one of the presets, or a file of your own",
    body: StartScenarioRequest,
    answers: { 201: { schema: ScenarioStarted, text: "It begins on that day" } },
    refusals: ["not-the-owner", "unknown-scenario", "bad-scenario", "scenario-running"],
  },
  async ({ room, member, caller, body }) =>
    runsRoom(room, member, caller) ? start(room.id, body) : refuse("not-the-owner"),
);

export const listRoomScenarios = roomEndpoint(
  {
    id: "listRoomScenarios",
    method: "GET",
    path: "/rooms/{room}/scenarios",
    tag: "market",
    summary: "What scenarios have brought to a room so far, in the words of whoever wrote them",
    answers: { 200: { schema: pageOf(RoomScenario), text: "All on one page, the latest last" } },
  },
  async ({ room }) => {
    const { value, seq } = await ask(room.id, "scenarios", {});
    const rows = value.map((begun) => {
      const preset = presets().get(begun.id);
      return toRoomScenario(begun, preset && toScenario(preset));
    });
    return json({ rows, next: null, seq });
  },
);

const OperatorScenario = z.strictObject({ room: z.string().max(64), start: StartScenarioRequest });

/** POST /api/auth/operator/scenario: `npm run scenario`. The public room belongs to nobody. */
export async function operatorScenario(request: Request): Promise<Response> {
  if (!isOperator(request.headers)) return refuse("not-signed-in", { needs: "this run's operator secret" });
  const asked = OperatorScenario.safeParse(await request.json().catch(() => null));
  if (!asked.success) return refuse("invalid-request");
  try {
    const { room } = asked.data;
    return (await findRoom(room)) ? await start(room, asked.data.start) : refuse("unknown-room", { room });
  } catch (thrown) {
    return answerFailure(thrown, "operatorScenario");
  }
}

/** A file is read against the room's own benchmarks, sellers and hours; nothing reaches the room unless it is in order. */
async function start(room: RoomId, { preset, file }: StartScenarioRequest): Promise<Response> {
  if ((preset === undefined) === (file === undefined)) {
    return refuse("invalid-request", { problems: [{ path: "preset", problem: "send either preset or file" }] });
  }
  const asked = preset === undefined ? file : presets().get(preset);
  if (asked === undefined) return refuse("unknown-scenario", { scenario: preset });
  const read = checkScenario(asked, venueOf((await roomConfig(room)) ?? defaultRoomConfig));
  if (!read.ok) return refuse("bad-scenario", { problems: read.problems.slice(0, mostProblems).map(problemBody) });
  const outcome = await submit(room, { kind: "start-scenario", scenario: toScenario(read.file) });
  if (outcome.kind === "refused" && outcome.refusal.reason === "scenario-running") {
    const { scenario, until } = outcome.refusal;
    return refuseWith(errorBody("scenario-running", { scenario, until }));
  }
  if (outcome.kind !== "scenario-started") throw new Error(`"start-scenario" came to "${outcome.kind}"`);
  const { scenario, firstDay, eventSeq } = outcome;
  return json({ scenario, firstDay, seq: eventSeq }, 201);
}

const problemBody = ({ path, reason, details }: ScenarioProblem) => ({ path, reason, ...details });
