import { cases } from "./notation/cases";

cases(
  "4.5: self-trade prevention of new orders",
  `
4.5 Newest: what is left of the incoming order ends ⇄
  ann: sell 4 @ 4.500 as A
  ann: buy 10 @ 4.500 as B → cancelled self-trade
  A: rests 4
  trades: none

4.5 Newest is the default; fills made before stand ⇄
  ben: sell 3 @ 4.499
  ann: sell 4 @ 4.500 as A
  dot: sell 9 @ 4.501
  ann: buy 10 @ 4.501 → filled 3, cancelled self-trade
  A: rests 4
  book: bids none | asks 4 @ 4.500, 9 @ 4.501

4.5 Oldest: the resting order ends, the incoming one goes on ⇄
  ben: sell 3 @ 4.499
  ann: sell 4 @ 4.500 as A
  dot: sell 5 @ 4.501
  ann: buy 10 @ 4.501 self-trade oldest → filled 8, rests 2
  A: cancelled self-trade
  trades: 3 @ 4.499, 5 @ 4.501

4.5 Oldest ends each own order it meets, and none behind ⇄
  ann: sell 1 @ 4.500 as A
  ann: sell 1 @ 4.501 as B
  ann: sell 1 @ 4.502 as C
  ann: buy 1 @ 4.501 self-trade oldest → rests 1 @ 4.501
  A: cancelled self-trade
  B: cancelled self-trade
  C: rests 1

4.5 Both: the two end ⇄
  ben: sell 3 @ 4.499
  ann: sell 4 @ 4.500 as A
  dot: sell 5 @ 4.501
  ann: buy 10 @ 4.501 self-trade both → filled 3, cancelled self-trade
  A: cancelled self-trade
  book: bids none | asks 5 @ 4.501

4.5 Decrement: the smaller open size leaves both, no trade; the larger goes on ⇄
  ann: sell 4 @ 4.500 as A
  dot: sell 3 @ 4.501
  ann: buy 10 @ 4.501 self-trade decrement as B → filled 3, rests 3, total 6
  A: cancelled self-trade
  trades: 3 @ 4.501

4.5 Decrement: a larger resting order keeps its place with what is left ⇄
  ann: sell 9 @ 4.500 as A
  ben: sell 1 @ 4.500
  ann: buy 4 @ 4.500 self-trade decrement → cancelled self-trade
  A: rests 5, ahead 0
  trades: none

4.5 Decrement: equal sizes leave nothing of either ⇄
  ann: sell 4 @ 4.500 as A
  ann: buy 4 @ 4.500 self-trade decrement → cancelled self-trade
  A: cancelled self-trade
  book: bids none | asks none

4.5 The incoming order's mode decides, not the resting one's ⇄
  ann: sell 4 @ 4.500 self-trade oldest as A
  ann: buy 4 @ 4.500 self-trade newest → cancelled self-trade
  A: rests 4
  ann: buy 4 @ 4.500 self-trade both → cancelled self-trade
  A: cancelled self-trade

4.5 Orders of two owners trade, and an own order out of reach is left alone ⇄
  ann: sell 4 @ 4.500
  ben: sell 4 @ 4.500 as B
  ann: buy 2 @ 4.499 self-trade both → rests 2
  ben: buy 4 @ 4.500 self-trade oldest → filled 4
  B: rests 4

4.5 Icebergs: hidden lots of an own order count for every mode ⇄
  ann: sell 9 @ 4.500 showing 2 as A
  ann: buy 4 @ 4.500 self-trade decrement → cancelled self-trade
  A: rests 5
  ann: buy 4 @ 4.500 self-trade oldest → rests 4
  A: cancelled self-trade

4.5 Prevention is no trade: no fee, no last price, no stop fires ⇄
  ben: buy 2 at market stop 4.500 as B
  ann: sell 4 @ 4.500
  ann: buy 4 @ 4.500 self-trade decrement
  DEC: last none, volume 0
  B: waits 2
  ann: cash $50000.00
`,
);

