import { cases } from "./notation/cases";

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

4.7 A month resumed at night opens with all others ⇄
  halt DEC
  ann: buy 5 @ 4.510
  at 15:00
  resume DEC
  DEC: trading, state closed
  at 08:50
  DEC: state collecting
  ben: sell 5 @ 4.490
  at 09:00
  trades: 5 @ 4.500

4.7 A month halted at night stays halted to the opening, not longer ⇄
  at 15:00
  halt DEC
  DEC: halted until 2026-10-02T09:00
  at 09:00
  DEC: trading, state continuous

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
