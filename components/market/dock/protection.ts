import { parseDecimal } from "@/wire/decimal";
import type { OcoRequest } from "@/wire/requests";
import type { ContractQuote, PositionRow } from "@/wire/views";
import { centsOf, decimalsOf, moneyOf, priceOf, ticksOf } from "../exact";

export type ProtectingOrder = OcoRequest["orders"][number];

/** The orders that would close a position at a target, at a stop, or at whichever comes first; null: no such prices. */
export function protectionOf(
  { symbol, net }: Pick<PositionRow, "symbol" | "net">,
  { target, stop }: { target: string; stop: string },
  decimals: number,
): readonly [ProtectingOrder] | readonly [ProtectingOrder, ProtectingOrder] | null {
  const common = { symbol, side: net > 0 ? "sell" : "buy", lots: Math.abs(net), reduceOnly: true } as const;
  const [at, from] = [target, stop].map((text) => (text.trim() === "" ? null : parseDecimal(text.trim(), decimals)));
  if (net === 0 || (at && !at.ok) || (from && !from.ok)) return null;
  const limit: ProtectingOrder | null = at && { ...common, type: "limit", price: priceOf(at.value, decimals) };
  const ending: ProtectingOrder | null = from && {
    ...common,
    type: "market",
    stop: { price: priceOf(from.value, decimals) },
  };
  if (limit && ending) return [limit, ending];
  const one = limit ?? ending;
  return one && [one];
}

/** What the position would have made since its entry if it were closed at `exit`; null: no such price. Before fees. */
export function resultOf(
  { net, mark, unrealised }: Pick<PositionRow, "net" | "mark" | "unrealised">,
  exit: string,
  { tick, tickValue }: Pick<ContractQuote, "tick" | "tickValue">,
): string | null {
  const decimals = decimalsOf(tick);
  const at = parseDecimal(exit.trim(), decimals);
  if (!at.ok) return null;
  return moneyOf(centsOf(unrealised) + (at.value - ticksOf(mark, decimals)) * net * centsOf(tickValue));
}

/** Whether an exit would not wait: the market is at or beyond it already. */
export function tradesAtOnce(
  role: "target" | "stop",
  { net, mark }: Pick<PositionRow, "net" | "mark">,
  exit: string,
  { tick }: Pick<ContractQuote, "tick">,
): boolean {
  const decimals = decimalsOf(tick);
  const at = parseDecimal(exit.trim(), decimals);
  if (!at.ok) return false;
  const ahead = (at.value - ticksOf(mark, decimals)) * Math.sign(net);
  return role === "target" ? ahead <= 0 : ahead >= 0;
}
