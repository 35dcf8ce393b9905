import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import nextConfig from "@/next.config.js";
import { takeFastLane } from "./fast-lane";

const server = createServer((request, response) => {
  if (!takeFastLane(request, response)) response.writeHead(418).end();
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = (body: object) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const order = post({ symbol: "PREM-DEC26", side: "buy", type: "limit", lots: 1, price: "4.500" });

test("an order is answered by the same function as its Route Handler, refusals included", async () => {
  const response = await fetch(`${url}/api/v1/rooms/public/orders`, order);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { code: "not-signed-in" } });
  expect((await fetch(`${url}/api/v1/rooms/public/orders`, post({}))).status).toBe(400);
});

test("everything else goes on to Next", async () => {
  expect((await fetch(`${url}/api/v1/rooms/public/orders`)).status).toBe(418);
  expect((await fetch(`${url}/api/v1/rooms/public/orders/7`, { method: "PATCH" })).status).toBe(418);
  expect((await fetch(`${url}/api/v1/rooms/a/b/orders`, order)).status).toBe(418);
});

test("its answers carry every header that Next puts on the API's", async () => {
  const rules = (await nextConfig.headers?.()) ?? [];
  const applying = rules.filter(({ source, has }) => !has && ["/:path*", "/api/:path*"].includes(source));
  const expected = applying.flatMap(({ headers }) => headers);
  expect(expected.length).toBeGreaterThan(3);
  const { headers } = await fetch(`${url}/api/v1/rooms/public/orders`, order);
  for (const { key, value } of expected) expect(headers.get(key), key).toBe(value);
});
