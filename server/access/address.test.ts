import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import { addressOf, stampAddress } from "./address";

function seenAs(remoteAddress: string, headers: Record<string, string> = {}): string {
  const request = { headers: { ...headers }, socket: { remoteAddress } } as unknown as IncomingMessage;
  stampAddress(request);
  return addressOf(new Headers(request.headers as Record<string, string>));
}

afterEach(() => {
  delete process.env.TRUST_PROXY;
});

test("nobody chooses the address they are counted under", () => {
  const claims = { "x-forwarded-for": "10.1.1.1", "x-tokenpit-address": "10.2.2.2", "x-real-ip": "10.3.3.3" };
  expect(seenAs("192.0.2.7", claims)).toBe("192.0.2.7");
});

test("behind a proxy that is trusted, what it appended counts, not what the client wrote before it", () => {
  process.env.TRUST_PROXY = "1";
  expect(seenAs("127.0.0.1", { "x-forwarded-for": "10.1.1.1, 192.0.2.7" })).toBe("192.0.2.7");
  expect(seenAs("127.0.0.1")).toBe("127.0.0.1");
});

test("all addresses of one IPv6 network are one, and IPv4 is the same on either kind of socket", () => {
  expect(seenAs("2001:db8:1:2:aaaa::1")).toBe(seenAs("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
  expect(seenAs("2001:db8:1:2::1")).not.toBe(seenAs("2001:db8:1:3::1"));
  expect(seenAs("::ffff:192.0.2.7")).toBe(seenAs("192.0.2.7"));
  expect(seenAs("::1")).toBe("0:0:0:0::/64");
});
