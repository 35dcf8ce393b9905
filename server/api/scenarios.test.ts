import { afterAll, beforeAll, expect, test } from "vitest";
import type { MoveView } from "@/wire/views";
import { db } from "../db/client";
import { listBenchmarks } from "./market";
import { listFixings, listNews } from "./market-history";
import { listMoves } from "./moves";
import { getScenario, listRoomScenarios, listScenarios, operatorScenario, startScenario } from "./scenarios";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

const at = "/rooms/public/scenario";
const file = {
  id: "my-own",
  title: "An idea of my own",
  transmission: { passThrough: 0.5, lagDays: 10, demandElasticity: 1 },
  shocks: [
    {
      id: "half-price",
      at: { day: 1, time: "10:00" },
      lever: "seller-price",
      size: -0.5,
      shape: "step",
      benchmark: "PREM",
      seller: "Alder",
    },
  ],
  rulings: [{ id: "narrow", at: { day: 1, time: "10:00" }, benchmark: "PREM", rule: { kind: "limit", rate: 0.05 } }],
  news: [
    {
      id: "told",
      at: { day: 1, time: "10:00" },
      about: "half-price",
      expected: 0,
      actual: -50,
      unit: "%",
      headline: "Alder halves",
    },
  ],
};
let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let owner: User;
let trader: User;

beforeAll(async () => {
  venue = await openTrialVenue("public");
  owner = await newcomer("public");
  trader = await newcomer("public");
  await db().room.update({ where: { id: "public" }, data: { ownerId: owner.userId } });
  const { sharedCache } = await import("@/server/auth/brief-cache");
  sharedCache("rooms").forget(() => true);
}, 60_000);
afterAll(() => venue.close());

const news = async (kind: string) =>
  (await call(listNews, nobody(), "/rooms/public/news?limit=500")).json.rows.filter(
    (item: { kind: string }) => item.kind === kind,
  );

test("the presets are listed, and each can be had as its file", async () => {
  const { rows } = (await call(listScenarios, nobody(), "/scenarios")).json;
  expect(rows.length).toBeGreaterThanOrEqual(10);
  const squeeze = rows.find(({ id }: { id: string }) => id === "squeeze-and-halt");
  expect(squeeze).toMatchObject({ happened: "2022-03-08", levers: ["demand"], shocks: 2, rulings: 5, days: 24 });
  const got = await call(getScenario, nobody(), "/scenarios/squeeze-and-halt");
  expect(got.json.rulings).toHaveLength(5);
  const missing = await call(getScenario, nobody(), "/scenarios/the-end-of-the-world");
  expect([missing.status, missing.json.error.code]).toEqual([404, "unknown-scenario"]);
});

test("a bad file is refused with the path of every field and the reason; the room runs on as it was", async () => {
  const asItIs = async () => [await call(listBenchmarks, nobody(), "/rooms/public/benchmarks"), await news("news")];
  const before = await asItIs();
  const bad = structuredClone(file);
  bad.shocks[0].seller = "Nobody";
  bad.shocks[0].at.time = "16:00";
  bad.rulings[0].rule.rate = 0.9;
  const refused = await call(startScenario, owner, at, { file: bad });
  expect([refused.status, refused.json.error.code]).toEqual([422, "bad-scenario"]);
  const { problems } = refused.json.error.details;
  expect(problems.map(({ path, reason }: { path: string; reason: string }) => [path, reason])).toEqual([
    ["rulings[0].rule.rate", "too-large"],
    ["shocks[0].at.time", "outside-trading-hours"],
    ["shocks[0].seller", "unknown-seller"],
  ]);
  const none = await call(startScenario, owner, at, { preset: "the-end-of-the-world" });
  expect([none.status, none.json.error.code]).toEqual([404, "unknown-scenario"]);
  for (const body of [{}, { preset: "rationing", file }]) {
    expect((await call(startScenario, owner, at, body)).json.error.code).toBe("invalid-request");
  }
  expect(await asItIs()).toEqual(before);
});

test("only the room's owner or its teachers start one; it begins on the next trading day, and no other meanwhile", async () => {
  expect((await call(startScenario, nobody(), at, { file })).status).toBe(401);
  const notTheirs = await call(startScenario, trader, at, { file });
  expect([notTheirs.status, notTheirs.json.error.code]).toEqual([403, "not-the-owner"]);
  const started = await call(startScenario, owner, at, { file });
  expect([started.status, started.json]).toMatchObject([201, { scenario: "my-own", firstDay: "2026-10-02" }]);
  expect((await call(listRoomScenarios, nobody(), "/rooms/public/scenarios")).json.rows).toEqual([]);
  const again = await call(startScenario, owner, at, { preset: "rationing" });
  expect([again.status, again.json.error]).toMatchObject([
    409,
    { code: "scenario-running", details: { scenario: "my-own", until: "2026-10-02" } },
  ]);
});

