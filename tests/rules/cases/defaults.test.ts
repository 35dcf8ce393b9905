import { cases } from "./notation/cases";

cases(
  "7.6: defaults",
  `
7.6 and W9 Margin cash below zero after 6.2: bank, fund, then the gains pay, pro rata by largest remainder
  given no fees
  given initial $5.00
  given fund $200.00
  given ann $199.99 in margin, $100.00 at the bank
  ann: buy 10 @ 4.350
  ben: sell 10 at market
  ann: buy 10 @ 4.250
  cid: sell 10 at market
  ann: buy 10 @ 4.150
  dot: sell 10 at market
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  DEC: settled 4.050 curve
  defaults: ann $400.01 = bank $100.00 + fund $200.00 + gains $100.01
  ann: flat, cash $0.00, bank $0.00
  ben: flat, cash $50250.00      # a gain of $300, less $50.00
  cid: flat, cash $50166.66      # $200, less $33.34
  dot: flat, cash $50083.33      # $100, less $16.67
  fund: $0.00

7.6 A deficit that the own bank covers costs nobody else anything
  given no fees
  given initial $40.00
  given ann $400.00 in margin, $60.00 at the bank
  ann buys 10 @ 4.500 with hal
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  defaults: ann $50.00 = bank $50.00 + fund $0.00 + gains $0.00
  ann: flat, cash $0.00, bank $10.00
  hal: flat, cash $50450.00
  fund: $250000.00

7.6 Its orders and stops end, in every month
  given no fees
  given initial $40.00
  given ann $440.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  ann: buy 1 FEB @ 4.300 as B
  ann: sell 1 at market stop 4.400 as C
  ann: sell 10 @ 4.940 reduce-only as D
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  defaults: ann $10.00 = bank $0.00 + fund $10.00 + gains $0.00
  B: cancelled default
  C: cancelled default
  D: cancelled default

7.6 Positions close at the settlement against whoever has the highest equity ÷ requirement, without a fee
  given initial $40.00
  given ann $400.50 in margin, $0.00 at the bank
  given cid $2000.00 in margin, $0.00 at the bank
  ben: sell 6 @ 4.500
  cid: sell 6 @ 4.500
  ann: buy 10 @ 4.500
  dot: buy 2 @ 4.500
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  ann: flat, cash $0.00, bank $0.00
  ben: flat, cash $50269.94      # 6 × $45 less 6 cents
  cid: short 2
  dot: long 2
  defaults: ann $50.00 = bank $0.00 + fund $50.00 + gains $0.00

7.6 A position closes against other defaulters first
  given no fees
  given initial $40.00
  given ann $400.00 in margin, $0.00 at the bank
  given ben $760.00 in margin, $0.00 at the bank
  ann buys 2 @ 4.500 with ben
  ben buys 20 MAR @ 4.500 with gus
  ann buys 8 @ 4.500 with hal
  dot buys 5 @ 4.500 with hal
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  defaults: ann $50.00 = bank $0.00 + fund $50.00 + gains $0.00, ben $50.00 = bank $0.00 + fund $50.00 + gains $0.00
  ann: flat DEC
  ben: flat DEC, flat MAR
  hal: short 5
  dot: long 5
  gus: flat MAR

7.6 The deficits of several defaulters are one sum
  given no fees
  given initial $40.00
  given fund $30.00
  given ann $400.00 in margin, $0.00 at the bank
  given ben $400.00 in margin, $20.00 at the bank
  ann buys 10 @ 4.500 with hal
  ben buys 10 @ 4.500 with gus
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  defaults: ann $50.00 = bank $0.00 + fund $30.00 + gains $20.00, ben $50.00 = bank $20.00 + fund $0.00 + gains $30.00
  hal: flat, cash $50425.00      # $450, less half of $50
  gus: flat, cash $50425.00
  fund: $0.00

7.6 A short that defaults is closed against the longs
  given no fees
  given initial $40.00
  given ann $400.00 in margin, $0.00 at the bank
  hal buys 10 @ 4.500 with ann
  at 14:54
  eve: buy 1 JAN @ 4.635
  eve: buy 1 JAN @ 4.765
  eve: buy 1 JAN @ 4.892
  eve: buy 1 JAN @ 4.950
  at 15:00
  DEC: settled 4.950 curve
  defaults: ann $50.00 = bank $0.00 + fund $50.00 + gains $0.00
  hal: flat, cash $50450.00
  ann: flat, cash $0.00

7.6 A reduce-only order of whoever is closed against shrinks with the position
  given no fees
  given initial $40.00
  given ann $400.00 in margin, $0.00 at the bank
  ann buys 10 @ 4.500 with hal
  gus buys 5 @ 4.500 with hal
  hal: buy 15 @ 4.100 reduce-only as A
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  hal: short 5
  A: rests 5

7.6 A final settlement can bring about a default, too
  given no fees
  given initial $10.00
  given first day 2026-10-29
  given ann $300.00 in margin, $0.00 at the bank
  eve: sell 1 OCT @ 4.365
  eve: sell 1 OCT @ 4.235
  eve: sell 1 OCT @ 4.108
  eve: sell 1 OCT @ 4.050
  at 15:00
  eve: cancel all
  at 09:30
  hal buys 10 OCT @ 4.050 with ann
  at 15:00
  OCT: settlement 4.050
  defaults: none
  at 15:30
  OCT: final 4.500 fixings 2
  defaults: ann $150.00 = bank $0.00 + fund $150.00 + gains $0.00
  ann: cash $0.00
  hal: cash $50450.00

8.4 Who defaulted may go on with money from the bank; nothing of the old day stands in the way
  given no fees
  given initial $40.00
  given ann $400.00 in margin, $1000.00 at the bank
  ann buys 10 @ 4.500 with hal
  at 14:54
  eve: sell 1 JAN @ 4.365
  eve: sell 1 JAN @ 4.235
  eve: sell 1 JAN @ 4.108
  eve: sell 1 JAN @ 4.050
  at 15:00
  ann: no call, cash $0.00, bank $950.00
  at 09:30
  ann: buy 1 DEC @ 4.050 → refused insufficient-margin
  ann: transfer $950.00
  ann: buy 1 DEC @ 4.050 → rests 1
`,
);
