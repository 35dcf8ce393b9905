import { useCallback, useEffect, useRef, useState } from "react";
import type { Mapping } from "@/tokens/bill/import/mapping";
import type { ReadFile } from "@/tokens/bill/import/reading";
import type { FileRefusal, Source } from "./file-rows";
import type { ImportAnswer, ImportRequest } from "./import.worker";
import type { Look, Reference } from "./read-file";

export type ImportState =
  | { readonly step: "reading"; readonly share: number; readonly look: Look | null }
  | { readonly step: "mapping"; readonly look: Look }
  | { readonly step: "read"; readonly look: Look; readonly file: ReadFile }
  | { readonly step: "refused"; readonly refusal: FileRefusal | { readonly code: "worker-failed" } };

/**
 * A file on its way through a worker of its own: looked at, then read as what it is or as the reader says. It never leaves
 * the browser, and the page stays free to use while it is read.
 */
export function useImport(source: Source, reference: Reference) {
  const [state, setState] = useState<ImportState>({ step: "reading", share: 0, look: null });
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const looked = useRef<Look | null>(null);

  const ask = useCallback(
    (read: ImportRequest["read"]) => {
      worker.current?.terminate(); // what was being read is no longer wanted
      const at = new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });
      worker.current = at;
      const id = ++asked.current;
      at.onerror = () => setState({ step: "refused", refusal: { code: "worker-failed" } });
      at.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.id !== asked.current) return;
        if (data.kind === "progress") setState({ step: "reading", share: data.share, look: looked.current });
        else if (data.kind === "refused") setState({ step: "refused", refusal: data.refusal });
        else if (data.kind === "read" && looked.current)
          setState({ step: "read", look: looked.current, file: data.file });
        else if (data.kind === "looked") {
          looked.current = data.look;
          if (data.look.known === null) setState({ step: "mapping", look: data.look });
          else ask({ mapping: null });
        }
      };
      const request: ImportRequest = { id, source, reference, read };
      at.postMessage(request);
      setState({ step: "reading", share: 0, look: looked.current });
    },
    [source, reference],
  );

  useEffect(() => {
    looked.current = null;
    ask("look");
    return () => worker.current?.terminate();
  }, [ask]);

  const remap = useCallback(() => looked.current && setState({ step: "mapping", look: looked.current }), []);
  const read = useCallback((mapping: Mapping) => ask({ mapping }), [ask]);
  return { state, remap, read };
}
