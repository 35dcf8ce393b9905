import { cases } from "./notation/cases";

cases(
  "4.2: stops",
  `
4.2 Stops wait outside book, depth and margin ⇄
  ann: buy 5 at market stop 4.520 as A → waits 5 at 4.520
  ann: buy 5 @ 4.530 stop 4.520 → waits 5
  book: bids none | asks none
  ann: requirement $0.00, open orders 2
  A: waits 5, ahead null

4.2 A stop on the last trade fires when one reaches its trigger, not a tick before ⇄
  ann: buy 5 at market stop 4.520 as A
  cid: sell 9 @ 4.525
  gus buys 1 @ 4.519 with hal
  A: waits 5
  gus buys 1 @ 4.520 with hal
  A: filled 5 @ 4.525

4.2 A stop on the last trade does not look at the mark ⇄
  ann: buy 5 at market stop 4.520 as A
  cid: sell 9 @ 4.540
  dot: buy 1 @ 4.530
  DEC: mark 4.530, last none
  A: waits 5

4.2 A stop on the mark fires without a trade, as the touch moves ⇄
  ann: buy 5 at market stop 4.520 on mark as A
  ben: buy 5 at market stop 4.541 on mark as B
  cid: sell 9 @ 4.540
  dot: buy 1 @ 4.519
  A: waits 5
  dot: buy 1 @ 4.520
  A: filled 5 @ 4.540
  B: waits 5

4.2 A stop on the mark does not look at a trade that leaves the mark where it was ⇄
  cid: buy 9 @ 4.495
  cid: sell 9 @ 4.505
  ann: buy 5 at market stop 4.505 on mark as A
  gus: sell 9 @ 4.504
  hal: buy 8 @ 4.504
  DEC: last 4.504, mark 4.504
  A: waits 5

4.2 Without a trade since the settlement nothing reaches a stop on the last trade ⇄
  ann: buy 5 at market stop 4.400 as A → waits 5
  cid: sell 9 @ 4.500
  A: waits 5
  dot: buy 1 @ 4.500
  A: filled 5

4.2 A settlement is no trade: stops on the last trade sleep over it, and the day before does not fire them ⇄
  gus buys 1 @ 4.520 with hal
  at 15:00
  at 09:30
  cid: sell 9 @ 4.500
  ann: buy 5 at market stop 4.510 as A → waits 5
  dot: buy 1 @ 4.500
  A: waits 5

4.2 Entered at or through the trigger, a stop fires at once: last trade ⇄
  gus buys 1 @ 4.520 with hal
  cid: sell 9 @ 4.525
  ann: buy 2 at market stop 4.520 → filled 2 @ 4.525
  ann: buy 2 at market stop 4.510 → filled 2
  ann: buy 2 at market stop 4.526 → waits 2

4.2 Entered at or through the trigger, a stop fires at once: mark ⇄
  cid: sell 9 @ 4.525
  ann: buy 2 at market stop 4.500 on mark → filled 2
  ann: buy 2 at market stop 4.526 on mark → waits 2

4.2 A fired stop-limit trades to its limit and rests there ⇄
  ann: buy 5 @ 4.530 stop 4.520 as A
  cid: sell 2 @ 4.530
  cid: sell 2 @ 4.531
  gus buys 1 @ 4.520 with hal
  A: filled 2, rests 3 @ 4.530
  book: bids 3 @ 4.530 | asks 2 @ 4.531

4.2 The order that fires a stop completes first, its rest in the book ⇄
  ann: sell 3 at market stop 4.520 as A
  cid: sell 2 @ 4.520
  dot: buy 6 @ 4.520 as D → filled 5, rests 1
  A: filled 3 @ 4.520
  trades: 2 @ 4.520, 3 @ 4.520

4.2 A sweep goes on to its end before the stops it reached run ⇄
  ann: buy 2 at market stop 4.510 as A
  cid: sell 1 @ 4.510
  cid: sell 2 @ 4.520
  cid: sell 2 @ 4.530
  dot: buy 3 @ 4.530 → filled 3
  A: filled 2 @ 4.530
  trades: 1 @ 4.510, 2 @ 4.520, 2 @ 4.530

4.2 A stop reached by any trade of a sweep has been reached, wherever the sweep ends ⇄
  gus buys 1 @ 4.520 with hal
  ann: sell 1 at market stop 4.512 as A
  cid: sell 1 @ 4.512
  cid: sell 1 @ 4.530
  dot: buy 4 @ 4.540 as D
  D: filled 3, rests 1
  A: filled 1 @ 4.540

4.2 Stops run in the order of the trades that reached them, then of arrival ⇄
  ann: buy 1 at market stop 4.530 as A
  ben: buy 1 at market stop 4.510 as B
  dot: buy 1 at market stop 4.520 as D
  eve: buy 1 at market stop 4.510 as E
  cid: sell 1 @ 4.510
  cid: sell 1 @ 4.520
  cid: sell 1 @ 4.530
  cid: sell 1 @ 4.541
  cid: sell 1 @ 4.542
  cid: sell 1 @ 4.543
  cid: sell 1 @ 4.544
  gus: buy 3 @ 4.530
  B: filled 1 @ 4.541
  E: filled 1 @ 4.542
  D: filled 1 @ 4.543
  A: filled 1 @ 4.544

4.2 One trade reaches stops at several triggers: they run by arrival ⇄
  ann: buy 1 at market stop 4.530 as A
  ben: buy 1 at market stop 4.510 as B
  cid: sell 1 @ 4.541
  cid: sell 1 @ 4.542
  gus buys 1 @ 4.530 with hal
  A: filled 1 @ 4.541
  B: filled 1 @ 4.542

4.2 Stops fired meanwhile run behind those that wait their turn, however early they came ⇄
  eve: buy 1 at market stop 4.541 as E
  ann: buy 1 at market stop 4.510 as A
  ben: buy 1 at market stop 4.510 as B
  cid: sell 1 @ 4.541
  cid: sell 1 @ 4.542
  cid: sell 1 @ 4.543
  gus buys 1 @ 4.510 with hal
  trades: 1 @ 4.510, 1 @ 4.541, 1 @ 4.542, 1 @ 4.543
  A: filled 1 @ 4.541
  B: filled 1 @ 4.542
  E: filled 1 @ 4.543

4.2 A cascade runs to its end in one command, buys and sells among it ⇄
  ann: buy 2 at market stop 4.510 as A
  ben: buy 2 at market stop 4.520 as B
  dot: sell 2 at market stop 4.530 as D
  cid: sell 2 @ 4.520
  cid: sell 2 @ 4.530
  cid: buy 9 @ 4.505
  gus buys 1 @ 4.510 with hal
  A: filled 2 @ 4.520   # reached by the first trade, as D is; its own trade reaches B
  D: filled 2 @ 4.505
  B: filled 2 @ 4.530
  trades: 1 @ 4.510, 2 @ 4.520, 2 @ 4.505, 2 @ 4.530

4.2 A stop fires with its flags: immediate-or-cancel, iceberg, post-only, fill-or-kill ⇄
  ann: buy 5 @ 4.530 ioc stop 4.520 as A
  ben: buy 5 @ 4.529 showing 2 stop 4.520 as B
  dot: buy 5 @ 4.530 post-only stop 4.520 as D
  eve: buy 5 @ 4.530 fok stop 4.520 as E
  cid: sell 2 @ 4.530
  cid: sell 4 @ 4.531
  gus buys 1 @ 4.520 with hal
  A: filled 2, cancelled ioc
  B: rests 5
  D: rests 5 @ 4.530
  E: refused fok-unfilled lots 5 available 0
  book: bids 5 @ 4.530, 2 @ 4.529 | asks 4 @ 4.531

4.2 A post-only stop that would trade as it fires is refused ⇄
  ann: buy 5 @ 4.530 post-only stop 4.520 as A
  cid: sell 2 @ 4.530
  gus buys 1 @ 4.520 with hal
  A: refused post-only price 4.530 touch 4.530

4.2 and 7.4 A stop is asked for margin as it fires, as a new order would be ⇄
  given ann $1000.00 in margin, $0.00 at the bank
  ann: buy 20 @ 4.530 stop 4.520 as A → waits 20
  gus buys 1 @ 4.520 with hal
  A: refused insufficient-margin required $1703.00 fee $1.00 free $1000.00
  book: bids none | asks none

4.2 and 5.3 A stop is asked for the position limit as it fires ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 2001 at market stop 4.520 as A → waits 2001
  cid: sell 1 @ 4.530
  gus buys 1 @ 4.520 with hal
  A: refused position-limit worst 2001 limit 2000

4.2 and 4.3 A stop that meets an empty book, or is too far through the mark, is refused as it fires ⇄
  ann: buy 2 at market stop 4.520 as A
  ben: buy 2 @ 4.660 stop 4.520 as B
  dot: buy 2 @ 4.970 stop 4.520 as D
  gus buys 1 @ 4.520 with hal
  A: refused no-opposite-side
  B: refused price-band price 4.660 mark 4.500 bound 4.635
  D: refused outside-limits price 4.970 low 4.050 high 4.950

4.2 Waiting stops end with their day, and can be cancelled, one or all ⇄
  ann: buy 1 at market day stop 4.520 as A
  ann: buy 1 at market gtd 2026-10-02 stop 4.520 as B
  ann: buy 1 at market stop 4.520 as C
  ann: buy 1 at market stop 4.521 as D
  ann: cancel D → cancelled by-owner
  at 15:00
  A: cancelled day-end
  B: waits 1
  at 15:00
  B: cancelled good-till-date
  C: waits 1
  ann: cancel all → cancelled by-owner
  C: cancelled by-owner
  at 09:30
  cid: sell 9 @ 4.540
  gus buys 1 @ 4.530 with hal
  ann: flat

4.2 A cancelled stop does not fire, not even in the command that would have reached it ⇄
  ann: oco buy 2 at market stop 4.520 as A; buy 2 @ 4.510 as B
  cid: sell 9 @ 4.515
  dot: sell 2 @ 4.510
  gus: buy 1 @ 4.520
  A: cancelled sibling
  B: filled 2
  ann: long 2

4.4 Replacing a waiting stop: its trigger, its limit, its lots; at or through the trigger it fires at once ⇄
  gus buys 1 @ 4.505 with hal
  cid: sell 20 @ 4.515
  ann: buy 5 @ 4.530 stop 4.520 as A
  ann: replace A stop 4.510 price 4.514 to 3 lots → waits 3 at 4.510
  gus buys 1 @ 4.509 with hal
  A: waits 3
  ann: replace A stop 4.509 → rests 3 @ 4.514
  ann: replace A stop 4.600 → refused order-terms field stop
  ann: replace A price 4.515 → filled 3

4.4 Fewer lots keep a waiting stop's place, anything else queues it anew ⇄
  ann: buy 2 at market stop 4.520 as A
  ben: buy 2 at market stop 4.520 as B
  dot: buy 1 at market stop 4.520 as D
  ann: replace A to 1 lots
  ben: replace B stop 4.521
  ben: replace B stop 4.520
  ben: replace B to 1 lots
  cid: sell 1 @ 4.531
  cid: sell 1 @ 4.532
  cid: sell 1 @ 4.533
  gus buys 1 @ 4.520 with hal
  A: filled 1 @ 4.531
  D: filled 1 @ 4.532
  B: filled 1 @ 4.533

4.4 More lots queue a waiting stop anew ⇄
  ann: buy 1 at market stop 4.520 as A
  ben: buy 2 at market stop 4.520 as B
  ann: replace A to 2 lots → waits 2
  cid: sell 2 @ 4.531
  cid: sell 2 @ 4.532
  gus buys 1 @ 4.520 with hal
  B: filled 2 @ 4.531
  A: filled 2 @ 4.532

4.2 A trigger is a price there can be
  ann: buy 2 at market stop 0.000 → refused stop-price price 0.000 least 0.001
  ann: buy 2 at market trailing 0 → refused stop-price
  ann: sell 2 at market trailing 9000 → waits 2 at 0.001     # never below a tick

4.4 A refused replace of a waiting stop changes nothing ⇄
  ann: buy 2 at market stop 4.520 as A
  ann: replace A price 4.530 → refused order-terms field price conflict market
  ann: replace A trailing 5 → refused order-terms field trail
  ann: replace A to 10001 lots → refused lots most 10000
  ben: replace A to 1 lots → refused unknown-order
  A: waits 2 at 4.520
`,
);

