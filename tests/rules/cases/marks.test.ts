import { cases } from "./notation/cases";

cases(
  "4.8: mark",
  `
4.8 The middle one of best bid, best ask and last trade ⇄
  ann: buy 1 @ 4.490
  ann: sell 1 @ 4.510
  DEC: mark 4.500     # none since the settlement: the settlement
  gus buys 1 @ 4.505 with hal
  DEC: mark 4.505
  ann: buy 1 @ 4.507
  DEC: mark 4.507
  ann: cancel all
  gus buys 1 @ 4.520 with hal
  ann: buy 1 @ 4.490
  ann: sell 1 @ 4.510
  DEC: mark 4.510

4.8 A side missing: the previous mark, not above the best ask nor below the best bid ⇄
  ann: sell 1 @ 4.520
  DEC: mark 4.500
  ann: sell 1 @ 4.480
  DEC: mark 4.480
  ann: cancel all
  DEC: mark 4.480
  ann: buy 1 @ 4.470
  DEC: mark 4.480
  ann: buy 1 @ 4.490
  DEC: mark 4.490

4.8 A trade with nobody left on either side leaves the mark where it was ⇄
  gus buys 1 @ 4.600 with hal
  DEC: last 4.600, mark 4.500

4.8 and W7 Bids gone: the mark walks down with the band, and stops at the limit
  ann: sell 1 @ 4.364 → refused price-band price 4.364 mark 4.500 bound 4.365
  ann: sell 1 @ 4.365
  DEC: mark 4.365
  ann: sell 1 @ 4.234 → refused price-band bound 4.235
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.107 → refused price-band bound 4.108
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.049 → refused outside-limits low 4.050
  ann: sell 1 @ 4.050
  DEC: mark 4.050, locked down

4.8 A settlement sets it ⇄
  ann: buy 1 @ 4.520
  DEC: mark 4.520
  at 15:00
  DEC: settlement 4.500, mark 4.500
  at 09:00
  DEC: mark 4.520

4.8 At night and in pre-open nothing moves it ⇄
  at 15:00
  at 08:50
  ann: buy 1 @ 4.520
  DEC: mark 4.500
  ann: sell 1 @ 4.510
  DEC: mark 4.500
`,
);
