import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { BUY, SELL, type SideNo } from "../units";
import { Accounts } from "./accounts";

vi.setConfig({ testTimeout: 60_000 }); // random histories take their time on a busy machine

const SLOTS = 4;
const TICK = 10; // cents
const ACCOUNTS = 4;

type Action =
  | {
      readonly kind: "trade";
      readonly slot: number;
      readonly price: number;
      readonly lots: number;
      readonly pair: number;
    }
  | {
      readonly kind: "order";
      readonly slot: number;
      readonly account: number;
      readonly side: SideNo;
      readonly lots: number;
    }
  | { readonly kind: "fee"; readonly slot: number; readonly account: number; readonly amount: number }
  | { readonly kind: "transfer"; readonly account: number; readonly amount: number }
  | { readonly kind: "mark"; readonly slot: number; readonly price: number }
  | { readonly kind: "settle"; readonly prices: readonly number[] };

const slot = fc.nat({ max: SLOTS - 1 });
const account = fc.integer({ min: 1, max: ACCOUNTS });
const price = fc.integer({ min: 4000, max: 5000 });
const lots = fc.integer({ min: 1, max: 50 });
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("trade" as const), slot, price, lots, pair: fc.nat({ max: 11 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("order" as const),
      slot,
      account,
      side: fc.constantFrom<SideNo>(BUY, SELL),
      lots,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("fee" as const), slot, account, amount: fc.nat({ max: 500 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("transfer" as const),
      account,
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    }),
  },
  {
    weight: 1, // mostly a few ticks, as between two trades
    arbitrary: fc.record({
      kind: fc.constant("mark" as const),
      slot,
      price: fc.oneof(price, fc.integer({ min: 4480, max: 4520 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("settle" as const),
      prices: fc.array(price, { minLength: SLOTS, maxLength: SLOTS }),
    }),
  },
);
const anyHistory = fc.array(anyAction, { maxLength: 60, size: "max" });

/** A ledger of rich accounts, beside it every trade ever made: what the ledger says must follow from them alone. */
class Histories {
  accounts = new Accounts(defaultRoomConfig.margin, 1_000_000);
  readonly trades: { account: number; slot: number; value: number; lots: number }[] = [];
  readonly fees: { account: number; slot: number; amount: number }[] = [];
  readonly movedIn = Array(ACCOUNTS + 1).fill(0);
  marks = Array(SLOTS).fill(4500);

  constructor() {
    for (let s = 0; s < SLOTS; s++) {
      this.accounts.list(s, s % 2, TICK);
      this.accounts.setInitial(s, 8515);
      this.accounts.setMark(s, 4500);
    }
    for (let a = 1; a <= ACCOUNTS; a++) this.accounts.open(a, 100_000_000, 100_000_000, true);
  }

  do(action: Action): void {
    const { accounts } = this;
    if (action.kind === "trade") {
      const buyer = 1 + (action.pair % ACCOUNTS);
      const seller = 1 + ((buyer + Math.floor(action.pair / ACCOUNTS)) % ACCOUNTS);
      accounts.trade(action.slot, action.price, action.lots, buyer, seller);
      const value = action.price * action.lots;
      this.trades.push({ account: buyer, slot: action.slot, value, lots: action.lots });
      this.trades.push({ account: seller, slot: action.slot, value: -value, lots: -action.lots });
    } else if (action.kind === "order") {
      accounts.rest(action.account, action.slot, action.side, action.lots);
    } else if (action.kind === "fee") {
      this.fees.push({ ...action, amount: accounts.chargeFee(action.account, action.slot, action.amount) });
    } else if (action.kind === "transfer") {
      const amount = Math.max(action.amount, -accounts.transferable(action.account));
      accounts.transfer(action.account, amount);
      this.movedIn[action.account] += amount;
    } else if (action.kind === "mark") {
      this.marks[action.slot] = action.price;
      accounts.setMark(action.slot, action.price);
    } else {
      accounts.beginSettlement();
      action.prices.forEach((settlement, s) => {
        this.marks[s] = settlement;
        accounts.setMark(s, settlement);
        accounts.payVariation(s, settlement, () => {});
      });
    }
  }

  sum(rows: readonly { account: number; slot: number }[], a: number, of: (row: never) => number, s?: number): number {
    return rows
      .filter((row) => row.account === a && (s === undefined || row.slot === s))
      .reduce((total, row) => total + of(row as never), 0);
  }

  /** Σ signed lots, and what marking every trade ever made to today's mark has earned. */
  net = (a: number, s: number) => this.sum(this.trades, a, (row: { lots: number }) => row.lots, s);
  earned = (a: number, s: number) =>
    (this.marks[s] * this.net(a, s) - this.sum(this.trades, a, (row: { value: number }) => row.value, s)) * TICK;
  paidFees = (a: number) => this.sum(this.fees, a, (row: { amount: number }) => row.amount);
}

const slots = Array.from({ length: SLOTS }, (_, s) => s);
const everybody = Array.from({ length: ACCOUNTS }, (_, i) => i + 1);

const digest = (accounts: Accounts): string => {
  const hash = new Hash();
  accounts.hashInto(hash);
  return hash.hex();
};

const played = (actions: readonly Action[]): Histories => {
  const histories = new Histories();
  for (const action of actions) {
    histories.do(action);
    histories.accounts.check();
  }
  return histories;
};

test("cents are conserved, every long has a short, and what buyers paid sellers received, after every step (6.2, 7.7)", () => {
  fc.assert(
    fc.property(anyHistory, (actions) => {
      const { accounts } = played(actions);
      expect(accounts.totalCash()).toBe(1_000_000 + ACCOUNTS * 200_000_000);
      for (const s of slots) {
        expect(everybody.reduce((sum, a) => sum + accounts.net(a, s), 0)).toBe(0);
        expect(everybody.reduce((sum, a) => sum + accounts.basis(a, s), 0)).toBe(0);
      }
    }),
  );
});

test("equity is the deposit, less fees, plus every trade ever made marked to now, however it was settled between (6.2, 7.1)", () => {
  fc.assert(
    fc.property(anyHistory, (actions) => {
      const histories = played(actions);
      for (const a of everybody) {
        const earned = slots.reduce((sum, s) => sum + histories.earned(a, s), 0);
        const expected = 100_000_000 + histories.movedIn[a] - histories.paidFees(a) + earned;
        expect(histories.accounts.equity(a)).toBe(expected);
        expect(histories.accounts.bankCash(a)).toBe(100_000_000 - histories.movedIn[a]);
      }
    }),
  );
});

test("an order is admitted exactly if it stays within 5.3 and equity covers 7.4, whatever happened since the last one", () => {
  let [admitted, refused] = [0, 0];
  const anyOrder = fc.record({
    a: account,
    slot,
    side: fc.constantFrom<SideNo>(BUY, SELL),
    lots: fc.integer({ min: 1, max: 500 }),
    limit: fc.constantFrom(100, 400, 1_000_000),
    monthLimit: fc.constantFrom(100, Number.POSITIVE_INFINITY),
    short: fc.integer({ min: -2, max: 2 }), // cents from what it can just afford
    asked: fc.boolean(),
  });
  fc.assert(
    fc.property(anyHistory, fc.array(anyOrder, { maxLength: 60, size: "max" }), (actions, orders) => {
      const histories = new Histories();
      const { accounts } = histories;
      for (const [n, action] of actions.entries()) {
        histories.do(action);
        const order = orders[n];
        if (!order?.asked) continue; // what was found before grows old
        const { a, slot, side, lots, limit, monthLimit } = order;
        const required = accounts.requirementWith(a, slot, side, lots);
        const cost = accounts.equity(a) - required + order.short;
        const within =
          accounts.worstNet(a, slot % 2, slot, side, lots) <= limit &&
          accounts.worstNetOfSlot(a, slot, side, lots) <= monthLimit;
        for (const asked of [cost, 0, cost - 5_000_000]) {
          const expected = within && accounts.equity(a) >= required + asked;
          expect(accounts.admits(a, slot, side, lots, asked, limit, monthLimit)).toBe(expected);
          if (expected) admitted += 1;
          else refused += 1;
        }
        if (accounts.admits(a, slot, side, lots, 0, limit, monthLimit)) accounts.rest(a, slot, side, lots);
        accounts.check();
      }
    }),
    { numRuns: 200 },
  );
  expect(admitted).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(1000);
});

test("a trade with a resting order is the trade, and its lots are no longer open", () => {
  fc.assert(
    fc.property(
      anyHistory,
      slot,
      price,
      lots,
      fc.nat({ max: 11 }),
      fc.constantFrom<SideNo>(BUY, SELL),
      fc.boolean(),
      (actions, s, at, size, pair, makerSide, reducing) => {
        const [one, other] = [played(actions).accounts, played(actions).accounts];
        const maker = 1 + (pair % ACCOUNTS);
        const taker = 1 + ((maker + Math.floor(pair / ACCOUNTS)) % ACCOUNTS);
        for (const accounts of [one, other]) accounts.rest(maker, s, makerSide, size + 1, reducing);
        one.tradeWith(s, at, size, maker, makerSide, reducing, taker);
        other.trade(s, at, size, makerSide === BUY ? maker : taker, makerSide === BUY ? taker : maker);
        other.rest(maker, s, makerSide, -size, reducing);
        expect(digest(one)).toBe(digest(other));
        one.check();
      },
    ),
    { numRuns: 50 },
  );
});

test("realised and unrealised P&L by entry cost add up to what the trades earned (6.4)", () => {
  fc.assert(
    fc.property(anyHistory, (actions) => {
      const histories = played(actions);
      const { accounts, marks } = histories;
      for (const a of everybody) {
        for (const s of slots) {
          const unrealised = (marks[s] * accounts.net(a, s) - accounts.cost(a, s)) * TICK;
          expect(accounts.realised(a, s) + unrealised).toBe(histories.earned(a, s));
        }
      }
    }),
  );
});

test("settling twice at the same prices pays nothing (6.2)", () => {
  fc.assert(
    fc.property(anyHistory, fc.array(price, { minLength: SLOTS, maxLength: SLOTS }), (actions, prices) => {
      const { accounts } = played([...actions, { kind: "settle", prices }]);
      const before = everybody.map((a) => accounts.marginCash(a));
      for (const s of slots) accounts.payVariation(s, prices[s], (_, amount) => expect(amount).toBe(0));
      expect(everybody.map((a) => accounts.marginCash(a))).toEqual(before);
      for (const a of everybody) expect(accounts.equity(a)).toBe(accounts.marginCash(a));
    }),
  );
});

test("buying and selling are mirror images: with all sides changed, gains become losses and requirements stay (6, 7.3)", () => {
  fc.assert(
    fc.property(anyHistory, (actions) => {
      const cashless = actions.filter(({ kind }) => kind !== "transfer" && kind !== "fee");
      const here = played(cashless);
      const there = new Histories();
      for (const action of cashless) {
        if (action.kind === "trade") {
          const buyer = 1 + (action.pair % ACCOUNTS);
          const seller = 1 + ((buyer + Math.floor(action.pair / ACCOUNTS)) % ACCOUNTS);
          there.accounts.trade(action.slot, action.price, action.lots, seller, buyer);
        } else if (action.kind === "order") {
          there.do({ ...action, side: action.side === BUY ? SELL : BUY });
        } else there.do(action);
      }
      for (const a of everybody) {
        expect(there.accounts.equity(a) - 100_000_000).toBe(100_000_000 - here.accounts.equity(a));
        expect(there.accounts.requirement(a)).toBe(here.accounts.requirement(a));
        for (const s of slots) {
          expect(there.accounts.realised(a, s) + here.accounts.realised(a, s)).toBe(0);
          expect(there.accounts.cost(a, s) + here.accounts.cost(a, s)).toBe(0);
        }
      }
    }),
  );
});

test("a ledger restored at any moment lives on as the original does (digest after every step)", () => {
  fc.assert(
    fc.property(anyHistory, anyHistory, (past, future) => {
      const original = played(past);
      const restored = played(past);
      restored.accounts = Accounts.restore(
        defaultRoomConfig.margin,
        JSON.parse(JSON.stringify(original.accounts.snapshot())),
      );
      expect(digest(restored.accounts)).toBe(digest(original.accounts));
      for (const action of future) {
        original.do(action);
        restored.do(action);
        expect(digest(restored.accounts)).toBe(digest(original.accounts));
      }
      restored.accounts.check();
    }),
    { numRuns: 50 },
  );
});