cases(
  "4.5: self-trade prevention of replaced orders",
  `
4.5 Newest: a replaced order that meets an own one ends ⇄
  ann: sell 4 @ 4.510 as A
  ann: buy 10 @ 4.500 as B
  ann: replace B price 4.510 → cancelled self-trade
  A: rests 4

4.5 Oldest, of the mode it was placed with: the resting order ends ⇄
  ann: sell 4 @ 4.510 as A
  ann: buy 10 @ 4.500 self-trade oldest as B
  ann: replace B price 4.510 → rests 10 @ 4.510
  A: cancelled self-trade

4.5 Both ⇄
  ben: sell 2 @ 4.505
  ann: sell 4 @ 4.510 as A
  ann: buy 10 @ 4.500 self-trade both as B
  ann: replace B price 4.510 → filled 2, cancelled self-trade
  A: cancelled self-trade

4.5 Decrement: the smaller open size leaves both ⇄
  ann: sell 4 @ 4.510 as A
  ann: buy 10 @ 4.500 self-trade decrement as B
  ann: replace B price 4.510 → rests 6, total 6
  A: cancelled self-trade

4.5 A replaced order is the incoming one, however old it is ⇄
  ann: buy 10 @ 4.500 self-trade newest as B
  ann: sell 4 @ 4.510 self-trade oldest as A
  ann: replace A price 4.500 → rests 4
  B: cancelled self-trade
`,
);

cases(
  "4.5: self-trade prevention of triggered orders",
  `
4.5 Newest: a fired stop that meets an own order ends ⇄
  ann: sell 4 @ 4.530 as A
  ann: buy 5 at market stop 4.520 as S
  gus buys 1 @ 4.520 with hal
  S: cancelled self-trade
  A: rests 4

4.5 Oldest: the own order gives way to a fired stop ⇄
  ann: sell 4 @ 4.530 as A
  cid: sell 4 @ 4.531
  ann: buy 5 at market self-trade oldest stop 4.520 as S
  gus buys 1 @ 4.520 with hal
  S: filled 4, cancelled market-protection
  A: cancelled self-trade

4.5 Both, of a fired stop-limit ⇄
  cid: sell 2 @ 4.525
  ann: sell 4 @ 4.530 as A
  ann: buy 5 @ 4.530 self-trade both stop 4.520 as S
  gus buys 1 @ 4.520 with hal
  S: filled 2, cancelled self-trade
  A: cancelled self-trade

4.5 Decrement, of a fired stop-limit ⇄
  ann: sell 4 @ 4.530 as A
  ann: buy 5 @ 4.530 self-trade decrement stop 4.520 as S
  gus buys 1 @ 4.520 with hal
  S: rests 1, total 1
  A: cancelled self-trade

4.5 The order that fires its own owner's stop rests before that runs: they meet as any two ⇄
  cid: sell 2 @ 4.520
  ann: sell 3 at market self-trade oldest stop 4.525 as S
  ann: buy 5 @ 4.520 as B
  B: filled 2, cancelled self-trade
  S: cancelled market-protection

4.5 and 4.2 An exit of a bracket that meets an own order: the mode is the entry's ⇄
  ann: bracket buy 5 @ 4.500 self-trade oldest as E; stop 4.480 as S
  cid: sell 5 @ 4.500
  ann: buy 3 @ 4.470 as B
  dot: buy 9 @ 4.465
  gus buys 1 @ 4.480 with hal
  S: filled 5 @ 4.465
  B: cancelled self-trade

4.5 and 4.2 Decrement takes lots out of an OCO order: its sibling is not told, they were not filled ⇄
  ann: oco sell 5 @ 4.510 as A; sell 5 @ 4.520 as B
  ann: buy 2 @ 4.510 self-trade decrement
  A: rests 3
  B: rests 5
  gus: buy 9 @ 4.520 → filled 5, rests 4
  A: filled 3
  B: filled 2
`,
);
