import { expect, test } from "vitest";
import type { PositionRow } from "@/wire/views";
import { exampleOrder } from "../live/snapshot.example";
import { explainRequirement } from "./requirement";

const contracts = [
  { symbol: "PREM-DEC26", initialMargin: "100.00" },
  { symbol: "PREM-JAN27", initialMargin: "110.00" },
];
const position = (symbol: string, net: number, requirement: string): PositionRow => ({
  ...{ symbol, net, requirement },
  ...{ averageEntry: "4.6", settlement: "4.6", mark: "4.6", sinceSettlement: "0.00", unrealised: "0.00" },
  ...{ realised: "0.00", fees: "0.00" },
});

test("each month is its lots at its initial margin, and what is missing to the total is the spread credit", () => {
  const positions = [position("PREM-DEC26", 10, "1000.00"), position("PREM-JAN27", -10, "1100.00")];
  expect(explainRequirement({ positions, requirement: "600.00" }, [], contracts)).toEqual({
    months: [
      { symbol: "PREM-DEC26", lots: 10, initial: 10_000, charge: 100_000 },
      { symbol: "PREM-JAN27", lots: 10, initial: 11_000, charge: 110_000 },
    ],
    credit: 150_000,
    total: 60_000,
  });
});

test("a month with orders alone is charged for the worse side: open lots, not those that reduce or stops that wait", () => {
  const orders = [
    exampleOrder({ id: "1", side: "buy", lots: 8, filledLots: 3 }),
    exampleOrder({ id: "2", side: "sell", lots: 4 }),
    exampleOrder({ id: "3", side: "buy", lots: 50, reduceOnly: true }),
    exampleOrder({
      id: "4",
      side: "sell",
      lots: 90,
      stop: { price: "4.1", source: "mark", trail: null, firedAt: null },
    }),
  ];
  const explained = explainRequirement({ positions: [], requirement: "500.00" }, orders, contracts);
  expect(explained).toMatchObject({ months: [{ symbol: "PREM-DEC26", lots: 5, charge: 50_000 }], credit: 0 });
});

test("numbers of different moments are not explained: a credit below zero, or a fraction of a lot", () => {
  const positions = [position("PREM-DEC26", 10, "1000.00")];
  expect(explainRequirement({ positions, requirement: "1000.01" }, [], contracts)).toBeNull();
  const odd = [position("PREM-DEC26", 10, "999.00")];
  expect(explainRequirement({ positions: odd, requirement: "999.00" }, [], contracts)).toBeNull();
});
