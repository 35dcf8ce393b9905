import { describe, expect, test } from "vitest";
import type { OrderDraft } from "@/engine/commands";
import type { MarginStep } from "@/engine/explanations";
import { RetoldVenue } from "./retold";
import { DEC, quietConfig } from "./venue";

const withMoney = (money: Record<string, number>) =>
  ({ ...quietConfig, money: { ...quietConfig.money, ...money } }) as typeof quietConfig;

const reducing = (lots: number, price: number): OrderDraft =>
  ({
    ...{ contract: DEC, side: "sell", type: "limit", timeInForce: "gtc", postOnly: false, selfTrade: "newest" },
    ...{ lots, price, reduceOnly: true },
  }) as OrderDraft;

const kinds = (steps: readonly MarginStep[]) => steps.map(({ kind }) => kind);

/** PREM at 4.500: $85.15 a lot. Ten lots: requirement $851.50, maintenance $681.20, half of it $340.60. */
describe("a margin call tells its story (7.5)", () => {
  test("met by a transfer: the orders that ended first, the call, and the money that met it", () => {
    const venue = new RetoldVenue(withMoney({ marginCash: 85_200, bankCash: 100_000 }));
    const [ann, ben, cid, dot] = venue.people(4);
    venue.trade(ann, ben, 10, 4_500); // its fee leaves $851.50
    venue.sell(ann, 1, 4_600);
    venue.place(ann, reducing(2, 4_610));
    venue.trade(cid, dot, 1, 4_400);
    venue.buy(cid, 1, 4_328);
    venue.sell(dot, 1, 4_330);
    venue.trade(cid, dot, 1, 4_330);
    venue.sell(dot, 1, 4_329);
    venue.wait(30);
    venue.transfer(ann, 17_100);

    const told = venue.firstCall(ann);
    expect(kinds(told.steps)).toEqual(["orders-cancelled", "called", "met"]);
    expect(told).toMatchObject({ account: ann, eventSeq: venue.of("margin-call")[0].seq, ended: "met" });
    expect(told.found).toEqual({ equity: 68_050, requirement: 85_150, maintenance: 68_120 }); // W9
    expect(told.positions).toEqual([{ contract: DEC, net: 10, mark: 4_329, settlement: 4_500, initial: 8_515 }]);
    const [cancelled, called, met] = told.steps;
    expect(cancelled).toMatchObject({ orders: 1, keptReducing: true });
    expect(called).toMatchObject({ amount: 17_100, after: { equity: 68_050 } });
    expect(met.after).toEqual({ equity: 85_150, requirement: 85_150, maintenance: 68_120 });
    expect(venue.room.openOrders(ann)).toMatchObject([{ reduceOnly: true }]);
  });

  test("closed out after its deadline: each order with the fifth, what is left and what is shown, the smallest of which it is", () => {
    const venue = new RetoldVenue(withMoney({ marginCash: 85_200, bankCash: 0 }));
    const [ann, ben, cid, dot, eve] = venue.people(5);
    venue.trade(ann, ben, 10, 4_500);
    venue.trade(eve, dot, 1, 4_400);
    venue.trade(eve, dot, 1, 4_325);
    venue.buy(cid, 1, 4_320);
    venue.wait(30);
    venue.wait(31 * 60);
    venue.buy(cid, 1, 4_321);
    venue.wait(60);
    for (const bidder of [cid, dot, eve]) venue.buy(bidder, 3, 4_321);
    venue.wait(300);

    const told = venue.firstCall(ann);
    expect(told.ended).toBe("met");
    expect(told.found).toMatchObject({ requirement: 85_150, maintenance: 68_120 });
    const begun = told.steps.find((step) => step.kind === "close-out-begun");
    expect(begun).toMatchObject({ why: "deadline", bound: 34_060, positions: [{ contract: DEC, net: 10 }] });
    const orders = told.steps.filter((step) => step.kind === "close-out-order");
    expect(orders.length).toBeGreaterThan(1);
    expect(orders[0]).toMatchObject({ contract: DEC, side: "sell", share: 2, left: 10, shown: 1, lots: 1 });
    expect(orders[0].fills).toMatchObject([{ price: 4_320, lots: 1 }]);
    for (const { lots, share, left, shown, limit, mark, fills } of orders) {
      expect(lots).toBe(Math.min(share, left, shown as number));
      expect(limit).toBe(Math.ceil((mark * 99) / 100));
      expect(fills.reduce((sum, fill) => sum + fill.lots, 0)).toBe(lots);
    }
    const steps = venue.of("close-out-step");
    expect(orders.map(({ lots, limit, at }) => [at, lots, limit])).toEqual(
      steps.map(({ lots, limit, at }) => [at, lots, limit]),
    );
    const last = told.steps[told.steps.length - 1].after;
    expect(last.equity).toBeGreaterThanOrEqual(last.requirement);
  });

  test("in a lock the order waits at the limit, and its fills come when somebody bids", () => {
    const venue = new RetoldVenue(withMoney({ marginCash: 85_200, bankCash: 0 }));
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_500);
    for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(cid, 1, price);
    venue.wait(32 * 60);
    const bought = venue.buy(ben, 3, 4_050); // one of cid's, two of the venue's
    venue.wait(30);

    const told = venue.firstCall(ann);
    expect(kinds(told.steps)).toEqual(["called", "close-out-begun", "close-out-order"]);
    // 10 lots, 450 ticks at 10 cents below 4.500: $401.50 are left, which is not below half of $681.20.
    expect(told.steps[1]).toMatchObject({ why: "deadline", equity: 40_150, bound: 34_060 });
    expect(told.steps[2]).toMatchObject({ share: 2, left: 10, shown: null, lots: 2, limit: 4_050 });
    expect(told.steps[2]).toMatchObject({ fills: [{ at: bought.at, price: 4_050, lots: 2 }] });
    expect(told.ended).toBeNull();
  });

  test("below half of maintenance the close-out begins with the call", () => {
    const venue = new RetoldVenue(withMoney({ marginCash: 85_200, bankCash: 0 }));
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_500);
    venue.at(14, 54);
    for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(cid, 1, price);
    venue.at(9, 0); // the next limits are 13 %
    for (const price of [3_929, 3_812]) venue.sell(cid, 1, price);
    venue.wait(60);
    const told = venue.firstCall(ann);
    const begun = told.steps.find((step) => step.kind === "close-out-begun");
    expect(begun).toMatchObject({ why: "critical" });
    expect(begun?.kind === "close-out-begun" && begun.equity < begun.bound).toBe(true);
  });

  test("a default ends it, with what was owed and who paid", () => {
    const venue = new RetoldVenue(withMoney({ marginCash: 85_200, bankCash: 1_000, fund: 0 }));
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_500);
    venue.at(14, 54);
    for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(cid, 1, price);
    venue.at(9, 0);
    for (let i = 0; i < 6; i++) {
      const { mark, limitLow } = venue.contract();
      venue.sell(cid, 1, Math.max(limitLow, Math.ceil(mark * 0.97)));
    }
    venue.at(15, 0);
    const told = venue.firstCall(ann);
    const [owed] = venue.of("default");
    expect(told.ended).toBe("default");
    const { deficit, fromBank, fromFund, fromGains } = owed;
    expect(told.steps[told.steps.length - 1]).toMatchObject({
      kind: "defaulted",
      ...{ deficit, fromBank, fromFund, fromGains },
    });
  });
});
