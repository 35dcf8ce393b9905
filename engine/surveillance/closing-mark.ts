import type { SideNo } from "../units";
import type { AccountDay } from "./account-day";
import { atLeast, deed, type Finding, holds, perMillion } from "./findings";
import type { CloseRules } from "./rules";

/** What the closing window was like, for everybody: its volume, and the mark as it began and as it ended. */
export interface WindowOfMarket {
  readonly from: number;
  readonly to: number;
  readonly volume: number;
  readonly markBefore: number;
  readonly markAfter: number;
}

/**
 * 8.2, marking the close: much of what traded in the closing window was one account taking lots in the direction in which it
 * had its position, order after order as it had not before that day, and the mark went there. `net`: the position at the close.
 */
export function closingMark(day: AccountDay, net: number, market: WindowOfMarket, rules: CloseRules): Finding | null {
  const before = net - day.windowNet;
  const side: SideNo = before > 0 ? 0 : 1;
  const taken = day.windowTaken[side];
  if (taken < rules.leastLots || before === 0 || market.volume === 0) return null;
  const forward = side === 0 ? 1 : -1;
  const push = forward * (market.markAfter - market.markBefore);
  const figures = [
    atLeast("share-of-window", perMillion(taken, market.volume), rules.shareOfWindow),
    atLeast("own-taking", perMillion(taken, day.taken[side]), rules.ownTaking),
    atLeast("taking-orders", day.windowTaking[side], rules.takingOrders),
    atLeast("price-push", perMillion(push, market.markBefore), rules.pricePush),
    atLeast("position", Math.abs(before), Math.ceil((rules.positionToTaken * taken) / 1_000_000)),
  ];
  if (!figures.every(holds)) return null;
  const takes = day.windowTakes.list().filter((one) => one.side === side);
  return {
    pattern: "marking-the-close",
    from: takes[0].at,
    to: market.to,
    figures,
    evidence: takes.map((one) => deed("traded", one)),
  };
}
