import { expect, test } from "vitest";
import { exampleOrder, exampleSnapshot } from "../live/snapshot.example";
import { ladderOf } from "./rungs";

const book = exampleSnapshot().books[0];
const order = exampleOrder;

test("bars are measured against the deepest level on either side", () => {
  const { bids, asks } = ladderOf(book, [], 12);
  expect(bids.map(({ bar }) => bar)).toEqual([24, 100]);
  expect(asks.map(({ bar }) => bar)).toEqual([18, 27]);
});

test("a level shows one's own open lots there and the place of the first of them in the queue", () => {
  const own = [order({ queueAhead: 62, filledLots: 10 }), order({ id: "2", lots: 5, queueAhead: 100 })];
  expect(ladderOf(book, own, 12).bids[1]).toMatchObject({ price: "4.630", mine: 35, ahead: 62 });
});

test("another contract's order at the same price is not shown, nor one on the other side", () => {
  const own = [order({ symbol: "PREM-MAR27" }), order({ side: "sell" })];
  expect(ladderOf(book, own, 12).bids[1]).toMatchObject({ mine: 0, ahead: null });
});

test("no book yet is an empty ladder", () => {
  expect(ladderOf(undefined, [], 12)).toEqual({ asks: [], bids: [] });
});
