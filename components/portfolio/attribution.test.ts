import { expect, test } from "vitest";
import type { PositionRow } from "@/wire/views";
import { attribute } from "./attribution";

const position = (symbol: string, sinceSettlement: string): PositionRow => ({
  symbol,
  net: 10,
  averageEntry: "4.5000",
  settlement: "4.500",
  mark: "4.500",
  sinceSettlement,
  unrealised: "0.00",
  realised: "0.00",
  fees: "0.00",
  requirement: "0.00",
});

test("price and fees of every contract, expired ones too, sum to the result to the cent", () => {
  const { rows, other, sum } = attribute(
    [
      { symbol: null, entry: "deposit", amount: "100000.00" },
      { symbol: null, entry: "transfer", amount: "0.00" },
      { symbol: "PREM-OCT26", entry: "final-settlement", amount: "120.10" },
      { symbol: "PREM-DEC26", entry: "variation", amount: "-336.00" },
      { symbol: "PREM-DEC26", entry: "fee", amount: "-1.05" },
      { symbol: "GPUH-MAR27", entry: "variation", amount: "18.00" },
    ],
    [position("PREM-DEC26", "312.00")],
  );
  expect(rows).toEqual([
    { benchmark: "GPUH", price: "18.00", fees: "0.00", total: "18.00" },
    { benchmark: "PREM", price: "96.10", fees: "-1.05", total: "95.05" },
  ]);
  expect(other).toBeNull();
  expect(sum).toEqual({ price: "114.10", fees: "-1.05", total: "113.05" });
});

test("what a default took from one's gains (7.6) belongs to no contract and still counts", () => {
  const { other, sum } = attribute([{ symbol: null, entry: "default-haircut", amount: "-33.34" }], []);
  expect(other).toBe("-33.34");
  expect(sum.total).toBe("-33.34");
});
