import { cases } from "./notation/cases";

cases(
  "1.2 and 4.7: auctions",
  `
1.2 From 08:50 limit orders collect and none matches; market, IOC and FOK are refused auction ⇄
  at 08:50
  ann: buy 5 @ 4.520 → rests 5
  ben: sell 5 @ 4.480 → rests 5
  cid: buy 5 at market → refused auction opensAt 09:00
  cid: buy 5 @ 4.500 ioc → refused auction opensAt 09:00
  cid: buy 5 @ 4.500 fok → refused auction opensAt 09:00
  book: bids 5 @ 4.520 | asks 5 @ 4.480
  DEC: state collecting, indicative 5 @ 4.500
  at 08:59:59
  trades: none
  at 09:00
  trades: 5 @ 4.500
  DEC: state continuous, last 4.500, indicative nothing

1.2 Continuous trading begins at 09:00 sharp ⇄
  at 09:00
  DEC: state continuous
  auctions: no overlap
  ann: buy 5 @ 4.500
  ben: sell 5 at market → filled 5

4.7 The price of most volume ⇄
  at 08:50
  ann: buy 10 @ 4.510
  ben: buy 5 @ 4.505
  cid: sell 8 @ 4.500
  dot: sell 4 @ 4.508 as D
  DEC: indicative 10 @ 4.508 surplus 2 sell
  at 09:00
  auctions: 10 @ 4.508 surplus 2 sell
  ann: long 10
  ben: flat
  D: filled 2, rests 2
  book: bids 5 @ 4.505 | asks 2 @ 4.508

4.7 Of equal volumes, the least surplus ⇄
  at 08:50
  ann: buy 10 @ 4.510
  ben: buy 5 @ 4.503
  cid: sell 10 @ 4.490
  DEC: indicative 10 @ 4.504    # 5 left over up to 4.503

4.7 Of equal surpluses, nearest the last settlement: the settlement itself, or the end nearer to it ⇄
  at 08:50
  ann: buy 10 @ 4.520
  ben: sell 10 @ 4.490
  DEC: indicative 10 @ 4.500
  ben: sell 10 JAN @ 4.505
  ann: buy 10 JAN @ 4.520
  JAN: indicative 10 @ 4.505

4.7 Surpluses of the two sides are compared by size: the settlement decides between them ⇄
  at 08:50
  ann: buy 5 @ 4.530
  ann: buy 2 @ 4.524
  ben: sell 5 @ 4.510
  ben: sell 2 @ 4.525
  DEC: indicative 5 @ 4.510 surplus 2 buy

4.7 Hidden lots count ⇄
  at 08:50
  ann: buy 10 @ 4.510 showing 1 as A
  ben: buy 5 @ 4.505
  cid: sell 12 @ 4.500
  DEC: indicative 12 @ 4.500 surplus 3 buy
  at 09:00
  A: filled 10
  ben: long 2

4.7 Hidden lots queue behind what is shown at their price, in an auction too ⇄
  at 08:50
  ann: buy 9 @ 4.500 showing 2 as A
  ben: buy 5 @ 4.500 as B
  cid: sell 8 @ 4.500
  at 09:00
  A: filled 3, rests 6
  B: filled 5
  book: bids 1 @ 4.500

4.7 No overlap, no uncross ⇄
  at 08:50
  ann: buy 5 @ 4.499
  ben: sell 5 @ 4.500
  DEC: indicative none
  at 09:00
  auctions: no overlap
  book: bids 5 @ 4.499 | asks 5 @ 4.500

4.7 All that trades trades at one price, by price and then time; both pay the maker's fee (4.1) ⇄
  at 08:50
  ann: buy 4 @ 4.505 as A
  ben: buy 4 @ 4.510 as B
  cid: buy 4 @ 4.505 as C
  dot: sell 6 @ 4.480
  at 09:00
  B: filled 4 @ 4.500
  A: filled 2 @ 4.500, rests 2
  C: rests 4
  ben: cash $49999.96, fees $0.04
  dot: cash $49999.94
  DEC: volume 6

4.7 An order of the day before is ahead of this morning's, and takes part ⇄
  ann: buy 5 @ 4.500 as A
  at 15:00
  at 08:50
  ben: buy 5 @ 4.500 as B
  cid: sell 7 @ 4.500
  at 09:00
  A: filled 5
  B: filled 2, rests 3

4.7 and 4.2 Post-only is not refused where nobody is the taker; it may be matched ⇄
  at 08:50
  ann: sell 5 @ 4.490
  ben: buy 5 @ 4.510 post-only → rests 5 @ 4.510
  cid: buy 5 @ 4.512 post-only sliding → rests 5 @ 4.512
  at 09:00
  trades: 5 @ 4.511    # up to 4.510 five bids would be left over, above it none

4.7 and 4.4 Orders are replaced and cancelled while they collect, and lose their place as ever ⇄
  at 08:50
  ann: buy 5 @ 4.500 as A
  ben: buy 5 @ 4.500 as B
  ann: replace A to 6 lots → rests 6, ahead 5
  ben: replace B to 4 lots → rests 4, ahead 0
  cid: sell 5 @ 4.500 as C
  cid: replace C price 4.490 → rests 5
  dot: sell 5 @ 4.480 as D
  dot: cancel D → cancelled by-owner
  at 09:00
  B: filled 4
  A: filled 1, rests 5
  C: filled 5
`,
);

