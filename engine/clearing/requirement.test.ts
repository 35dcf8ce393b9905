import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { BUY, SELL, type SideNo } from "../units";
import { Accounts } from "./accounts";
import { allBidsFilled, allOffersFilled, type Holding, requirementByTheRule } from "./requirement.oracle";

vi.setConfig({ testTimeout: 60_000 }); // random histories take their time on a busy machine

const lots = fc.integer({ min: 0, max: 30_000 });
const anyHolding: fc.Arbitrary<Holding> = fc.record({
  benchmark: fc.integer({ min: 0, max: 3 }),
  initial: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2 ** 31 })),
  net: fc.integer({ min: -30_000, max: 30_000 }),
  bids: lots,
  offers: lots,
  reducingBids: lots,
  reducingOffers: lots,
  alone: fc.boolean(),
});
const anyHoldings = fc.array(anyHolding, { minLength: 1, maxLength: 12 });
const anySide = fc.constantFrom<SideNo>(BUY, SELL);

/** An account with these holdings, one slot each, and one on the other side of all its positions. */
function accountWith(holdings: readonly Holding[]): { accounts: Accounts; account: number; other: number } {
  const accounts = new Accounts(defaultRoomConfig.margin, 0);
  const other = accounts.open(1, 0, 0, false);
  const account = accounts.open(2, 0, 0, false);
  holdings.forEach(({ benchmark, initial, net, bids, offers, reducingBids, reducingOffers, alone }, slot) => {
    accounts.list(slot, benchmark, 10);
    accounts.setInitial(slot, initial);
    accounts.setAlone(slot, alone);
    if (net > 0) accounts.trade(slot, 1, net, account, other);
    if (net < 0) accounts.trade(slot, 1, -net, other, account);
    accounts.rest(account, slot, BUY, bids);
    accounts.rest(account, slot, SELL, offers);
    accounts.rest(account, slot, BUY, reducingBids, true);
    accounts.rest(account, slot, SELL, reducingOffers, true);
  });
  return { accounts, account, other };
}

test("the requirement is the rule's, to the cent, for any positions and orders (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const { accounts, account } = accountWith(holdings);
      expect(accounts.requirement(account)).toBe(requirementByTheRule(holdings));
      accounts.check();
    }),
  );
});

test("new initial margins and a settlement month that begins change every requirement as the rule has it (7.2, 7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), fc.integer({ min: 0, max: 2 ** 31 }), (holdings, pick, initial) => {
      const { accounts, account } = accountWith(holdings);
      const slot = pick % holdings.length;
      accounts.setInitial(slot, initial);
      const repriced = holdings.map((holding, s) => (s === slot ? { ...holding, initial } : holding));
      expect(accounts.requirement(account)).toBe(requirementByTheRule(repriced));
      accounts.setAlone(slot, !holdings[slot].alone);
      const apart = repriced.map((holding, s) => (s === slot ? { ...holding, alone: !holding.alone } : holding));
      expect(accounts.requirement(account)).toBe(requirementByTheRule(apart));
      accounts.check();
    }),
  );
});

test("asking what an order would require changes nothing and agrees with placing it (7.3, 7.4)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, lots, fc.boolean(), (holdings, pick, side, more, reducing) => {
      const { accounts, account } = accountWith(holdings);
      const slot = pick % holdings.length;
      const before = accounts.requirement(account);
      const asked = accounts.requirementWith(account, slot, side, more, reducing);
      expect(accounts.requirement(account)).toBe(before);
      accounts.rest(account, slot, side, more, reducing);
      expect(accounts.requirement(account)).toBe(asked);
      expect(asked).toBeGreaterThanOrEqual(before); // more orders never require less
      expect(accounts.requirementWith(account, slot, side, -more, reducing)).toBe(before);
    }),
  );
});

