import { expect, test } from "vitest";
import { protectionOf, resultOf, tradesAtOnce } from "./protection";

const long = { symbol: "PREM-DEC26", net: 40, mark: "4.638", unrealised: "120.00" };
const common = { symbol: "PREM-DEC26", side: "sell", lots: 40, reduceOnly: true };

test("a target and a stop are a pair of which one cancels the other, both only reducing", () => {
  expect(protectionOf(long, { target: "4.7", stop: "4.58" }, 3)).toEqual([
    { ...common, type: "limit", price: "4.700" },
    { ...common, type: "market", stop: { price: "4.580" } },
  ]);
});

test("one of them alone is an order by itself; a short is bought back", () => {
  expect(protectionOf(long, { target: "4.700", stop: " " }, 3)).toHaveLength(1);
  expect(protectionOf({ ...long, net: -5 }, { target: "", stop: "4.700" }, 3)).toEqual([
    { ...common, side: "buy", lots: 5, type: "market", stop: { price: "4.700" } },
  ]);
});

test("without a price, with half a price or without a position there is nothing to send", () => {
  expect(protectionOf(long, { target: "", stop: "" }, 3)).toBeNull();
  expect(protectionOf(long, { target: "4.7005", stop: "4.58" }, 3)).toBeNull();
  expect(protectionOf({ ...long, net: 0 }, { target: "4.7", stop: "" }, 3)).toBeNull();
});

test("what it would have made since entry is what it makes now and what is left from the mark to the exit", () => {
  const quote = { tick: "0.001", tickValue: "0.10" };
  expect(resultOf(long, "4.700", quote)).toBe("368.00"); // 120 + 62 ticks × 40 × 0.10
  expect(resultOf({ ...long, net: -40 }, "4.700", quote)).toBe("-128.00");
  expect(resultOf(long, "4.", quote)).toBeNull();
});

test("a target the market has passed, or a stop it has, would not wait", () => {
  const quote = { tick: "0.001" };
  expect(tradesAtOnce("target", long, "4.638", quote)).toBe(true);
  expect(tradesAtOnce("target", long, "4.639", quote)).toBe(false);
  expect(tradesAtOnce("stop", long, "4.640", quote)).toBe(true);
  expect(tradesAtOnce("stop", { ...long, net: -40 }, "4.640", quote)).toBe(false);
  expect(tradesAtOnce("target", { ...long, net: -40 }, "4.640", quote)).toBe(true);
  expect(tradesAtOnce("target", long, "", quote)).toBe(false);
});