cases(
  "4.5 and 4.7: self-trade prevention in auctions",
  `
4.5 Newest: of an owner's two orders that would meet, the later ends, and the auction is computed anew ⇄
  at 08:50
  ann: buy 10 @ 4.510 as A
  ann: sell 10 @ 4.490 as B
  ben: sell 4 @ 4.506
  DEC: indicative 10 @ 4.500
  at 09:00
  B: cancelled self-trade
  A: filled 4, rests 6
  trades: 4 @ 4.506
  auctions: 4 @ 4.506 surplus 6 buy

4.5 Oldest, of the later order: the earlier ends ⇄
  at 08:50
  ann: buy 10 @ 4.510 as A
  ann: sell 10 @ 4.490 self-trade oldest as B
  ben: buy 4 @ 4.496
  at 09:00
  A: cancelled self-trade
  B: filled 4, rests 6
  trades: 4 @ 4.496

4.5 Both ⇄
  at 08:50
  ann: buy 10 @ 4.510 self-trade newest as A
  ann: sell 10 @ 4.490 self-trade both as B
  ben: buy 4 @ 4.496
  at 09:00
  A: cancelled self-trade
  B: cancelled self-trade
  auctions: no overlap

4.5 Decrement: the smaller open size leaves both ⇄
  at 08:50
  ann: buy 10 @ 4.510 as A
  ann: sell 6 @ 4.490 self-trade decrement as B
  ben: sell 9 @ 4.500
  at 09:00
  B: cancelled self-trade
  A: filled 4
  trades: 4 @ 4.500

4.5 Own orders that would not meet are left alone ⇄
  at 08:50
  ben: sell 5 @ 4.490
  ann: buy 5 @ 4.510 as A
  ann: sell 5 @ 4.500 as B
  at 09:00
  A: filled 5
  B: rests 5
  trades: 5 @ 4.499

4.5 A replaced order is the later one ⇄
  at 08:50
  ann: buy 5 @ 4.510 self-trade oldest as A
  ann: sell 5 @ 4.490 as B
  ann: replace A price 4.509
  at 09:00
  B: cancelled self-trade
  A: rests 5 @ 4.509
`,
);