test("asking what a spread would require changes nothing and agrees with filling it (2.4, 7.4)", () => {
  fc.assert(
    fc.property(anyHoldings, anyHolding, anyHolding, anySide, lots, (holdings, near, far, side, filled) => {
      const months = [...holdings, near, { ...far, benchmark: near.benchmark }];
      const { accounts, account, other } = accountWith(months);
      const [nearSlot, farSlot] = [holdings.length, holdings.length + 1];
      const before = accounts.requirement(account);
      const asked = accounts.requirementWithSpread(account, nearSlot, farSlot, side, filled);
      expect(accounts.requirement(account)).toBe(before);
      const [buyer, seller] = side === BUY ? [account, other] : [other, account];
      accounts.trade(nearSlot, 1, filled, buyer, seller);
      accounts.trade(farSlot, 1, filled, seller, buyer);
      expect(accounts.requirement(account)).toBe(asked);
    }),
  );
});

test("a spread that is bought back requires what was required before it (2.4, 7.3)", () => {
  const accounts = new Accounts(defaultRoomConfig.margin, 0);
  const [account, other] = [accounts.open(1, 0, 0, true), accounts.open(2, 0, 0, true)];
  for (const [slot, initial] of [8515, 8553].entries()) {
    accounts.list(slot, 0, 10);
    accounts.setInitial(slot, initial);
  }
  accounts.trade(0, 4500, 10, other, account);
  accounts.trade(1, 4520, 10, account, other);
  expect(accounts.requirement(account)).toBe(42_955); // W6, the other way round
  expect(accounts.requirementWithSpread(account, 0, 1, BUY, 10)).toBe(0);
  expect(accounts.requirementWithSpread(account, 0, 1, BUY, 4)).toBe(25_773);
  expect(accounts.requirementWithSpread(account, 0, 1, SELL, 10)).toBe(85_910);
});

test("reduce-only lots count up to the position, on the side that closes it (7.3, 5.3)", () => {
  const accounts = new Accounts(defaultRoomConfig.margin, 0);
  const [account, other] = [accounts.open(1, 0, 0, true), accounts.open(2, 0, 0, true)];
  accounts.list(0, 0, 10);
  accounts.setInitial(0, 100);
  accounts.trade(0, 4500, 10, account, other);
  accounts.rest(account, 0, SELL, 25, true); // a target and a stop of one position, say
  accounts.rest(account, 0, BUY, 7, true); // nothing is short: it counts for nothing
  expect(accounts.requirement(account)).toBe(1000);
  expect(accounts.openLots(account, 0, SELL)).toBe(25);
  expect(accounts.reducingLots(account, 0, SELL)).toBe(25);
  accounts.rest(account, 0, SELL, 3); // plain offers are filled beside them: 10 − 10 − 3
  expect(accounts.openLots(account, 0, SELL)).toBe(28);
  expect(accounts.worstNetOfSlot(account, 0, SELL, 8)).toBe(11);
  expect(accounts.worstNetOfSlot(account, 0, SELL, 8, true)).toBe(10); // more to reduce than is there adds nothing
  expect(accounts.requirementWith(account, 0, SELL, 8)).toBe(1100);
  expect(accounts.requirementWith(account, 0, SELL, 8, true)).toBe(1000);
  accounts.check();
});

test("no fill of a resting order raises the requirement, plain or reduce-only (7.3)", () => {
  let reduced = 0;
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, fc.nat(), fc.boolean(), (holdings, pick, side, part, reducing) => {
      const { accounts, account, other } = accountWith(holdings);
      const slot = pick % holdings.length;
      const net = accounts.net(account, slot);
      const ofReducing = accounts.reducingLots(account, slot, side);
      const toClose = Math.max(0, side === BUY ? -net : net); // 4.2: it shrinks to the position before it fills
      const open = reducing ? Math.min(ofReducing, toClose) : accounts.openLots(account, slot, side) - ofReducing;
      fc.pre(open > 0);
      if (reducing) reduced += 1;
      const filled = 1 + (part % open);
      const before = accounts.requirement(account);
      const worst = accounts.worstNet(account, holdings[slot].benchmark, -1, BUY, 0);
      accounts.trade(slot, 1, filled, ...(side === BUY ? ([account, other] as const) : ([other, account] as const)));
      accounts.rest(account, slot, side, -filled, reducing);
      expect(accounts.requirement(account)).toBeLessThanOrEqual(before);
      expect(accounts.worstNet(account, holdings[slot].benchmark, -1, BUY, 0)).toBeLessThanOrEqual(worst);
      accounts.check();
    }),
    { numRuns: 500 },
  );
  expect(reduced).toBeGreaterThan(50); // reduce-only orders did fill
});

