import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { RateLimiter } from "../access/rate-limit";
import { closeConnections } from "../db/client";
import { postTransfer } from "./account";
import { isDatabaseAway } from "./failure";
import { getBook, listContracts } from "./market";
import { listCandles, listFixings, listTrades } from "./market-history";
import { getOrder, listOrders } from "./order-history";
import { cancelAllOrders, cancelOrder, placeOrders, replaceOrder } from "./orders";
import { listFills } from "./own-history";
import { getRoom } from "./rooms";
import { getHealth } from "./service";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let me: User;
const limiter = Symbol.for("tokenpit.rate-limiter");
beforeAll(async () => {
  venue = await openTrialVenue("public");
  me = await newcomer("public");
}, 60_000);
afterAll(() => venue.close());
beforeEach(() => {
  (globalThis as { [limiter]?: RateLimiter })[limiter] = new RateLimiter();
});

const orders = "/rooms/public/orders";
const good = { symbol: "PREM-DEC26", side: "buy", type: "limit", lots: 1, price: "4.300" };
const nothingWasPlaced = async () => {
  expect((await call(listOrders, me, `${orders}?state=all`)).json.rows).toEqual([]);
};
const refusal = async (body: unknown, headers?: Record<string, string>) => {
  const { status, json } = await call(placeOrders, me, orders, body, headers);
  return { status, code: json.error.code, problems: json.error.details.problems, details: json.error.details };
};

