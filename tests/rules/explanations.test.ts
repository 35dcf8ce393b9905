import { describe, expect, test } from "vitest";
import type { OrderDraft } from "@/engine/commands";
import type { OrderReport } from "@/engine/views";
import { RetoldVenue } from "./retold";
import { DEC } from "./venue";

const NOV = "PREM-NOV26";
const draft = (terms: Record<string, unknown>): OrderDraft =>
  ({ contract: DEC, type: "limit", timeInForce: "gtc", postOnly: false, selfTrade: "newest", ...terms }) as OrderDraft;

/** PREM from 4.500: initial margin $85.15 a lot (W1), a tick is 10 cents a lot. */
describe("a fill explains itself", () => {
  test("a maker's: the queue it joined, what of it traded and left, and the order that reached it", () => {
    const venue = new RetoldVenue();
    const [first, maker, buyer, bidder] = venue.people(4);
    venue.buy(bidder, 1, 4500);
    const ahead = venue.sell(first, 5, 4510);
    venue.sell(maker, 3, 4510);
    venue.buy(buyer, 4, 4510);
    venue.cancel(first, ahead.id);
    venue.wait(30);
    venue.buy(buyer, 3, 4512);

    const told = venue.lastFill(maker);
    expect(told.entry).toMatchObject({ how: "placed", price: 4510, lots: 3, before: { bid: 4500, ask: 4510 } });
    expect(told.queue).toMatchObject({ ahead: 5, traded: 4, left: 1, tranche: false });
    expect(told.sweep).toMatchObject({ aggressor: "buy", own: false, before: { bid: 4500, ask: 4510, mark: 4510 } });
    expect(told.sweep?.levels).toEqual([{ price: 4510, lots: 3, own: 3 }]);
    expect(told.overMid).toBe(10); // sold at 4.510, the middle was 4.505
    expect(told.fee).toEqual({ perLot: 1, due: 3, charged: 3 });
    expect(told.net).toEqual({ before: 0, after: -3 });
    // 7.3: no fill of a resting order raises the requirement, 3 × $85.15; only the fee leaves.
    expect(told.before).toEqual({ equity: 5_000_000, requirement: 25_545, free: 4_974_455 });
    expect(told.after).toEqual({ equity: 4_999_997, requirement: 25_545, free: 4_974_452 });
  });

  test("a taker's over three levels: every level of the same sweep, with the fill marked, and what it cost against the middle", () => {
    const venue = new RetoldVenue();
    const [seller, taker, bidder] = venue.people(3);
    venue.buy(bidder, 1, 4498);
    venue.sell(seller, 2, 4502);
    venue.sell(seller, 3, 4504);
    venue.sell(seller, 9, 4505);
    venue.market(taker, "buy", 7);

    const second = venue.lastFill(taker, 1);
    expect(second.sweep?.levels).toEqual([
      { price: 4502, lots: 2, own: 0 },
      { price: 4504, lots: 3, own: 3 },
      { price: 4505, lots: 2, own: 0 },
    ]);
    expect(second.entry).toMatchObject({ how: "placed", lots: 7, price: 4592 }); // 2 % from the ask, inward (4.3)
    expect(second.queue).toBeNull();
    expect(second.overMid).toBe(-8); // 4 ticks above 4.500
    expect(second.fee).toEqual({ perLot: 5, due: 15, charged: 15 });
    expect(second.net).toEqual({ before: 2, after: 5 });
    // Mark 4.500 until the order is done: 2 lots 2 ticks and 3 lots 4 ticks above it, 5 cents a lot.
    expect(second.before).toEqual({ equity: 4_999_950, requirement: 17_030, free: 4_982_920 });
    expect(second.after).toEqual({ equity: 4_999_815, requirement: 42_575, free: 4_957_240 });
  });

  test("levels of another account's sweep show what it traded before and after", () => {
    const venue = new RetoldVenue();
    const [one, two, three, taker] = venue.people(4);
    venue.buy(one, 1, 4499);
    venue.buy(two, 2, 4498);
    venue.buy(three, 3, 4498);
    venue.sell(taker, 5, 4498);
    const told = venue.lastFill(two);
    expect(told.sweep?.levels).toEqual([
      { price: 4499, lots: 1, own: 0 },
      { price: 4498, lots: 4, own: 2 },
    ]);
    expect(told.sweep?.own).toBe(false);
    expect(told.overMid).toBeNull(); // no ask, no middle
  });

  test("a stop's: its trigger, and the trade that reached it", () => {
    const venue = new RetoldVenue();
    const [holder, seller, bidder] = venue.people(3);
    venue.trade(holder, seller, 5, 4500);
    const stop = { source: "last", price: 4490 };
    venue.place(holder, draft({ side: "sell", type: "market", lots: 5, stop, reduceOnly: true }));
    venue.buy(bidder, 2, 4489);
    venue.buy(bidder, 9, 4485);
    venue.wait(60);
    venue.sell(seller, 2, 4489);

    const told = venue.lastFill(holder);
    const reaching = venue.of("trade").find(({ price }) => price === 4489);
    expect(told.trigger).toEqual({
      source: "last",
      price: 4490,
      trail: null,
      reached: 4489,
      at: reaching?.at,
      trade: reaching?.seq,
    });
    expect(told.entry).toMatchObject({ how: "stop", at: reaching?.at, lots: 5, before: { bid: 4485, ask: null } });
    expect(told.fill).toMatchObject({ price: 4485, lots: 5, liquidity: "taker" });
    expect(told.net).toEqual({ before: 5, after: 0 });
    expect(told.after.requirement).toBe(0);
  });

  test("in an auction: the one price, what traded at it and what was left over", () => {
    const venue = new RetoldVenue();
    const [early, late, seller] = venue.people(3);
    venue.at(8, 55);
    venue.buy(early, 4, 4508);
    venue.buy(late, 5, 4504);
    venue.sell(seller, 6, 4500);
    venue.at(9, 1);

    // 6 lots at any price from 4.500 to 4.504, 3 bids left over; the nearest to the settlement 4.500 is it.
    const told = venue.lastFill(late);
    expect(told.auction).toEqual({ price: 4500, lots: 6, surplus: 3, side: "buy" });
    expect(told.fill).toMatchObject({ price: 4500, lots: 2, liquidity: "auction" });
    expect(told).toMatchObject({ sweep: null, queue: null, overMid: null, fee: { perLot: 1, due: 2, charged: 2 } });
    expect(told.before.requirement).toBe(told.after.requirement);
  });

  test("what an auction left queues behind what is there, and is told so when it trades", () => {
    const venue = new RetoldVenue();
    const [early, late, seller] = venue.people(3);
    venue.at(8, 55);
    venue.buy(early, 4, 4500);
    venue.buy(late, 5, 4500);
    venue.sell(seller, 1, 4500);
    venue.at(9, 1);
    venue.sell(seller, 6, 4500);
    expect(venue.lastFill(late).queue).toMatchObject({ ahead: 3, traded: 3, left: 0 });
  });

  test("a leg of a spread: the pair it traded in, with the account before and after both legs", () => {
    const venue = new RetoldVenue();
    const [trader, seller, bidder] = venue.people(3);
    venue.sell(seller, 4, 4505, {}, NOV);
    venue.buy(bidder, 3, 4496, {}, DEC);
    venue.buy(bidder, 9, 4495, {}, DEC);
    venue.send({
      kind: "place-spread",
      account: trader,
      spread: { near: NOV, far: DEC, side: "buy", lots: 4, price: 10 } as never,
    });

    const farOfFirst = venue.lastFill(trader, 2);
    expect(farOfFirst.fill).toMatchObject({ contract: DEC, side: "sell", price: 4496, lots: 3 });
    expect(farOfFirst.spread).toMatchObject({
      near: NOV,
      far: DEC,
      side: "buy",
      limit: 10,
      nearPrice: 4505,
      farPrice: 4496,
    });
    expect(farOfFirst.sweep?.levels).toEqual([
      { price: 4496, lots: 3, own: 3 },
      { price: 4495, lots: 1, own: 0 },
    ]);
    const nearOfFirst = venue.lastFill(trader, 3);
    expect(nearOfFirst.before).toEqual({ equity: 5_000_000, requirement: 0, free: 5_000_000 });
    expect(nearOfFirst.after).toEqual(farOfFirst.after);
    // Three long and three short of $85.15: a quarter of 6 × $85.15, rounded up (7.3).
    expect(farOfFirst.after.requirement).toBe(12_773);
    expect(farOfFirst.net).toEqual({ before: 0, after: -3 });
  });

  test("an iceberg's later tranche queues anew", () => {
    const venue = new RetoldVenue();
    const [iceberg, other, taker] = venue.people(3);
    venue.place(iceberg, draft({ side: "sell", lots: 6, price: 4510, display: 3 }));
    venue.sell(other, 5, 4510);
    venue.buy(taker, 3, 4510);
    venue.wait(10);
    venue.buy(taker, 7, 4510);
    expect(venue.lastFill(iceberg, 1).queue).toMatchObject({ ahead: 0, traded: 0, left: 0, tranche: false });
    expect(venue.lastFill(iceberg).queue).toMatchObject({ ahead: 5, traded: 5, left: 0, tranche: true });
  });

  test("a replace that only takes lots out keeps the place and its story; another queues anew", () => {
    const venue = new RetoldVenue();
    const [first, maker, taker] = venue.people(3);
    venue.sell(first, 4, 4510);
    const order: OrderReport = venue.sell(maker, 6, 4510);
    venue.buy(taker, 1, 4510);
    venue.replace(maker, order, { lots: 5 });
    venue.buy(taker, 4, 4510);
    expect(venue.lastFill(maker)).toMatchObject({ queue: { ahead: 4, traded: 4, left: 0 }, entry: { how: "placed" } });
    venue.sell(first, 2, 4511);
    venue.replace(maker, order, { price: 4511 });
    venue.buy(taker, 3, 4511);
    expect(venue.lastFill(maker)).toMatchObject({
      queue: { ahead: 2, traded: 2, left: 0 },
      entry: { how: "replaced", price: 4511, lots: 4 },
    });
  });
});
