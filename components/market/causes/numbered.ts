import type { Cause } from "./explain";

/** List-price changes big enough to be marked on the chart, oldest first; their numbers are the same in the list beside it. */
export function numbered(
  causes: readonly Cause[],
  most = 7,
): (Extract<Cause, { kind: "list-price" }> & { number: number })[] {
  return causes
    .filter((cause) => cause.kind === "list-price")
    .filter(({ percent }) => Math.abs(percent) >= 5)
    .slice(0, most)
    .toReversed()
    .map((cause, i) => ({ ...cause, number: i + 1 }));
}
