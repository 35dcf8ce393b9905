import { cases } from "./notation/cases";

cases(
  "6.1: daily settlement",
  `
6.1 The closing window's average, half up, if at least 10 lots trade between at least 2 pairs of owners
  at 14:45
  ann buys 7 @ 4.510 with hal
  ben buys 3 @ 4.515 with hal
  at 15:00
  DEC: settled 4.512 vwap     # 4.5115

6.1 Nine lots are no average, ten between one pair are none either, whoever of the two bought
  at 14:45
  ann buys 5 @ 4.510 with hal
  ann buys 4 JAN @ 4.510 with hal
  ben buys 5 JAN @ 4.510 with hal
  hal buys 5 @ 4.510 with ann
  at 15:00
  DEC: settled 4.500 previous
  JAN: settled 4.500 previous

6.1 The window is 14:45 to 15:00: a second before it does not count
  at 14:44:59
  gus buys 50 @ 4.600 with hal
  at 14:45
  ann buys 7 @ 4.510 with hal
  at 14:59:59
  ben buys 7 @ 4.510 with hal
  at 15:00
  DEC: settled 4.510 vwap

6.1 W4: one lot at 4.612 while the market is 4.560 to 4.570 settles nothing: the midpoint does
  at 14:50
  gus buys 1 @ 4.612 with hal
  ann: buy 5 @ 4.560
  ben: sell 5 @ 4.570
  at 15:00
  DEC: settled 4.565 midpoint

6.1 The midpoint, half up, if the spread is at most 1 % of it
  ann: buy 5 @ 4.478
  ben: sell 5 @ 4.523
  ann: buy 5 JAN @ 4.478
  ben: sell 5 JAN @ 4.524
  at 15:00
  DEC: settled 4.501 midpoint   # 4.5005; 1 % of it is 45.005 ticks
  JAN: settled 4.501 curve      # 46 ticks apart: no midpoint of its own

6.1 Or 2 ticks: 3 ticks are too wide where they are more than 1 %
  given start 0.100
  ann: buy 1 @ 0.101
  ben: sell 1 @ 0.103
  ann: buy 1 MAR @ 0.098
  ben: sell 1 MAR @ 0.101
  at 15:00
  DEC: settled 0.102 midpoint
  MAR: settled 0.102 curve

6.1 and 6.5 The midpoint is of what still rests when day orders have ended
  ann: buy 5 @ 4.510 day
  ann: buy 5 @ 4.480
  ben: sell 5 @ 4.512
  at 15:00
  DEC: settled 4.496 midpoint

6.1 The average comes before the midpoint, the limit of a lock before both
  at 14:50
  ann buys 7 @ 4.510 with hal
  ben buys 7 @ 4.510 with hal
  ann: buy 5 @ 4.538
  hal: sell 5 @ 4.542
  ann buys 7 JAN @ 4.510 with hal
  ben buys 7 JAN @ 4.510 with hal
  cid: buy 1 JAN @ 4.635
  cid: buy 1 JAN @ 4.774
  cid: buy 1 JAN @ 4.917
  cid: buy 1 JAN @ 4.950
  at 15:00
  DEC: settled 4.510 vwap
  JAN: settled 4.950 limit

6.1 Else the previous settlement moved by the same percentage, half up, as the nearest month so settled
  ann: buy 5 NOV @ 4.544
  ben: sell 5 NOV @ 4.546
  ann: buy 5 MAR @ 4.454
  ben: sell 5 MAR @ 4.456
  at 15:00
  NOV: settled 4.545 midpoint
  MAR: settled 4.455 midpoint
  OCT: settled 4.545 curve
  DEC: settled 4.545 curve
  JAN: settled 4.545 curve     # as near to NOV as to MAR: the earlier
  FEB: settled 4.455 curve
  JUN: settled 4.455 curve
  SEP: settled 4.455 curve

6.1 The same percentage, not the same distance
  ann: buy 5 NOV @ 4.544
  ben: sell 5 NOV @ 4.546
  ann: buy 5 DEC @ 4.454
  ben: sell 5 DEC @ 4.456
  at 15:00
  ann: cancel all
  ben: cancel all
  at 09:30
  ann: buy 5 DEC @ 4.498
  ben: sell 5 DEC @ 4.502
  at 15:00
  DEC: settled 4.500 midpoint
  NOV: settled 4.591 curve     # 4.545 × 4.500 / 4.455 = 4.5909…

6.1 A halted month's crossed book has no midpoint: it goes with its neighbour
  halt DEC
  ann: buy 1 @ 4.950
  ben: sell 1 @ 4.941
  ann: buy 5 JAN @ 4.508
  ben: sell 5 JAN @ 4.512
  at 15:00
  DEC: settled 4.510 curve

6.1 and W2 A locked market settles day by day, and trades where it is worth as soon as the limits allow
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.050
  at 15:00
  DEC: settled 4.050 limit, low 3.524
  at 14:45
  ann: cancel all
  cid: buy 9 @ 3.784
  ann: sell 9 @ 3.929
  ann: sell 9 @ 3.812
  gus: sell 6 @ 3.784 → filled 6
  hal: sell 6 @ 3.784 → filled 3, rests 3
  dot: buy 3 @ 3.784
  at 15:00
  DEC: settled 3.784 vwap, rate 10 %

6.1 None such: the previous settlement
  gus buys 3 @ 4.600 with hal
  at 15:00
  DEC: settled 4.500 previous, last none, mark 4.500
  OCT: settled 4.500 previous
`,
);

