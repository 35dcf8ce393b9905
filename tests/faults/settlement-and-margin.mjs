/** Faults in clearing: one line each, of the kind a tired person makes. `rule` is what the line says. */
export const settlementAndMargin = [
  // 5 limits
  {
    rule: "5.1",
    file: "engine/clearing/limits.ts",
    from: "mulDivCeil(settlement, MILLION - rate, MILLION)",
    to: "mulDivFloor(settlement, MILLION - rate, MILLION)",
  },
  {
    rule: "5.1",
    file: "engine/clearing/limits.ts",
    from: "mulDivFloor(settlement, MILLION + rate, MILLION), settlement + 1)",
    to: "mulDivCeil(settlement, MILLION + rate, MILLION), settlement + 1)",
  },
  { rule: "5.1", file: "engine/clearing/limits.ts", from: "settlement + 1);", to: "settlement);" },
  { rule: "5.1", file: "engine/clearing/limits.ts", from: "low: Math.max(low, 1)", to: "low: Math.max(low, 0)" },
  {
    rule: "5.2",
    file: "engine/clearing/limits.ts",
    from: "steps[Math.min(step + 1, steps.length - 1)]",
    to: "steps[Math.min(step + 2, steps.length - 1)]",
  },
  {
    rule: "5.2",
    file: "engine/clearing/limits.ts",
    from: "if (!lockedAtClose) return steps[0];",
    to: "if (!lockedAtClose) return rate;",
  },
  { rule: "5.2", file: "engine/clearing/limits.ts", from: "this.since <= from ?", to: "this.since < from ?" },
  {
    rule: "5.2",
    file: "engine/clearing/limits.ts",
    from: "if (ask > 0 && bid === 0 && ask <= low)",
    to: "if (ask > 0 && ask <= low)",
  },
  // 4.8 mark
  { rule: "4.8", file: "engine/clearing/mark.ts", from: "mark = Math.max(bid, previousMark)", to: "mark = bid" },
  {
    rule: "4.8",
    file: "engine/clearing/mark.ts",
    from: "mark = Math.min(ask, previousMark)",
    to: "mark = previousMark",
  },
  {
    rule: "4.8",
    file: "engine/clearing/mark.ts",
    from: "last > 0 ? last : lastOrSettlement",
    to: "last > 0 ? last : previousMark",
  },
  // 6.1
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "window.lots >= rules.minLots",
    to: "window.lots > rules.minLots",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "window.pairCount() >= rules.minPairs",
    to: "window.pairCount() >= 1",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "mulDivHalfUp(bid + ask, 1, 2)",
    to: "Math.floor((bid + ask) / 2)",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "ask - bid <= rules.maxSpreadTicks ||",
    to: "ask - bid < rules.maxSpreadTicks ||",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "months[i].month < months[best].month",
    to: "months[i].month > months[best].month",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: "return { price: within(moved, month.low, month.high), method",
    to: "return { price: moved, method",
  },
  {
    rule: "6.1",
    file: "engine/clearing/daily-settlement.ts",
    from: 'if (lock === LOCKED_DOWN) return { price: low, method: "limit" };',
    to: 'if (lock === LOCKED_DOWN) return { price: high, method: "limit" };',
  },
  // 6.2, 6.3, 6.4
  {
    rule: "6.2",
    file: "engine/clearing/positions.ts",
    from: "    this.rows[i + BASIS] = value;",
    to: "    this.rows[i + BASIS] = this.rows[i + BASIS];",
  },
  {
    rule: "6.3",
    file: "engine/clearing/final-settlement.ts",
    from: "fixings.length * 2 >= days",
    to: "fixings.length * 2 > days",
  },
  {
    rule: "6.4",
    file: "engine/clearing/positions.ts",
    from: "rows[i + COST] += price * (lots + closed) - removed;",
    to: "rows[i + COST] += price * lots - removed;",
  },
  {
    rule: "6.4",
    file: "engine/clearing/positions.ts",
    from: "const closed = flips ? net : -lots;",
    to: "const closed = -lots;",
  },
  {
    rule: "6.4",
    file: "engine/clearing/positions.ts",
    from: "(price * closed - removed) * contract.tickValue",
    to: "price * closed - removed",
  },
  // 7.1, 7.2
  { rule: "7.1", file: "engine/clearing/cash.ts", from: "Math.max(0, Math.min(amount, this.margin[a]))", to: "amount" },
  {
    rule: "7.2",
    file: "engine/clearing/margin.ts",
    from: "Math.max(limitRate + overLimit, riseIfDoubled(heaviestWeight))",
    to: "limitRate + overLimit",
  },
  {
    rule: "7.2",
    file: "engine/clearing/margin.ts",
    from: "return mulDivCeil(settlement * tickValue, rate, MILLION);",
    to: "return Math.floor((settlement * tickValue * rate) / MILLION);",
  },
  {
    rule: "7.2",
    file: "engine/clearing/margin.ts",
    from: "requirement - mulDivFloor(requirement, MILLION - share, MILLION)",
    to: "mulDivFloor(requirement, share, MILLION)",
  },
  // 7.3
  {
    rule: "7.3",
    file: "engine/clearing/margin.ts",
    from: "Math.max(Math.abs(up), Math.abs(down))",
    to: "Math.abs(up)",
  },
  {
    rule: "7.3",
    file: "engine/clearing/margin.ts",
    from: "return gross - mulDivFloor(gross - netted, spreadCredit, MILLION);",
    to: "return gross - mulDivCeil(gross - netted, spreadCredit, MILLION);",
  },
  {
    rule: "7.3",
    file: "engine/clearing/requirements.ts",
    from: "const worse = (bought: number, sold: number): number => Math.max(Math.abs(bought), Math.abs(sold));",
    to: "const worse = (bought: number, _sold: number): number => Math.abs(bought);",
  },
  {
    rule: "7.3",
    file: "engine/room/day-cycle.ts",
    from: "this.parts.exchange.accounts.setAlone(market.slot, true);",
    to: "this.parts.exchange.accounts.setAlone(market.slot, false);",
  },
  // 7.5
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "    desk.cancelOrders(a, true);",
    to: "    desk.cancelOrders(a, false);",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "now >= this.of(a).deadline ||",
    to: "now > this.of(a).deadline ||",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "const share = mulDivCeil(beganWith(closing, slot)",
    to: "const share = mulDivCeil(Math.abs(net)",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "const planned = Math.min(share, Math.abs(net));",
    to: "const planned = Math.abs(net);",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "return equity < mulDivCeil(",
    to: "return equity <= mulDivCeil(",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: ".sort((x, y) => y.size - x.size || x.order - y.order)",
    to: ".sort((x, y) => x.size - y.size || x.order - y.order)",
  },
  {
    rule: "7.5",
    file: "engine/clearing/liquidation.ts",
    from: "closing.nextStep = now + this.rules.closeOutEvery;",
    to: "closing.nextStep = now;",
  },
  // 7.6
  {
    rule: "7.6",
    file: "engine/clearing/defaults.ts",
    from: "if (a.defaulted !== b.defaulted) return a.defaulted ? -1 : 1;",
    to: "if (a.defaulted !== b.defaulted) return a.defaulted ? 1 : -1;",
  },
  { rule: "7.6", file: "engine/clearing/defaults.ts", from: "compareCover(b, a)", to: "compareCover(a, b)" },
  {
    rule: "7.6",
    file: "engine/clearing/defaults.ts",
    from: "const fromBank = Math.min(deficit, cash.bank[a]);",
    to: "const fromBank = 0;",
  },
  {
    rule: "7.6",
    file: "engine/clearing/defaults.ts",
    from: "a.remainder > b.remainder ? -1 : 1",
    to: "a.remainder > b.remainder ? 1 : -1",
  },
  {
    rule: "7.6",
    file: "engine/clearing/defaults.ts",
    from: "Math.max(0, Math.min(cash.gains[a], cash.margin[a]))",
    to: "Math.min(cash.gains[a], cash.margin[a])",
  },
];
