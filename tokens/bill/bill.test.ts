import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PriceHistory } from "@/tokens/prices/history";
import type { Amount, Observation } from "@/tokens/prices/observation";
import { type TieredSpell, TierPrices } from "@/tokens/prices/tiers";
import { type Bill, billFor } from "./bill";
import { choicesIn, choiceText, readChoice, spellsOf, tieredSpellsOf } from "./choices";
import { billsByMonth, changeBetween, monthsFrom } from "./compare";
import { centsText, priced, toCents } from "./money";
import { noTokens, noUsage, readUsage, scaled, type Tokens, totalTokens, type Usage, type UsageTexts } from "./usage";
import { workloads } from "./workloads";

const amount = (text: string): Amount => ({ text, value: Number(text) });

function price(date: string, input: string, output: string, more: Partial<Observation> = {}): Observation {
  return {
    id: `p-${date}-${input}`,
    date,
    dateKind: "effective",
    knownOn: date,
    provider: "seller",
    model: "model-a",
    slot: null,
    region: null,
    currency: "USD",
    unit: "Mtok",
    prices: { input: amount(input), output: amount(output), cachedInput: null, cacheWrite: null },
    confidence: null,
    sources: ["test"],
    sourceText: "test",
    flag: null,
    confirmed: false,
    supersedes: null,
    note: "",
    file: "test.csv",
    line: 2,
    ...more,
  };
}

const modelA = { kind: "model", provider: "seller", model: "model-a" } as const;
const noTiers = new TierPrices([]);
const spellsFrom = (...rows: Observation[]): TieredSpell[] =>
  tieredSpellsOf({ history: new PriceHistory(rows), tiers: noTiers }, modelA);

function billed(usage: Partial<Usage>, spells: readonly TieredSpell[], month: string): Bill {
  const result = billFor({ ...noUsage, ...usage }, spells, month);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.bill;
}

const tokens = fc.integer({ min: 0, max: 5_000_000_000 });
const anyTokens: fc.Arbitrary<Tokens> = fc
  .record({ input: tokens, cachedInput: tokens, cacheWrite: tokens, output: tokens })
  .chain((usage) =>
    fc
      .record({
        cacheWriteHour: fc.integer({ min: 0, max: usage.cacheWrite }),
        reasoning: fc.integer({ min: 0, max: usage.output }),
        batchInput: fc.integer({ min: 0, max: usage.input }),
        batchOutput: fc.integer({ min: 0, max: usage.output }),
      })
      .map((inside) => ({ ...usage, ...inside })),
  );
const anyUsage: fc.Arbitrary<Usage> = fc
  .tuple(anyTokens, fc.oneof(fc.constant(noTokens), anyTokens))
  .map(([usual, long]) => ({ ...usual, long }));

describe("money", () => {
  test("is exact: a million times 0.1 + 0.2 dollars a million is 30 cents, and 7 tokens at 0.003625 are not lost", () => {
    expect(priced(1_000_000, "0.1") + priced(1_000_000, "0.2")).toBe(300_000_000_000_000_000n);
    expect(priced(7, "0.003625")).toBe(25_375_000_000n);
  });

  test("half a cent is rounded up", () => {
    expect([toCents(priced(5000, "1")), toCents(priced(4999, "1"))]).toEqual([1, 0]);
    expect(centsText(toCents(priced(1_234_567, "10")))).toBe("12.35");
  });
});

