"use client";

import { useEffect, useState } from "react";
import type { ErrorBody, Page } from "@/wire/views";
import type { Answer } from "../api";

export type Rows<Row> =
  | { readonly state: "loading"; readonly rows: readonly Row[] }
  | { readonly state: "ready"; readonly rows: readonly Row[] }
  | { readonly state: "failed"; readonly rows: readonly Row[]; readonly error: ErrorBody };

/** After something happened the history is read again, once the burst it came in is over. */
const SETTLE = 400;

/** A page of history, read again whenever `changedBy` is another value; old rows stay until the new ones are there. */
export function useRows<Row>(load: (signal: AbortSignal) => Promise<Answer<Page<Row>>>, changedBy: string): Rows<Row> {
  const [told, setTold] = useState<Rows<Row>>({ state: "loading", rows: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changedBy` is the reason to read again
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const answer = await load(stop.signal);
          setTold(({ rows }) =>
            answer.ok ? { state: "ready", rows: answer.value.rows } : { state: "failed", rows, error: answer.error },
          );
        } catch {
          // ended by us: a newer reading is on its way
        }
      },
      told.state === "loading" ? 0 : SETTLE,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [load, changedBy]);
  return told;
}
