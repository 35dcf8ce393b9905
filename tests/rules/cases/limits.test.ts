import { cases } from "./notation/cases";

cases(
  "5.1 and 5.2: price limits and locks",
  `
5.1 ±10 % of the last settlement: at the limit an order is accepted, beyond it is refused outside-limits ⇄
  DEC: low 4.050, high 4.950
  ann: buy 1 @ 4.050 → rests 1
  ann: buy 1 @ 4.049 → refused outside-limits price 4.049 low 4.050 high 4.950
  ann: sell 1 @ 4.950 → rests 1
  ann: sell 1 @ 4.951 → refused outside-limits price 4.951

5.1 and W10 Limits are rounded inward to a tick, in whole numbers
  given start 0.105
  DEC: low 0.095, high 0.115     # 0.0945 and 0.1155

5.1 and W10 Of 5 ticks at 10 %: at least one tick each way
  given start 0.005
  DEC: low 0.004, high 0.006

5.1 Never below one tick
  given start 0.001
  DEC: low 0.001, high 0.002
  ann: buy 1 @ 0.000 → refused outside-limits low 0.001

5.1 Limits stand from settlement to settlement: a trade does not move them
  gus buys 1 @ 4.600 with hal
  DEC: low 4.050, high 4.950
  at 15:00
  DEC: settlement 4.500, low 4.050

5.2 A month is locked while one side rests at the limit and the other is empty ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  DEC: unlocked
  ann: sell 1 @ 4.050 as A
  DEC: locked down, mark 4.050
  ben: buy 1 @ 4.050 → filled 1
  DEC: unlocked
  ann: sell 1 @ 4.050 as B
  DEC: locked down
  ann: cancel B
  DEC: unlocked
  cid: sell 1 @ 4.050
  DEC: locked down

5.2 Orders a tick inside the limit do not lock it ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.051
  DEC: unlocked

5.2 and 4.7 A halted month is not locked; whether it is again shows as it reopens ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.050
  halt DEC
  DEC: unlocked
  resume DEC
  DEC: locked down

5.2 and W2 Locked at the close: it settles at the limit, and the next limits are 13 %
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.050
  at 15:00
  DEC: settled 4.050 limit, rate 13 %, low 3.524, high 4.576
  MAR: settled 4.050 curve, rate 13 %

5.2 Locked throughout the last 5 minutes: from 14:55 on counts, a second later does not ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  at 14:55
  ann: sell 1 @ 4.050
  at 15:00
  DEC: rate 13 %

5.2 A lock that begins a second after 14:55 is none at the close ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  at 14:55:01
  ann: sell 1 @ 4.050
  at 15:00
  DEC: rate 10 %, settlement 4.500

5.2 A lock that is broken for a moment in the last 5 minutes is none at the close ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 9 @ 4.050
  at 14:57
  ben: buy 10 @ 4.050 → filled 9, rests 1
  ben: cancel all
  ann: sell 1 @ 4.050
  DEC: locked down
  at 15:00
  DEC: rate 10 %

5.2 A trade that leaves the lock standing does not break it ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 9 @ 4.050
  at 14:57
  ben: buy 3 @ 4.050 → filled 3
  at 15:00
  DEC: rate 13 %

5.2 A lock is judged before day orders end (6.5) ⇄
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: cancel all
  ann: sell 1 @ 4.050 day
  DEC: locked down
  at 15:00
  DEC: rate 13 %

5.2 Any month locked moves its whole benchmark, 10 → 13 → 15 %, stays at 15, returns to 10 after a day without
  given benchmarks PREM GPUH
  ann: sell 1 @ 4.365
  ann: sell 1 @ 4.235
  ann: sell 1 @ 4.108
  ann: sell 1 @ 4.050
  at 15:00
  DEC: rate 13 %
  OCT: rate 13 %
  GPUH-DEC: rate 10 %
  at 09:30
  ann: sell 1 @ 3.929
  ann: sell 1 @ 3.812
  ann: sell 1 @ 3.698
  ann: sell 1 @ 3.588
  ann: sell 1 @ 3.524
  at 15:00
  DEC: rate 15 %, low 2.996
  at 09:30
  ann: sell 1 @ 3.419
  ann: sell 1 @ 3.317
  ann: sell 1 @ 3.218
  ann: sell 1 @ 3.122
  ann: sell 1 @ 3.029
  ann: sell 1 @ 2.996
  at 15:00
  DEC: rate 15 %
  at 09:30
  ann: cancel all
  at 15:00
  DEC: rate 10 %
  NOV: rate 10 %

5.2 Resting orders outside new limits are cancelled outside-limits, others stay
  ann: buy 1 @ 4.130 as A
  ann: buy 1 @ 4.140 as B
  at 14:50
  gus buys 6 @ 4.600 with hal
  dot buys 6 @ 4.600 with hal
  at 15:00
  DEC: settlement 4.600, low 4.140, high 5.060
  A: cancelled outside-limits
  B: rests 1
`,
);

