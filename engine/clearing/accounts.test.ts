import { beforeEach, expect, test } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { BUY, SELL } from "../units";
import { Accounts } from "./accounts";

const PREM = 0;
const [DEC, JAN] = [0, 1];
const TICK = 10; // cents

let accounts: Accounts;
let ada: number;
let ben: number;

beforeEach(() => {
  accounts = new Accounts(defaultRoomConfig.margin, 0);
  accounts.list(DEC, PREM, TICK);
  accounts.list(JAN, PREM, TICK);
  accounts.setInitial(DEC, 8515);
  accounts.setInitial(JAN, 8553);
  accounts.setMark(DEC, 4500);
  accounts.setMark(JAN, 4520);
  ada = accounts.open(1, 5_000_000, 5_000_000, true);
  ben = accounts.open(2, 5_000_000, 5_000_000, true);
});

const buys = (slot: number, lots: number, price: number) => accounts.trade(slot, price, lots, ada, ben);
const sells = (slot: number, lots: number, price: number) => accounts.trade(slot, price, lots, ben, ada);

/** Settles a contract and returns what Ada was paid. */
function settle(slot: number, price: number): number {
  let toAda = 0;
  accounts.payVariation(slot, price, (account, amount) => {
    if (account === ada) toAda += amount;
  });
  return toAda;
}

const digest = (of: Accounts): string => {
  const hash = new Hash();
  of.hashInto(hash);
  return hash.hex();
};

test("W6: a spread is charged a quarter of its gross and three quarters of its net; orders count as if filled", () => {
  buys(DEC, 10, 4500);
  expect(accounts.requirement(ada)).toBe(85_150);
  sells(JAN, 10, 4520);
  expect(accounts.requirement(ada)).toBe(42_955); // (3 × 380 + 170,680) / 4
  expect(accounts.maintenance(ada)).toBe(34_364);
  expect(accounts.requirementWith(ada, DEC, SELL, 4)).toBe(68_500);
  accounts.rest(ada, DEC, SELL, 4);
  expect(accounts.requirement(ada)).toBe(68_500);
  accounts.rest(ada, DEC, SELL, -4);
  sells(DEC, 4, 4500);
  expect(accounts.requirement(ada)).toBe(59_985);
  buys(DEC, 4, 4500);
  accounts.setAlone(DEC, true); // its settlement month: no credit (7.3)
  expect(accounts.requirement(ada)).toBe(170_680);
});

test("W8: entry cost leaves by the trunc of its share, and equity never depends on it (6.2, 6.4)", () => {
  sells(DEC, 2, 4502);
  sells(DEC, 1, 4503);
  expect([accounts.basis(ada, DEC), accounts.cost(ada, DEC)]).toEqual([-13_507, -13_507]);
  buys(DEC, 2, 4490);
  expect(accounts.realised(ada, DEC)).toBe(240); // 24 ticks
  expect([accounts.basis(ada, DEC), accounts.cost(ada, DEC)]).toEqual([-4527, -4503]);
  accounts.setMark(DEC, 4495);
  expect(accounts.equity(ada)).toBe(5_000_320);
  expect(settle(DEC, 4495)).toBe(320);
  expect(settle(DEC, 4495)).toBe(0);
  expect([accounts.basis(ada, DEC), accounts.cost(ada, DEC)]).toEqual([-4495, -4503]);
  expect(accounts.equity(ada)).toBe(5_000_320);
});

test("a flip closes what was held and opens the rest at the fill's price (6.4)", () => {
  buys(DEC, 3, 4500);
  sells(DEC, 5, 4510);
  expect(accounts.net(ada, DEC)).toBe(-2);
  expect(accounts.realised(ada, DEC)).toBe(3 * 10 * TICK);
  expect(accounts.cost(ada, DEC)).toBe(-2 * 4510);
  expect([accounts.net(ben, DEC), accounts.cost(ben, DEC), accounts.realised(ben, DEC)]).toEqual([2, 9020, -300]);
});

test("between settlements trading moves no margin cash but fees (6.2)", () => {
  buys(DEC, 10, 4500);
  sells(DEC, 10, 4600);
  expect([accounts.marginCash(ada), accounts.marginCash(ben)]).toEqual([5_000_000, 5_000_000]);
  expect(accounts.equity(ada)).toBe(5_000_000 + 10 * 100 * TICK);
  expect(settle(DEC, 4550)).toBe(10 * 100 * TICK); // flat, whatever the settlement
  expect(accounts.marginCash(ben)).toBe(5_000_000 - 10 * 100 * TICK);
});

test("a fee takes at most the margin cash, into the fund (7.1, 7.6)", () => {
  const poor = accounts.open(3, 7, 100, true);
  expect(accounts.chargeFee(poor, DEC, 5)).toBe(5);
  expect(accounts.chargeFee(poor, DEC, 5)).toBe(2);
  expect(accounts.chargeFee(poor, DEC, 5)).toBe(0);
  expect([accounts.marginCash(poor), accounts.bankCash(poor), accounts.fund, accounts.fees(poor, DEC)]).toEqual([
    0, 100, 7, 7,
  ]);
  accounts.check();
});

test("a transfer takes out at most min(margin cash, equity) − requirement (7.1)", () => {
  buys(DEC, 10, 4500);
  expect(accounts.transferable(ada)).toBe(5_000_000 - 85_150);
  accounts.setMark(DEC, 4600); // an unsettled gain cannot be taken out
  expect(accounts.transferable(ada)).toBe(5_000_000 - 85_150);
  accounts.setMark(DEC, 4400); // an unsettled loss stays
  expect(accounts.transferable(ada)).toBe(5_000_000 - 10 * 100 * TICK - 85_150);
  accounts.transfer(ada, -accounts.transferable(ada));
  expect(accounts.transferable(ada)).toBe(0);
  accounts.setMark(DEC, 4000);
  expect(accounts.transferable(ada)).toBe(0); // never less than nothing
  accounts.check();
});

