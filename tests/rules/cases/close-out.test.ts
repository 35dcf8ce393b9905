import { cases } from "./notation/cases";

cases(
  "7.5: margin calls",
  `
7.5 and W9 At 4.330 nothing, at 4.329 a call back to the requirement, due in 30 minutes
  given no fees
  given ann $851.50 in margin, $200.00 at the bank
  ann buys 10 @ 4.500 with hal
  ann: requirement $851.50, maintenance $681.20
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.330
  wait 30 s
  ann: equity $681.50, no call
  cid: sell 1 @ 4.329
  wait 29 s
  ann: equity $680.50, no call
  wait 1 s
  calls: ann $171.00
  ann: call $171.00 due 10:01

7.5 Money that meets a call ends it at once
  given no fees
  given ann $851.50 in margin, $200.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.329
  wait 30 s
  ann: transfer $170.99
  ann: call $171.00
  ann: transfer $0.01
  ann: no call, free $0.00

7.5 So does a fill that lowers the requirement, and a market that comes back ⇄
  given no fees
  given initial $50.00
  given everyone $500.00 in margin, $0.00 at the bank
  given hal $9000.00 in margin, $0.00 at the bank
  given cid $9000.00 in margin, $0.00 at the bank
  given dot $9000.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  ben buys 10 @ 4.500 with hal
  cid: sell 3 @ 4.395 as C
  wait 30 s
  calls: ann $105.00, ben $105.00
  dot: buy 3 @ 4.394
  ann: sell 3 @ 4.394 → filled 3
  ann: no call
  cid: cancel C
  dot: buy 1 @ 4.500
  ben: call $105.00
  wait 30 s
  ben: no call

7.5 Below maintenance orders are cancelled first, all but reduce-only ones; if that is enough there is no call ⇄
  given no fees
  given initial $50.00
  given ann $600.00 in margin, $0.00 at the bank
  ann buys 8 @ 4.500 with hal
  ann: buy 4 @ 4.300 as A
  ann: sell 8 @ 4.600 reduce-only as R
  ann: sell 2 @ 4.610 as B
  ann: buy 2 at market stop 4.700 as S
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.340
  wait 30 s
  ann: equity $472.00, requirement $400.00, no call
  A: cancelled margin
  B: cancelled margin
  S: cancelled margin
  R: rests 8

7.5 Until a call is met only orders that reduce a position without raising the requirement are accepted ⇄
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  wait 30 s
  ann: call $135.00
  ann: buy 1 @ 4.300 → refused margin-call call $135.00 deadline 10:00:30
  ann: sell 11 @ 4.400 → refused margin-call
  ann: sell 6 @ 4.400 → rests 6
  ann: sell 5 @ 4.400 → refused margin-call
  ann: sell 4 @ 4.400 as D → rests 4
  ann: replace D to 5 lots → refused margin-call
  ann: sell 10 @ 4.410 reduce-only → rests 10
  ann: sell 1 JAN @ 4.500 → refused margin-call
  ann: spread sell 1 DEC/JAN @ +0.000 → refused margin-call
  ann: transfer -$0.01 → refused transfer-limit most $0.00

7.5 A stop waits through a call, and is refused as it fires if it does not reduce
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 9 @ 4.365
  wait 30 s
  ann: buy 1 at market stop 4.366 on mark as A → waits 1
  ann: sell 2 at market stop 4.355 as B → waits 2
  dot: buy 9 @ 4.350
  gus buys 1 @ 4.355 with hal
  B: filled 2 @ 4.350
  cid: cancel all
  cid: sell 9 @ 4.370
  dot: buy 1 @ 4.366
  A: refused margin-call call $135.00

7.5 The 30 minutes are of continuous trading: a call at 14:50 is due at 09:20
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  at 14:49:30
  cid: sell 1 @ 4.395
  wait 30 s
  ann: call $105.00 due 2026-10-02T09:20

7.5 Margin is checked after a settlement, too
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  at 14:54
  cid: sell 1 JAN @ 4.400
  dot: buy 1 JAN @ 4.398
  DEC: mark 4.500
  at 15:00
  DEC: settled 4.399 curve
  ann: cash $399.00
  calls: ann $101.00
  ann: call $101.00 due 2026-10-02T09:30
`,
);