cases(
  "4.2: trailing stops",
  `
4.2 A trailing stop follows the last trade with the market's good side, and never back ⇄
  gus buys 1 @ 4.500 with hal
  ann: sell 5 at market trailing 20 as A → waits 5 at 4.480
  cid: buy 9 @ 4.470
  gus buys 1 @ 4.530 with hal
  A: waits 5 at 4.510
  gus buys 1 @ 4.511 with hal
  A: waits 5 at 4.510
  gus buys 1 @ 4.510 with hal
  A: filled 5 @ 4.470

4.2 A trailing stop starts from the last trade, without one from the settlement ⇄
  ann: sell 5 at market trailing 20 → waits 5 at 4.480
  gus buys 1 @ 4.530 with hal
  ann: sell 5 at market trailing 20 → waits 5 at 4.510

4.2 A trailing stop on the mark follows the mark ⇄
  ann: sell 5 at market trailing 20 on mark as A → waits 5 at 4.480
  cid: buy 9 @ 4.450
  dot: buy 1 @ 4.530
  A: waits 5 at 4.510
  gus: sell 1 @ 4.530
  eve: sell 1 @ 4.511
  DEC: mark 4.511
  A: waits 5
  eve: sell 1 @ 4.510
  A: filled 5 @ 4.450

4.2 Each trade of a sweep moves a trailing stop, and the next may reach it ⇄
  gus buys 1 @ 4.500 with hal
  ann: buy 1 at market trailing 10 as A → waits 1 at 4.510
  dot: buy 1 @ 4.490
  dot: buy 1 @ 4.480
  eve: sell 2 @ 4.480
  A: waits 1 at 4.490
  cid: sell 1 @ 4.505
  gus buys 1 @ 4.490 with hal
  A: filled 1 @ 4.505

4.4 Replacing the distance of a trailing stop keeps where it has got to ⇄
  gus buys 1 @ 4.530 with hal
  ann: sell 5 at market trailing 30 as A → waits 5 at 4.500
  gus buys 1 @ 4.520 with hal
  ann: replace A trailing 20 → waits 5 at 4.510
  ann: replace A stop 4.400 → refused order-terms field stop conflict trail
  cid: buy 9 @ 4.480
  ann: replace A trailing 10 → filled 5 @ 4.480
`,
);