cases(
  "4.7: halts, and what auctions set off",
  `
4.7 A halted month collects orders as in pre-open, and reopens by auction as it is resumed ⇄
  ann: buy 5 @ 4.490
  halt DEC
  DEC: state collecting, halted until 2026-10-02T09:00
  JAN: state continuous
  ben: buy 5 @ 4.520 as B
  cid: sell 8 @ 4.480 → rests 8
  dot: buy 5 at market → refused auction
  dot: buy 5 @ 4.520 ioc → refused auction
  DEC: indicative 8 @ 4.490 surplus 2 buy, mark 4.500
  trades: none
  resume DEC
  trades: 5 @ 4.490, 3 @ 4.490
  B: filled 5 @ 4.490
  DEC: state continuous, trading, last 4.490

4.7 A halt ends at its hour by itself
  halt DEC until 10:00
  DEC: halted until 10:00
  ann: buy 5 @ 4.520
  ben: sell 5 @ 4.480
  ben: sell 5 at market → refused auction opensAt 10:00
  at 09:59:59
  trades: none
  at 10:00
  trades: 5 @ 4.500
  DEC: trading, state continuous

4.7 A halt lasts at the latest until the next opening
  halt DEC until 2026-10-05T10:00
  DEC: halted until 2026-10-02T09:00
  ann: buy 5 @ 4.500
  at 15:00
  ann: buy 5 @ 4.500 → refused closed
  at 08:50
  ben: sell 5 @ 4.500
  at 09:00
  trades: 5 @ 4.500
  DEC: trading

4.7 A month that is not halted cannot be resumed; a halt can be moved
  resume DEC → refused not-halted contract PREM-DEC26
  halt DEC until 11:00
  halt DEC until 10:00
  DEC: halted until 10:00
  resume DEC
  resume DEC → refused not-halted

4.8 Only continuous trading moves the mark: a halt leaves it, the reopening does not ⇄
  halt DEC
  ann: buy 5 @ 4.550
  ben: buy 5 @ 4.560
  DEC: mark 4.500
  resume DEC
  DEC: mark 4.560

4.7 Limits hold while orders collect, and margin and position limits are asked as ever ⇄
  given everyone $1000.00 in margin, $0.00 at the bank
  halt DEC
  ann: buy 1 @ 4.951 → refused outside-limits low 4.050 high 4.950
  ann: buy 12 @ 4.500 → refused insufficient-margin required $1021.80 fee $0.12
  ann: buy 8 @ 4.950 → refused insufficient-margin required $681.20 loss $360.00

4.2 Stops reached in an auction fire after the uncross, in what it left ⇄
  at 08:50
  ann: buy 3 at market stop 4.500 as A → waits 3
  ben: buy 3 at market stop 4.501 as B → waits 3
  cid: buy 5 @ 4.520
  dot: sell 5 @ 4.480
  dot: sell 9 @ 4.530
  at 09:00
  trades: 5 @ 4.500, 3 @ 4.530, 3 @ 4.530
  A: filled 3 @ 4.530
  B: filled 3 @ 4.530

4.2 A stop on the mark is reached by the mark after the uncross ⇄
  at 08:50
  ann: buy 3 at market stop 4.520 on mark as A
  cid: buy 5 @ 4.520
  dot: sell 9 @ 4.530
  DEC: mark 4.500
  A: waits 3
  at 09:00
  A: filled 3 @ 4.530

4.2 A stop placed through its trigger while orders collect waits for the auction ⇄
  gus buys 1 @ 4.520 with hal
  halt DEC
  ann: buy 3 at market stop 4.510 as A → waits 3
  cid: sell 9 @ 4.530
  resume DEC
  A: filled 3 @ 4.530

4.2 Reduce-only orders of one account never flip it in an auction ⇄
  ann buys 5 @ 4.500 with hal
  halt DEC
  ann: sell 5 @ 4.490 reduce-only as A
  ann: sell 5 @ 4.495 reduce-only as B
  cid: buy 8 @ 4.500 as C
  resume DEC
  ann: flat
  A: filled 5
  B: cancelled reduce-only
  C: filled 5, rests 3

4.2 The orders of an OCO trade no more than the one in an auction ⇄
  halt DEC
  ann: oco sell 5 @ 4.490 as A; sell 5 @ 4.495 as B
  cid: buy 8 @ 4.500 as C
  resume DEC
  ann: short 5
  A: filled 5
  B: cancelled sibling
  C: filled 5, rests 3

4.2 An entry filled in an auction has its exits after it ⇄
  halt DEC
  ann: bracket buy 5 @ 4.510 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 3 @ 4.490
  T: sleeps
  resume DEC
  E: filled 3, rests 2
  T: rests 3
  S: waits 3

4.2 Day orders end at 15:00 of a halted month, too, and nothing trades in the close ⇄
  halt DEC
  ann: buy 5 @ 4.510 day as A
  ben: sell 5 @ 4.490 as B
  at 15:00
  A: cancelled day-end
  B: rests 5
  trades: none
`,
);