test("its news and rulings are announced, and its shocks are causes of list prices and fixings", async () => {
  await venue.port.advance("public", Date.parse("2026-10-02T15:45:00Z"));
  expect((await news("news"))[0]).toMatchObject({
    roomTime: "2026-10-02T10:00:00.000Z",
    body: { scenario: "my-own", item: "told", shock: "half-price", prior: null, expected: 0, actual: -50 },
  });
  expect((await news("ruling"))[0].body).toEqual({
    scenario: "my-own",
    ruling: "narrow",
    benchmark: "PREM",
    rule: { kind: "limit", percent: "5" },
  });
  const cut = (await news("list-price")).find(({ roomTime }: { roomTime: string }) => roomTime.includes("T10:00"));
  expect(cut.body).toMatchObject({ benchmark: "PREM", seller: "Alder" });
  expect(cut.body.causes.map(({ cause }: { cause: string }) => cause)).toContain("shock:half-price");
  const logs = cut.body.causes.reduce((sum: number, { log }: { log: number }) => sum + log, 0);
  const slot = (input: string, output: string) => (3 * Number(input) + Number(output)) / 4;
  const { input, output, previousInput, previousOutput } = cut.body;
  expect(logs).toBeCloseTo(Math.log(slot(input, output) / slot(previousInput, previousOutput)), 12);
  const [fixing] = (await call(listFixings, nobody(), "/rooms/public/fixings?benchmark=PREM")).json.rows;
  expect(fixing).toMatchObject({
    date: "2026-10-02",
    causes: expect.arrayContaining([expect.objectContaining({ cause: "shock:half-price" })]),
  });
});

test("what a scenario has brought is told in the words of its file, and nothing of what is still to come", async () => {
  const rows = async () => (await call(listRoomScenarios, nobody(), "/rooms/public/scenarios")).json.rows;
  expect(await rows()).toMatchObject([
    {
      ...{ id: "my-own", title: "An idea of my own", preset: false, firstDay: "2026-10-02" },
      shocks: [{ id: "half-price", lever: "seller-price", size: -0.5, benchmark: "PREM", seller: "Alder" }],
      rulings: [{ id: "narrow", benchmark: "PREM", rule: { kind: "limit", rate: 0.05 } }],
      news: [{ id: "told", about: "half-price", headline: "Alder halves" }],
    },
  ]);
});

test("every move of a benchmark is the sum of its causes, to the last digit", async () => {
  const whole = (text: string) => Number(text.replace(".", ""));
  for (const id of ["PREM", "CHNA", "ECON", "GPUH"]) {
    const rows: MoveView[] = (await call(listMoves, nobody(), `/rooms/public/benchmarks/${id}/moves`)).json.rows;
    expect(rows.map(({ date }) => date)).toEqual(["2026-10-02", "2026-10-01"]);
    expect(rows[0].previous).toBe(rows[1].level);
    for (const { level, previous, move, causes } of rows) {
      expect(whole(move as string)).toBe(whole(level) - whole(previous as string));
      expect((causes ?? []).reduce((sum, { part }) => sum + whole(part), 0)).toBe(whole(move as string));
    }
  }
  const [first] = (await call(listMoves, nobody(), "/rooms/public/benchmarks/PREM/moves?limit=1")).json.rows;
  const cut = first.causes.find(({ cause }: { cause: string }) => cause === "shock:half-price");
  expect(whole(cut.part)).toBeLessThan(0);
  const unknown = await call(listMoves, nobody(), "/rooms/public/benchmarks/GOLD/moves");
  expect([unknown.status, unknown.json.error.code]).toEqual([404, "unknown-benchmark"]);
});

test("whoever runs the server starts one by its secret, and nobody without it", async () => {
  process.env.OPERATOR_SECRET = "of this run";
  const ask = (secret: string, body: object) =>
    operatorScenario(
      new Request("http://localhost/api/auth/operator/scenario", {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      }),
    );
  const start = { preset: "gpu-slump" };
  expect((await ask("guessed", { room: "public", start })).status).toBe(401);
  expect((await ask("of this run", { room: "nowhere", start })).status).toBe(404);
  expect((await ask("of this run", { room: "public", start: { preset: "none" } })).status).toBe(404);
  await venue.port.advance("public", Date.parse("2026-10-05T08:50:00Z"));
  const started = await ask("of this run", { room: "public", start });
  expect(await started.json()).toMatchObject({ scenario: "gpu-slump", firstDay: "2026-10-06" });
  await venue.port.advance("public", Date.parse("2026-10-08T16:00:00Z"));
  const { rows } = (await call(listRoomScenarios, nobody(), "/rooms/public/scenarios")).json;
  expect(rows[1]).toMatchObject({
    id: "gpu-slump",
    title: null,
    preset: true,
    shocks: [{ id: "spare-hours" }],
    news: [{ id: "spot-falls" }],
  });
  delete process.env.OPERATOR_SECRET;
});
