import { expect, test } from "vitest";
import { exampleSnapshot } from "../live/snapshot.example";
import { pairName, pairsOf, spreadRequestOf, startDifference, touchOf } from "./spread";

const [nov, dec, mar] = exampleSnapshot().contracts;
const near = { ...nov, bid: "4.604", ask: "4.607" };
const far = { ...dec, bid: "4.636", ask: "4.639" };

test("a pair is two months next to each other in the list (2.4)", () => {
  expect(pairsOf([nov, dec, mar]).map((pair) => pairName(pair.near.symbol, pair.far.symbol))).toEqual([
    "NOV26 − DEC26",
    "DEC26 − MAR27",
  ]);
  expect(pairsOf([nov])).toEqual([]);
});

test("a buyer pays the near ask less the far bid, a seller gets the near bid less the far ask", () => {
  expect(touchOf({ near, far })).toEqual({ bid: "-0.035", ask: "-0.029" });
  expect(touchOf({ near: { ...near, ask: null }, far })).toEqual({ bid: "-0.035", ask: null });
  expect(touchOf({ near, far: { ...far, state: "collecting" } })).toEqual({ bid: null, ask: null });
  expect(startDifference("buy", { near, far })).toBe("-0.029");
  expect(startDifference("buy", { near: { ...near, ask: null }, far })).toBe("-0.032"); // the marks'
});

test("its price may be negative, typed with either minus", () => {
  const draft = { side: "buy", lots: "3" } as const;
  const request = { near: near.symbol, far: far.symbol, side: "buy", lots: 3, price: "-0.030" };
  expect(spreadRequestOf(draft, "-0.03", { near, far })).toEqual({ request });
  expect(spreadRequestOf(draft, "−0.03", { near, far })).toEqual({ request });
  expect(spreadRequestOf(draft, "0.0305", { near, far })).toEqual({ problem: "price-off-tick" });
  expect(spreadRequestOf({ ...draft, lots: "0" }, "0.03", { near, far })).toEqual({ problem: "lots-invalid" });
});
