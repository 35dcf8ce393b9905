import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { BUY, SELL, type SideNo } from "../units";
import { Accounts } from "./accounts";
import { type Holding, requirementByTheRule } from "./requirement.oracle";

vi.setConfig({ testTimeout: 60_000 }); // random histories take their time on a busy machine

const lots = fc.integer({ min: 0, max: 30_000 });
const anyHolding: fc.Arbitrary<Holding> = fc.record({
  benchmark: fc.integer({ min: 0, max: 3 }),
  initial: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2 ** 31 })),
  net: fc.integer({ min: -30_000, max: 30_000 }),
  bids: lots,
  offers: lots,
  alone: fc.boolean(),
});
const anyHoldings = fc.array(anyHolding, { minLength: 1, maxLength: 12 });
const anySide = fc.constantFrom<SideNo>(BUY, SELL);

/** An account with these holdings, one slot each, and one on the other side of all its positions. */
function accountWith(holdings: readonly Holding[]): { accounts: Accounts; account: number; other: number } {
  const accounts = new Accounts(defaultRoomConfig.margin, 0);
  const other = accounts.open(1, 0, 0, false);
  const account = accounts.open(2, 0, 0, false);
  holdings.forEach(({ benchmark, initial, net, bids, offers, alone }, slot) => {
    accounts.list(slot, benchmark, 10);
    accounts.setInitial(slot, initial);
    accounts.setAlone(slot, alone);
    if (net > 0) accounts.trade(slot, 1, net, account, other);
    if (net < 0) accounts.trade(slot, 1, -net, other, account);
    accounts.rest(account, slot, BUY, bids);
    accounts.rest(account, slot, SELL, offers);
  });
  return { accounts, account, other };
}

test("the requirement is the rule's, to the cent, for any positions and orders (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const { accounts, account } = accountWith(holdings);
      expect(accounts.requirement(account)).toBe(requirementByTheRule(holdings));
    }),
  );
});

test("asking what an order would require changes nothing and agrees with placing it (7.3, 7.4)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, lots, (holdings, pick, side, more) => {
      const { accounts, account } = accountWith(holdings);
      const slot = pick % holdings.length;
      const before = accounts.requirement(account);
      const asked = accounts.requirementWith(account, slot, side, more);
      expect(accounts.requirement(account)).toBe(before);
      accounts.rest(account, slot, side, more);
      expect(accounts.requirement(account)).toBe(asked);
      expect(asked).toBeGreaterThanOrEqual(before); // more orders never require less
      expect(accounts.requirementWith(account, slot, side, -more)).toBe(before);
    }),
  );
});

test("no fill of a resting order raises the requirement (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, fc.nat(), anySide, fc.nat(), (holdings, pick, side, part) => {
      const { accounts, account, other } = accountWith(holdings);
      const slot = pick % holdings.length;
      const open = accounts.openLots(account, slot, side);
      fc.pre(open > 0);
      const filled = 1 + (part % open);
      const before = accounts.requirement(account);
      accounts.trade(slot, 1, filled, ...(side === BUY ? ([account, other] as const) : ([other, account] as const)));
      accounts.rest(account, slot, side, -filled);
      expect(accounts.requirement(account)).toBeLessThanOrEqual(before);
      accounts.check();
    }),
  );
});

test("buying and selling are charged alike: mirrored positions and orders require the same (7.3)", () => {
  fc.assert(
    fc.property(anyHoldings, (holdings) => {
      const mirrored = holdings.map(({ net, bids, offers, ...rest }) => ({
        ...rest,
        net: -net,
        bids: offers,
        offers: bids,
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
    fc.property(anyHoldings, fc.nat(), anySide, lots, (holdings, pick, side, more) => {
      const { accounts, account } = accountWith(holdings);
      const slot = pick % holdings.length;
      const { benchmark } = holdings[slot];
      const worst = accounts.worstNet(account, benchmark, slot, side, more);
      accounts.rest(account, slot, side, more);
      expect(accounts.worstNet(account, benchmark, -1, BUY, 0)).toBe(worst);
      const sum = (of: (holding: Holding) => number) =>
        holdings
          .filter((holding) => holding.benchmark === benchmark)
          .reduce((total, holding) => total + of(holding), 0);
      const bought = sum((holding) => holding.net + holding.bids) + (side === BUY ? more : 0);
      const sold = sum((holding) => holding.net - holding.offers) - (side === SELL ? more : 0);
      expect(worst).toBe(Math.max(Math.abs(bought), Math.abs(sold)));
    }),
  );
});