describe("a bill", () => {
  const flat = spellsFrom(price("2026-01-01", "2.50", "15"));

  test("is tokens times price for each kind, to the cent", () => {
    const bill = billed({ input: 3_000_000, output: 1_000_000, reasoning: 400_000 }, flat, "2026-03");
    expect(bill.lines.map(({ kind, tokens: n, amount: cost }) => [kind, n, cost])).toEqual([
      ["input", 3_000_000, 750],
      ["output", 1_000_000, 1500],
    ]);
    expect([bill.total, bill.reasoning]).toEqual([2250, 600]);
  });

  test("charges cached tokens in full where no discount is known, and says so", () => {
    const { lines } = billed({ cachedInput: 1_000_000 }, flat, "2026-03");
    expect([lines[0].amount, lines[0].price.derived?.why]).toEqual([250, "no-discount-known"]);
  });

  test("halves a batch where the seller has one, and charges it in full, marked, where not", () => {
    const usage = { input: 2_000_000, batchInput: 2_000_000 };
    const openAi = spellsFrom(price("2024-01-01", "10", "30", { provider: "seller" }));
    expect(billed(usage, openAi, "2024-03").lines.map(({ amount: cost, remarks }) => [cost, remarks])).toEqual([
      [2000, [{ why: "no-batch" }]],
    ]);
    const withBatch = noTiers.over(
      spellsOf(new PriceHistory([price("2024-01-01", "10", "30", { provider: "openai" })]), {
        ...modelA,
        provider: "openai",
      }),
    );
    expect(billed(usage, withBatch, "2024-03").lines.map(({ remarks }) => remarks)).toEqual([[{ why: "no-batch" }]]);
    expect(billed(usage, withBatch, "2025-03").lines.map(({ amount: cost, remarks }) => [cost, remarks])).toEqual([
      [1000, []],
    ]);
  });

  test("a price that changes within the month is charged for its days, usage being even", () => {
    const cut = spellsFrom(price("2026-01-01", "10", "10"), price("2026-06-16", "5", "5"));
    const bill = billed({ input: 30_000_000 }, cut, "2026-06");
    expect(bill.lines.map(({ tokens: n, amount: cost }) => [n, cost])).toEqual([
      [15_000_000, 15_000],
      [15_000_000, 7_500],
    ]);
  });

  test("a month that begins before the first price is charged on the days that have one", () => {
    const bill = billed({ input: 1_000_000 }, spellsFrom(price("2026-06-21", "10", "10")), "2026-06");
    expect([bill.total, bill.days, bill.daysInMonth]).toEqual([1000, 10, 30]);
  });

  test("a month before any price is refused with the day of the first", () => {
    expect(billFor(noUsage, flat, "2025-12")).toEqual({
      ok: false,
      refusal: { reason: "no-price-yet", month: "2025-12", first: "2026-01-01" },
    });
  });

  const changing = spellsFrom(
    price("2026-01-01", "2.5", "10"),
    price("2026-02-11", "1.25", "7.5"),
    price("2026-02-20", "0.435", "0.87"),
  );

  test("loses no token and no cent: lines hold all tokens, add up to the total, and are within half a cent of exact", () => {
    fc.assert(
      fc.property(anyUsage, (usage) => {
        const bill = billed(usage, changing, "2026-02");
        expect(bill.lines.reduce((all, line) => all + line.tokens, 0)).toBe(totalTokens(usage));
        expect(bill.lines.reduce((all, line) => all + line.amount, 0)).toBe(bill.total);
        for (const line of bill.lines) {
          const off = priced(line.tokens, line.price.text) - BigInt(line.amount) * 10n ** 16n;
          expect(off < 5n * 10n ** 15n && off >= -5n * 10n ** 15n).toBe(true);
        }
      }),
    );
  });

  test("reasoning is a part of what output costs", () => {
    fc.assert(
      fc.property(anyUsage, (usage) => {
        const bill = billed(usage, changing, "2026-02");
        const output = bill.lines
          .filter(({ kind }) => kind === "output" || kind === "batchOutput")
          .reduce((all, { amount: cost }) => all + cost, 0);
        expect(bill.reasoning).toBeLessThanOrEqual(output + 6); // six lines, half a cent each
      }),
    );
  });

  test("volume and price together are the whole change, to the cent", () => {
    fc.assert(
      fc.property(anyUsage, anyUsage, (before, after) => {
        const result = changeBetween({ usage: before, month: "2026-01" }, { usage: after, month: "2026-03" }, changing);
        if (!result.ok) throw new Error(result.refusal.reason);
        const { change } = result;
        expect(change.volume + change.price).toBe(change.after - change.before);
      }),
    );
  });

  test("the same usage at the same prices changes nothing; twice the usage is all volume", () => {
    const usage = { ...noUsage, input: 4_000_000 };
    const change = (from: Usage, to: Usage) =>
      changeBetween({ usage: from, month: "2026-03" }, { usage: to, month: "2026-04" }, flat);
    expect(change(usage, usage)).toMatchObject({ change: { volume: 0, price: 0 } });
    expect(change(usage, scaled(usage, 200))).toMatchObject({ change: { volume: 1000, price: 0 } });
  });

  test("is worked out for every month since the first price", () => {
    const bills = billsByMonth({ ...noUsage, input: 1_000_000 }, changing, "2026-04");
    expect(bills.map(({ month, total }) => [month, total])).toEqual([
      ["2026-01", 250],
      ["2026-02", 89 + 40 + 14], // 10, 9 and 9 of 28 days
      ["2026-03", 44],
      ["2026-04", 44],
    ]);
    expect(monthsFrom("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });
});

describe("what a bill is priced at", () => {
  const history = new PriceHistory([
    price("2026-01-01", "10", "10", { model: "old", slot: "premium", region: "US" }),
    price("2026-03-01", "4", "4", { model: "new", slot: "premium", region: "US" }),
  ]);

  test("a slot follows the seller's flagship from model to model", () => {
    const spells = spellsOf(history, { kind: "slot", provider: "seller", slot: "premium" });
    expect(spells.map(({ from, to, observation }) => [from, to, observation.model])).toEqual([
      ["2026-01-01", "2026-02-28", "old"],
      ["2026-03-01", null, "new"],
    ]);
  });

  test("every choice is read back from its text", () => {
    const choices = choicesIn(history);
    expect(choices.map(choiceText)).toEqual(["seller:premium", "seller/new", "seller/old"]);
    expect(choices.map((choice) => readChoice(choiceText(choice)))).toEqual(choices);
    expect([readChoice("nothing"), readChoice("seller:luxury")]).toEqual([null, null]);
  });
});

describe("typed usage", () => {
  const texts: UsageTexts = {
    input: "1.5M",
    cachedInput: "2,000,000",
    cacheWrite: "",
    cacheWriteHour: "",
    output: "800k",
    reasoning: "100k",
    batchPercent: "25",
    longPercent: "0",
  };

  test("may be written short", () => {
    expect(readUsage(texts)).toEqual({
      ok: true,
      usage: {
        input: 1_500_000,
        cachedInput: 2_000_000,
        cacheWrite: 0,
        cacheWriteHour: 0,
        output: 800_000,
        reasoning: 100_000,
        batchInput: 375_000,
        batchOutput: 200_000,
        long: noTokens,
      },
    });
  });

  test("that cannot be is refused with the numbers", () => {
    expect(
      readUsage({
        ...texts,
        reasoning: "1M",
        batchPercent: "150",
        longPercent: "half",
        input: "-5",
        cacheWrite: "2000000B",
      }),
    ).toEqual({
      ok: false,
      refusals: [
        { reason: "not-a-count", field: "input", given: "-5" },
        { reason: "too-many", field: "cacheWrite", given: "2000000B", most: 1e15 },
        { reason: "over-100-percent", field: "batchPercent", percent: 150 },
        { reason: "not-a-count", field: "longPercent", given: "half" },
        { reason: "reasoning-over-output", reasoning: 1_000_000, output: 800_000 },
      ],
    });
  });

  test("an hour's writes are a part of the writes", () => {
    expect(readUsage({ ...texts, cacheWrite: "1M", cacheWriteHour: "2M" })).toEqual({
      ok: false,
      refusals: [{ reason: "hour-over-cache-write", hour: 2_000_000, cacheWrite: 1_000_000 }],
    });
  });

  test("a share in long requests loses no token and keeps inside what is inside", () => {
    const count = fc.integer({ min: 0, max: 1e15 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (a, b, batch, long) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          const read = readUsage({
            input: String(more),
            cachedInput: "0",
            cacheWrite: String(more),
            cacheWriteHour: String(less),
            output: String(more),
            reasoning: String(less),
            batchPercent: String(batch),
            longPercent: String(long),
          });
          if (!read.ok) throw new Error(read.refusals[0].reason);
          expect(totalTokens(read.usage)).toBe(more + more + more);
          for (const part of [read.usage, read.usage.long]) {
            expect(part.cacheWriteHour).toBeLessThanOrEqual(part.cacheWrite);
            expect(part.reasoning).toBeLessThanOrEqual(part.output);
            expect(part.batchInput).toBeLessThanOrEqual(part.input);
          }
        },
      ),
    );
  });

  test("of every workload keeps what is inside inside", () => {
    for (const { usage } of workloads) {
      expect(usage.reasoning).toBeLessThanOrEqual(usage.output);
      expect([usage.batchInput <= usage.input, usage.batchOutput <= usage.output]).toEqual([true, true]);
    }
  });
});
