import { expect, test } from "vitest";
import { faultIn } from "./request-fault";

const asked = (host: string | undefined, url = "/prices") => faultIn({ url, headers: { host } });

test.each(["localhost:3000", "tokenpit.example", "TOKENPIT.example:443", "127.0.0.1:80", "[::1]:3000", "my_host"])(
  "a request to %s is answered",
  (host) => expect(asked(host)).toBeNull(),
);

test.each([
  "",
  undefined,
  "evil com",
  'evil.com"><script>alert(1)</script>',
  "evil.com, localhost",
  "evil.com/path",
  "user@evil.com",
  "evil.com:99999",
  "[::1",
  "evil.com:",
])("a Host of %j is refused: pages write their own addresses with it", (host) =>
  expect(asked(host)).toMatch(/Host header names no host/),
);

test("a broken percent-escape is the address's fault", () => {
  expect(asked("localhost", "/prices%zz")).toMatch(/% that is not followed/);
  expect(asked("localhost", "/%E4%BB%B7")).toBeNull();
});
