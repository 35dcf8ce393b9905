import { cases } from "./notation/cases";

cases(
  "1.2 and 4.1 to 4.3: orders",
  `
1.2 From 15:00 orders are refused closed, cancels and transfers are accepted
  ann: buy 5 @ 4.500 as A
  at 15:00
  ann: buy 5 @ 4.500 → refused closed opensAt 2026-10-02T08:50
  ann: sell 5 at market → refused closed
  ann: buy 5 at market stop 4.600 → refused closed
  ann: replace A to 4 lots → refused closed
  ann: transfer -$100.00 → accepted
  ann: cancel A → cancelled by-owner

1.2 Continuous trading ends at 15:00 sharp: an order a second earlier is accepted
  at 14:59:59
  ann: buy 5 @ 4.500 → rests 5
  at 15:00
  ben: sell 5 @ 4.500 → refused closed

4.1 Price, then time: the best price first, at one price the order that came first ⇄
  ann: sell 4 @ 4.510 as A
  ben: sell 2 @ 4.505 as B
  cid: sell 3 @ 4.505 as C
  dot: buy 6 @ 4.512 → filled 6
  trades: 2 @ 4.505, 3 @ 4.505, 1 @ 4.510
  book: bids none | asks 3 @ 4.510
  A: filled 1, rests 3
  dot: long 6

4.1 A trade prints at the resting order's price ⇄
  ann: sell 4 @ 4.505
  ben: buy 4 @ 4.520 → filled 4 @ 4.505
  trades: 4 @ 4.505
  DEC: last 4.505

4.1 Fees a lot filled: taker 5 cents, maker 1 ⇄
  ann: sell 10 @ 4.500
  ben: buy 10 @ 4.500
  ann: cash $49999.90, fees $0.10
  ben: cash $49999.50, fees $0.50
  fund: $250000.60

4.1 Fees of ECON: taker 1 cent, maker nothing
  given benchmarks ECON
  ann: sell 10 ECON-DEC @ 0.4439
  ben: buy 10 ECON-DEC @ 0.4439
  ann: cash $50000.00
  ben: cash $49999.90, fees $0.10 ECON-DEC

4.2 A limit order rests with what it cannot trade at its price ⇄
  ann: sell 4 @ 4.500
  ben: buy 10 @ 4.500 → filled 4 @ 4.500, rests 6 @ 4.500
  book: bids 6 @ 4.500 | asks none

4.2 IOC: what cannot trade at once ends ⇄
  ann: sell 4 @ 4.500
  ann: sell 4 @ 4.501
  ben: buy 10 @ 4.500 ioc → filled 4, cancelled ioc
  ben: buy 10 @ 4.499 ioc → cancelled ioc
  book: bids none | asks 4 @ 4.501

4.2 FOK: all or nothing over several levels, at the makers' prices ⇄
  ann: sell 4 @ 4.500
  cid: sell 5 @ 4.501
  ben: buy 10 @ 4.501 fok → refused fok-unfilled lots 10 available 9
  trades: none
  ben: buy 9 @ 4.501 fok → filled 9
  trades: 4 @ 4.500, 5 @ 4.501

4.2 A killed FOK changes nothing: no order ends, nothing shrinks, no mode of self-trade prevention acts ⇄
  ann: sell 4 @ 4.500 as A
  ben: sell 3 @ 4.500 as B
  cid: sell 3 @ 4.501
  ben: buy 9 @ 4.501 fok self-trade oldest → refused fok-unfilled lots 9 available 7
  ben: buy 9 @ 4.501 fok self-trade both → refused fok-unfilled lots 9 available 4
  ben: buy 9 @ 4.501 fok self-trade decrement → refused fok-unfilled lots 9 available 4
  ben: buy 9 @ 4.501 fok → refused fok-unfilled lots 9 available 4
  trades: none
  book: bids none | asks 7 @ 4.500, 3 @ 4.501
  B: rests 3

4.2 FOK counts only lots it would trade: an own order in mode oldest gives way and does not count ⇄
  ann: sell 4 @ 4.500
  ben: sell 3 @ 4.500 as B
  cid: sell 3 @ 4.501
  ben: buy 7 @ 4.501 fok self-trade oldest → filled 7
  trades: 4 @ 4.500, 3 @ 4.501
  B: cancelled self-trade

4.2 FOK counts hidden lots ⇄
  ann: sell 10 @ 4.500 showing 2 as A
  ben: buy 11 @ 4.500 fok → refused fok-unfilled lots 11 available 10
  ben: buy 10 @ 4.500 fok → filled 10
  A: filled 10

4.2 FOK counts a reduce-only order no further than its position, however many there are ⇄
  ann: buy 5 @ 4.500
  cid: sell 5 @ 4.500
  ann: sell 5 @ 4.510 reduce-only as A
  ann: sell 4 @ 4.511 reduce-only as B
  ben: buy 6 @ 4.511 fok → refused fok-unfilled lots 6 available 5
  A: rests 5
  B: rests 4
  ben: buy 5 @ 4.511 fok → filled 5
  ann: flat
  B: cancelled reduce-only

4.2 FOK counts the orders of an OCO once ⇄
  ann: oco sell 5 @ 4.510 as A; sell 5 @ 4.512 as B
  ben: buy 6 @ 4.512 fok → refused fok-unfilled lots 6 available 5
  A: rests 5
  B: rests 5
  ben: buy 5 @ 4.512 fok → filled 5 @ 4.510
  B: cancelled sibling

4.2 A FOK market order is all or nothing within its protection ⇄
  ann: sell 2 @ 4.500
  ann: sell 2 @ 4.600
  ben: buy 3 at market fok → refused fok-unfilled lots 3 available 2
  ben: buy 2 at market fok → filled 2

4.2 Post-only: refused if it would trade, accepted a tick off ⇄
  ann: sell 4 @ 4.500
  ben: buy 1 @ 4.500 post-only → refused post-only price 4.500 touch 4.500
  ben: buy 1 @ 4.501 post-only → refused post-only touch 4.500
  ben: buy 1 @ 4.499 post-only → rests 1
  trades: none

4.2 Post-only by option slides a tick off the touch ⇄
  ann: sell 4 @ 4.500
  ben: buy 1 @ 4.507 post-only sliding → rests 1 @ 4.499
  ben: buy 1 @ 4.490 post-only sliding → rests 1 @ 4.490
  book: bids 1 @ 4.499, 1 @ 4.490 | asks 4 @ 4.500

4.2 A post-only order pays as a maker, and is asked for no more (7.4) ⇄
  given everyone $851.60 in margin, $0.00 at the bank
  ann: buy 10 @ 4.500 → refused insufficient-margin required $851.50 fee $0.50 fits 9
  ann: buy 10 @ 4.500 post-only → rests 10

4.2 Post-only looks at no touch of its owner's differently: an own order is a touch too ⇄
  ann: sell 4 @ 4.500
  ann: buy 4 @ 4.500 post-only self-trade oldest → refused post-only touch 4.500

4.2 Iceberg: only a tranche is shown, the next one queues anew behind what is there ⇄
  ann: sell 10 @ 4.500 showing 3 as A
  ben: sell 4 @ 4.500 as B
  book: asks 7 @ 4.500
  cid: buy 3 @ 4.500
  book: asks 7 @ 4.500
  B: rests 4, ahead 0
  A: filled 3, rests 7, ahead 4
  cid: buy 5 @ 4.500
  B: filled 4
  A: filled 4, rests 6
  trades: 3 @ 4.500, 4 @ 4.500, 1 @ 4.500

4.2 Iceberg: a sweep takes tranche after tranche, and each of two icebergs in turn ⇄
  ann: sell 6 @ 4.500 showing 2
  ben: sell 5 @ 4.500 showing 3
  cid: buy 9 @ 4.500 → filled 9
  trades: 2 @ 4.500, 3 @ 4.500, 2 @ 4.500, 2 @ 4.500
  ann: short 4
  ben: short 5
  book: asks 2 @ 4.500

4.2 Iceberg: an incoming one trades all it can and shows a tranche of the rest ⇄
  ann: sell 4 @ 4.500
  ben: buy 10 @ 4.500 showing 2 → filled 4, rests 6
  book: bids 2 @ 4.500 | asks none

4.2 Iceberg: the last tranche is what is left, and hidden lots count for margin (7.3) ⇄
  ann: sell 10 @ 4.500 showing 4
  ann: requirement $851.50
  ben: buy 8 @ 4.500
  book: asks 2 @ 4.500
  ben: buy 3 @ 4.500 → filled 2, rests 1

4.2 Terms that contradict each other are refused order-terms
  ann: buy 5 @ 4.500 showing 6 → refused order-terms field display conflict lots
  ann: buy 5 @ 4.500 showing 2 ioc → refused order-terms field display conflict time-in-force
  ann: buy 5 at market showing 2 → refused order-terms field display conflict market
  ann: buy 5 at market post-only → refused order-terms field post-only conflict market
  ann: buy 5 @ 4.500 post-only ioc → refused order-terms field post-only conflict time-in-force
  ann: buy 5 @ 4.500 sliding → refused order-terms field slide conflict post-only
  ann: buy 5 at market limited 4.500 → refused order-terms field price conflict market
  ann: buy 5 → refused order-terms field price conflict null
  ann: buy 5 @ 4.500 until 2026-10-02 → refused order-terms field good-till conflict time-in-force
  ann: buy 5 @ 4.500 stop 4.490 trailing 5 → refused order-terms field stop conflict trail
  ann: buy 5 @ 4.500 trailing 5 → refused order-terms field trail conflict price
  ann: open orders 0

4.2 1 to 10,000 lots
  given everyone $9000000.00 in margin, $0.00 at the bank
  given position limit 20000
  ann: buy 10000 @ 4.500 → rests 10000
  ben: buy 10001 @ 4.500 → refused lots lots 10001 least 1 most 10000
  ben: buy 0 @ 4.500 → refused lots lots 0
  ben: buy -1 @ 4.500 → refused lots lots -1
  ben: buy 1.5 @ 4.500 → refused lots lots 1.5

4.2 Day orders and orders good till today end at 15:00, a good-till-cancelled one stays
  ann: buy 1 @ 4.490 day as A
  ann: buy 2 @ 4.491 gtd 2026-10-01 as B
  ann: buy 3 @ 4.492 gtd 2026-10-02 as C
  ann: buy 4 @ 4.493 as D
  at 15:00
  A: cancelled day-end
  B: cancelled good-till-date
  book: bids 4 @ 4.493, 3 @ 4.492
  at 15:00
  C: cancelled good-till-date
  D: rests 4

4.2 A good-till-date of the past is refused, today's is accepted until 15:00
  ann: buy 1 @ 4.490 gtd 2026-09-30 → refused good-till goodTill 2026-09-30 earliest 2026-10-01
  ann: buy 1 @ 4.490 gtd 2026-10-01 → rests 1

4.2 No order trades after its date: good till a Saturday ends at Friday's close
  given first day 2026-10-02
  ann: buy 1 @ 4.490 gtd 2026-10-03 as A
  ann: buy 1 @ 4.491 gtd 2026-10-05 as B
  at 15:00
  A: cancelled good-till-date
  B: rests 1
  at 15:00
  B: cancelled good-till-date

4.3 A market order stops 2 % from the touch, inward to a tick, and never rests
  ann: sell 1 @ 4.500
  ann: sell 1 @ 4.590    # 4.500 × 1.02
  ann: sell 1 @ 4.591
  ben: buy 3 at market → filled 2, cancelled market-protection
  cid: buy 1 @ 4.509
  cid: buy 1 @ 4.419     # 4.509 × 0.98 = 4.41882, inward 4.419
  cid: buy 1 @ 4.418
  ben: sell 4 at market → filled 2, cancelled market-protection
  ben: open orders 0

4.3 A market order is refused when there is no other side, and stops inside the limits ⇄
  ann: buy 1 at market → refused no-opposite-side
  ben: buy 1 @ 4.500
  ann: buy 1 at market → refused no-opposite-side

4.3 A limit more than 3 % through the mark is refused, and says the bound ⇄
  ann: buy 1 @ 4.636 → refused price-band price 4.636 mark 4.500 bound 4.635
  ann: buy 1 @ 4.635 → rests 1
  ben: buy 1 @ 4.050 → rests 1

4.3 The band is inward to a tick
  ann: buy 1 @ 4.512
  ann: sell 1 @ 4.514 
  ben: buy 1 @ 4.513
  DEC: mark 4.513
  ben: buy 1 @ 4.649 → refused price-band mark 4.513 bound 4.648   # 4.513 × 1.03 = 4.64839
  cid: sell 1 @ 4.377 → refused price-band mark 4.513 bound 4.378  # 4.513 × 0.97 = 4.37761

4.3 The band does not hold while orders collect for an auction ⇄
  halt DEC
  ann: buy 1 @ 4.800 → rests 1
  ann: buy 1 @ 4.951 → refused outside-limits low 4.050 high 4.950
`,
);
