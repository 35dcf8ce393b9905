import { describe, expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { PriceHistory } from "@/tokens/prices/history";
import { TierPrices } from "@/tokens/prices/tiers";
import type { ListPrices, PriceChoice } from "../choices";
import { knownExport } from "./exports";
import { mappedReading } from "./mapping";
import { type PricedFile, pricedFile } from "./priced";
import { type Reading, type Row, UsageSums } from "./reading";

const data = loadPriceData();
const prices: ListPrices = {
  history: new PriceHistory([...data.slotPrices, ...data.points]),
  tiers: new TierPrices(data.tiers),
};
const sol: PriceChoice = { kind: "model", provider: "openai", model: "gpt-5.6-sol" };

function priced(reading: Reading, rows: readonly Row[], chosen = sol): PricedFile {
  const sums = new UsageSums(reading, {
    today: "2026-09-23",
    firstPrice: "2023-03-01",
    lengths: prices.tiers.lengths(),
  });
  for (const [i, row] of rows.entries()) sums.add(row, i + 2);
  const file = sums.result();
  expect(file.refused).toEqual([]);
  return pricedFile(file.lines, prices, chosen);
}

/** gpt-5.6-sol costs 5 and 30 dollars a million until 20 August 2026, 4 and 20 from the next day. */
const table = mappedReading({
  columns: { date: "date", model: "model", input: "input", output: "output" },
  decimal: ".",
  days: "day-first",
  unit: 1,
  cachedInside: false,
  reasoningInside: true,
});
const row = (date: string, input: number, output: number, model = "gpt-5.6-sol"): Row => ({
  date,
  model,
  input: String(input),
  output: String(output),
});
const M = 1_000_000;
const inShort = ({ rows }: PricedFile) => rows.map(({ from, to, own }) => [from, to, own]);

describe("a row with a day", () => {
  test("is priced on that day, whatever the price became later in the month", () => {
    const file = priced(table, [row("2026-08-01", 3 * M, M)]);
    expect(inShort(file)).toEqual([["2026-08-01", "2026-08-01", 4500]]); // 3 × 5 + 30
    expect([file.total?.own, file.total?.chosen]).toEqual([4500, 4500]);
  });

  test("stands with others at the same price, so that a file of days is the sum of its rows at their own days' prices", () => {
    const file = priced(table, [
      row("2026-08-19", M, M), // 5 + 30
      row("2026-08-20", 2 * M, 0), // 10
      row("2026-08-21", M, M), // 4 + 20
      row("2026-09-01", 3 * M, 0), // 12
    ]);
    expect(inShort(file)).toEqual([
      ["2026-08-19", "2026-08-20", 4500],
      ["2026-08-21", "2026-08-21", 2400],
      ["2026-09-01", "2026-09-01", 1200],
    ]);
    expect(file.total).toMatchObject({ rows: 3, tokens: 9 * M, own: 8100 });
  });

  test("is not rounded before it is summed: a thousand rows of a twentieth of a cent are fifty cents", () => {
    const days = Array.from({ length: 1000 }, (_, i) =>
      row(`2026-08-${String((i % 20) + 1).padStart(2, "0")}`, 100, 0),
    );
    expect(priced(table, days).total?.own).toBe(50);
  });

  test("before the model's first price has none, and is in no total", () => {
    const file = priced(table, [row("2026-06-25", M, 0), row("2026-06-26", M, 0)]);
    expect(file.rows.map(({ own, leftOut }) => [own, leftOut])).toEqual([
      [null, "no-price-yet"],
      [500, null],
    ]);
  });
});

test("a month without a day is spread over its days: 20 at one price, 11 at the next", () => {
  const file = priced(table, [row("2026-08", 31 * M, 0)]);
  expect(inShort(file)).toEqual([["2026-08-01", "2026-08-31", 14_400]]); // 20 × 5 + 11 × 4
  expect(file.rows[0].at.map(({ prices: { input } }) => input.text)).toEqual(["5", "4"]);
});

describe("FOCUS charges", () => {
  const charge = (cells: Partial<Row>): Row =>
    ({
      ChargePeriodStart: "2026-08-01T00:00:00Z",
      ChargePeriodEnd: "2026-08-02T00:00:00Z",
      ChargeCategory: "Usage",
      SkuId: "gpt-5.6-sol",
      SkuMeter: "Input Tokens",
      ConsumedQuantity: "3000000",
      ConsumedUnit: "Tokens",
      BilledCost: "14",
      ListCost: "15",
      BillingCurrency: "USD",
      ...cells,
    }) as Row;
  const output = { SkuMeter: "Output Tokens", ConsumedQuantity: "1000000", BilledCost: "28", ListCost: "30" };
  const focus = (...rows: Row[]) => priced(knownExport(Object.keys(rows[0]), ["gpt-5.6-sol"]) as Reading, rows);

  test("of a day before a cut are held against that day's list price, as their own ListCost is", () => {
    const file = focus(charge({}), charge(output));
    expect(file.total).toMatchObject({
      own: 4500,
      charge: { billed: 42_000_000_000n, list: 45_000_000_000n, contracted: null },
    });
  });

  test("of a month, told by the end of its period, are spread over the month", () => {
    const file = focus(charge({ ChargePeriodEnd: "2026-09-01T00:00:00Z", ConsumedQuantity: "31000000" }));
    expect(inShort(file)).toEqual([["2026-08-01", "2026-08-31", 14_400]]);
  });

  test("in another currency stand apart, with their code, and in no total", () => {
    const file = focus(charge({}), charge({ BilledCost: "12.5", BillingCurrency: "EUR" }));
    expect(file.rows.map(({ charge: { currency, billed }, leftOut }) => [currency, billed, leftOut])).toEqual([
      ["EUR", 12_500_000_000n, "not-in-dollars"],
      ["USD", 14_000_000_000n, null],
    ]);
    expect(file.total).toMatchObject({ rows: 1, tokens: 3 * M, own: 1500, charge: { billed: 14_000_000_000n } });
    expect(file.leftOut).toMatchObject([{ why: "not-in-dollars", rows: 1, tokens: 3 * M, own: 1500 }]);
  });

  test("without an amount are in no total; one written with an exponent has one", () => {
    const file = focus(charge({ BilledCost: "" }), charge({ ChargePeriodStart: "2026-09-01", BilledCost: "4.5e-05" }));
    expect(file.rows.map(({ leftOut, charge: { billed } }) => [leftOut, billed])).toEqual([
      ["no-amount", null],
      [null, 45_000n],
    ]);
  });
});

test("a name without a price of cached tokens has the one of the same model under another name", () => {
  const anthropic = knownExport(["usage_date_utc", "usage_input_tokens_no_cache"], []) as Reading;
  const cells = {
    usage_date_utc: "2026-08-01",
    model_version: "claude-4.5-haiku",
    usage_input_tokens_cache_read: `${M}`,
  };
  const [{ choice, own }] = priced(anthropic, [cells]).rows;
  expect([choice, own]).toEqual([{ kind: "model", provider: "anthropic", model: "claude-haiku-4-5" }, 10]); // 0.1
});

test("a model that nobody knows is in none of two totals that stand beside each other, and is told with its tokens", () => {
  const file = priced(table, [row("2026-08-01", M, 0), row("2026-08-01", 7 * M, 0, "house-model")]);
  expect(file.total).toMatchObject({ rows: 1, tokens: M, own: 500, chosen: 500 });
  expect(file.leftOut).toMatchObject([{ why: "model-unknown", rows: 1, tokens: 7 * M }]);
});
