import { cases } from "./notation/cases";

cases(
  "Two rules in one sweep",
  `
4.2 One trade fills part of an OCO order and fires the other: together they do no more than the one ⇄
  ann: oco sell 5 @ 4.520 as A; sell 5 at market stop 4.520 as B
  cid: buy 9 @ 4.500
  gus: buy 2 @ 4.520
  B: filled 3 @ 4.500
  A: filled 2, cancelled sibling
  ann: short 5

4.2 A stop that was fired ends before its turn if its sibling fills meanwhile ⇄
  ben: buy 2 at market stop 4.515 as S
  ann: oco sell 2 @ 4.520 as A; sell 2 at market stop 4.515 as B
  cid: buy 9 @ 4.500
  gus buys 1 @ 4.515 with hal
  S: filled 2 @ 4.520
  A: filled 2
  B: cancelled sibling
  ann: short 2

4.2 Exits grow before the stops that the same order reached run ⇄
  ben: buy 3 at market stop 4.500 as S
  ann: bracket buy 5 @ 4.500 as E; target 4.540 as T
  cid: sell 5 @ 4.500
  S: filled 3 @ 4.540
  T: filled 3, rests 2

4.2 Two brackets in one month: the exits of each stay within the whole position ⇄
  ann: bracket buy 5 @ 4.500; target 4.540 as T; stop 4.460 as S
  ann: bracket buy 5 @ 4.499; target 4.541 as U; stop 4.459 as V
  cid: sell 10 @ 4.499
  dot: buy 6 @ 4.510
  ann: sell 6 at market
  T: rests 4
  U: rests 4
  V: waits 4
  gus: buy 9 @ 4.541 → filled 4, rests 5
  T: filled 4
  U: cancelled reduce-only
  S: cancelled sibling
  V: cancelled reduce-only
  ann: flat

4.2 and 4.5 An own order that gives way ends its sibling before the sweep comes to it ⇄
  ann: oco sell 5 @ 4.510 as A; sell 5 @ 4.520 as B
  dot: sell 5 @ 4.520
  ann: buy 8 @ 4.520 self-trade oldest as C → filled 5, rests 3
  A: cancelled self-trade
  B: cancelled sibling

4.2 and 4.7 In an auction, too: the sibling of an order that gives way does not trade ⇄
  halt DEC
  ann: oco sell 5 @ 4.490 as A; sell 5 @ 4.495 as B
  ann: buy 5 @ 4.510 self-trade oldest as C
  ben: buy 5 @ 4.505 as D
  resume DEC
  A: cancelled self-trade
  B: cancelled sibling
  C: rests 5
  D: rests 5
  trades: none

4.2 and 4.5 A stop that self-trade prevention ends does not hold up those behind it ⇄
  ann: buy 2 at market stop 4.520 as A
  ben: buy 2 at market stop 4.520 as B
  ann: sell 1 @ 4.530 as C
  cid: sell 9 @ 4.531
  gus buys 1 @ 4.520 with hal
  A: cancelled self-trade
  B: filled 2
  C: filled 1

4.2 A fired stop meets an iceberg, whose next tranche queues behind what a stop before it left ⇄
  ann: buy 4 @ 4.530 stop 4.520 as A
  ben: buy 4 @ 4.530 stop 4.520 as B
  cid: sell 5 @ 4.530 showing 2 as C
  gus buys 1 @ 4.520 with hal
  A: filled 4
  B: filled 1, rests 3
  C: filled 5
  trades: 1 @ 4.520, 2 @ 4.530, 2 @ 4.530, 1 @ 4.530

4.2 and 5.3 Two stops that each fit the limit alone: the second is refused as it fires ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 1500 @ 4.510 stop 4.500 as A
  ann: buy 1500 @ 4.510 stop 4.500 as B
  gus buys 1 @ 4.500 with hal
  A: rests 1500
  B: refused position-limit worst 3000 limit 2000

4.2 and 4.4 Replacing an order at rest onto another fires a stop whose order takes the rest of it ⇄
  ben: sell 9 at market stop 4.510 as S
  cid: sell 2 @ 4.510
  ann: buy 5 @ 4.500 as A
  ann: replace A price 4.510
  A: filled 5
  S: filled 3, cancelled market-protection

4.2 and 2.4 A spread whose near leg fires a stop in that month leaves the far leg whole ⇄
  dot: sell 5 DEC at market stop 4.500 as S
  ann: sell 3 DEC @ 4.500
  ben: buy 3 JAN @ 4.520
  eve: buy 9 DEC @ 4.490
  cid: spread buy 3 DEC/JAN @ -0.020 → filled 3
  S: filled 5 @ 4.490
  cid: long 3 DEC, short 3 JAN

4.2 and 7.3 A position reduced elsewhere takes its reduce-only lots out of the requirement's way ⇄
  given initial $100.00
  given no fees
  given ann $1000.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.510 reduce-only as R
  ann: buy 1 @ 4.490 → refused insufficient-margin
  gus buys 4 @ 4.500 with ann
  R: rests 6
  ann: requirement $600.00
  ann: buy 4 @ 4.490 → rests 4
  ann: requirement $1000.00

4.2 and 4.6 A stop under a client id: its repeat returns what placing it came to, even when it has fired ⇄
  ann: buy 2 at market stop 4.520 id s as A
  cid: sell 9 @ 4.530
  gus buys 1 @ 4.520 with hal
  A: filled 2
  ann: buy 2 at market stop 4.520 id s → repeated waits 2
  ann: long 2

4.2 and 4.8 A cascade walks up to its protection, not beyond: each stop is measured from its own touch
  ann: buy 9 at market stop 4.510 as A
  cid: sell 1 @ 4.515
  cid: sell 1 @ 4.605     # 4.515 × 1.02 = 4.6053
  cid: sell 1 @ 4.606
  gus buys 1 @ 4.510 with hal
  A: filled 2, cancelled market-protection
  ben: buy 1 at market → filled 1 @ 4.606

4.2 and 5.2 An exit whose entry fills beyond today's limits of it ends, the other stays ⇄
  ann: bracket buy 5 @ 4.440 as E; target 4.945 as T; stop 4.200 as S
  at 14:50
  gus buys 6 @ 4.480 with hal
  dot buys 6 @ 4.480 with hal
  at 15:00
  at 09:30
  cid: sell 5 @ 4.440
  DEC: settlement 4.480
  E: filled 5
  T: cancelled outside-limits
  S: waits 5

4.2 and 6.2 A reduce-only order goes by the position, not by its settlement: it stays from day to day ⇄
  ann buys 5 @ 4.500 with hal
  ann: sell 5 @ 4.600 reduce-only as R
  at 15:00
  at 09:30
  R: rests 5
  gus buys 2 @ 4.500 with ann
  R: rests 3

4.2 and 7.5 The exits of a bracket are reduce-only: a cancel below maintenance leaves them and ends the entry ⇄
  given no fees
  given initial $50.00
  given ann $600.00 in margin, $0.00 at the bank
  ann: bracket buy 12 @ 4.500 as E; target 4.940 as T; stop 4.060 as S
  hal: sell 8 @ 4.500
  cid: sell 1 @ 4.501
  cid: cancel all
  ann: cancel E
  ann: bracket buy 4 @ 4.300 as F; target 4.930 as U
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.340
  wait 30 s
  F: cancelled margin
  U: cancelled entry-ended
  T: rests 8
  S: waits 8
  ann: no call
`,
);
