import { cases } from "./notation/cases";

cases(
  "4.2: one cancels the other",
  `
4.2 OCO: each shrinks by what the other fills, and keeps its place ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 @ 4.480 as B → rests 5
  eve: buy 3 @ 4.480
  cid: sell 2 @ 4.490
  A: filled 2, rests 3
  B: rests 3, ahead 0
  book: bids 3 @ 4.490, 6 @ 4.480

4.2 OCO: the one that fills whole ends the other ⇄
  ann: oco buy 5 @ 4.490 as A; sell 5 @ 4.510 as B
  cid: buy 5 @ 4.510
  B: filled 5
  A: cancelled sibling
  book: bids none | asks none

4.2 OCO: both in one sweep trade no more than the one ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 @ 4.480 as B
  eve: buy 5 @ 4.480
  cid: sell 9 @ 4.480 → filled 9
  A: filled 5
  B: cancelled sibling
  eve: long 4
  ann: long 5

4.2 OCO: a part in the first, the rest in the second within one sweep ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 @ 4.480 as B
  cid: sell 3 @ 4.490
  ann: replace A price 4.470
  dot: sell 9 @ 4.470 → filled 2, rests 7
  B: filled 2
  A: filled 3, cancelled sibling

4.2 OCO: cancelling one ends the other ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 at market stop 4.520 as B
  ann: cancel A → cancelled by-owner
  B: cancelled sibling
  ann: oco buy 5 @ 4.490 as C; buy 5 at market stop 4.520 as D
  ann: cancel D → cancelled by-owner
  C: cancelled sibling
  book: bids none

4.2 OCO: one that ends at 15:00 ends the other ⇄
  ann: oco buy 5 @ 4.490 day as A; buy 5 at market stop 4.520 as B
  at 15:00
  A: cancelled day-end
  B: cancelled sibling

4.2 OCO of a limit and a stop: the stop fires, what it fills the limit has no more ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 at market stop 4.520 as B
  cid: sell 3 @ 4.530
  gus buys 1 @ 4.520 with hal
  B: filled 3, cancelled market-protection
  A: cancelled sibling     # the one that ends ends the other
  ann: long 3

4.2 OCO: the first trades as it enters, the second enters with what is left, or not at all ⇄
  cid: sell 2 @ 4.490
  ann: oco buy 5 @ 4.490 as A; buy 5 @ 4.480 as B → filled 2, rests 3
  B: rests 3
  cid: sell 9 @ 4.495
  ann: oco buy 5 @ 4.495 as C; buy 5 @ 4.480 as D → filled 5
  D: cancelled sibling

4.2 OCO: a stop at or through its trigger fires at once ⇄
  gus buys 1 @ 4.520 with hal
  cid: sell 9 @ 4.530
  ann: oco buy 5 @ 4.490 as A; buy 5 at market stop 4.510 as B
  B: filled 5
  A: cancelled sibling

4.2 OCO: both enter or none, and margin must do for both
  given initial $100.00
  given everyone $1000.00 in margin, $0.00 at the bank
  given no fees
  ann: oco buy 6 @ 4.490; buy 6 @ 4.480 → refused insufficient-margin required $1200.00 free $400.00
  ann: open orders 0
  ann: oco buy 5 @ 4.490; buy 5 @ 4.980 → refused outside-limits
  ann: open orders 0
  ann: oco buy 5 @ 4.490; buy 5 @ 4.480 → rests 5
  ann: requirement $1000.00

4.2 OCO: of one month and one size, of orders that can wait ⇄
  ann: oco buy 5 @ 4.490; buy 5 JAN @ 4.490 → refused order-terms field contract
  ann: oco buy 5 @ 4.490; buy 6 @ 4.490 → refused order-terms field lots
  ann: oco buy 5 at market; buy 5 @ 4.490 → refused order-terms field market
  ann: oco buy 5 @ 4.490; buy 5 @ 4.490 ioc → refused order-terms field time-in-force
  ann: open orders 0

4.2 and 4.5 OCO: two orders that would trade with each other end together ⇄
  ann: oco buy 5 @ 4.500 as A; sell 5 @ 4.500 as B
  B: cancelled self-trade
  A: cancelled sibling
  trades: none

4.2 OCO of icebergs: hidden lots go first ⇄
  ann: oco buy 9 @ 4.490 showing 3 as A; buy 9 @ 4.480 showing 3 as B
  cid: sell 5 @ 4.490
  A: filled 5, rests 4
  B: rests 4
  book: bids 1 @ 4.490, 3 @ 4.480
  cid: sell 3 @ 4.490
  book: bids 1 @ 4.490, 1 @ 4.480

4.2 OCO of reduce-only orders: they leave neither more nor less than the position ⇄
  ann buys 10 @ 4.500 with hal
  ann: oco sell 10 @ 4.520 reduce-only as A; sell 10 at market reduce-only stop 4.480 as B
  gus: buy 4 @ 4.520
  A: filled 4, rests 6
  B: waits 6
  cid: buy 10 @ 4.475
  gus buys 1 @ 4.480 with hal
  B: filled 6
  A: filled 4, cancelled sibling
  ann: flat

4.4 OCO: prices can be replaced, lots cannot ⇄
  ann: oco buy 5 @ 4.490 as A; buy 5 at market stop 4.520 as B
  ann: replace A price 4.485 → rests 5 @ 4.485
  ann: replace B stop 4.530 → waits 5 at 4.530
  ann: replace A to 4 lots → refused order-terms field lots
`,
);
