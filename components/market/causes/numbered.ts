import type { Cause } from "./explain";

/** Big enough to be marked on the chart. */
export type Marked = Extract<Cause, { kind: "list-price" | "news" | "ruling" }>;

/** News, rulings and large list-price changes, oldest first; their numbers are the same in the list beside the chart. */
export function numbered(causes: readonly Cause[], most = 7): (Marked & { number: number })[] {
  return causes
    .filter((cause): cause is Marked => cause.kind !== "fixing" && cause.kind !== "withheld")
    .filter((cause) => cause.kind !== "list-price" || Math.abs(cause.percent) >= 5)
    .slice(0, most)
    .toReversed()
    .map((cause, i) => ({ ...cause, number: i + 1 }));
}
