import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { BUY, SELL } from "../units";
import { Accounts, type DefaultSink } from "./accounts";
import { defaultsByTheRule, type Member } from "./default.oracle";

vi.setConfig({ testTimeout: 60_000 }); // random histories take their time on a busy machine

const [DEC, JAN, GPU] = [0, 1, 2];
const TICK = 10; // cents
const benchmarkOf = [0, 0, 1];

function openAccounts(fund: number, ...cash: [margin: number, bank: number][]): Accounts {
  const accounts = new Accounts(defaultRoomConfig.margin, fund);
  for (const slot of [DEC, JAN, GPU]) {
    accounts.list(slot, benchmarkOf[slot], TICK);
    accounts.setInitial(slot, 8515);
  }
  cash.forEach(([margin, bank], i) => {
    accounts.open(i + 1, margin, bank, true);
  });
  return accounts;
}

/** A whole settlement (6.5): marks, variation of each contract at its price, then defaults. Returns what was told. */
function settle(accounts: Accounts, prices: readonly number[]): (string | number)[][] {
  const told: (string | number)[][] = [];
  accounts.beginSettlement();
  prices.forEach((price, slot) => {
    accounts.setMark(slot, price);
    accounts.payVariation(slot, price, () => {});
  });
  if (accounts.hasDeficit()) accounts.resolveDefaults((slot) => prices[slot], tellingSink(accounts, told));
  accounts.check();
  return told;
}

const tellingSink = (accounts: Accounts, told: (string | number)[][]): DefaultSink => ({
  cancelOrders(a) {
    told.push(["cancel", a]);
    for (const slot of [DEC, JAN, GPU]) {
      for (const side of [BUY, SELL] as const) {
        const reducing = accounts.reducingLots(a, slot, side);
        accounts.rest(a, slot, side, -reducing, true);
        accounts.rest(a, slot, side, -accounts.openLots(a, slot, side));
      }
    }
  },
  closed: (...closed) => told.push(["closed", ...closed]),
  deficit: (...deficit) => told.push(["deficit", ...deficit]),
  haircut: (...haircut) => told.push(["haircut", ...haircut]),
});

const cashOf = (accounts: Accounts, ...numbers: number[]) => numbers.map((a) => accounts.marginCash(a));

test("W9: a deficit of $400.01 with $100 in the bank and $200 in the fund: gains pay $50.00, $33.34 and $16.67", () => {
  const accounts = openAccounts(20_000, [19_999, 10_000], [0, 0], [0, 0], [0, 0]);
  accounts.trade(DEC, 4500, 30, 1, 2);
  accounts.trade(DEC, 4500, 20, 1, 3);
  accounts.trade(DEC, 4500, 10, 1, 4);
  const told = settle(accounts, [4400, 4500, 4000]); // gains of $300, $200 and $100
  expect(told.filter(([what]) => what !== "closed")).toEqual([
    ["cancel", 1],
    ["deficit", 1, 40_001, 10_000, 20_000, 10_001],
    ["haircut", 2, 5000],
    ["haircut", 3, 3334],
    ["haircut", 4, 1667],
  ]);
  expect(cashOf(accounts, 1, 2, 3, 4)).toEqual([0, 25_000, 16_666, 8333]);
  expect([accounts.bankCash(1), accounts.fund, accounts.requirement(1)]).toEqual([0, 0, 0]);
});

test("a deficit is paid by the defaulter's bank cash first, then by the fund, and only then by gains (7.6)", () => {
  const deficitWith = (bank: number, fund: number) => {
    const accounts = openAccounts(fund, [500, bank], [10_000, 0]);
    accounts.trade(DEC, 4500, 10, 1, 2);
    const [, , deficit] = settle(accounts, [4400, 4500, 4000]); // loses $100 with $5 in margin
    return [...deficit.slice(2), accounts.bankCash(1), accounts.fund, accounts.marginCash(2)];
  };
  expect(deficitWith(9500, 7000)).toEqual([9500, 9500, 0, 0, 0, 7000, 20_000]);
  expect(deficitWith(9600, 7000)).toEqual([9500, 9500, 0, 0, 100, 7000, 20_000]);
  expect(deficitWith(4000, 7000)).toEqual([9500, 4000, 5500, 0, 0, 1500, 20_000]);
  expect(deficitWith(4000, 5000)).toEqual([9500, 4000, 5000, 500, 0, 0, 19_500]);
});