cases(
  "7.5: close-out",
  `
7.5 A call that is not met in time is closed out, 20 % of the position every 30 s, until equity covers the initial
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.395
  eve: buy 50 @ 4.394
  wait 30 s
  calls: ann $105.00
  at 10:00:29
  ann: long 10, call $105.00
  at 10:00:30
  steps: ann sell 2 DEC @ 4.352
  ann: long 8, closing out
  at 10:00:59
  ann: long 8
  at 10:01
  steps: ann sell 2 DEC @ 4.351    # the mark is 4.394 now; $394.00 cover 6 lots
  ann: long 6, no call
  at 10:02
  steps: none

7.5 Below half of maintenance close-out begins at once
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  ann: sell 10 @ 4.600 reduce-only as R
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.199
  eve: buy 50 @ 4.190
  wait 30 s
  R: cancelled close-out
  steps: ann sell 2 DEC @ 4.158
  ann: buy 1 @ 4.190 → refused close-out
  ann: sell 1 @ 4.190 reduce-only → refused close-out
  ann: sell 1 at market stop 4.190 → refused close-out

7.5 and W5 180 lots long, 45 shown within 1 %: it sells 36, waits 30 s, reads the book again
  given no fees
  given initial $50.00
  given ann $9000.00 in margin, $0.00 at the bank
  ann buys 180 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.199
  eve: buy 45 @ 4.190
  eve: buy 500 @ 4.157 as B     # a tick outside 1 % of 4.199
  wait 30 s
  steps: ann sell 36 DEC @ 4.158
  DEC: mark 4.190
  eve: cancel B
  wait 30 s
  steps: ann sell 9 DEC @ 4.149
  ann: long 135
  wait 30 s
  steps: none
  dot: buy 100 @ 4.180
  wait 30 s
  steps: ann sell 36 DEC @ 4.149
  ann: long 99

7.5 The lots shown count, not those hidden behind them
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.199
  eve: buy 9 @ 4.190 showing 1
  wait 30 s
  steps: ann sell 1 DEC @ 4.158

7.5 The last share is what is left
  given no fees
  given initial $50.00
  given ann $150.00 in margin, $0.00 at the bank
  ann buys 3 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.108
  eve: buy 50 @ 4.100
  wait 30 s
  steps: ann sell 1 DEC @ 4.067     # 20 % of 3, rounded up
  wait 60 s
  steps: ann sell 1 DEC @ 4.059, ann sell 1 DEC @ 4.059
  ann: flat, no call

7.5 The position of the largest initial × lots that can trade goes first; of ties the nearer month
  given no fees
  given initial $50.00
  given ann $600.00 in margin, $0.00 at the bank
  ann buys 4 JAN @ 4.500 with hal
  ann buys 4 DEC @ 4.500 with hal
  ann buys 3 FEB @ 4.500 with hal
  eve: buy 50 DEC @ 4.108
  eve: buy 50 JAN @ 4.108
  eve: buy 50 FEB @ 4.108
  cid: sell 1 DEC @ 4.365
  cid: sell 1 DEC @ 4.235
  cid: sell 1 DEC @ 4.109
  cid: sell 1 JAN @ 4.365
  cid: sell 1 JAN @ 4.235
  cid: sell 1 JAN @ 4.109
  cid: sell 1 FEB @ 4.365
  cid: sell 1 FEB @ 4.235
  cid: sell 1 FEB @ 4.109
  wait 30 s
  steps: ann sell 1 DEC @ 4.068
  wait 30 s
  steps: ann sell 1 JAN @ 4.068    # 4 JAN, 3 DEC
  halt DEC
  wait 30 s
  steps: ann sell 1 JAN @ 4.067    # 3 of each, and the nearest is halted

7.5 In a lock against it, that many rest at the limit price while the lock lasts; they are not the owner's to cancel
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.108
  cid: sell 1 @ 4.050
  wait 30 s
  steps: ann sell 2 DEC @ 4.050
  cid: cancel all
  book: bids none | asks 2 @ 4.050
  ann: open orders 1
  ann: cancel all → cancelled 0 orders
  wait 30 s
  steps: none
  dot: buy 1 @ 4.050
  ann: long 9
  wait 30 s
  steps: none              # one of the two rests still
  cid: sell 1 @ 4.050
  dot: buy 1 @ 4.050
  DEC: locked down
  wait 30 s
  steps: ann sell 2 DEC @ 4.050

7.5 What waits in a lock ends with the lock, and the next share is sold at market
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.108
  cid: sell 1 @ 4.050
  wait 30 s
  steps: ann sell 2 DEC @ 4.050
  dot: buy 20 @ 4.050 → filled 3, rests 17
  wait 30 s
  steps: ann sell 2 DEC @ 4.050
  ann: long 6

7.5 A close-out ends as money comes, and its orders with it
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $1000.00 at the bank
  ann buys 10 @ 4.500 with hal
  cid: sell 1 @ 4.365
  cid: sell 1 @ 4.235
  cid: sell 1 @ 4.108
  cid: sell 1 @ 4.050
  wait 30 s
  ann: closing out, open orders 1
  ann: transfer $450.00
  ann: no call, open orders 0, free $0.00

7.5 A close-out of a short buys back, at most 1 % above the mark
  given no fees
  given initial $50.00
  given ann $500.00 in margin, $0.00 at the bank
  hal buys 10 @ 4.500 with ann
  cid: buy 1 @ 4.635
  cid: buy 1 @ 4.765
  cid: buy 1 @ 4.801
  eve: sell 50 @ 4.810
  wait 30 s
  steps: ann buy 2 DEC @ 4.849     # 4.801 × 1.01 = 4.84901
`,
);
