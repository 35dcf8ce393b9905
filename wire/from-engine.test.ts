import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import { openRoom, startOf } from "@/engine/index";
import { accountNo, ownerNo, roomTime } from "@/engine/units";
import type { ContractView, OrderReport, PositionView } from "@/engine/views";
import { parseDecimal } from "./decimal";
import {
  toAccountSummary,
  toBenchmarkRow,
  toContractQuote,
  toOrderView,
  toPositionRow,
  toPreviewAnswer,
} from "./from-engine";
import { levelsOf, notationOf } from "./notation";
import { AccountSummary, BenchmarkRow, ContractQuote, OrderView } from "./views";

const room = openRoom(defaultRoomConfig, "wire");
room.advance(roomTime(startOf(defaultRoomConfig) + 3 * 86_400_000));
const contracts = room.contracts();
const notation = notationOf(contracts);
const contract = contracts[0];

test("everything a running room says passes its own schema", () => {
  const levels = levelsOf(room.benchmarks());
  for (const one of contracts) ContractQuote.parse(toContractQuote(one, levels.get(one.benchmark)!));
  for (const one of room.benchmarks()) BenchmarkRow.parse(toBenchmarkRow(one, notation.get(one.id)!));
  const outcome = room.apply({ seq: room.seq + 1, at: room.now, command: { kind: "open-account", owner: ownerNo(1) } });
  if (outcome.kind !== "account-opened") throw new Error(outcome.kind);
  AccountSummary.parse(toAccountSummary(room.account(outcome.account)!, notation, room.now));
});

describe("a quote", () => {
  const quote = (changes: Partial<Record<keyof ContractView, unknown>>, level = 455_900) =>
    toContractQuote({ ...contract, ...changes } as ContractView, level);

  test("change is last − settlement, to the tick, and its percentage rounds half up", () => {
    expect(quote({ last: 4638, settlement: 4612 })).toMatchObject({ change: "0.026", changePercent: "0.56" });
    expect(quote({ last: 4612, settlement: 4638 })).toMatchObject({ change: "-0.026", changePercent: "-0.56" });
    expect(quote({ last: null })).toMatchObject({ last: null, change: null, changePercent: null });
  });

  test("the known fixings are averaged to a hundredth of a tick (W3), and none is null", () => {
    const known = { known: 21, total: 21, sum: 10 * 450_000 + 11 * 378_400 };
    expect(quote({ fixings: known }).fixingsMean).toBe("4.12495");
    expect(quote({ fixings: { known: 0, total: 21, sum: 0 } }).fixingsMean).toBeNull();
  });

  test("basis is mark − benchmark, in the benchmark's digits", () => {
    expect(quote({ mark: 4560 }, 455_901)).toMatchObject({ benchmarkLevel: "4.55901", basis: "0.00099" });
    expect(quote({ mark: 4500 }, 455_901).basis).toBe("-0.05901");
  });

  test("every price that goes out reads back as the same ticks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (ticks) => {
        expect(parseDecimal(quote({ mark: ticks }).mark, 3)).toEqual({ ok: true, value: ticks });
      }),
    );
  });
});

test("averages have one digit more than the tick, also of short positions (W8)", () => {
  const short = { contract: contract.symbol, net: -3, cost: -13_507, mark: 4490, settlement: 4500 };
  const money = { sinceSettlement: 0, unrealised: 0, realised: 240, fees: 15, requirement: 25_545, basis: -13_507 };
  const row = toPositionRow({ ...short, ...money } as unknown as PositionView, notation);
  expect(row).toMatchObject({ net: -3, averageEntry: "4.5023", realised: "2.40", requirement: "255.45" });
});

test("slippage is what the fills cost beyond the touch, and unknown without one", () => {
  const preview = { refusal: null, fillsNow: 10, fillsNowValue: 46_394, rests: 0, fee: 50 };
  const money = { requirementBefore: 0, requirementAfter: 0, equity: 0, freeBefore: 0, freeAfter: 0 };
  const answer = (side: "buy" | "sell", touch: number | null) =>
    toPreviewAnswer({ ...preview, ...money } as never, { symbol: contract.symbol, side, touch }, notation, 1);
  expect(answer("buy", 4638)).toMatchObject({ averagePrice: "4.6394", slippage: "1.40" });
  expect(answer("sell", 4641)).toMatchObject({ slippage: "1.60" });
  expect(answer("buy", null).slippage).toBeNull();
});

test("an order shows its average, its reason and only its own fills' numbers", () => {
  const order = {
    id: 7,
    account: accountNo(1),
    clientOrderId: null,
    contract: contract.symbol,
    side: "buy",
    type: "limit",
    lots: 10,
    filled: 3,
    price: 4640,
    filledValue: 13_916,
    timeInForce: "ioc",
    goodTill: null,
    postOnly: false,
    reduceOnly: false,
    display: null,
    stop: null,
    tie: null,
    legs: null,
    selfTrade: "newest",
    status: "cancelled",
    cancelReason: "ioc",
    refusal: null,
    eventSeq: 12,
    at: room.now,
  } as unknown as OrderReport;
  const view = OrderView.parse(toOrderView(order, [], notation));
  expect(view).toMatchObject({ id: "7", price: "4.640", averagePrice: "4.6387", reason: "ioc", filledLots: 3 });
  expect(toOrderView({ ...order, filled: 0 as never }, [], notation).averagePrice).toBeNull();
});