test("exits that grow with their entry's fills raise no requirement (4.2, 7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, fc.nat(), (holdings, pick, side, part) => {
      const { accounts, account, other } = accountWith(holdings);
      const slot = pick % holdings.length;
      const open = accounts.openLots(account, slot, side) - accounts.reducingLots(account, slot, side);
      fc.pre(open > 0);
      const filled = 1 + (part % open);
      const before = accounts.requirement(account);
      accounts.trade(slot, 1, filled, ...(side === BUY ? ([account, other] as const) : ([other, account] as const)));
      accounts.rest(account, slot, side, -filled);
      accounts.rest(account, slot, side === BUY ? SELL : BUY, filled, true);
      expect(accounts.requirement(account)).toBeLessThanOrEqual(before);
    }),
  );
});

test("buying and selling are charged alike: mirrored positions and orders require the same (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const mirrored = holdings.map(({ net, bids, offers, reducingBids, reducingOffers, ...rest }) => ({
        ...rest,
        net: -net,
        bids: offers,
        offers: bids,
        reducingBids: reducingOffers,
        reducingOffers: reducingBids,
      }));
      const [here, there] = [accountWith(holdings), accountWith(mirrored)];
      expect(there.accounts.requirement(there.account)).toBe(here.accounts.requirement(here.account));
    }),
  );
});

test("a spread never costs more than its months apart, and the settlement month gives no credit (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const { accounts, account } = accountWith(holdings);
      const apart = holdings.reduce((sum, _, slot) => sum + accounts.ownRequirement(account, slot), 0);
      expect(accounts.requirement(account)).toBeLessThanOrEqual(apart);
      for (let slot = 0; slot < holdings.length; slot++) accounts.setAlone(slot, true);
      expect(accounts.requirement(account)).toBe(apart);
    }),
  );
});

test("the worst position of a benchmark is the larger of all bids and all offers filled (5.3)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, lots, fc.boolean(), (holdings, pick, side, more, reducing) => {
      const { accounts, account } = accountWith(holdings);
      const slot = pick % holdings.length;
      const { benchmark } = holdings[slot];
      const worst = accounts.worstNet(account, benchmark, slot, side, more, reducing);
      const worstOfSlot = accounts.worstNetOfSlot(account, slot, side, more, reducing);
      accounts.rest(account, slot, side, more, reducing);
      const orders = side === BUY ? (["reducingBids", "bids"] as const) : (["reducingOffers", "offers"] as const);
      const field = orders[reducing ? 0 : 1];
      const after = holdings.map((holding, s) =>
        s === slot ? { ...holding, [field]: holding[field] + more } : holding,
      );
      const sum = (of: (holding: Holding) => number) =>
        after.filter((holding) => holding.benchmark === benchmark).reduce((total, holding) => total + of(holding), 0);
      expect(worst).toBe(Math.max(Math.abs(sum(allBidsFilled)), Math.abs(sum(allOffersFilled))));
      expect(accounts.worstNet(account, benchmark, -1, BUY, 0)).toBe(worst);
      const [bought, sold] = [allBidsFilled(after[slot]), allOffersFilled(after[slot])];
      expect(worstOfSlot).toBe(Math.max(Math.abs(bought), Math.abs(sold)));
      expect(accounts.worstNetOfSlot(account, slot, side, 0)).toBe(worstOfSlot);
    }),
  );
});
