import { z } from "zod";
import { Seq } from "./primitives";

/**
 * What the API answers and the stream sends. Prices and money are decimal strings ("4.638", "-12.40"), sizes are whole
 * lots, times are ISO 8601 room time, `seq` is the room's event number the answer is true at.
 */
export * from "./account-views";
export * from "./alert-views";
export * from "./cause-views";
export * from "./explanations";
export * from "./market-views";
export * from "./stream-views";

export interface Page<Row> {
  rows: Row[];
  next: string | null;
  seq: number;
}

/** The schema of a page of `row`s. `next` is the cursor of the page below; null: this was the last. */
export const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), seq: Seq });
