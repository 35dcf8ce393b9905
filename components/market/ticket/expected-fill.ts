import { parseDecimal } from "@/wire/decimal";
import type { ContractQuote, PreviewAnswer } from "@/wire/views";
import { decimalsOf, ticksOf } from "../exact";
import type { Draft } from "./draft";

/** What the room expects of an order, as the name of its sentence and the numbers in it. */
export type ExpectedFill =
  | { readonly says: "fillsAndRests"; readonly now: number; readonly average: string; readonly rests: number }
  | { readonly says: "fills"; readonly lots: number; readonly average: string }
  | { readonly says: "rests"; readonly lots: number; readonly price: string }
  | { readonly says: "nothing" };

export function expectedFill(
  { fillsNow, rests, averagePrice }: Pick<PreviewAnswer, "fillsNow" | "rests" | "averagePrice">,
  price: string,
): ExpectedFill {
  const average = averagePrice ?? "";
  if (fillsNow > 0 && rests > 0) return { says: "fillsAndRests", now: fillsNow, average, rests };
  if (fillsNow > 0) return { says: "fills", lots: fillsNow, average };
  if (rests > 0) return { says: "rests", lots: rests, price };
  return { says: "nothing" };
}

/** A stop entered at or through its trigger does not wait (4.2). A trailing one starts behind the market. */
export function firesAtOnce(draft: Pick<Draft, "kind" | "side" | "source" | "trigger">, quote: ContractQuote): boolean {
  if (draft.kind === "trailing") return false;
  const decimals = decimalsOf(quote.tick);
  const trigger = parseDecimal(draft.trigger.trim(), decimals);
  const source = draft.source === "mark" ? quote.mark : quote.last;
  if (!trigger.ok || source === null) return false;
  const now = ticksOf(source, decimals);
  return draft.side === "buy" ? now >= trigger.value : now <= trigger.value;
}
