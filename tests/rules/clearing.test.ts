import { describe, expect, test } from "vitest";
import type { RoomConfig } from "@/engine/config";
import { DEC, MAR, OCT, quietConfig, Venue } from "./venue";

const withMoney = (money: Partial<RoomConfig["money"]>): RoomConfig => ({
  ...quietConfig,
  money: { ...quietConfig.money, ...(money as RoomConfig["money"]) },
});

describe("5 limits", () => {
  test("5.1 an order beyond ±10 % of the last settlement is refused, at the limit it is accepted", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.contract()).toMatchObject({ limitLow: 4_050, limitHigh: 4_950 });
    expect(venue.buy(ann, 1, 4_951).refusal).toMatchObject({ reason: "outside-limits" });
    expect(venue.buy(ann, 1, 4_050).status).toBe("open");
  });

  test("5.2 W2 a month locked at the close settles at its limit and moves its whole benchmark to 13 %, then 15 %, then stays", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    /** Walks the offers down to the limit, as W7 does, and leaves one resting there. */
    const lock = () => {
      for (let i = 0; i < 9; i++) {
        const { mark, limitLow } = venue.contract();
        venue.sell(ann, 1, Math.max(limitLow, Math.ceil(mark * 0.97)), { tif: "gtc" });
      }
      expect(venue.contract().locked).toBe("down");
    };
    lock();
    venue.at(15, 0);
    expect(venue.contract()).toMatchObject({ settlement: 4_050, limitLow: 3_524, limitRate: 130_000 });
    expect(venue.contract(MAR).limitRate).toBe(130_000);
    expect(venue.contract("GPUH-DEC26").limitRate).toBe(100_000);
    expect(venue.of("settlement").find(({ contract }) => contract === DEC)).toMatchObject({ method: "limit" });
    venue.at(9, 0);
    lock();
    venue.at(15, 0);
    expect(venue.contract().limitRate).toBe(150_000);
    venue.at(9, 0);
    venue.send({ kind: "cancel-all", account: ann });
    venue.at(15, 0);
    expect(venue.contract().limitRate).toBe(100_000);
  });

  test("5.2 resting orders outside new limits are cancelled", () => {
    const venue = new Venue();
    const [ann, ben, cid] = venue.people(3);
    const low = venue.buy(ann, 1, 4_060);
    venue.at(14, 50);
    for (const seller of [ben, cid]) venue.trade(ann, seller, 5, 4_600);
    venue.at(15, 0);
    expect(venue.contract()).toMatchObject({ settlement: 4_600, limitLow: 4_140 });
    expect(venue.order_(ann, low.id)).toMatchObject({ status: "cancelled", cancelReason: "outside-limits" });
  });

  test("5.3 beyond 2,000 lots net of a benchmark an order that goes further is refused, one that does not is accepted", () => {
    const venue = new Venue(withMoney({ marginCash: 100_000_000 as never }));
    const [ann] = venue.people(1);
    expect(venue.buy(ann, 2_001, 4_500).refusal).toMatchObject({
      reason: "position-limit",
      worst: 2_001,
      limit: 2_000,
    });
    expect(venue.buy(ann, 1_500, 4_500).status).toBe("open");
    expect(venue.buy(ann, 501, 4_500, {}, MAR).refusal).toMatchObject({ reason: "position-limit", worst: 2_001 });
    expect(venue.sell(ann, 500, 4_600, {}, MAR).status).toBe("open");
  });

  test("5.3 in the settlement month the limit is 500 lots", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.buy(ann, 501, 4_500, {}, OCT).refusal).toMatchObject({ reason: "position-limit", limit: 500 });
  });
});

