import { cases } from "./notation/cases";

cases(
  "7.1 to 7.4: margin",
  `
7.1 Everybody begins with $50,000 in margin and as much at the bank
  ann: cash $50000.00, bank $50000.00, equity $50000.00, requirement $0.00, free $50000.00

7.1 A transfer brings in at most the bank cash
  ann: transfer $50000.01 → refused transfer-limit asked $50000.01 most $50000.00
  ann: transfer $0.00 → refused transfer-limit
  ann: transfer $50000.00 → accepted
  ann: cash $100000.00, bank $0.00
  ann: transfer $0.01 → refused transfer-limit most $0.00

7.1 It takes out at most what the requirement leaves; orders count
  given initial $100.00
  ann: buy 10 @ 4.500
  ann: transfer -$49000.01 → refused transfer-limit most $49000.00
  ann: transfer -$49000.00 → accepted
  ann: cash $1000.00, free $0.00, transferable $0.00

7.1 A gain since the settlement cannot be taken out, a loss counts
  given initial $100.00
  given no fees
  ann buys 10 @ 4.500 with hal
  cid: buy 1 @ 4.550
  DEC: mark 4.550
  ann: equity $50050.00, transferable $49000.00
  hal: equity $49950.00, transferable $48950.00

7.1 A fee takes at most the margin cash
  given taker fee $150.00
  given ann $100.00 in margin, $0.00 at the bank
  ann: buy 1 @ 4.500 post-only
  ben: sell 1 @ 4.500
  ben: buy 1 @ 4.500
  ann: sell 1 @ 4.500 → filled 1
  ann: cash $0.00, fees $100.00
  fund: $250250.00

7.2 and W1 PREM at 4.500 with 4 sellers: initial $85.15 a lot, maintenance 80 % of the requirement
  DEC: initial $85.15
  ann buys 1 @ 4.500 with hal
  ann: requirement $85.15, maintenance $68.12

7.2 Five sellers: 2^⅕ − 1; eight or nine: the limit and 2 points are more, and move with it
  given benchmarks CHNA ECON GPUH
  CHNA-DEC: initial $28.35     # 1.906 × 14.8699 %
  ECON-DEC: initial $5.33      # 0.4439 × 12 %
  GPUH-DEC: initial $45.47
  ann: sell 1 GPUH-DEC @ 3.676
  ann: sell 1 GPUH-DEC @ 3.566
  ann: sell 1 GPUH-DEC @ 3.460
  ann: sell 1 GPUH-DEC @ 3.411
  at 15:00
  GPUH-DEC: settled 3.411 limit, rate 13 %, initial $51.17     # 15 %
  ECON-DEC: initial $5.33

7.2 Rounded up to a cent, in whole numbers (W10)
  given benchmarks ECON
  ann: buy 1 ECON-DEC @ 0.4441
  ben: sell 1 ECON-DEC @ 0.4443
  at 15:00
  ECON-DEC: settlement 0.4442, initial $5.34      # 533.04 cents

7.2 Fixed from settlement to settlement ⇄
  gus buys 1 @ 4.600 with hal
  DEC: initial $85.15

7.2 An initial margin fixed for a class stays, whatever settles ⇄
  given initial $100.00
  ann buys 3 @ 4.500 with hal
  ann: requirement $300.00, maintenance $240.00
  cid: buy 1 @ 4.599
  dot: sell 1 @ 4.601
  at 15:00
  DEC: initial $100.00
  ann: requirement $300.00

7.2 Maintenance is rounded up
  given initial $33.33
  ann buys 1 @ 4.500 with hal
  ann: maintenance $26.67     # 26.664

7.3 and W6 Two months against each other are charged a quarter; offering one of them raises it, the fill less so
  given no fees
  ann: buy 1 DEC @ 4.499
  ben: sell 1 DEC @ 4.501
  ann: buy 1 JAN @ 4.519
  ben: sell 1 JAN @ 4.521
  at 15:00
  ann: cancel all
  ben: cancel all
  at 09:30
  DEC: settlement 4.500, initial $85.15
  JAN: settlement 4.520, initial $85.53
  cid buys 10 DEC @ 4.500 with hal
  cid: requirement $851.50
  hal buys 10 JAN @ 4.520 with cid
  cid: requirement $429.55, maintenance $343.64
  cid: sell 4 DEC @ 4.510
  cid: requirement $685.00
  dot: buy 4 DEC @ 4.510
  cid: requirement $599.85

7.3 and W6 In its settlement month a contract is charged alone
  given first day 2026-11-30
  ann buys 10 DEC @ 4.500 with hal
  hal buys 10 JAN @ 4.500 with ann
  cid: buy 1 DEC @ 4.499
  dot: sell 1 DEC @ 4.501
  cid: buy 1 JAN @ 4.519
  dot: sell 1 JAN @ 4.521
  at 15:00
  ann: requirement $429.55
  at 15:29:59
  ann: requirement $429.55
  at 15:30
  ann: requirement $1706.80

7.3 Bids and offers of one month do not add up: the worse of all bids and all offers ⇄
  given initial $100.00
  ann: buy 10 @ 4.490
  ann: requirement $1000.00
  ann: sell 10 @ 4.510
  ann: requirement $1000.00
  ann: sell 1 @ 4.511
  ann: requirement $1100.00

7.3 No fill of an order at rest raises the requirement: bid here, offer there ⇄
  given initial $100.00
  ann: buy 10 DEC @ 4.490
  ann: sell 10 JAN @ 4.510
  ann: requirement $1250.00     # ¾ × 10 + ¼ × 20
  cid: sell 10 DEC @ 4.490
  ann: requirement $1250.00
  cid: buy 10 JAN @ 4.510
  ann: requirement $500.00

7.3 Benchmarks are charged apart
  given benchmarks PREM GPUH
  given initial $100.00
  ann: buy 10 DEC @ 4.500
  ann: sell 10 GPUH-DEC @ 3.789
  ann: requirement $2000.00

7.3 Hidden lots count, orders that wait do not ⇄
  given initial $100.00
  ann: buy 10 @ 4.490 showing 1
  ann: buy 10 at market stop 4.600
  ann: requirement $1000.00

7.4 Equity must cover the new requirement, the fee and the loss against the mark; exactly is enough ⇄
  given ann $86.20 in margin, $0.00 at the bank
  given ben $86.19 in margin, $0.00 at the bank
  ben: buy 1 @ 4.510 → refused insufficient-margin requirementBefore $0.00 required $85.15 fee $0.05 loss $1.00 equity $86.19 free $86.19 fits 0
  ann: buy 1 @ 4.510 → rests 1

7.4 The refusal says what would fit ⇄
  given ann $1000.00 in margin, $0.00 at the bank
  ann: buy 20 @ 4.510 → refused insufficient-margin required $1703.00 fee $1.00 loss $20.00 free $1000.00 fits 11
  ann: buy 12 @ 4.510 → refused insufficient-margin fits 11
  ann: buy 11 @ 4.510 → rests 11

7.4 A market order is asked for its protection price, a maker's order in an auction for the maker's fee
  given ann $200.00 in margin, $0.00 at the bank
  ben: sell 5 @ 4.500
  ann: buy 3 at market → refused insufficient-margin fee $0.15 loss $27.00     # 90 ticks
  halt JAN
  ann: buy 3 JAN @ 4.500 → refused insufficient-margin fee $0.03

7.4 An order that does not raise the requirement is accepted, however little is free ⇄
  given initial $100.00
  given ann $1000.50 in margin, $0.00 at the bank
  hal: sell 10 @ 4.500
  ann: buy 10 @ 4.500 → filled 10
  ann: free $0.00
  ann: buy 1 @ 4.490 → refused insufficient-margin
  ann: sell 20 @ 4.510 → rests 20
  ann: sell 1 @ 4.510 → refused insufficient-margin required $1100.00
  ann: buy 1 JAN @ 4.490 → refused insufficient-margin required $1100.00

7.4 Nor is one that offsets in another month: it lowers the requirement as it fills ⇄
  given initial $100.00
  given no fees
  given ann $1000.00 in margin, $0.00 at the bank
  ann buys 10 DEC @ 4.500 with hal
  ann: sell 3 JAN @ 4.500 → refused insufficient-margin requirementBefore $1000.00 required $1075.00
  hal: buy 3 JAN @ 4.500
  ann: sell 3 JAN @ 4.500 → refused insufficient-margin
  ann: free $0.00
`,
);
