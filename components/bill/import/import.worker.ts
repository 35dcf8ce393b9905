import type { Mapping } from "@/tokens/bill/import/mapping";
import type { ReadFile } from "@/tokens/bill/import/reading";
import { type FileRefusal, type Source, Unreadable } from "./file-rows";
import { type Look, lookAt, type Reference, readFile } from "./read-file";

export interface ImportRequest {
  readonly id: number;
  readonly source: Source;
  readonly reference: Reference;
  /** "look": the first rows. Else all of it: by this mapping, or, null, as the export it is. */
  readonly read: "look" | { readonly mapping: Mapping | null };
}

export type ImportAnswer = { readonly id: number } & (
  | { readonly kind: "looked"; readonly look: Look }
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "read"; readonly file: ReadFile }
  | { readonly kind: "refused"; readonly refusal: FileRefusal }
);

const answer = (message: ImportAnswer) => self.postMessage(message);

self.onmessage = async ({ data: { id, source, reference, read } }: MessageEvent<ImportRequest>) => {
  try {
    if (read === "look") answer({ id, kind: "looked", look: await lookAt(source, reference) });
    else {
      const onProgress = (share: number) => answer({ id, kind: "progress", share });
      answer({ id, kind: "read", file: await readFile(source, read.mapping, reference, onProgress) });
    }
  } catch (error) {
    const refusal: FileRefusal =
      error instanceof Unreadable ? error.refusal : { code: "unreadable", reason: (error as Error).message };
    answer({ id, kind: "refused", refusal });
  }
};
