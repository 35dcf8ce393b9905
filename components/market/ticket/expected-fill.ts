import type { PreviewAnswer } from "@/wire/views";

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