cases(
  "5.3: position limits",
  `
5.3 2,000 lots net per benchmark: the worse of all bids and all offers filled ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 2001 @ 4.500 → refused position-limit worst 2001 limit 2000 benchmark PREM
  ann: buy 1500 @ 4.500
  ann: buy 501 MAR @ 4.500 → refused position-limit worst 2001
  ann: buy 500 MAR @ 4.500 → rests 500
  ann: sell 2000 JUN @ 4.600 → rests 2000
  ann: sell 1 JUN @ 4.600 → refused position-limit worst 2001

5.3 What is held weighs against what is offered in other months ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann buys 1000 DEC @ 4.500 with hal
  ann buys 1000 MAR @ 4.500 with hal
  ann: buy 1 JAN @ 4.500 → refused position-limit worst 2001
  ann: sell 4000 JAN @ 4.500 → rests 4000
  ann: sell 1 JAN @ 4.500 → refused position-limit worst 2001

5.3 ECON 20,000
  given benchmarks ECON
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 10000 ECON-DEC @ 0.4439
  ann: buy 10000 ECON-JAN @ 0.4439
  ann: buy 1 ECON-FEB @ 0.4439 → refused position-limit worst 20001 limit 20000 benchmark ECON
  ben: buy 5001 ECON-OCT @ 0.4439 → refused position-limit worst 5001 limit 5000
  ben: buy 5000 ECON-OCT @ 0.4439 → rests 5000

5.3 500 in the settlement month ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 501 OCT @ 4.500 → refused position-limit worst 501 limit 500
  ann: buy 500 OCT @ 4.500 → rests 500
  ann: sell 501 OCT @ 4.600 → refused position-limit worst 501
  ann: buy 501 NOV @ 4.500 → rests 501

5.3 An order that comes to the limit exactly is not refused for the limit ⇄
  given ann $1000.00 in margin, $0.00 at the bank
  ann: buy 2000 @ 4.500 → refused insufficient-margin
  ann: buy 500 OCT @ 4.500 → refused insufficient-margin

5.3 Beyond the limit, an order that does not take the account further is accepted, any other is refused
  given everyone $900000.00 in margin, $0.00 at the bank
  given first day 2026-10-30
  ann buys 600 NOV @ 4.500 with hal
  at 15:30
  at 09:30
  ann: buy 1 NOV @ 4.500 → refused position-limit worst 601 limit 500
  ann: sell 50 NOV @ 4.510 → rests 50
  ann: sell 1151 NOV @ 4.510 → refused position-limit worst 601
  ann: sell 1150 NOV @ 4.510 → rests 1150    # at worst 600 short: no further than 600 long
  hal: buy 100 NOV @ 4.400 reduce-only → rests 100

5.3 Hidden lots count, stops that wait do not, reduce-only orders up to the position ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 2001 @ 4.500 showing 1 → refused position-limit worst 2001
  ann: buy 2000 at market stop 4.600 → waits 2000
  ann: buy 2000 @ 4.500 → rests 2000
  ben buys 1500 @ 4.501 with hal
  ben: sell 1500 @ 4.510 reduce-only
  ben: sell 1500 @ 4.510 reduce-only
  ben: sell 2000 @ 4.510 → rests 2000
  ben: sell 1 @ 4.510 → refused position-limit worst 2001

5.3 A fill moves lots from the order to the position: the limit is as far as before ⇄
  given everyone $900000.00 in margin, $0.00 at the bank
  ann: buy 2000 @ 4.500
  cid: sell 500 @ 4.500
  ann: buy 1 @ 4.499 → refused position-limit worst 2001
  ann: cancel all
  ann: buy 1500 @ 4.499 → rests 1500
`,
);
