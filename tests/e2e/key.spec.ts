import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { wideContract } from "./venue";

test("a key made on the command line trades over the API", async ({ request, baseURL }) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["scripts/create-key.mjs", "--user", `bot-${Date.now()}`, "--json"],
    {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, PORT: new URL(baseURL as string).port },
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { key, room } = JSON.parse(stdout);
  const headers = { authorization: `Bearer ${key}` };
  const { symbol } = await wideContract(request);

  const order = { symbol, side: "buy", type: "market", lots: 2, clientOrderId: "first" };
  const placed = await request.post(`/api/v1/rooms/${room}/orders`, { headers, data: order });
  expect(placed.status()).toBe(201);
  const answer = await placed.json();
  expect(answer).toMatchObject({ symbol, lots: 2, status: "filled", filledLots: 2, clientOrderId: "first" });

  const again = await request.post(`/api/v1/rooms/${room}/orders`, { headers, data: order });
  expect((await again.json()).id).toBe(answer.id);
  const account = await (await request.get(`/api/v1/rooms/${room}/account`, { headers })).json();
  expect(account.positions).toMatchObject([{ symbol, net: 2 }]);
});
