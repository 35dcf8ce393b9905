import { describe, expect, test } from "vitest";
import { exampleSnapshot } from "../live/snapshot.example";
import { type Draft, emptyDraft } from "./draft";
import { entryPrice, lotsWithin, steppedByKey, steppedDifference, steppedLots, steppedPrice } from "./stepping";

const quote = exampleSnapshot().contracts[1];
const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, price: "4.640", lots: "40", ...changes });

describe("a price field", () => {
  test("moves by whole ticks, exactly, and never below one", () => {
    expect(steppedPrice(draft({ price: "4.640" }), "price", quote, 1)).toBe("4.641");
    expect(steppedPrice(draft({ price: "0.301" }), "price", quote, -2)).toBe("0.299");
    expect(steppedPrice(draft({ price: "0.001" }), "price", quote, -1)).toBe("0.001");
  });

  test("starts, when empty, at the touch the order would meet, or at the mark when nobody is there", () => {
    expect(steppedPrice(draft({ price: "" }), "price", quote, 1)).toBe("4.639");
    expect(steppedPrice(draft({ price: "", side: "sell" }), "price", quote, 1)).toBe("4.636");
    expect(steppedPrice(draft({ price: "" }), "price", { ...quote, ask: null }, 1)).toBe("4.638");
  });

  test("of a bracket starts on its own side of the entry: a target where it gains, a stop where it loses", () => {
    expect(steppedPrice(draft({}), "target", quote, 1)).toBe("4.660");
    expect(steppedPrice(draft({}), "stopLoss", quote, 1)).toBe("4.620");
    expect(steppedPrice(draft({ side: "sell" }), "target", quote, 1)).toBe("4.620");
    expect(steppedPrice(draft({ side: "sell" }), "stopLoss", quote, 1)).toBe("4.660");
  });

  test("of a trigger starts beyond the last trade, where a stop waits", () => {
    expect(steppedPrice(draft({ kind: "stop" }), "trigger", quote, 1)).toBe("4.648");
    expect(steppedPrice(draft({ kind: "stop", side: "sell" }), "trigger", quote, 1)).toBe("4.628");
  });
});

test("the entry is the limit, of a stop its trigger, of a market order the touch", () => {
  expect(entryPrice(draft({}), quote)).toBe("4.640");
  expect(entryPrice(draft({ kind: "stop", trigger: "4.700" }), quote)).toBe("4.700");
  expect(entryPrice(draft({ kind: "market" }), quote)).toBe("4.639");
});

test("the arrow keys move the price that the kind of order turns on", () => {
  expect(steppedByKey(draft({ kind: "stop-limit", trigger: "4.700" }), quote, 1)).toEqual({ trigger: "4.701" });
  expect(steppedByKey(draft({ kind: "trailing", trail: "0.020" }), quote, -1)).toEqual({ trail: "0.019" });
  expect(steppedByKey(draft({ kind: "market" }), quote, 1)).toEqual({ kind: "limit", price: "4.641" });
  expect(steppedByKey(draft({ kind: "spread" }), quote, 1)).toEqual({});
});

test("lots never fall below one; a difference of prices may fall below zero", () => {
  expect(steppedLots("1", -1)).toBe("1");
  expect(steppedLots("", 10)).toBe("10");
  expect(steppedDifference("0.001", "0.005", -2, 3)).toBe("-0.001");
  expect(steppedDifference("", "0.005", 1, 3)).toBe("0.005");
});

test("lots within a price count every level at it or better", () => {
  const asks = exampleSnapshot().books[0].asks;
  expect(lotsWithin(asks, "buy", "4.639", "0.001")).toBe(25);
  expect(lotsWithin(asks, "buy", "4.640", "0.001")).toBe(63);
  expect(lotsWithin(exampleSnapshot().books[0].bids, "sell", "4.636", "0.001")).toBe(34);
});
