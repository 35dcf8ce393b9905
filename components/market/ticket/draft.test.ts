import { describe, expect, test } from "vitest";
import { OrderRequest } from "@/wire/requests";
import { exampleSnapshot } from "../live/snapshot.example";
import { closing, type Draft, emptyDraft, requestOf } from "./draft";
import { wayOut } from "./refusal";

const quote = exampleSnapshot().contracts[1];
const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, price: "4.640", lots: "40", ...changes });

describe("what the ticket asks for", () => {
  test("a limit order names its price on the tick, a market order none", () => {
    expect(requestOf(draft({ price: "4.64" }), quote)).toEqual({
      request: { symbol: "PREM-DEC26", side: "buy", type: "limit", lots: 40, price: "4.640", timeInForce: "gtc" },
    });
    expect(requestOf(draft({ kind: "market", postOnly: true }), quote)).toEqual({
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

  const asked = (changes: Partial<Draft>) => requestOf(draft(changes), quote);

  test("a stop names its trigger, a stop-limit its price as well, a trailing stop how far it stays behind", () => {
    expect(asked({ kind: "stop", trigger: "4.7" })).toEqual({
      request: {
        symbol: "PREM-DEC26",
        side: "buy",
        type: "market",
        lots: 40,
        stop: { source: "last", price: "4.700" },
        timeInForce: "gtc",
      },
    });
    expect(asked({ kind: "stop-limit", trigger: "4.7", source: "mark" })).toMatchObject({
      request: { type: "limit", price: "4.640", stop: { source: "mark", price: "4.700" } },
    });
    expect(asked({ kind: "trailing", trail: "0.02", side: "sell" })).toMatchObject({
      request: { type: "market", stop: { source: "last", trail: "0.020" } },
    });
    expect(asked({ kind: "stop" })).toEqual({ problem: "trigger-blank" });
    expect(asked({ kind: "trailing", trail: "x" })).toEqual({ problem: "trail-invalid" });
  });

  test("terms of another kind are kept in the ticket and not sent", () => {
    const all = { trigger: "4.7", trail: "0.02", display: "5", slide: true, goodTill: "2026-11-20" };
    expect(asked({ ...all, kind: "market" })).toEqual({
      request: { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 40 },
    });
    expect(asked({ ...all, timeInForce: "fok" })).not.toHaveProperty("request.display");
    expect(asked({ ...all, kind: "stop", timeInForce: "fok" })).toMatchObject({ request: { timeInForce: "gtc" } });
  });

  test("an order good till a date names it; slide goes with post-only alone", () => {
    expect(asked({ timeInForce: "gtd" })).toEqual({ problem: "goodTill-blank" });
    expect(asked({ timeInForce: "gtd", goodTill: "2026-11-20" })).toMatchObject({
      request: { timeInForce: "gtd", goodTill: "2026-11-20" },
    });
    expect(asked({ slide: true })).not.toHaveProperty("request.slide");
    expect(asked({ slide: true, postOnly: true })).toMatchObject({ request: { postOnly: true, slide: true } });
  });

  test("a bracket is asked for by naming where to leave, and never of an order that only reduces", () => {
    expect(asked({ target: "4.7", stopLoss: "4.58" })).toMatchObject({
      request: { exits: { target: { price: "4.700" }, stop: { price: "4.580" } } },
    });
    expect(asked({ stopLoss: "4.58" })).toHaveProperty("request.exits", { stop: { price: "4.580" } });
    expect(asked({ target: "4.7", reduceOnly: true })).not.toHaveProperty("request.exits");
    expect(asked({ target: "4.7005" })).toEqual({ problem: "target-off-tick" });
  });

  test("whatever the ticket can ask for has the documented form", () => {
    const drafts = (["limit", "market", "stop", "stop-limit", "trailing"] as const).flatMap((kind) =>
      (["gtc", "day", "gtd", "ioc", "fok"] as const).flatMap((timeInForce) =>
        [true, false].map((on) => ({
          ...draft({ kind, timeInForce, trigger: "4.7", trail: "0.02", goodTill: "2026-11-20", display: "5" }),
          postOnly: on,
          slide: on,
          reduceOnly: on,
          target: "4.9",
          stopLoss: "4.5",
        })),
      ),
    );
    for (const one of drafts) {
      const made = requestOf(one, quote);
      expect(made).toHaveProperty("request");
      if ("request" in made) expect(OrderRequest.safeParse(made.request).error?.issues).toBeUndefined();
    }
  });

  test("closing a position sells what is long and buys what is short, whole, at the market", () => {
    expect(closing(120)).toMatchObject({ side: "sell", lots: "120", kind: "market", reduceOnly: true });
    expect(closing(-15)).toMatchObject({ side: "buy", lots: "15", kind: "market", reduceOnly: true });
  });
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