test("the position limit looks at the worse of all bids and all offers filled, over a benchmark's months (5.3)", () => {
  buys(DEC, 10, 4500);
  sells(JAN, 4, 4520);
  accounts.rest(ada, DEC, BUY, 3);
  accounts.rest(ada, JAN, SELL, 20);
  expect(accounts.worstNet(ada, PREM, -1, BUY, 0)).toBe(14); // 6 + 3, or 6 − 20
  expect(accounts.worstNet(ada, PREM, DEC, BUY, 6)).toBe(15);
  expect(accounts.worstNet(ada, PREM, JAN, SELL, 1)).toBe(15);
  expect(accounts.worstNetOfSlot(ada, JAN, SELL, 0)).toBe(24);
  expect(accounts.worstNetOfSlot(ada, DEC, SELL, 30)).toBe(20);
  expect(accounts.ownRequirement(ada, DEC)).toBe(13 * 8515);
});

test("open interest counts each open contract once", () => {
  buys(DEC, 10, 4500);
  expect(accounts.openInterest(DEC)).toBe(10);
  sells(DEC, 15, 4500);
  expect(accounts.openInterest(DEC)).toBe(5);
  const cleo = accounts.open(3, 0, 0, true);
  accounts.trade(DEC, 4500, 5, cleo, ben); // Ben's long changes hands
  expect(accounts.openInterest(DEC)).toBe(5);
  accounts.check();
});

test("at its final settlement a position is paid, realised and gone; settling twice pays nothing (6.3)", () => {
  buys(DEC, 10, 4500);
  settle(DEC, 4520);
  const paid: number[] = [];
  accounts.expire(DEC, 4125, (_, amount) => paid.push(amount));
  expect(paid).toEqual([-10 * 395 * TICK, 10 * 395 * TICK]);
  accounts.expire(DEC, 9999, (_, amount) => paid.push(amount));
  expect(paid).toHaveLength(2);
  expect(accounts.realised(ada, DEC)).toBe(-10 * 375 * TICK);
  expect([accounts.net(ada, DEC), accounts.cost(ada, DEC), accounts.openInterest(DEC)]).toEqual([0, 0, 0]);
  expect(accounts.requirement(ada)).toBe(0);
  accounts.check();
});

test("a slot serves another contract after its own is delisted, with nothing of the old one left", () => {
  buys(DEC, 10, 4500);
  expect(() => accounts.delist(DEC)).toThrow("nobody may be in a contract");
  accounts.expire(DEC, 4500, () => {});
  accounts.delist(DEC);
  accounts.list(DEC, 3, 1);
  accounts.setInitial(DEC, 100);
  expect([accounts.realised(ada, DEC), accounts.fees(ada, DEC), accounts.requirement(ada)]).toEqual([0, 0, 0]);
  buys(DEC, 2, 4000);
  buys(JAN, 1, 4520);
  expect(accounts.requirement(ada)).toBe(200 + 8553);
});

test("a restored ledger is the ledger: same digest, same answers, same future", () => {
  buys(DEC, 10, 4500);
  sells(JAN, 10, 4520);
  accounts.rest(ada, DEC, SELL, 4);
  accounts.chargeFee(ada, DEC, 50);
  accounts.beginSettlement();
  settle(DEC, 4510);
  accounts.setAlone(DEC, true);
  const restored = Accounts.restore(defaultRoomConfig.margin, JSON.parse(JSON.stringify(accounts.snapshot())));
  expect(digest(restored)).toBe(digest(accounts));
  restored.check();
  for (const each of [accounts, restored]) {
    each.trade(DEC, 4490, 3, ben, ada);
    each.list(9, 1, TICK); // wider than before
    for (let owner = 3; owner < 60; owner++) each.open(owner, 1, 1, false);
    each.payVariation(DEC, 4480, () => {});
  }
  expect(restored.requirement(ada)).toBe(accounts.requirement(ada));
  expect(restored.equity(ben)).toBe(accounts.equity(ben));
  expect(digest(restored)).toBe(digest(accounts));
});

test("anything that changes the ledger changes its digest", () => {
  const seen = new Set([digest(accounts)]);
  const changes = [
    () => buys(DEC, 1, 4500),
    () => accounts.rest(ada, DEC, BUY, 1),
    () => accounts.chargeFee(ada, DEC, 1),
    () => accounts.setMark(DEC, 4501),
    () => accounts.setInitial(DEC, 8516),
    () => accounts.setAlone(DEC, true),
    () => accounts.transfer(ada, -1),
    () => accounts.deposit(ada, 1),
    () => settle(DEC, 4501),
    () => accounts.beginSettlement(),
    () => accounts.list(2, PREM, TICK),
    () => accounts.open(3, 0, 0, true),
    () => accounts.rest(ada, DEC, BUY, -1),
    () => accounts.expire(DEC, 4501, () => {}),
  ];
  for (const change of changes) {
    change();
    expect(seen.has(digest(accounts))).toBe(false);
    seen.add(digest(accounts));
  }
});

test("a person and a participant are not the same account to a digest", () => {
  const [people, participants] = [true, false].map((person) => {
    const room = new Accounts(defaultRoomConfig.margin, 0);
    room.open(1, 100, 0, person);
    return room;
  });
  expect(digest(people)).not.toBe(digest(participants));
});