cases(
  "6.2 to 6.5: variation, final settlement, entry cost",
  `
6.2 Each position receives (settlement × net − basis) × tick value; the sum is nil
  given no fees
  ann buys 10 @ 4.490 with hal
  ben buys 3 @ 4.480 with hal
  ann: cash $50000.00, basis 44900
  at 15:00
  ann: cash $50010.00, basis 45000
  ben: cash $50006.00
  hal: cash $49984.00, basis -58500

6.2 Between settlements trading moves no margin cash but fees
  ann buys 10 @ 4.450 with hal
  hal buys 10 @ 4.550 with ann
  ann: flat, cash $49999.40, equity $50099.40, realised $100.00
  at 15:00
  ann: cash $50099.40, basis 0
  hal: cash $49899.40

6.2 Settling again at the same price pays nothing
  given no fees
  ann buys 10 @ 4.490 with hal
  at 15:00
  at 15:00
  ann: cash $50010.00
  hal: cash $49990.00

6.3 The mean of the month's fixings, paid at 15:30 of the last day; the contract is gone
  given no fees
  given first day 2026-10-29
  ann buys 10 OCT @ 4.510 with hal
  OCT: fixings 0 of 2
  at 15:00
  ann: cash $49990.00
  at 15:30
  OCT: fixings 1 of 2
  at 15:00
  ann: long 10 OCT
  at 15:29:59
  OCT: settlement 4.500
  at 15:30
  OCT: final 4.500 fixings 2, not listed
  ann: cash $49990.00, flat OCT, requirement $0.00

6.3 and 5.1 No limit on final settlement; what the lock withheld is paid
  given no fees
  given first day 2026-10-29
  ann buys 10 OCT @ 4.500 with hal
  cid: sell 1 OCT @ 4.365
  cid: sell 1 OCT @ 4.235
  cid: sell 1 OCT @ 4.108
  cid: sell 1 OCT @ 4.050
  at 15:00
  ann: cash $49550.00
  at 09:30
  cid: sell 1 OCT @ 3.929
  cid: sell 1 OCT @ 3.812
  cid: sell 1 OCT @ 3.698
  cid: sell 1 OCT @ 3.588
  cid: sell 1 OCT @ 3.524
  at 15:00
  OCT: settlement 3.524
  ann: cash $49024.00
  at 15:30
  OCT: final 4.500 fixings 2     # 27.7 % up at once
  ann: cash $50000.00
  hal: cash $50000.00

6.3 and 2.3 Orders of the last trading day end at 15:00, the month trades until then
  given first day 2026-10-30
  ann: buy 1 OCT @ 4.490 as A
  ann: buy 1 OCT at market stop 4.600 as B
  ann: buy 1 NOV @ 4.490 as C
  at 14:59:59
  A: rests 1
  at 15:00
  A: cancelled expired
  B: cancelled expired
  C: rests 1

2.3 On day 1 every month starts from the last real fixing, half up to a tick
  given benchmarks CHNA ECON GPUH
  CHNA-OCT: settlement 1.906, mark 1.906    # 1.90583
  ECON-SEP: settlement 0.4439, low 0.3996, high 0.4882    # 0.44387
  GPUH-DEC: settlement 3.789

2.3 Listed: the current month, the next five, the next two quarters
  listed PREM: OCT26 NOV26 DEC26 JAN27 FEB27 MAR27 JUN27 SEP27

2.3 and W11 30 October lists APR27 from MAR27
  given first day 2026-10-30
  ann: buy 5 MAR @ 4.459
  ben: sell 5 MAR @ 4.461
  ann: buy 5 JUN @ 4.539
  ben: sell 5 JUN @ 4.541
  at 15:00
  MAR: settlement 4.460
  JUN: settlement 4.540
  at 15:30
  listed PREM: NOV26 DEC26 JAN27 FEB27 MAR27 APR27 JUN27 SEP27
  APR: settlement 4.460, mark 4.460, low 4.014, high 4.906

2.3 and W11 30 November lists MAY27 from APR27, not from JUN27: a tie goes to the earlier
  given first day 2026-11-30
  ann: buy 5 APR @ 4.459
  ben: sell 5 APR @ 4.461
  ann: buy 5 JUN @ 4.539
  ben: sell 5 JUN @ 4.541
  at 15:30
  listed PREM: DEC26 JAN27 FEB27 MAR27 APR27 MAY27 JUN27 SEP27
  MAY: settlement 4.460

W11 OCT26 has 22 fixings from 1 October, NOV26 21
  OCT: fixings 0 of 22
  NOV: fixings 0 of 21

2.3 A start counts as the last settlement: 6.1 moves it by its neighbour's percentage, and it trades from the next open
  given first day 2026-10-30
  at 15:30
  ann: buy 1 APR @ 4.500 → refused closed opensAt 2026-11-02T08:50
  at 09:30
  ann: buy 5 MAR @ 4.544
  ben: sell 5 MAR @ 4.546
  gus buys 1 APR @ 4.500 with hal
  at 15:00
  APR: settled 4.545 curve

6.4 and W8 Closing k of n lots removes trunc(cost × k / n); realised P&L comes from it, equity does not
  given no fees
  hal buys 2 @ 4.502 with ann
  hal buys 1 @ 4.503 with ann
  ann: short 3, basis -13507, cost -13507
  ann buys 2 @ 4.490 with gus
  ann: short 1, cost -4503, basis -4527, realised $2.40
  at 14:50
  cid: buy 5 @ 4.494
  dot: sell 5 @ 4.496
  at 15:00
  DEC: settlement 4.495
  ann: cash $50003.20, basis -4495, cost -4503, realised $2.40
  at 15:00
  ann: cash $50003.20

6.4 A flip opens the rest at the fill's price
  given no fees
  ann buys 3 @ 4.500 with hal
  hal buys 5 @ 4.510 with ann
  ann: short 2, cost -9020, realised $3.00
  ann buys 2 @ 4.510 with hal
  ann: flat, cost 0, realised $3.00

6.5 At 15:00: day orders end, then settlement and marks, variation, new limits
  given no fees
  ann buys 10 @ 4.500 with hal
  ann: sell 5 @ 4.960 → refused outside-limits
  ann: buy 5 @ 4.140 as A
  ann: buy 5 @ 4.120 day as B
  at 14:50
  gus buys 6 @ 4.600 with hal
  dot buys 6 @ 4.600 with hal
  at 15:00
  B: cancelled day-end
  DEC: settled 4.600 vwap, mark 4.600, low 4.140, high 5.060, initial $87.04
  A: rests 5
  ann: cash $50100.00
`,
);