describe("6 settlement", () => {
  test("6.1 W4 fewer than 10 lots in the window: the midpoint of what still rests at 15:00", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.at(14, 50);
    venue.trade(ann, ben, 1, 4_612);
    venue.buy(ann, 5, 4_560);
    venue.sell(ben, 5, 4_570);
    venue.at(15, 0);
    expect(venue.contract().settlement).toBe(4_565);
  });

  test("6.1 the window's average, half up, if 10 lots trade between two pairs of owners", () => {
    const venue = new Venue();
    const [ann, ben, cid] = venue.people(3);
    venue.at(14, 50);
    venue.trade(ann, ben, 7, 4_510);
    venue.trade(ann, cid, 3, 4_515);
    venue.at(15, 0);
    expect(venue.contract().settlement).toBe(4_512); // 4,511.5
    expect(venue.contract(MAR).settlement).toBe(4_512); // moved by the same percentage
    expect(venue.of("settlement").map(({ contract, method }) => [contract, method])).toContainEqual([MAR, "curve"]);
  });

  test("6.1 ten lots between one pair of owners are no average", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.at(14, 50);
    venue.trade(ann, ben, 10, 4_510);
    venue.at(15, 0);
    expect(venue.contract().settlement).toBe(4_500);
  });

  test("6.2 between settlements only fees move cash; at 15:00 each position is paid and the sum is nil", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 10, 4_490);
    expect(venue.account(ann)).toMatchObject({ marginCash: 4_999_950 });
    venue.at(15, 0);
    const paid = venue.of("ledger").filter(({ line }) => line.entry === "variation");
    expect(paid.map(({ line }) => [line.account, line.marginChange])).toEqual([
      [ann, 1_000],
      [ben, -1_000],
    ]);
    venue.at(15, 0); // the next day, at the same settlement
    const again = venue.of("ledger").filter(({ line }) => line.entry === "variation");
    expect(again.slice(2).map(({ line }) => line.marginChange)).toEqual([0, 0]);
  });

  test("6.3 the final settlement is the mean of the month's fixings; the contract is gone and the next is listed", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 10, 4_510, OCT);
    const before = venue.account(ann).marginCash;
    while (venue.room.contract(OCT)) venue.at(15, 30);
    const final = venue.of("final-settlement");
    expect(final.find(({ contract }) => contract === OCT)).toMatchObject({
      price: 4_500,
      method: "fixings",
      fixings: 22,
      date: "2026-10-30",
    });
    expect(venue.account(ann).marginCash - before).toBe(-10 * 10 * 10);
    expect(venue.position(ann, OCT)).toBe(0);
    const symbols = venue.room.contracts().map(({ symbol }) => symbol);
    expect(symbols.slice(0, 2)).toEqual(["PREM-NOV26", DEC]);
    expect(symbols).toContain("PREM-APR27");
    expect(venue.contract("PREM-NOV26")).toMatchObject({ settlement: 4_500, settlementMonth: true });
  });

  test("2.3 on the last day orders of the month end at 15:00", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    while (venue.room.view().date !== "2026-10-30") venue.at(9, 30);
    const order = venue.buy(ann, 1, 4_490, {}, OCT);
    venue.at(15, 0);
    expect(venue.order_(ann, order.id)).toMatchObject({ status: "cancelled", cancelReason: "expired" });
  });

  test("6.4 W8 realised P&L comes from the entry cost; equity does not depend on it", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ben, ann, 2, 4_502);
    venue.trade(ben, ann, 1, 4_503);
    venue.trade(ann, ben, 2, 4_490);
    expect(venue.account(ann).positions[0]).toMatchObject({ net: -1, cost: -4_503, basis: -4_527, realised: 240 });
  });
});