test("its positions close at the settlement, against the highest equity ÷ requirement, then the lowest number (7.6)", () => {
  // Short 2 lots each; 3 and 4 are as well covered, 2 better, 5 worst.
  const accounts = openAccounts(0, [100, 100_000], [50_000, 0], [40_000, 0], [40_000, 0], [30_000, 0]);
  for (const short of [5, 4, 3, 2]) accounts.trade(DEC, 4500, 2, 1, short);
  const told = settle(accounts, [4480, 4500, 4000]);
  expect(told.filter(([what]) => what === "closed")).toEqual([2, 3, 4, 5].map((a) => ["closed", 1, a, DEC, 2, 4480]));
  expect([1, 2, 3, 4, 5].map((a) => accounts.net(a, DEC))).toEqual([0, 0, 0, 0, 0]);
  expect(accounts.realised(2, DEC)).toBe(2 * 20 * TICK);
});

test("the ranking is made anew for each position (7.6)", () => {
  // Both are short 5 lots and 2 has more cash. December takes 4 lots from 3 and 1 from 2, so 3 is ahead for January.
  const accounts = openAccounts(0, [100, 100_000], [60_000, 0], [50_000, 0]);
  for (const [slot, lots, short] of [
    [DEC, 1, 2],
    [DEC, 4, 3],
    [JAN, 4, 2],
    [JAN, 1, 3],
  ]) {
    accounts.trade(slot, 4500, lots, 1, short);
  }
  const told = settle(accounts, [4480, 4480, 4000]);
  expect(told.filter(([what]) => what === "closed")).toEqual([
    ["closed", 1, 2, DEC, 1, 4480],
    ["closed", 1, 3, DEC, 4, 4480],
    ["closed", 1, 3, JAN, 1, 4480],
    ["closed", 1, 2, JAN, 4, 4480],
  ]);
});

test("a defaulter's position goes to other defaulters first (7.6)", () => {
  // 2 defaults on January and is short December; 3 is far better covered and short December too.
  const accounts = openAccounts(1_000_000, [100, 0], [100, 0], [500_000, 0], [500_000, 0]);
  accounts.trade(DEC, 4500, 3, 1, 3);
  accounts.trade(DEC, 4500, 2, 1, 2);
  accounts.trade(JAN, 4500, 5, 2, 4);
  const told = settle(accounts, [4490, 4400, 4000]);
  expect(told).toEqual([
    ["cancel", 1],
    ["cancel", 2],
    ["closed", 1, 2, DEC, 2, 4490],
    ["closed", 1, 3, DEC, 3, 4490],
    ["closed", 2, 4, JAN, 5, 4400],
    ["deficit", 1, 400, 0, 400, 0],
    ["deficit", 2, 4700, 0, 4700, 0],
  ]);
});

test("months close in the order of the calendar, whatever slot they sit in (7.6)", () => {
  const accounts = new Accounts(defaultRoomConfig.margin, 1_000_000);
  const [march, january] = [0, 1];
  accounts.list(march, 0, TICK, 3);
  accounts.list(january, 0, TICK, 1);
  accounts.list(GPU, 1, TICK);
  for (const slot of [march, january]) accounts.setInitial(slot, 8515);
  accounts.open(1, 10, 0, true);
  accounts.open(2, 100_000, 0, true);
  for (const slot of [march, january]) accounts.trade(slot, 4500, 1, 1, 2);
  const told = settle(accounts, [4490, 4490]);
  expect(told.filter(([what]) => what === "closed").map(([, , , slot]) => slot)).toEqual([january, march]);
});

test("gains count net over all contracts: who lost more than it won elsewhere gives nothing (7.6)", () => {
  // 2 wins $100 from the defaulter and loses $150 to 3 in January; 3 alone gained.
  const accounts = openAccounts(0, [0, 0], [100_000, 0], [100_000, 0]);
  accounts.trade(DEC, 4500, 10, 1, 2);
  accounts.trade(JAN, 4500, 30, 2, 3);
  const told = settle(accounts, [4400, 4450, 4000]);
  expect(told.filter(([what]) => what === "haircut")).toEqual([["haircut", 3, 10_000]]);
  expect(cashOf(accounts, 2, 3)).toEqual([100_000 + 10_000 - 15_000, 100_000 + 15_000 - 10_000]);
});

