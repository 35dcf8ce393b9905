import type { PageOf } from "@/server/db/history";
import { cursorAfter, type ListName, placeOf } from "@/wire/cursor";

export const rowsUnlessTold = 100;

/** Where a page starts, from its query; null: the cursor is of another list, or made up. */
export function pageStart(list: ListName, query: { limit?: number; cursor?: string }): PageOf | null {
  const { limit = rowsUnlessTold, cursor } = query;
  if (cursor === undefined) return { before: null, limit };
  const before = placeOf(cursor, list);
  return before === null ? null : { before, limit };
}

/** One row more was asked for than is shown: it tells whether there is a next page. */
export const oneMore = ({ before, limit }: PageOf): PageOf => ({ before, limit: limit + 1 });

export function cutPage<Row>(list: ListName, found: readonly Row[], limit: number, placeOfRow: (row: Row) => number) {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: found.length > limit && last !== undefined ? cursorAfter(list, placeOfRow(last)) : null };
}