describe("7 margin", () => {
  test("7.1 a transfer brings in at most the bank cash and takes out at most what is not needed", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.transfer(ann, 5_000_001)).toMatchObject({ refusal: { reason: "transfer-limit", most: 5_000_000 } });
    venue.buy(ann, 10, 4_500);
    expect(venue.transfer(ann, -4_914_851)).toMatchObject({ refusal: { reason: "transfer-limit", most: 4_914_850 } });
    expect(venue.transfer(ann, -4_914_850)).toMatchObject({ marginCash: 85_150, bankCash: 9_914_850 });
  });

  test("7.2 W1 initial $85.15 a lot; 7.3 W6 a spread is charged less than its legs", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    expect(venue.contract().initialMargin).toBe(8_515);
    venue.trade(ann, ben, 10, 4_500);
    expect(venue.account(ann)).toMatchObject({ requirement: 85_150, maintenance: 68_120 });
    venue.trade(ben, ann, 10, 4_500, MAR);
    expect(venue.account(ann).requirement).toBe(Math.ceil((10 * (8_515 + 8_515)) / 4));
  });

  test("7.4 an order that raises the requirement needs equity for it, its fee and its loss; the refusal says all, and what fits", () => {
    const venue = new Venue(withMoney({ marginCash: 100_000 as never }));
    const [ann] = venue.people(1);
    const refusal = venue.buy(ann, 20, 4_510).refusal;
    expect(refusal).toEqual({
      reason: "insufficient-margin",
      requirementBefore: 0,
      required: 170_300,
      fee: 100,
      loss: 2_000,
      equity: 100_000,
      free: 100_000,
      fits: 11, // 11 × (8,515 + 5 + 100) = 94,820; 12 would be 103,440
    });
    expect(venue.buy(ann, 11, 4_510).status).toBe("open");
  });

  test("7.4 an order that does not raise the requirement is accepted, however little is free", () => {
    const venue = new Venue(withMoney({ marginCash: 86_000 as never }));
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 10, 4_500);
    expect(venue.buy(ann, 1, 4_500).refusal).toMatchObject({ reason: "insufficient-margin" });
    expect(venue.sell(ann, 10, 4_520).status).toBe("open");
  });

  test("7.5 W9 below maintenance the account is called back to its requirement, and only reducing orders are accepted", () => {
    const venue = new Venue(withMoney({ marginCash: 85_200 as never, bankCash: 100_000 as never }));
    const [ann, ben, cid, dot] = venue.people(4);
    venue.trade(ann, ben, 10, 4_500); // fee 50: margin cash 851.50
    venue.trade(cid, dot, 1, 4_400);
    venue.buy(cid, 1, 4_328);
    venue.sell(dot, 1, 4_330);
    venue.trade(cid, dot, 1, 4_330);
    expect(venue.contract().mark).toBe(4_330);
    venue.wait(60);
    expect(venue.of("margin-call")).toEqual([]); // equity 681.50, maintenance 681.20
    venue.sell(dot, 1, 4_329);
    venue.wait(30);
    expect(venue.contract().mark).toBe(4_329);
    expect(venue.of("margin-call")).toMatchObject([
      { account: ann, amount: 17_100, equity: 68_050, maintenance: 68_120 },
    ]);
    expect(venue.buy(ann, 1, 4_300).refusal).toMatchObject({ reason: "margin-call", call: 17_100 });
    expect(venue.sell(ann, 1, 4_400).status).toBe("open");
    venue.transfer(ann, 17_100);
    expect(venue.of("margin-call-met")).toHaveLength(1);
    expect(venue.account(ann).call).toBeNull();
  });

  test("7.5 below maintenance an account's orders end, stops that wait among them, but for those that only reduce", () => {
    const venue = new Venue(withMoney({ marginCash: 85_200 as never, bankCash: 100_000 as never }));
    const [ann, ben, cid, dot] = venue.people(4);
    venue.trade(ann, ben, 10, 4_500);
    const plain = { contract: DEC, side: "sell", lots: 2 as never, timeInForce: "gtc", postOnly: false } as const;
    const base = { ...plain, selfTrade: "newest" } as const;
    const at = (price: number) => ({ source: "last", price: price as never }) as const;
    const reduceOnly = true;
    const orders = [
      venue.place(ann, { ...base, type: "limit", price: 4_700 as never }),
      venue.place(ann, { ...base, type: "limit", price: 4_710 as never, reduceOnly }),
      venue.place(ann, { ...base, type: "market", stop: at(4_100) }),
      venue.place(ann, { ...base, type: "market", stop: at(4_110), reduceOnly }),
    ];
    expect(orders.map(({ status }) => status)).toEqual(["open", "open", "open", "open"]);
    venue.trade(cid, dot, 1, 4_400);
    venue.buy(cid, 1, 4_320);
    venue.sell(dot, 1, 4_325);
    venue.trade(cid, dot, 1, 4_325);
    venue.wait(30);
    expect(venue.of("margin-call")).toHaveLength(1);
    const ended = orders
      .map(({ id }) => venue.order_(ann, id))
      .map(({ status, cancelReason }) => cancelReason ?? status);
    expect(ended).toEqual(["margin", "open", "margin", "open"]);
  });

  test("7.5 a call that is not met in 30 minutes of continuous trading is closed out step by step, 20 % each 30 s", () => {
    const venue = new Venue(withMoney({ marginCash: 85_200 as never, bankCash: 0 as never }));
    const [ann, ben, cid, dot, eve] = venue.people(5);
    venue.trade(ann, ben, 10, 4_500);
    venue.buy(cid, 9, 4_320);
    venue.trade(eve, dot, 1, 4_400);
    venue.trade(eve, dot, 1, 4_325);
    venue.wait(30);
    expect(venue.of("margin-call")).toHaveLength(1);
    venue.wait(29 * 60);
    expect(venue.position(ann)).toBe(10);
    for (let i = 0; i < 4 && venue.of("close-out-step").length === 0; i++) venue.wait(30);
    expect(venue.of("close-out-step")[0]).toMatchObject({ account: ann, side: "sell", lots: 2 });
    expect(venue.position(ann)).toBe(8);
    expect(venue.buy(ann, 1, 4_300).refusal).toEqual({ reason: "close-out" });
    venue.wait(600);
    const { equity, requirement } = venue.account(ann);
    expect(equity).toBeGreaterThanOrEqual(requirement);
  });

  test("7.5 an order that waits in a lock to close an account out is the venue's: its owner can neither cancel nor change it", () => {
    const venue = new Venue(withMoney({ marginCash: 85_200 as never, bankCash: 0 as never }));
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_500);
    for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(cid, 1, price);
    expect(venue.contract().locked).toBe("down");
    venue.wait(32 * 60);
    const [waiting] = venue.room.openOrders(ann);
    expect(waiting).toMatchObject({ side: "sell", lots: 2, price: 4_050 });
    const no = { kind: "refused", refusal: { reason: "close-out" } };
    expect(venue.cancel(ann, waiting.id)).toMatchObject(no);
    expect(venue.replace(ann, waiting, { lots: 1 })).toMatchObject(no);
    expect(venue.send({ kind: "cancel-all", account: ann })).toEqual({ kind: "cancelled", orders: [] });
    venue.wait(60);
    expect(venue.room.openOrders(ann)).toEqual([waiting]);
  });

  test("7.6 whoever cannot pay a settlement defaults: positions close at it, own bank, then the fund pay; no balance stays negative", () => {
    const venue = new Venue(withMoney({ marginCash: 85_200 as never, bankCash: 1_000 as never, fund: 0 as never }));
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_500);
    venue.at(14, 54);
    // Nobody bids and the offers walk to the limit: locked down at 4.050 through the last five minutes.
    for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(cid, 1, price);
    venue.at(15, 0);
    expect(venue.contract().settlement).toBe(4_050);
    const before = venue.of("default");
    expect(before).toEqual([]); // 10 × 450 ticks × $0.10 = $450: still paid
    venue.at(9, 0);
    for (let i = 0; i < 6; i++) {
      const { mark, limitLow } = venue.contract();
      venue.sell(cid, 1, Math.max(limitLow, Math.ceil(mark * 0.97)));
    }
    venue.at(15, 0);
    const [first] = venue.of("default");
    expect(first).toMatchObject({ account: ann, fromBank: 1_000 });
    expect(first.deficit).toBe(first.fromBank + first.fromFund + first.fromGains);
    expect(venue.position(ann)).toBe(0);
    expect(venue.position(ben)).toBe(0);
    expect(venue.account(ann)).toMatchObject({ marginCash: 0, bankCash: 0, requirement: 0 });
  });
});
