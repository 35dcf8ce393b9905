import { BUY, SELL, type SideNo } from "../units";
import { atLeast, atMost, beside, deed, type Finding, holds, perMillion } from "./findings";
import type { WashRules } from "./rules";

/** A trade that filled both its orders whole, of one size and entered together. `side`: what the first account did. */
export interface MatchedTrade {
  readonly at: number;
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
}

/** Lots that the one of the two who traded more has traded in the contract since a moment. */
export type TradedSince = (since: number) => number;

/** Matched trades of a pair that are remembered. */
const MOST_MATCHED = 64;

/** Today's matched trades, by contract and pair of accounts. */
export class MatchedPairs {
  private trades = new Map<string, MatchedTrade[]>();

  /** What the pair has come to with this trade. What has been found is forgotten: it is told once. */
  add(
    slot: number,
    [low, high]: readonly [number, number],
    trade: MatchedTrade,
    rules: WashRules,
    traded: TradedSince,
  ): Finding | null {
    const pair = `${slot}:${low}:${high}`;
    const trades = [...(this.trades.get(pair) ?? []), trade].slice(-MOST_MATCHED);
    const finding = washTrades(trades, rules, trade.at, traded);
    this.trades.set(pair, finding ? [] : trades);
    return finding;
  }

  clear(): void {
    this.trades = new Map();
  }

  save(): SavedPairs {
    return [...this.trades].map(([pair, trades]) => [pair, trades]);
  }

  load(saved: SavedPairs): void {
    this.trades = new Map(saved);
  }
}

export type SavedPairs = readonly (readonly [pair: string, trades: MatchedTrade[]])[];

/**
 * 8.2, wash trades: two accounts pass lots back and forth by arrangement and stand where they stood. One owner's orders
 * never trade with each other (4.5), so it takes two. Trades that just happen are seldom of both orders' whole size.
 */
export function washTrades(
  trades: readonly MatchedTrade[],
  rules: WashRules,
  now: number,
  traded: TradedSince,
): Finding | null {
  const recent = trades.filter(({ at }) => now - at <= rules.window);
  const lots = recent.reduce((all, one) => all + one.lots, 0);
  const net = recent.reduce((all, one) => all + (one.side === BUY ? one.lots : -one.lots), 0);
  if (lots === 0) return null;
  const figures = [
    atLeast("matched-trades", recent.length, rules.matchedTrades),
    atLeast("share-of-own", perMillion(lots, Math.max(lots, traded(recent[0].at))), rules.shareOfOwn),
    atMost("net-change", perMillion(Math.abs(net), lots), rules.netChange),
    beside("lots-both-ways", lots),
  ];
  if (!figures.every(holds)) return null;
  return {
    pattern: "wash-trades",
    from: recent[0].at,
    to: now,
    figures,
    evidence: recent.flatMap((one) => [
      deed("traded", one, 0),
      deed("traded", { ...one, side: one.side === BUY ? SELL : BUY }, 1),
    ]),
  };
}
