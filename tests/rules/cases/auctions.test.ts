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
