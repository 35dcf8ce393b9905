import { expect, test } from "vitest";
import { readUsage } from "@/tokens/bill/usage";
import { workloads } from "@/tokens/bill/workloads";
import { billQuery, readBillState, usageTexts } from "./bill-query";

const LAST = "2026-09";

test("an address is read back as the state it was made of", () => {
  for (const params of [
    {},
    { model: "openai/gpt-5", month: "2026-01", workload: "rag", against: "2025-03", againstPercent: "40" },
    { workload: "own", input: "1.5M", output: "200k", batchPercent: "30" },
    { workload: "own", input: "1M", cacheWrite: "9M", cacheWriteHour: "2M", longPercent: "12" },
  ]) {
    const state = readBillState(params, LAST);
    expect(readBillState(billQuery(state), LAST)).toEqual(state);
  }
});

test("what an address gets wrong is as if it were not there", () => {
  const state = readBillState({ model: "no-such", month: "2031-01", workload: "mining" }, LAST);
  expect([state.choice, state.month, state.workload, state.against]).toEqual([
    { kind: "slot", provider: "anthropic", slot: "premium" },
    LAST,
    "coding",
    "2025-09",
  ]);
});

test("a workload typed out is the same usage", () => {
  for (const { usage } of workloads) expect(readUsage(usageTexts(usage))).toEqual({ ok: true, usage });
});