describe("a body that is not what is documented is refused with its own code, and nothing is placed", () => {
  afterEach(nothingWasPlaced);

  test.each([
    ["an empty body", ""],
    ["half a body", '{"symbol":'],
    ["two bodies", '{"a":1}{"b":2}'],
    ["a comment", '{"lots":1} // one'],
  ])("%s is malformed-json", async (_, body) => {
    expect(await refusal(body)).toMatchObject({ status: 400, code: "malformed-json" });
  });

  test("bytes that are no UTF-8 are malformed-json", async () => {
    const request = new Request(`http://localhost/api/v1${orders}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect((await placeOrders(request, me)).status).toBe(400);
  });

  test("a form post is wrong-content-type", async () => {
    const sent = await refusal("symbol=PREM-DEC26", { "content-type": "application/x-www-form-urlencoded" });
    expect(sent).toMatchObject({ status: 415, code: "wrong-content-type" });
    expect((await refusal(good, { "content-type": "text/plain" })).code).toBe("wrong-content-type");
  });

  test("a body over the limit is body-too-large, announced or not", async () => {
    const huge = JSON.stringify({ ...good, clientOrderId: "x".repeat(70_000) });
    expect(await refusal(huge)).toMatchObject({ status: 413, code: "body-too-large", details: { most: 65_536 } });
    expect(await refusal(good, { "content-length": "70000" })).toMatchObject({ status: 413 });
  });

  test("a tower of brackets is refused before it is parsed", async () => {
    expect(await refusal("[".repeat(30_000))).toMatchObject({ status: 400, code: "invalid-request" });
    expect((await refusal('{"symbol":"[[[[[[[[[[[["}')).problems).not.toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining("nested") }),
    );
  });

  test.each([
    ["a fractional size", { ...good, lots: 1.5 }, "lots"],
    ["a size as text", { ...good, lots: "1" }, "lots"],
    ["a size beyond any integer", { ...good, lots: 1e21 }, "lots"],
    ["no size", { ...good, lots: undefined }, "lots"],
    ["a price as a number", { ...good, price: 4.3 }, "price"],
    ["a limit order without a price", { ...good, price: undefined }, "price"],
    ["a market order with a price", { ...good, type: "market" }, "price"],
    ["a resting market order", { ...good, type: "market", price: undefined, timeInForce: "gtc" }, "timeInForce"],
    ["a post-only order that never rests", { ...good, timeInForce: "ioc", postOnly: true }, "postOnly"],
    ["an unknown side", { ...good, side: "long" }, "side"],
    ["an unknown time in force", { ...good, timeInForce: "gtx" }, "timeInForce"],
    ["a client id with a space", { ...good, clientOrderId: "a b" }, "clientOrderId"],
    ["a client id of 37 characters", { ...good, clientOrderId: "a".repeat(37) }, "clientOrderId"],
  ])("%s is invalid-request and says where", async (_, body, path) => {
    const { status, code, problems } = await refusal(body);
    expect([status, code]).toEqual([400, "invalid-request"]);
    expect(problems.map((problem: { path: string }) => problem.path)).toContain(path);
  });

  test.each([
    ["an unknown field", { ...good, leverage: 10 }],
    ["a prototype", JSON.stringify(good).replace("{", '{"__proto__":{"lots":5},')],
    ["null", null],
    ["a number", 7],
    ["an empty array", []],
    ["an array in an array", [[good]]],
  ])("%s is invalid-request", async (_, body) => {
    expect(await refusal(body)).toMatchObject({ status: 400, code: "invalid-request" });
  });

  test.each(["4.6385", "4.30001"])("the price %s is off-tick and names the tick", async (price) => {
    expect(await refusal({ ...good, price })).toMatchObject({
      status: 422,
      code: "off-tick",
      details: { price, tick: "0.001" },
    });
  });

  test.each(["", " ", "4.3e0", "-4.300", "+4.300", "NaN", "Infinity", "2147483.648", "9".repeat(40)])(
    "the price %j is invalid-request",
    async (price) => {
      expect(await refusal({ ...good, price })).toMatchObject({ status: 400, code: "invalid-request" });
    },
  );

  test("a contract that is not listed is unknown-contract with those that are", async () => {
    const { status, code, details } = await refusal({ ...good, symbol: "PREM-DEC99" });
    expect([status, code]).toEqual([404, "unknown-contract"]);
    expect(details.listed).toContain("PREM-DEC26");
  });
});

test.each([0, -1, 10_001])(
  "an order of %i lots is refused by the venue with the sizes it takes (4.2)",
  async (lots) => {
    const { status, code, details } = await refusal({ ...good, lots });
    expect([status, code]).toEqual([422, "lots"]);
    expect(details).toEqual({ lots, least: 1, most: 10_000 });
  },
);

test.each(["0", "-0.00", "1e3", "12.345", "", "--5", "1,000.00", "0x10", "99999999999999999999"])(
  "a transfer of %j is invalid-request",
  async (amount) => {
    const { status, json } = await call(postTransfer, me, "/rooms/public/transfers", { amount });
    expect([status, json.error.code, json.error.details.problems[0].path]).toEqual([400, "invalid-request", "amount"]);
  },
);

describe("addresses and questions", () => {
  test.each([
    ["an unknown parameter", "?symbol=PREM-DEC26&verbose=1"],
    ["a parameter given twice", "?symbol=PREM-DEC26&symbol=PREM-MAR27"],
    ["a missing symbol", ""],
    ["no depth", "?symbol=PREM-DEC26&depth=0"],
    ["a depth beyond 50", "?symbol=PREM-DEC26&depth=51"],
    ["a depth in another notation", "?symbol=PREM-DEC26&depth=1e1"],
  ])("%s is invalid-request", async (_, query) => {
    expect((await call(getBook, nobody(), `/rooms/public/book${query}`)).json.error.code).toBe("invalid-request");
  });

  test("unknown symbols, benchmarks and intervals each have their code", async () => {
    const codeOf = async (asked: ReturnType<typeof call>) => (await asked).json.error.code;
    expect(await codeOf(call(getBook, nobody(), "/rooms/public/book?symbol=NONE-DEC26"))).toBe("unknown-contract");
    expect(await codeOf(call(listTrades, nobody(), "/rooms/public/trades?symbol=NONE"))).toBe("unknown-contract");
    expect(await codeOf(call(listFixings, nobody(), "/rooms/public/fixings?benchmark=NONE"))).toBe("unknown-benchmark");
    const candles = "/rooms/public/candles?symbol=PREM-DEC26";
    expect(await codeOf(call(listCandles, nobody(), `${candles}&interval=2m`))).toBe("invalid-request");
    expect(await codeOf(call(listCandles, nobody(), `${candles}&interval=1d&from=yesterday`))).toBe("invalid-request");
  });

  test("a NUL in an address is refused before any database sees it", async () => {
    const symbol = "symbol=PREM-DEC26%00";
    for (const [handler, list] of [
      [listOrders, `orders?state=all&${symbol}`],
      [listFills, `fills?${symbol}`],
      [listTrades, `trades?${symbol}`],
      [listCandles, `candles?interval=1m&${symbol}`],
    ] as const) {
      expect((await call(handler, me, `/rooms/public/${list}`)).status).toBe(400);
    }
    expect((await call(getRoom, me, "/rooms/%00")).status).toBe(404);
  });

  test("a cursor of another list, or a made-up one, is bad-cursor", async () => {
    for (const cursor of ["nonsense", btoa("ledger:5").replaceAll("=", "")]) {
      const { status, json } = await call(listFills, me, `/rooms/public/fills?cursor=${cursor}`);
      expect([status, json.error.code]).toEqual([400, "bad-cursor"]);
    }
  });

  test("rooms that are not there, or cannot be, are unknown-room", async () => {
    for (const room of ["nowhere", "..%2Fpublic", "PUBLIC", "%00", "a".repeat(65), "%E0%A4%A"]) {
      expect((await call(getRoom, nobody(), `/rooms/${room}`)).status).toBe(404);
    }
  });

  test("an order number of somebody else, of nobody, or no number at all is unknown-order, and theirs stands", async () => {
    const other = await newcomer("public");
    const theirs = (await call(placeOrders, other, orders, good)).json;
    for (const id of [theirs.id, "999999", "0", "-1", "1e3", "abc", "9".repeat(30)]) {
      for (const asked of [
        call(getOrder, me, `${orders}/${id}`),
        call(cancelOrder, me, `${orders}/${id}`),
        call(replaceOrder, me, `${orders}/${id}`, { lots: 1 }),
      ]) {
        const { status, json } = await asked;
        expect([status, json.error.code]).toEqual([404, "unknown-order"]);
      }
    }
    expect((await call(getOrder, other, `${orders}/${theirs.id}`)).json.status).toBe("open");
    await call(cancelAllOrders, other, orders);
  });
});

describe("who may ask", () => {
  test("trading needs somebody signed in, and a seat in the room", async () => {
    const anonymous = await call(placeOrders, nobody(), orders, good);
    expect([anonymous.status, anonymous.json.error.code]).toEqual([401, "not-signed-in"]);
    const outsider = await call(placeOrders, await newcomer(), orders, good);
    expect([outsider.status, outsider.json.error.code]).toEqual([403, "not-a-member"]);
  });

  test("a cookie's change must come from our own page; a key's need not", async () => {
    const byCookie = { ...me, via: "session" } as const;
    const from = async (headers: Record<string, string>) =>
      (await call(cancelAllOrders, byCookie, orders, undefined, { host: "localhost", ...headers })).status;
    expect(await from({})).toBe(403);
    expect(await from({ origin: "https://evil.example", "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await from({ origin: "http://localhost", "sec-fetch-site": "same-site" })).toBe(403);
    expect(await from({ origin: "http://localhost", "sec-fetch-site": "same-origin" })).toBe(200);
    expect((await call(cancelAllOrders, me, orders)).status).toBe(200);
  });

  test("other sites may read what is public or held by a key, never what a cookie opened", async () => {
    const allowed = async (caller: Parameters<typeof call>[1]) =>
      (await call(listContracts, caller, "/rooms/public/contracts")).headers.get("access-control-allow-origin");
    expect(await allowed(nobody())).toBe("*");
    expect(await allowed(me)).toBe("*");
    expect(await allowed({ ...me, via: "session" })).toBeNull();
  });
});

test("too many requests are refused with the limit and the wait, each order of a batch counting as one", async () => {
  const busy = await newcomer("public");
  const batch = Array(100).fill({ ...good, lots: 0 });
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await call(placeOrders, busy, orders, batch)).status);
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200]);
  const { status, headers, json } = await call(placeOrders, busy, orders, batch);
  expect(status).toBe(429);
  expect(json.error).toMatchObject({ code: "too-many-requests", details: { limit: 400, perSecond: 100 } });
  expect(Number(headers.get("retry-after"))).toBe(json.error.details.retryAfterSeconds);
  expect((await call(placeOrders, me, orders, [{ ...good, lots: 0 }])).status).toBe(200); // others are not held up
});

describe("when something is wrong with us", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => {
    venue.port.stopped = null;
    venue.port.lagging = false;
    vi.restoreAllMocks();
  });

  test.each(["room-stopped", "overloaded", "shutting-down", "read-only"] as const)(
    "a room that is %s answers 503 with Retry-After",
    async (code) => {
      venue.port.stopped = { kind: "failed", code };
      const { status, headers, json } = await call(placeOrders, me, orders, good);
      expect([status, json.error.code]).toEqual([503, code]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      const ill = await call(getHealth, nobody(), "/health");
      expect(ill.status).toBe(503);
    },
  );

  test("history that has not caught up is lagging, not a list with a hole", async () => {
    venue.port.lagging = true;
    const { status, json } = await call(listFills, me, "/rooms/public/fills");
    expect([status, json.error.code]).toEqual([503, "lagging"]);
  });

  test("a bug of ours is internal with an incident that is in the log, and says nothing of the inside", async () => {
    vi.spyOn(venue.port, "submit").mockRejectedValue(new Error("secret: SELECT * FROM users at /srv/app"));
    const { status, json, text } = await call(placeOrders, me, orders, good);
    expect([status, json.error.code]).toEqual([500, "internal"]);
    expect(text).not.toMatch(/secret|SELECT|\/srv/);
    expect(vi.mocked(console.error).mock.calls[0][0]).toContain(json.error.details.incident);
  });

  test("what a database says when it is away, full or closing is told from a bug", () => {
    const said = (code: string, inside: object = {}) => Object.assign(new Error("x"), { code, ...inside });
    expect(isDatabaseAway(said("ECONNREFUSED"))).toBe(true);
    expect(isDatabaseAway(said("53100"))).toBe(true); // disk full
    expect(isDatabaseAway(said("57P01"))).toBe(true); // shut down by its operator
    expect(isDatabaseAway(new Error("outer", { cause: said("08006") }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([said("ECONNREFUSED"), said("ECONNREFUSED")]))).toBe(true);
    expect(isDatabaseAway(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isDatabaseAway(said("23505"))).toBe(false); // a unique row twice: ours
    expect(isDatabaseAway(new TypeError("x is not a function"))).toBe(false);
    expect(isDatabaseAway("ECONNREFUSED")).toBe(false);
  });

  test("with the database dead, every question that needs it is unavailable", async () => {
    const newcomerMeanwhile = await newcomer("public");
    await closeConnections();
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgresql://tokenpit@127.0.0.1:9/nothing";
    try {
      for (const asked of [
        call(listTrades, nobody(), "/rooms/public/trades?symbol=PREM-DEC26"),
        call(placeOrders, { ...newcomerMeanwhile, userId: crypto.randomUUID() }, orders, good),
      ]) {
        const { status, json } = await asked;
        expect([status, json.error.code]).toEqual([503, "unavailable"]);
      }
    } finally {
      await closeConnections();
      process.env.DATABASE_URL = url;
    }
  });
});
