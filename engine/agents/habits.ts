import { exp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import type { Desk } from "./participant";

/** After the close: cancels every order in these benchmarks, so that no stale quote meets the night's news (1.2). */
export function goHome(desk: Desk, benchmarks: readonly string[]): void {
  for (const benchmark of benchmarks) for (const slot of desk.slotsOf(benchmark)) desk.cancelAll(slot);
}

/** A wake-up every `every` milliseconds on the whole, but never in step: between 0.7 and 1.3 of it. */
export const nextWake = (now: number, every: number, uniform: number): number =>
  now + Math.max(1, Math.floor(every * (0.7 + 0.6 * uniform)));

/** Place in the list of one of `count` months, nearer ones more often: weights 1, ½, ⅓ … */
export function pickNear(count: number, draws: Draws): number {
  let all = 0;
  for (let i = 0; i < count; i++) all += 1 / (i + 1);
  let at = draws.uniform() * all;
  for (let i = 0; i < count; i++) {
    at -= 1 / (i + 1);
    if (at < 0) return i;
  }
  return count - 1;
}

/** Twice the middle of the touch would be whole; 0 if a side is missing. */
export function middleOf(desk: Desk, slot: number): number {
  const bid = desk.bid(slot);
  const ask = desk.ask(slot);
  return bid === 0 || ask === 0 ? 0 : (bid + ask) / 2;
}

export const withinLimits = (desk: Desk, slot: number, price: number): number =>
  Math.min(desk.limitHigh(slot), Math.max(desk.limitLow(slot), price));

/** What is left of a habit of mind after `elapsed`, when `constant` is its time constant. */
export const left = (elapsed: number, constant: number): number => exp(-elapsed / constant);

/**
 * One clip towards `target` in a contract, against whoever is at the touch: returns the lots traded. Lots at the touch that
 * are too few are not waited for.
 */
export function stepTowards(desk: Desk, slot: number, target: number, clipLots: number, slippage: number): number {
  const gap = target - desk.net(slot);
  const side: SideNo = gap > 0 ? BUY : SELL;
  const touch = side === BUY ? desk.ask(slot) : desk.bid(slot);
  const lots = Math.min(Math.abs(Math.trunc(gap)), clipLots, desk.positionRoom(slot, side));
  if (touch === 0 || lots < 1) return 0;
  return desk.take(slot, side, withinLimits(desk, slot, side === BUY ? touch + slippage : touch - slippage), lots);
}
