import { expect, test } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { Accounts } from "./accounts";
import { finalSettlement } from "./final-settlement";
import { nextLimitRate, priceLimits } from "./limits";
import { Liquidation } from "./liquidation";
import { initialMargin } from "./margin";
import { DEC, Venue } from "./venue.oracle";

/** Examples that textbooks and other exchanges print, under the ids they have in our collection. */

/** Hull, Options, Futures and Other Derivatives, ch. 2: two gold contracts of 100 ounces, in ticks of ten cents. */
test("margin-account: sixteen days long two contracts, calls of $4,020 and $3,780 (6.2, 7.5)", () => {
  const rules = { ...defaultRoomConfig.margin, maintenance: 750_000 as never };
  const accounts = new Accounts(rules, 0);
  const liquidation = new Liquidation(rules);
  accounts.list(DEC, 0, 1000);
  accounts.setInitial(DEC, 600_000);
  const long = accounts.open(1, 1_200_000, 5_000_000, true);
  const short = accounts.open(2, 1_200_000_000, 0, true);
  accounts.trade(DEC, 12_500, 2, long, short);
  let called = 0;
  const nothing = () => {};
  const desk = Object.assign(new Venue(), {
    accounts: () => 1,
    isCovered: (a: number) => accounts.isCovered(a),
    equity: (a: number) => accounts.equity(a),
    requirement: (a: number) => accounts.requirement(a),
    maintenance: (a: number) => accounts.maintenance(a),
    called: (_: number, amount: number) => {
      called = amount;
    },
    cancelOrders: nothing,
    continuous: () => false,
  });
  const settlements = [
    12410, 12383, 12446, 12413, 12401, 12362, 12299, 12308, 12254, 12281, 12110, 12110, 12143, 12161, 12230, 12269,
  ];
  const rows = settlements.map((price, day) => {
    called = 0;
    let gain = 0;
    accounts.setMark(DEC, price);
    accounts.payVariation(DEC, price, (account, amount) => {
      if (account === long) gain = amount / 100;
    });
    const balance = accounts.marginCash(long) / 100;
    liquidation.check(day, desk);
    accounts.transfer(long, called); // topped up before the next settlement
    return [gain, balance, called / 100];
  });
  expect(rows).toEqual([
    [-1800, 10200, 0],
    [-540, 9660, 0],
    [1260, 10920, 0],
    [-660, 10260, 0],
    [-240, 10020, 0],
    [-780, 9240, 0],
    [-1260, 7980, 4020],
    [180, 12180, 0],
    [-1080, 11100, 0],
    [540, 11640, 0],
    [-3420, 8220, 3780],
    [0, 12000, 0],
    [660, 12660, 0],
    [360, 13020, 0],
    [1380, 14400, 0],
    [780, 15180, 0],
  ]);
  expect(accounts.realised(long, DEC)).toBe(0);
  accounts.trade(DEC, 12_269, 2, short, long); // closed out on day 16
  expect(accounts.realised(long, DEC)).toBe(-462_000);
});

/** Hull, ch. 3: short 30 index futures at 1,010, 250 dollars a point. In ticks of a point. */
test.each([
  [902, 810_000],
  [952, 435_000],
  [1003, 52_500],
  [1053, -322_500],
  [1103, -697_500],
])(
  "beta-hedge: thirty contracts sold at 1,010 are paid at %i what the text has, and again nothing (6.2)",
  (price, gain) => {
    const accounts = new Accounts(defaultRoomConfig.margin, 0);
    accounts.list(DEC, 0, 25_000);
    const [hedger, other] = [accounts.open(1, 500_000_000, 0, true), accounts.open(2, 500_000_000, 0, true)];
    accounts.trade(DEC, 1010, 30, other, hedger);
    const paid: number[] = [];
    const pay = () =>
      accounts.payVariation(DEC, price, (account, amount) => {
        if (account === hedger) paid.push(amount / 100);
      });
    pay();
    pay();
    expect(paid).toEqual([gain, 0]);
  },
);

/** 30-day fed funds futures settle at 100 less the month's average rate: 7 days at 4.83, 23 at 4.58. */
test("fedfunds: a month of fixings with a change in it settles at their mean, 4.638 (6.3)", () => {
  const fixings = [...Array(7).fill(483_000), ...Array(23).fill(458_000)]; // hundredths of a tick of 0.001
  const { price, method } = finalSettlement(fixings, 30, []);
  expect([price, method]).toEqual([4638, "fixings"]);
  expect((100_000 - price) / 1000).toBe(95.362);
});

/** Shanghai copper: after a day locked at 10 % the limit is 13 %, and the margin 2 points above it. */
test("shfe-limit-lock: a lock at 10 % makes the next limit 13 %, and its margin 15 % (5.2, 7.2)", () => {
  const { steps } = defaultRoomConfig.limits;
  const rate = nextLimitRate(steps, 100_000, true);
  expect(rate).toBe(130_000);
  expect(priceLimits(70_000, rate)).toEqual({ low: 60_900, high: 79_100 });
  expect(initialMargin(70_000, 5, rate, defaultRoomConfig.margin.overLimit, 0)).toBe(0.15 * 70_000 * 5);
});
