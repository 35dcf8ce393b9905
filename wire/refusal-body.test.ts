import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Refusal } from "@/engine/refusals";
import { cents, lots, orderId, ticks } from "@/engine/units";
import { errorTable } from "./errors";
import { toErrorBody } from "./refusal-body";

const at = Date.parse("2026-10-02T09:00:00Z");
/** One of each: a new reason does not compile until it stands here. */
const oneOfEach: { [R in Refusal["reason"]]: Extract<Refusal, { reason: R }> } = {
  "unknown-contract": { reason: "unknown-contract", contract: "PREM-DEC99", listed: ["PREM-DEC26"] },
  "unknown-account": { reason: "unknown-account" },
  "unknown-order": { reason: "unknown-order", order: orderId(7) },
  closed: { reason: "closed", opensAt: at },
  auction: { reason: "auction", opensAt: at },
  "order-terms": { reason: "order-terms", field: "post-only", conflict: "time-in-force" },
  "stop-price": { reason: "stop-price", price: 0, least: 1, most: 5013 },
  "good-till": { reason: "good-till", goodTill: "2026-10-01", earliest: "2026-10-02" },
  "reduce-only": { reason: "reduce-only", net: lots(0) },
  "not-adjacent": { reason: "not-adjacent", near: "PREM-NOV26", far: "PREM-JAN27" },
  "leg-locked": { reason: "leg-locked", leg: "PREM-JAN27", why: "locked" },
  "not-halted": { reason: "not-halted", contract: "PREM-DEC26" },
  "scenario-running": { reason: "scenario-running", scenario: "rationing", until: "2026-12-31" },
  lots: { reason: "lots", lots: 0, least: 1, most: 10_000 },
  "outside-limits": { reason: "outside-limits", price: ticks(5001), low: ticks(4103), high: ticks(5013) },
  "price-band": { reason: "price-band", price: ticks(4800), mark: ticks(4558), bound: ticks(4694) },
  "no-opposite-side": { reason: "no-opposite-side", contract: "PREM-DEC26" },
  "post-only": { reason: "post-only", price: ticks(4560), touch: ticks(4559) },
  "fok-unfilled": { reason: "fok-unfilled", lots: lots(80), available: lots(45) },
  "duplicate-id": { reason: "duplicate-id", clientOrderId: "a-1" },
  "already-filled": { reason: "already-filled", lots: lots(2), filled: lots(3) },
  "position-limit": { reason: "position-limit", worst: lots(2001), limit: lots(2000), benchmark: "PREM" },
  "insufficient-margin": {
    reason: "insufficient-margin",
    requirementBefore: cents(85_150),
    required: cents(170_300),
    fee: cents(50),
    loss: cents(1_240),
    equity: cents(100_000),
    free: cents(14_850),
    fits: lots(1),
  },
  "margin-call": { reason: "margin-call", call: cents(17_100), deadline: at },
  "close-out": { reason: "close-out" },
  "transfer-limit": { reason: "transfer-limit", asked: cents(5_000_001), most: cents(5_000_000) },
};
const notation = new Map([["PREM", { tickDecimals: 3, tickValue: 10 }]]);
const sentences = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "messages", locale, "errors.json"), "utf8"));

test.each(Object.values(oneOfEach))(
  "$reason gives its sentence every number it names, in both languages",
  (refusal) => {
    const { code, message, details } = toErrorBody(refusal, "PREM-DEC26", notation);
    expect(code).toBe(refusal.reason);
    expect(message).toContain(errorTable[refusal.reason].means.slice(0, -1));
    for (const locale of ["en", "zh"]) {
      const named = [...sentences(locale)[code].matchAll(/\{(\w+)[},]/g)].map(([, name]) => name);
      for (const name of named) expect(details, `${locale} names ${name}`).toHaveProperty(name);
    }
  },
);

test("prices and money are decimal strings, sizes whole numbers, moments ISO times", () => {
  const details = (reason: Refusal["reason"]) => toErrorBody(oneOfEach[reason], "PREM-DEC26", notation).details;
  expect(details("outside-limits")).toEqual({ price: "5.001", low: "4.103", high: "5.013" });
  expect(details("fok-unfilled")).toEqual({ lots: 80, available: 45 });
  expect(details("order-terms")).toEqual({ field: "postOnly", conflict: "timeInForce" });
  expect(details("stop-price")).toEqual({ price: "0.000", low: "0.001", high: "5.013" });
  expect(details("margin-call")).toEqual({ call: "171.00", deadline: "2026-10-02T09:00:00.000Z" });
});

test("what an order needs is what it adds to the requirement, with its fee and its loss (7.4)", () => {
  const { details, message } = toErrorBody(oneOfEach["insufficient-margin"], "PREM-DEC26", notation);
  expect(details).toMatchObject({ needs: "864.40", free: "148.50", fits: 1 });
  expect(message).toBe("Not enough margin (rule 7.4).");
});
