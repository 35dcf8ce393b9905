import { describe, expect, test } from "vitest";
import type { BracketExits, OrderDraft } from "@/engine/commands";
import type { AccountNo, OrderId } from "@/engine/units";
import { OCT, Venue } from "@/tests/rules/venue";

/** What the random histories have found, each as short as it became and named by the rule it broke. */

const terms = { contract: OCT, timeInForce: "gtc", postOnly: false, selfTrade: "newest", type: "limit" } as const;
type Asked = Partial<Omit<OrderDraft, "price" | "lots" | "stop">> & { lots: number; price?: number; stop?: object };

const draft = (side: "buy" | "sell", asked: Asked) => ({ ...terms, side, ...asked }) as unknown as OrderDraft;

class Told extends Venue {
  bracket(account: AccountNo, order: OrderDraft, exits: object): void {
    this.send({ kind: "place-order", account, order, exits: exits as BracketExits });
  }

  oco(account: AccountNo, ...orders: [OrderDraft, OrderDraft]): void {
    this.send({ kind: "place-oco", account, orders });
  }

  seen(account: AccountNo, id: number) {
    const { status, cancelReason, lots, filled } = this.order_(account, id as OrderId);
    return { status, cancelReason, open: status === "open" ? lots - filled : 0, filled };
  }
}

describe("4.2 stops", () => {
  test("a stop-limit whose limit was replaced while it waited enters at the new one", () => {
    const venue = new Told();
    const [ann, ben] = venue.people(2);
    const stop = venue.place(ann, draft("buy", { lots: 1, price: 4_500, stop: { source: "last", price: 4_500 } }));
    venue.replace(ann, stop, { price: 4_501 });
    venue.trade(ben, ann, 1, 4_500, OCT);
    expect(venue.room.depth(OCT, 1)?.bids).toEqual([[4_501, 1, 1]]);
  });

  test("a stop that came through its trigger in a halt fires when the halt ends, though nothing trades then", () => {
    const venue = new Told();
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 1, 4_500, OCT);
    venue.send({ kind: "halt", contract: OCT });
    venue.place(cid, draft("buy", { lots: 2, price: 4_500, stop: { source: "last", price: 4_499 } }));
    expect(venue.room.depth(OCT, 1)?.bids).toEqual([]);
    venue.send({ kind: "resume", contract: OCT });
    expect(venue.room.depth(OCT, 1)?.bids).toEqual([[4_500, 2, 1]]);
  });
});

describe("4.2 brackets", () => {
  test("exits of two brackets filled in one sweep line up in the order of the fills", () => {
    const venue = new Told();
    const [ann, ben, cid] = venue.people(3);
    venue.bracket(ben, draft("buy", { lots: 2, price: 4_497 }), { target: { price: 4_502 } });
    venue.bracket(ben, draft("buy", { lots: 1, price: 4_498 }), { target: { price: 4_502 } });
    venue.sell(cid, 3, 4_495, {}, OCT);
    venue.buy(ann, 1, 4_502, {}, OCT);
    expect([venue.seen(ben, 2).filled, venue.seen(ben, 4).filled]).toEqual([0, 1]);
  });

  test("what a target fills as it grows leaves its stop, also beside another position", () => {
    const venue = new Told();
    const [ann, ben, cid] = venue.people(3);
    venue.trade(ann, ben, 10, 4_497, OCT);
    venue.sell(cid, 5, 4_498, {}, OCT);
    venue.buy(ann, 5, 4_496, {}, OCT);
    const exits = { target: { price: 4_499 }, stop: { source: "last", price: 4_506 } };
    venue.bracket(ben, draft("sell", { type: "market", lots: 5 }), exits);
    expect(venue.seen(ben, 6)).toMatchObject({ status: "filled", filled: 5 });
    expect(venue.seen(ben, 7)).toMatchObject({ status: "cancelled", cancelReason: "sibling" });
    expect(venue.position(ben, OCT)).toBe(-10);
  });

  test("an exit that meets its own entry ends it in mode oldest, and the other exit still waits", () => {
    const venue = new Told();
    const [ann, ben] = venue.people(2);
    const exits = { target: { price: 4_499 }, stop: { source: "last", price: 4_501 } };
    venue.bracket(ann, draft("sell", { lots: 1, price: 4_500, selfTrade: "oldest" }), exits);
    venue.replace(ann, venue.order_(ann, 1 as OrderId), { lots: 2, price: 4_499 });
    venue.buy(ben, 1, 4_500, {}, OCT);
    expect(venue.seen(ann, 1)).toMatchObject({ status: "cancelled", cancelReason: "self-trade", filled: 1 });
    expect([venue.seen(ann, 2).open, venue.seen(ann, 3).open]).toEqual([1, 1]);
  });
});

describe("4.2 OCO", () => {
  test("an order goes on when its fills have shrunk its sibling away", () => {
    const venue = new Told();
    const [ann, ben] = venue.people(2);
    venue.oco(
      ann,
      draft("sell", { lots: 5, price: 4_510 }),
      draft("sell", { type: "market", lots: 5, stop: { source: "last", price: 4_490 } }),
    );
    venue.buy(ann, 4, 4_510, { selfTrade: "decrement" }, OCT); // leaves the first one lot, the second five
    venue.buy(ben, 3, 4_489, {}, OCT);
    venue.trade(ben, ann, 1, 4_490, OCT);
    expect(venue.seen(ann, 1)).toMatchObject({ status: "cancelled", cancelReason: "sibling" });
    expect(venue.seen(ann, 2)).toMatchObject({ filled: 3, cancelReason: "market-protection" });
  });

  test.each(["both", "decrement"] as const)("siblings that meet in an auction both end, mode %s", (selfTrade) => {
    const venue = new Told();
    const [ann] = venue.people(1);
    venue.send({ kind: "halt", contract: OCT });
    venue.oco(
      ann,
      draft("buy", { lots: 1, price: 4_501, selfTrade }),
      draft("sell", { lots: 1, price: 4_499, selfTrade }),
    );
    venue.send({ kind: "resume", contract: OCT });
    expect([venue.seen(ann, 1).status, venue.seen(ann, 2).status]).toEqual(["cancelled", "cancelled"]);
  });
});

test("7.3 a spread is measured by the positions it would leave, and reduce-only lots by those", () => {
  const venue = new Told();
  const [ann, ben] = venue.people(2);
  const nov = "PREM-NOV26";
  venue.trade(ben, ann, 2, 4_500, nov);
  venue.place(ben, draft("sell", { contract: nov, lots: 2, price: 4_510, reduceOnly: true }));
  const spread = { near: OCT, far: nov, side: "buy", lots: 400, price: 0 } as never;
  const outcome = venue.send({ kind: "place-spread", account: ben, spread });
  // Long 400 in the settlement month, alone; short 398 in the next, and nothing left for reduce-only to sell.
  const required = 400 * 8_515 + 398 * 8_515;
  expect(outcome).toMatchObject({ order: { refusal: { reason: "insufficient-margin", required } } });
});
