import { cases } from "./notation/cases";

cases(
  "2.4: calendar spreads",
  `
2.4 Buying a spread buys the near month and sells the far one, at the makers' prices ⇄
  ann: sell 5 DEC @ 4.500
  ben: buy 5 JAN @ 4.520
  cid: spread buy 3 DEC/JAN @ -0.020 as A → filled 3 @ -0.020
  cid: long 3 DEC, short 3 JAN
  trades DEC: 3 @ 4.500
  trades JAN: 3 @ 4.520
  ann: short 3 DEC
  ben: long 3 JAN

2.4 Its price is near − far, and may be negative, nothing or positive ⇄
  ann: sell 5 DEC @ 4.530
  ben: buy 5 JAN @ 4.500
  cid: spread buy 1 DEC/JAN @ +0.029 → cancelled ioc
  cid: spread buy 1 DEC/JAN @ +0.030 → filled 1
  ben: buy 5 JAN @ 4.530
  cid: spread buy 1 DEC/JAN @ +0.000 → filled 1
  ben: buy 5 JAN @ 4.550
  cid: spread buy 1 DEC/JAN @ -0.021 → cancelled ioc
  cid: spread buy 1 DEC/JAN @ -0.020 → filled 1

2.4 All or none per pair of lots, pair by pair while the difference is within the price; the rest ends ⇄
  ann: sell 2 DEC @ 4.500
  ann: sell 3 DEC @ 4.505
  ben: buy 4 JAN @ 4.520
  ben: buy 4 JAN @ 4.515
  cid: spread buy 6 DEC/JAN @ -0.012 → filled 4, cancelled ioc
  trades DEC: 2 @ 4.500, 2 @ 4.505
  trades JAN: 2 @ 4.520, 2 @ 4.520
  cid: long 4 DEC, short 4 JAN

2.4 Never one leg: with nobody in the other month nothing trades ⇄
  ann: sell 5 DEC @ 4.500
  cid: spread buy 3 DEC/JAN @ +0.500 → cancelled ioc
  cid: flat DEC, flat JAN, open orders 0

2.4 The smaller side limits the pairs ⇄
  ann: sell 9 DEC @ 4.500
  ben: buy 2 JAN @ 4.520
  cid: spread buy 5 DEC/JAN @ -0.020 → filled 2, cancelled ioc
  cid: long 2 DEC, short 2 JAN
  book DEC: asks 7 @ 4.500

2.4 Hidden lots trade, tranche by tranche, each queueing anew ⇄
  ann: sell 5 DEC @ 4.500 showing 2
  dot: sell 2 DEC @ 4.500
  ben: buy 9 JAN @ 4.520
  cid: spread buy 6 DEC/JAN @ -0.020 → filled 6
  trades DEC: 2 @ 4.500, 2 @ 4.500, 2 @ 4.500
  dot: short 2 DEC

2.4 Fees: the taker's on each leg (4.1) ⇄
  ann: sell 5 DEC @ 4.500
  ben: buy 5 JAN @ 4.520
  cid: spread buy 4 DEC/JAN @ -0.020
  cid: cash $49999.60, fees $0.20 DEC
  ann: cash $49999.96

2.4 Only neighbours in the list, near month first ⇄
  ann: spread buy 1 DEC/FEB @ +0.000 → refused not-adjacent near PREM-DEC26 far PREM-FEB27
  ann: spread buy 1 JAN/DEC @ +0.000 → refused not-adjacent
  ann: spread buy 1 DEC/DEC @ +0.000 → refused not-adjacent
  ann: spread buy 1 MAR/JUN @ +0.000 → cancelled ioc
  ann: spread buy 1 JUN/SEP @ +0.000 → cancelled ioc

2.4 Not across benchmarks
  given benchmarks PREM GPUH
  ann: spread buy 1 PREM-DEC/GPUH-JAN @ +0.000 → refused not-adjacent
  ann: spread buy 1 GPUH-DEC/GPUH-JAN @ +0.000 → cancelled ioc

2.4 and 4.2 1 to 10,000 lots ⇄
  ann: spread buy 0 DEC/JAN @ +0.000 → refused lots lots 0 least 1 most 10000
  ann: spread buy 10001 DEC/JAN @ +0.000 → refused lots lots 10001

2.4 A leg that is locked against it: the whole order ends leg-locked, naming leg and reason ⇄
  ann: buy 1 @ 4.635
  ann: buy 1 @ 4.765
  ann: buy 1 @ 4.892
  ann: buy 1 @ 4.950
  DEC: locked up
  ben: buy 5 JAN @ 4.520
  cid: spread buy 1 DEC/JAN @ +0.500 → refused leg-locked leg PREM-DEC26 why locked
  cid: spread buy 1 NOV/DEC @ +0.500 → cancelled ioc    # sells the locked month to those who queue
  dot: sell 5 NOV @ 4.500
  cid: spread buy 1 NOV/DEC @ +0.500 → filled 1 @ -0.450
  cid: flat JAN

2.4 A leg that is halted, or collects for its auction, or is closed ⇄
  halt JAN
  ann: spread buy 1 DEC/JAN @ +0.500 → refused leg-locked leg PREM-JAN27 why halted
  ann: spread buy 1 JAN/FEB @ +0.500 → refused leg-locked leg PREM-JAN27 why halted
  at 15:00
  ann: spread buy 1 DEC/JAN @ +0.500 → refused leg-locked leg PREM-DEC26 why closed
  at 08:50
  ann: spread buy 1 FEB/MAR @ +0.500 → refused leg-locked leg PREM-FEB27 why auction

2.4 and 4.5 An own order in front of either leg ends it; pairs made before stand ⇄
  ann: sell 2 DEC @ 4.500
  ben: buy 9 JAN @ 4.520
  cid: sell 2 DEC @ 4.501 as C
  cid: spread buy 5 DEC/JAN @ +0.000 as A
  A: filled 2, cancelled ioc
  C: rests 2
  cid: long 2 DEC, short 2 JAN

2.4 and 4.2 Both legs fire the stops they reach, when the spread is complete ⇄
  ann: sell 2 DEC @ 4.510
  ann: sell 9 DEC @ 4.530
  ben: buy 2 JAN @ 4.490
  ben: buy 9 JAN @ 4.470
  dot: buy 1 DEC at market stop 4.510 as D
  eve: sell 1 JAN at market stop 4.490 as E
  cid: spread buy 2 DEC/JAN @ +0.020 → filled 2
  D: filled 1 @ 4.530
  E: filled 1 @ 4.470

2.4 and 4.2 Reduce-only orders of both makers shrink between the pairs ⇄
  ann buys 3 @ 4.500 with hal
  ann: sell 3 @ 4.510 reduce-only as A
  ann: sell 3 @ 4.511 reduce-only as B
  ben: buy 9 JAN @ 4.500
  cid: spread buy 5 DEC/JAN @ +0.020 → filled 3, cancelled ioc
  A: filled 3
  B: cancelled reduce-only
  ann: flat
  cid: long 3 DEC, short 3 JAN

2.4 and 7.4 A spread is asked for what both legs come to, their fees and their loss ⇄
  given initial $100.00
  given everyone $120.00 in margin, $0.00 at the bank
  ann: sell 1 DEC @ 4.500
  ben: buy 1 JAN @ 4.500
  cid: spread buy 3 DEC/JAN @ +0.000 → refused insufficient-margin requirementBefore $0.00 required $150.00 fee $0.30 loss $0.00 free $120.00 fits 2
  cid: spread buy 2 DEC/JAN @ +0.010 → filled 1, cancelled ioc
  cid: requirement $50.00
  cid: spread buy 2 DEC/JAN @ +0.200 → refused insufficient-margin required $150.00 fee $0.20 loss $40.00

2.4 and 7.4 A spread that does not raise the requirement is accepted, however little is free ⇄
  given initial $100.00
  given no fees
  given everyone $300.00 in margin, $0.00 at the bank
  ann buys 3 DEC @ 4.500 with hal
  ann: free $0.00
  ben: sell 3 JAN @ 4.500
  cid: buy 3 DEC @ 4.500
  ann: spread sell 3 DEC/JAN @ +0.000 → filled 3
  ann: flat DEC, long 3 JAN, requirement $300.00

2.4 and 5.3 The months of a spread weigh against each other in the position limit, but not in the settlement month's ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: spread buy 3000 DEC/JAN @ +0.000 → cancelled ioc
  ann: spread buy 501 OCT/NOV @ +0.000 → refused position-limit worst 501 limit 500
`,
);