test("nobody defaults while margin cash covers the settlement, to the cent (7.6)", () => {
  const accounts = openAccounts(0, [10_000, 0], [0, 0]);
  accounts.trade(DEC, 4500, 10, 1, 2);
  expect(settle(accounts, [4400, 4500, 4000])).toEqual([]);
  expect(cashOf(accounts, 1, 2)).toEqual([0, 10_000]);
});

const anyAccount = fc.nat({ max: 5 });
const anyDay = fc.record({
  fund: fc.oneof(fc.constant(0), fc.nat({ max: 200_000 })),
  cash: fc.array(fc.tuple(fc.nat({ max: 150_000 }), fc.nat({ max: 20_000 })), { minLength: 6, maxLength: 6 }),
  initials: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 3 }),
  alone: fc.boolean(),
  trades: fc.array(
    fc.record({
      slot: fc.nat({ max: 2 }),
      price: fc.integer({ min: 4300, max: 4700 }),
      lots: fc.integer({ min: 1, max: 40 }),
      buyer: anyAccount,
      seller: anyAccount,
    }),
    { maxLength: 25 },
  ),
  orders: fc.array(
    fc.tuple(anyAccount, fc.nat({ max: 2 }), fc.constantFrom(BUY, SELL), fc.nat({ max: 30 }), fc.boolean()),
    { maxLength: 8 },
  ),
  prices: fc.array(fc.integer({ min: 4050, max: 4950 }), { minLength: 3, maxLength: 3 }),
});

test("whatever happened, defaults end as the rule says, no balance is negative and not a cent is lost (7.6, 7.7)", () => {
  let defaulted = 0;
  let cut = 0;
  fc.assert(
    fc.property(anyDay, ({ fund, cash, initials, alone, trades, orders, prices }) => {
      const accounts = openAccounts(fund, ...cash);
      for (const [slot, initial] of initials.entries()) accounts.setInitial(slot, initial);
      accounts.setAlone(DEC, alone);
      for (const { slot, price, lots, buyer, seller } of trades) {
        if (buyer !== seller) accounts.trade(slot, price, lots, buyer + 1, seller + 1);
      }
      for (const [a, slot, side, lots, reducing] of orders) accounts.rest(a + 1, slot, side, lots, reducing);
      accounts.beginSettlement();
      const gains = cash.map(() => 0);
      for (const [slot, price] of prices.entries()) {
        accounts.setMark(slot, price);
        accounts.payVariation(slot, price, (a, amount) => {
          gains[a - 1] += amount;
        });
      }
      const members = cash.map((_, i): Member => ({ ...memberOf(accounts, i + 1, initials, alone), gain: gains[i] }));
      const fundLeft = defaultsByTheRule(members, accounts.fund);
      const told: (string | number)[][] = [];
      accounts.resolveDefaults((slot) => prices[slot], tellingSink(accounts, told));
      accounts.check();
      expect(accounts.fund).toBe(fundLeft);
      members.forEach((member, i) => {
        expect({ a: i + 1, ...memberOf(accounts, i + 1, initials, alone), gain: gains[i] }).toEqual({
          a: i + 1,
          ...member,
        });
      });
      expect(accounts.totalCash()).toBe(accounts.totalDeposits());
      defaulted += told.filter(([what]) => what === "deficit").length;
      cut += told.filter(([what]) => what === "haircut").length;
    }),
    { numRuns: 300 },
  );
  expect(defaulted).toBeGreaterThan(50); // the histories do reach what they are for
  expect(cut).toBeGreaterThan(50);
});

function memberOf(accounts: Accounts, a: number, initials: readonly number[], alone: boolean): Omit<Member, "gain"> {
  return {
    margin: accounts.marginCash(a),
    bank: accounts.bankCash(a),
    holdings: initials.map((initial, slot) => ({
      benchmark: benchmarkOf[slot],
      initial,
      net: accounts.net(a, slot),
      bids: accounts.openLots(a, slot, BUY) - accounts.reducingLots(a, slot, BUY),
      offers: accounts.openLots(a, slot, SELL) - accounts.reducingLots(a, slot, SELL),
      reducingBids: accounts.reducingLots(a, slot, BUY),
      reducingOffers: accounts.reducingLots(a, slot, SELL),
      alone: alone && slot === DEC,
    })),
  };
}
