import { execFile } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { checkKey } from "@/server/auth/api-keys";
import { publicRoom } from "@/server/auth/join";
import { openOperatorDoor } from "@/server/auth/operator-door";
import { signUp } from "@/server/auth/people";
import { openTrialVenue, visitor } from "@/server/auth/trial-venue";
import { memberOf } from "@/server/db/members";
import { operatorKey } from "./auth-operator";

vi.mock("../auth/password-cost", () => ({ passwordCost: { ln: 10, r: 8, p: 1 } }));
vi.setConfig({ testTimeout: 30_000 });

const script = join(import.meta.dirname, "../../scripts/create-key.mjs");
let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let door: { close(): void };

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, headers, url } = request;
  const answer = await operatorKey(
    new Request(`http://here${url}`, {
      method,
      headers: headers as Record<string, string>,
      body: Buffer.concat(chunks),
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

beforeAll(async () => {
  venue = await openTrialVenue();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
}, 60_000);
beforeEach(() => {
  door = openOperatorDoor(venue.folder, (server.address() as AddressInfo).port);
});
afterAll(async () => {
  server.close();
  await venue.close();
});

function createKey(...args: string[]): Promise<{ status: number; out: string; complaint: string }> {
  const env = { ...process.env, DATA_DIR: venue.folder };
  return new Promise((resolve) =>
    execFile(process.execPath, [script, ...args], { env }, (error, out, complaint) =>
      resolve({ status: error ? Number(error.code) : 0, out, complaint }),
    ),
  );
}

test("create-key prints one line; the key is of a person who is made and in the public room", async () => {
  const { status, out } = await createKey("--user", "bot-1", "--json");
  expect(status).toBe(0);
  expect(out.trimEnd().split("\n")).toHaveLength(1);
  const { user, key, room } = JSON.parse(out);
  expect([user, room]).toEqual(["bot-1", publicRoom]);
  const holder = await checkKey(key);
  expect(holder).toMatchObject({ nickname: "bot-1", guest: false });
  expect(await memberOf(room, holder!.userId)).toMatchObject({ nickname: "bot-1" });
});

test("the same name gets another key, whoever made the person", async () => {
  const came = await signUp({ nickname: "Trader-Joe", password: "correct horse" }, visitor());
  const { key, user } = JSON.parse((await createKey("--user", "trader_joe", "--json")).out);
  expect(user).toBe("Trader-Joe");
  expect((await checkKey(key))?.userId).toBe(came.kind === "arrived" && came.userId);
});

test("without --json it says what the key is for and that there is no password", async () => {
  const { out } = await createKey("--user", "bot-2");
  expect(out).toMatch(/^tp_/);
  expect(out).toContain("no password");
});

test("a name that cannot be one, and a missing one, are refused with the form", async () => {
  expect(await createKey("--user", "x", "--json")).toMatchObject({ status: 1, out: "" });
  expect((await createKey("--user", "x", "--json")).complaint).toContain("3 to 24");
  expect((await createKey("--json")).complaint).toContain("--user NAME");
});

test("without a running server it says so, and how to start one", async () => {
  door.close();
  const stopped = await createKey("--user", "bot-3", "--json");
  expect(stopped).toMatchObject({ status: 1, out: "" });
  expect(stopped.complaint).toContain("npm start");
  writeFileSync(join(venue.folder, "operator.json"), JSON.stringify({ url: "http://127.0.0.1:9", secret: "x" }));
  expect((await createKey("--user", "bot-3", "--json")).complaint).toContain("does not answer");
});

test("only whoever can read the data folder is obeyed, and only this run's secret counts", async () => {
  expect(statSync(join(venue.folder, "operator.json")).mode & 0o777).toBe(0o600);
  const ask = (authorization: string) =>
    operatorKey(new Request("http://here/", { method: "POST", headers: { authorization }, body: '{"user":"bot-4"}' }));
  const before = process.env.OPERATOR_SECRET;
  expect((await ask("Bearer wrong")).status).toBe(401);
  openOperatorDoor(venue.folder, 1);
  expect((await ask(`Bearer ${before}`)).status).toBe(401);
  expect((await ask(`Bearer ${process.env.OPERATOR_SECRET}`)).status).toBe(201);
});
