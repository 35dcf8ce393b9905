import { cases } from "./notation/cases";

cases(
  "4.4: replace, and 4.6: client order ids",
  `
4.4 Fewer lots at the same price keeps the place ⇄
  ann: buy 10 @ 4.500 as A
  ben: buy 10 @ 4.500
  ann: replace A to 8 lots → rests 8, ahead 0
  cid: sell 9 @ 4.500
  A: filled 8
  ben: long 1

4.4 More lots, as many, or another price and back, queues anew ⇄
  ann: buy 10 @ 4.500 as A
  ben: buy 10 @ 4.500 as B
  ann: replace A to 11 lots → rests 11, ahead 10
  ben: replace B to 10 lots → rests 10, ahead 11
  ben: replace B price 4.499 → rests 10, ahead 0
  ben: replace B price 4.500 → rests 10, ahead 11

4.4 Lots are the order's total, filled included; to no more than has filled is refused ⇄
  ann: buy 10 @ 4.500 as A
  cid: sell 4 @ 4.500
  ann: replace A to 7 lots → filled 4, rests 3, total 7
  ann: replace A to 4 lots → refused already-filled lots 4 filled 4
  ann: replace A to 3 lots → refused already-filled lots 3 filled 4
  A: filled 4, rests 3

4.4 A replaced order may trade, at the makers' prices, as taker ⇄
  cid: sell 3 @ 4.505
  cid: sell 3 @ 4.510
  ann: buy 5 @ 4.500 as A
  ann: replace A price 4.508 → filled 3 @ 4.505, rests 2 @ 4.508
  ann: fees $0.15
  trades: 3 @ 4.505

4.4 A refused replace changes nothing: limits, band, post-only, lots, margin ⇄
  given initial $100.00
  given everyone $1000.00 in margin, $0.00 at the bank
  ann: buy 5 @ 4.500 post-only as A
  cid: buy 5 @ 4.500
  dot: sell 5 @ 4.510
  ann: replace A price 4.951 → refused outside-limits price 4.951 low 4.050 high 4.950
  ann: replace A price 4.640 → refused price-band price 4.640 mark 4.500 bound 4.635
  ann: replace A price 4.510 → refused post-only price 4.510 touch 4.510
  ann: replace A to 0 lots → refused lots lots 0 least 1 most 10000
  ann: replace A to 11 lots → refused insufficient-margin requirementBefore $500.00 required $1100.00
  A: rests 5 @ 4.500, ahead 0
  ann: requirement $500.00

4.4 A replace is asked for what it brings more: lots that count already are free
  given initial $100.00
  given no fees
  given everyone $1000.00 in margin, $0.00 at the bank
  ann: buy 9 @ 4.500 as A
  ann: replace A to 10 lots → rests 10
  ann: replace A to 12 lots → refused insufficient-margin requirementBefore $1000.00 required $1200.00 free $0.00 fits 10
  ann: replace A price 4.400 → rests 10 @ 4.400
  ann: replace A price 4.501 → rests 10 @ 4.501

4.4 Flags stay: post-only, reduce-only, day, iceberg ⇄
  ann buys 9 @ 4.500 with hal
  ann: sell 5 @ 4.520 day showing 2 reduce-only post-only as A
  cid: buy 1 @ 4.510
  ann: replace A price 4.510 → refused post-only
  ann: replace A price 4.515 to 6 lots → rests 6 @ 4.515
  book: bids 1 @ 4.510 | asks 2 @ 4.515
  ann: replace A to 20 lots → rests 9
  at 15:00
  A: cancelled day-end

4.4 A post-only order that slides, slides again as it is replaced ⇄
  cid: sell 5 @ 4.510
  ann: buy 5 @ 4.500 post-only sliding as A
  ann: replace A price 4.512 → rests 5 @ 4.509

4.4 Iceberg: fewer lots come out of what is hidden, more queues anew ⇄
  ann: buy 10 @ 4.500 showing 3 as A
  ben: buy 5 @ 4.500
  ann: replace A to 6 lots → rests 6, ahead 0
  book: bids 8 @ 4.500
  ann: replace A to 2 lots → rests 2, ahead 0
  book: bids 7 @ 4.500
  ann: replace A to 9 lots → rests 9, ahead 5
  book: bids 8 @ 4.500

4.4 An ended order, and another account's, is unknown-order; so is one that never was ⇄
  ann: buy 5 @ 4.500 as A
  ben: replace A to 1 lots → refused unknown-order
  ben: cancel A → refused unknown-order
  cid: sell 5 @ 4.500
  ann: replace A to 9 lots → refused unknown-order
  ann: cancel A → refused unknown-order
  A: filled 5

4.4 A replace that makes the mark move fires the stops it reaches, as any order ⇄
  cid: buy 5 at market stop 4.520 on mark as C
  dot: sell 9 @ 4.530
  ann: buy 2 @ 4.500 as A
  ann: replace A price 4.520
  C: filled 5 @ 4.530

4.4 and 5.3 A replace to more lots is asked for the position limit
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 2000 @ 4.500 as A
  ann: replace A to 2001 lots → refused position-limit worst 2001 limit 2000
  ann: replace A price 4.501 → rests 2000

4.6 A repeat of the same order returns the first outcome, and trades no more ⇄
  cid: sell 20 @ 4.500
  ann: buy 5 @ 4.500 id once → filled 5
  ann: buy 5 @ 4.500 id once → repeated filled 5
  ann: long 5

4.6 A repeat is answered as at first, whatever has become of the order ⇄
  ann: buy 5 @ 4.500 id once as A → rests 5
  cid: sell 2 @ 4.500
  ann: buy 5 @ 4.500 id once → repeated rests 5
  ann: cancel A → filled 2, cancelled by-owner
  ann: buy 5 @ 4.500 id once → repeated rests 5
  book: bids none | asks none

4.6 Any other order under the same id is refused before it trades ⇄
  cid: sell 20 @ 4.500
  ann: buy 5 @ 4.500 id once
  ann: buy 6 @ 4.500 id once → refused duplicate-id clientOrderId once
  ann: buy 5 @ 4.500 ioc id once → refused duplicate-id
  ann: buy 5 at market stop 4.510 id once → refused duplicate-id
  ann: spread buy 5 DEC/JAN @ +0.000 id once → refused duplicate-id
  ann: long 5, open orders 0
  ben: buy 6 @ 4.500 id once → filled 6

4.6 A refused order holds no id ⇄
  ann: buy 5 @ 4.960 id once → refused outside-limits
  ann: buy 5 @ 4.500 id once → rests 5

4.6 An ended order holds its id today and the next room day, then it is free
  ann: buy 5 @ 4.500 id once as A
  ann: cancel A
  ann: buy 6 @ 4.500 id once → refused duplicate-id
  at 15:30
  at 09:30
  ann: buy 6 @ 4.500 id once → refused duplicate-id
  at 15:30
  at 09:30
  ann: buy 6 @ 4.500 id once → rests 6

4.6 An open order holds its id for as long as it is open
  ann: buy 5 @ 4.400 id once
  at 15:30
  at 15:30
  at 15:30
  at 09:30
  ann: buy 6 @ 4.400 id once → refused duplicate-id
  ann: buy 5 @ 4.400 id once → repeated rests 5

4.6 Two orders of an OCO cannot share an id, but each may have one ⇄
  ann: oco buy 5 @ 4.490 id o; buy 5 @ 4.480 id o → refused duplicate-id
  ann: open orders 0
  ann: oco buy 5 @ 4.490 id o; buy 5 @ 4.480 id p → rests 5
  ann: buy 5 @ 4.480 id p → refused duplicate-id
  ann: open orders 2

4.6 The exits and the sibling are part of the order that is repeated ⇄
  ann: bracket buy 5 @ 4.500 id b; target 4.540
  ann: bracket buy 5 @ 4.500 id b; target 4.540 → repeated rests 5
  ann: bracket buy 5 @ 4.500 id b; target 4.550 → refused duplicate-id
  ann: buy 5 @ 4.500 id b → refused duplicate-id
  ann: oco buy 5 @ 4.490; buy 5 @ 4.480 id o
  ann: oco buy 5 @ 4.490; buy 5 @ 4.480 id o → repeated rests 5
  ann: oco buy 5 @ 4.491; buy 5 @ 4.480 id o → refused duplicate-id
  book: bids 5 @ 4.500, 5 @ 4.490, 5 @ 4.480
`,
);
