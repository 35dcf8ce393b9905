import { cases } from "./notation/cases";

cases(
  "4.2: reduce-only orders",
  `
4.2 Reduce-only without a position to reduce is refused, with its net ⇄
  ann: sell 5 @ 4.510 reduce-only → refused reduce-only net 0
  ann: sell 5 at market reduce-only stop 4.490 → refused reduce-only
  gus buys 3 @ 4.500 with ann
  ann: short 3
  ann: sell 5 @ 4.510 reduce-only → refused reduce-only

4.2 A reduce-only order shrinks to the position as it enters ⇄
  ann buys 4 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only as A → rests 4, total 4
  ann: sell 10 at market reduce-only stop 4.490 → waits 4
  ann: sell 3 @ 4.511 reduce-only → rests 3
  book: asks 4 @ 4.510, 3 @ 4.511

4.2 A reduce-only market order ends flat ⇄
  ann buys 4 @ 4.500 with hal
  cid: buy 20 @ 4.490
  ann: sell 10 at market reduce-only → filled 4
  ann: flat

4.2 Two reduce-only orders in one sweep never flip the position: each shrinks before the next fill ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 8 @ 4.510 reduce-only as A
  ann: sell 8 @ 4.511 reduce-only as B
  cid: sell 5 @ 4.511
  gus: buy 20 @ 4.511 → filled 15, rests 5
  A: filled 8
  B: filled 2
  ann: flat
  trades: 10 @ 4.500, 8 @ 4.510, 2 @ 4.511, 5 @ 4.511

4.2 At one price, too: the first takes the position, the second ends without a fill ⇄
  ann buys 5 @ 4.500 with hal
  ann: sell 5 @ 4.510 reduce-only as A
  ann: sell 5 @ 4.510 reduce-only as B
  gus: buy 7 @ 4.510 → filled 5, rests 2
  A: filled 5
  B: cancelled reduce-only
  ann: flat

4.2 A plain order that fills first in a sweep shrinks the reduce-only one behind it ⇄
  ann buys 5 @ 4.500 with hal
  ann: sell 3 @ 4.510 as A
  ann: sell 5 @ 4.511 reduce-only as B
  gus: buy 10 @ 4.511 → filled 5, rests 5
  A: filled 3
  B: filled 2
  ann: flat

4.2 A plain order may flip the position, and ends the reduce-only one ⇄
  ann buys 5 @ 4.500 with hal
  ann: sell 7 @ 4.510 as A
  ann: sell 5 @ 4.511 reduce-only as B
  gus: buy 6 @ 4.510
  A: filled 6, rests 1
  B: cancelled reduce-only
  ann: short 1

4.2 A lot less of position is a lot less of the order ⇄
  ann buys 5 @ 4.500 with hal
  ann: sell 5 @ 4.510 reduce-only as A
  ann: sell 5 at market reduce-only stop 4.400 as S
  gus buys 1 @ 4.500 with ann
  A: rests 4
  S: waits 4
  gus: buy 1 @ 4.510
  A: filled 1, rests 3
  S: waits 3

4.2 A reduce-only order keeps its place while it shrinks, and does not grow again with the position ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only as A
  dot: sell 4 @ 4.510
  gus buys 6 @ 4.500 with ann
  A: rests 4, ahead 0
  book: asks 8 @ 4.510
  ann buys 6 @ 4.500 with hal
  A: rests 4
  gus: buy 4 @ 4.510
  A: filled 4

4.2 An iceberg that is reduce-only shrinks in its hidden lots first ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only showing 3 as A
  gus buys 4 @ 4.500 with ann
  book: asks 3 @ 4.510
  A: rests 6
  gus buys 4 @ 4.500 with ann
  A: rests 2
  book: asks 2 @ 4.510

4.2 Its own reduce-only order at rest shrinks as an incoming one fills ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only as A
  cid: buy 6 @ 4.500
  ann: sell 8 at market reduce-only → filled 6, cancelled market-protection
  A: rests 4
  ann: long 4

4.2 A waiting reduce-only stop shrinks with the position, and ends with it ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 10 at market reduce-only stop 4.480 as A
  gus buys 4 @ 4.500 with ann
  A: waits 6
  gus buys 6 @ 4.500 with ann
  A: cancelled reduce-only

4.2 Two reduce-only stops reached by one trade close the position once ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 10 at market reduce-only stop 4.490 as A
  ann: sell 10 at market reduce-only stop 4.490 as B
  cid: buy 7 @ 4.485
  dot: buy 20 @ 4.484
  gus buys 1 @ 4.490 with hal
  A: filled 10
  B: cancelled reduce-only
  ann: flat
  dot: long 3

4.2 A reduce-only order at rest and a fired stop: what the one fills the other has no more ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 6 @ 4.520 reduce-only as A
  ann: sell 10 at market reduce-only stop 4.520 → refused no-opposite-side    # reached at once
  cid: buy 8 @ 4.490
  ann: sell 10 at market reduce-only stop 4.530 as C
  C: filled 8, cancelled market-protection
  A: rests 2
  ann: long 2

4.2 and 7.3 Reduce-only lots count up to the position, whatever they add up to ⇄
  given initial $100.00
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only
  ann: sell 10 @ 4.511 reduce-only
  ann: requirement $1000.00
  ann: sell 5 @ 4.512
  ann: requirement $1000.00   # offers of 5 + 10: at worst 5 short
  ann: sell 15 @ 4.513
  ann: requirement $2000.00   # 20 + 10: 20 short

4.2 and 4.4 A replaced reduce-only order may total what has filled and the position, no more ⇄
  ann buys 10 @ 4.500 with hal
  ann: sell 6 @ 4.510 reduce-only as A
  gus: buy 2 @ 4.510
  ann: replace A to 50 lots → filled 2, rests 8, total 10
  ann: replace A to 5 lots → filled 2, rests 3
  ann: replace A to 2 lots → refused already-filled lots 2 filled 2

4.2 and 4.5 A reduce-only order that self-trade prevention ends leaves the position as it is ⇄
  ann buys 5 @ 4.500 with hal
  ann: buy 5 @ 4.490 as A
  ann: sell 5 @ 4.490 reduce-only as B → cancelled self-trade
  ann: sell 3 @ 4.490 reduce-only self-trade decrement as C → cancelled self-trade
  A: rests 2
  ann: long 5

4.2 The sweep that grows a position does not let a reduce-only order of that account grow with it ⇄
  ann buys 2 @ 4.500 with hal
  ann: sell 9 @ 4.520 reduce-only as A → rests 2
  ann: buy 5 @ 4.490 as B
  gus: sell 5 @ 4.490
  A: rests 2
  ann: long 7
`,
);
