import { afterEach, expect, test } from "vitest";
import { csrfTokenOf, newCsrfCookie } from "./csrf-cookie";
import { isSameOrigin } from "./same-origin";

const change = (headers: Record<string, string>) =>
  isSameOrigin(
    new Request("http://market.example/api/v1/me", { method: "POST", headers: { host: "market.example", ...headers } }),
  );

afterEach(() => {
  delete process.env.NEXTAUTH_URL;
});

test("a change from one of our own pages passes", () => {
  expect(change({ origin: "http://market.example", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(change({ origin: "http://market.example" }), "a browser without fetch metadata").toBe(true);
  expect(change({ "sec-fetch-site": "same-origin" })).toBe(true);
});

test.each([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site, before fetch metadata", { origin: "https://evil.example" }],
  ["a sibling subdomain", { origin: "http://blog.market.example", "sec-fetch-site": "same-site" }],
  ["another port", { origin: "http://market.example:8080", "sec-fetch-site": "same-site" }],
  ["a sandboxed frame", { origin: "null" }],
  ["an address typed by hand", { "sec-fetch-site": "none" }],
  ["something that is no browser", {}],
  ["a name that only starts like ours", { origin: "http://market.example.evil.example" }],
])("a change from %s is refused", (_, headers) => {
  expect(change(headers as Record<string, string>)).toBe(false);
});

test("behind a proxy the address that counts is the one the browser asked for", () => {
  expect(
    change({ host: "10.0.0.7:3000", "x-forwarded-host": "market.example", origin: "https://market.example" }),
  ).toBe(true);
  process.env.NEXTAUTH_URL = "https://market.example";
  expect(change({ host: "10.0.0.7:3000", origin: "https://market.example" })).toBe(true);
  expect(change({ "x-forwarded-host": "evil.example", origin: "https://evil.example" })).toBe(false);
});

test("a form's token is good only with the cookie it was made with, and only one of ours", () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test alone";
  const cookie = newCsrfCookie();
  const [token] = cookie.split("|");
  expect(csrfTokenOf(cookie)).toBe(token);
  expect(csrfTokenOf(`${token}|${"0".repeat(64)}`)).toBeNull();
  expect(csrfTokenOf(undefined)).toBeNull();
  process.env.NEXTAUTH_SECRET = "another installation's";
  expect(csrfTokenOf(cookie)).toBeNull();
});
