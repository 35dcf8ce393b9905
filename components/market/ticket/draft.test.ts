import { describe, expect, test } from "vitest";
import { exampleSnapshot } from "../live/snapshot.example";
import { closing, type Draft, emptyDraft, lotsWithin, requestOf, steppedLots, steppedPrice } from "./draft";
import { wayOut } from "./refusal";

const quote = exampleSnapshot().contracts[1];
const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, price: "4.640", lots: "40", ...changes });

describe("what the ticket asks for", () => {
  test("a limit order names its price on the tick, a market order none", () => {
    expect(requestOf(draft({ price: "4.64" }), quote)).toEqual({
      request: { symbol: "PREM-DEC26", side: "buy", type: "limit", lots: 40, price: "4.640", timeInForce: "gtc" },
    });
    expect(requestOf(draft({ type: "market", postOnly: true }), quote)).toEqual({
      request: { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 40 },
    });
  });

  test.each([
    [{ price: "" }, "price-blank"],
    [{ price: "4.6401" }, "price-off-tick"],
    [{ price: "four" }, "price-invalid"],
    [{ price: "-4.640" }, "price-invalid"],
    [{ lots: "" }, "lots-blank"],
    [{ lots: "1.5" }, "lots-invalid"],
    [{ lots: "1e3" }, "lots-invalid"],
  ] as const)("%j is not sent: %s", (changes, problem) => {
    expect(requestOf(draft(changes), quote)).toEqual({ problem });
  });

  test("post-only is asked for only where an order can rest (4.2)", () => {
    expect(requestOf(draft({ postOnly: true }), quote)).toMatchObject({ request: { postOnly: true } });
    expect(requestOf(draft({ postOnly: true, timeInForce: "ioc" }), quote)).not.toHaveProperty("request.postOnly");
  });

  test("closing a position sells what is long and buys what is short, whole, at the market", () => {
    expect(closing(120)).toMatchObject({ side: "sell", lots: "120", type: "market" });
    expect(closing(-15)).toMatchObject({ side: "buy", lots: "15", type: "market" });
  });
});

describe("stepping", () => {
  test("the price moves by whole ticks, exactly, and never below one", () => {
    expect(steppedPrice(draft({ price: "4.640" }), quote, 1)).toBe("4.641");
    expect(steppedPrice(draft({ price: "0.301" }), quote, -2)).toBe("0.299");
    expect(steppedPrice(draft({ price: "0.001" }), quote, -1)).toBe("0.001");
  });

  test("an empty price starts at the touch the order would meet, or at the mark when nobody is there", () => {
    expect(steppedPrice(draft({ price: "" }), quote, 1)).toBe("4.639");
    expect(steppedPrice(draft({ price: "", side: "sell" }), quote, 1)).toBe("4.636");
    expect(steppedPrice(draft({ price: "" }), { ...quote, ask: null }, 1)).toBe("4.638");
  });

  test("lots never fall below one", () => {
    expect(steppedLots(draft({ lots: "1" }), -1)).toBe("1");
    expect(steppedLots(draft({ lots: "" }), 10)).toBe("10");
  });
});

test("lots within a price count every level at it or better", () => {
  const asks = exampleSnapshot().books[0].asks;
  expect(lotsWithin(asks, "buy", "4.639", "0.001")).toBe(25);
  expect(lotsWithin(asks, "buy", "4.640", "0.001")).toBe(63);
  expect(lotsWithin(exampleSnapshot().books[0].bids, "sell", "4.636", "0.001")).toBe(34);
});

describe("a refusal for margin (7.4)", () => {
  const refused = {
    code: "insufficient-margin",
    message: "",
    details: {
      requirementBefore: "15679.90",
      needs: "7001.60",
      required: "22661.50",
      fee: "4.00",
      loss: "16.00",
      equity: "21784.85",
      free: "6104.95",
      fits: 69,
    },
  };

  test("names what is missing, what fits, and the transfer that would do", () => {
    expect(wayOut(refused, { bankCash: "79640.00" })).toEqual({
      needs: "7001.60",
      free: "6104.95",
      fits: 69,
      bring: "896.65",
    });
  });

  test("offers no transfer that the bank could not pay", () => {
    expect(wayOut(refused, { bankCash: "896.64" })?.bring).toBeNull();
  });

  test("another refusal has no such way out", () => {
    expect(wayOut({ ...refused, code: "closed" }, null)).toBeNull();
  });
});
