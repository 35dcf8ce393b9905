import { cases } from "./notation/cases";

cases(
  "4.2: brackets",
  `
4.2 A bracket's exits sleep until the entry fills, outside book and margin ⇄
  given initial $100.00
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S → rests 10
  T: sleeps
  S: sleeps
  ann: requirement $1000.00, open orders 3
  book: bids 10 @ 4.500 | asks none

4.2 Exits grow with the entry's fills, and ask for no margin more ⇄
  given initial $100.00
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  E: filled 4, rests 6
  T: rests 4 @ 4.540
  S: waits 4 at 4.460
  ann: requirement $1000.00
  cid: sell 6 @ 4.500
  T: rests 10
  S: waits 10
  ann: requirement $1000.00

4.2 Exits grow when the order that fills the entry is complete ⇄
  ann: bracket buy 3 @ 4.500 as E; target 4.540 as T; stop 4.495 as S
  eve: buy 2 @ 4.480
  cid: sell 5 @ 4.480 → filled 5
  trades: 3 @ 4.500, 2 @ 4.480
  S: refused no-opposite-side    # reached at once: it begins to wait through its trigger
  T: rests 3

4.2 A stop exit that is through its trigger as it grows fires at once ⇄
  ann: bracket buy 3 @ 4.500 as E; target 4.540 as T; stop 4.495 as S
  eve: buy 9 @ 4.480
  cid: sell 5 @ 4.480
  S: filled 3 @ 4.480
  T: cancelled sibling
  ann: flat

4.2 An entry at market has its exits right away ⇄
  cid: sell 6 @ 4.500
  ann: bracket buy 10 at market as E; target 4.540 as T; stop 4.460 as S → filled 6, cancelled market-protection
  T: rests 6
  S: waits 6

4.2 The target fills: the stop shrinks by as much, and ends with it ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 10 @ 4.500
  dot: buy 4 @ 4.540
  T: filled 4, rests 6
  S: waits 6
  dot: buy 9 @ 4.540
  T: filled 10
  S: cancelled sibling
  ann: flat

4.2 The stop fires: the target shrinks by what it fills, and ends with it ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 10 @ 4.500
  dot: buy 12 @ 4.455
  gus buys 1 @ 4.460 with hal
  S: filled 10 @ 4.455
  T: cancelled sibling
  ann: flat
  dot: long 10

4.2 A stop that only part of the market could take leaves the rest to the target ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 10 @ 4.500
  dot: buy 7 @ 4.455
  gus buys 1 @ 4.460 with hal
  S: filled 7, cancelled market-protection
  T: rests 3
  ann: long 3

4.2 Target and fired stop-limit both at rest in the book: one sweep cannot fill both ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.520 as T; stop 4.490 limit 4.485 as S
  cid: sell 10 @ 4.500
  gus: buy 1 @ 4.484
  hal: sell 1 @ 4.484
  S: rests 10 @ 4.485
  T: rests 10
  dot: buy 25 @ 4.520
  S: filled 10
  T: cancelled sibling
  ann: flat

4.2 The target's fills leave the entry at work: what fills later has its exits again ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  dot: buy 4 @ 4.540
  T: filled 4, sleeps
  S: sleeps
  cid: sell 6 @ 4.500
  T: filled 4, rests 6
  S: waits 6
  ann: long 6

4.2 The stop's fills, too ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  ann: replace E price 4.440
  dot: buy 4 @ 4.455
  gus buys 1 @ 4.460 with hal
  S: filled 4, sleeps
  T: sleeps
  cid: sell 6 @ 4.440
  E: filled 10
  S: filled 4, refused no-opposite-side
  T: rests 6

4.2 The entry is cancelled half filled: the exits keep what is there ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  ann: cancel E → filled 4, cancelled by-owner
  T: rests 4
  S: waits 4
  dot: buy 4 @ 4.540
  T: filled 4
  S: cancelled sibling

4.2 An entry that ends without a fill ends its exits ⇄
  ann: bracket buy 10 @ 4.500 day as E; target 4.540 as T; stop 4.460 as S
  ann: bracket buy 10 @ 4.400 ioc as F; target 4.540 as U → cancelled ioc
  U: cancelled entry-ended
  at 15:00
  E: cancelled day-end
  T: cancelled entry-ended
  S: cancelled entry-ended

4.2 A day entry half filled at 15:00 leaves its exits good till cancelled ⇄
  ann: bracket buy 10 @ 4.500 day as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  at 15:00
  E: filled 4, cancelled day-end
  T: rests 4
  S: waits 4

4.2 A refused entry has no exits ⇄
  ann: bracket buy 10 @ 4.500 fok as E; target 4.540 as T → refused fok-unfilled
  ann: bracket buy 10 @ 5.500 as F; stop 4.400 → refused outside-limits
  ann: open orders 0

4.2 Cancelling one exit leaves the other ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  ann: cancel S → cancelled by-owner
  cid: sell 6 @ 4.500
  T: rests 10
  dot: buy 10 @ 4.540
  T: filled 10
  ann: flat

4.2 A position closed by hand leaves its exits nothing to do: they end when the entry has ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 10 @ 4.500
  dot: buy 10 @ 4.510
  ann: sell 10 at market → filled 10
  T: cancelled reduce-only
  S: cancelled reduce-only

4.2 A position closed by hand with the entry at work: the exits sleep, and cover what fills later ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  dot: buy 4 @ 4.510
  ann: sell 4 at market → filled 4
  T: sleeps
  S: sleeps
  cid: sell 6 @ 4.500
  T: rests 6
  S: waits 6

4.2 Exits never exceed the position, whatever it was before the entry ⇄
  gus buys 6 @ 4.500 with ann
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  T: sleeps     # still 2 short: nothing to exit
  cid: sell 6 @ 4.500
  T: rests 4
  S: waits 4
  ann: long 4

4.2 A bracket may be a target alone, or a stop alone, trailing, or a stop-limit ⇄
  ann: bracket buy 2 @ 4.500; target 4.540 as T
  ben: bracket buy 2 @ 4.500; trailing 20 as S
  dot: bracket buy 2 @ 4.500; stop 4.460 limit 4.450 as L
  cid: sell 6 @ 4.500
  T: rests 2
  S: waits 2 at 4.480
  L: waits 2 at 4.460
  gus buys 1 @ 4.530 with hal
  S: waits 2 at 4.510

4.2 An entry may be a stop: its exits wait for its fills ⇄
  ann: bracket buy 5 at market stop 4.520 as E; target 4.560 as T; stop 4.500 as S
  T: sleeps
  cid: sell 5 @ 4.530
  gus buys 1 @ 4.520 with hal
  E: filled 5
  T: rests 5
  S: waits 5

4.2 Exits on the wrong side of the entry are refused order-terms ⇄
  ann: bracket buy 5 @ 4.500; target 4.490 → refused order-terms field exits conflict price
  ann: bracket buy 5 @ 4.500; target 4.540; stop 4.510 → refused order-terms field exits conflict price
  ann: bracket buy 5 @ 4.500; stop 4.500 → refused order-terms field exits conflict price
  ann: bracket buy 5 @ 4.500 reduce-only; target 4.540 → refused reduce-only
  ann: bracket buy 5 @ 4.500; target 4.960 → refused outside-limits price 4.960 low 4.050 high 4.950
  ann: open orders 0

4.4 A target's price and a stop's trigger can be replaced, their lots are the entry's ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  ann: replace T price 4.550 → sleeps
  cid: sell 4 @ 4.500
  T: rests 4 @ 4.550
  ann: replace T price 4.530 → rests 4 @ 4.530
  ann: replace S stop 4.470 → waits 4 at 4.470
  ann: replace T to 3 lots → refused order-terms field lots conflict exits
  ann: replace S to 3 lots → refused order-terms field lots conflict exits
  ann: replace E to 6 lots → filled 4, rests 2
  cid: sell 2 @ 4.500
  T: rests 6
  S: waits 6

4.4 An exit that sleeps has its new terms when it wakes ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; trailing 10 as S
  ann: replace S trailing 50 → sleeps
  ann: replace T price 4.560 → sleeps
  cid: sell 5 @ 4.500
  S: waits 5 at 4.450
  T: rests 5 @ 4.560
  gus buys 1 @ 4.530 with hal
  ann: replace S trailing 40 → waits 5 at 4.490

4.2 A trailing exit starts from where the market stands as its entry fills ⇄
  ann: bracket buy 5 @ 4.480 as E; trailing 20 as S
  gus buys 1 @ 4.530 with hal
  gus buys 1 @ 4.510 with hal
  cid: sell 5 @ 4.480
  S: waits 5 at 4.460

4.2 and 5.2 A target beyond new limits ends as any order at rest, its stop stays
  ann: bracket buy 5 @ 4.500; target 4.945 as T; stop 4.060 as S
  cid: sell 5 @ 4.500
  at 14:50
  gus buys 6 @ 4.400 with hal
  dot buys 6 @ 4.400 with hal
  at 15:00
  DEC: settlement 4.400, high 4.840
  T: cancelled outside-limits
  S: waits 5

4.2 Cancelling everything ends entry and exits ⇄
  ann: bracket buy 10 @ 4.500 as E; target 4.540 as T; stop 4.460 as S
  cid: sell 4 @ 4.500
  ann: cancel all → cancelled 3 orders
  T: cancelled by-owner
  S: cancelled by-owner
  ann: open orders 0, long 4

4.2 and 4.7 A stop that was reached while its entry filled enters once, with all that it is given
  ann: bracket buy 5 @ 4.500 as E; target 4.540 as T; stop 4.460 limit 4.458 as S
  ben: sell 2 @ 4.500
  at 2026-10-02T08:55
  ann: replace E price 4.455
  cid: sell 3 @ 4.450
  dot: buy 2 @ 4.455
  ann: replace T price 4.450
  at 09:00
  T: filled 2, rests 3
  S: rests 3
  ann: long 3

4.2 and 4.5 An exit that trades as it grows leaves the other nothing but what it did not fill ⇄
  ann buys 10 @ 4.500 with hal
  ann: bracket buy 5 @ 4.500 self-trade oldest as E; target 4.540 as T; stop 4.460 as S
  ann: replace E price 4.560
  cid: buy 1 @ 4.550
  dot: buy 1 @ 4.545
  ben: sell 2 @ 4.560
  E: filled 2, cancelled self-trade
  T: filled 2
  S: cancelled sibling
  ann: long 10

4.2 and 4.5 An exit that trades a part as it grows leaves the other as many lots as itself ⇄
  ann buys 10 @ 4.500 with hal
  ann: bracket buy 5 @ 4.500 self-trade oldest as E; target 4.540 as T; stop 4.460 as S
  ann: replace E price 4.560
  cid: buy 1 @ 4.550
  ben: sell 3 @ 4.560
  T: filled 1, rests 2
  S: waits 2 at 4.460
  ann: long 12
`,
);
