import { useEffect, useRef, useState } from "react";
import type { CountAnswer, CountingEncoding, CountRequest } from "./tokeniser.worker";

export type Counted =
  | { readonly state: "empty" | "counting" | "failed" }
  | { readonly state: "counted"; readonly tokens: number };

const A_PAUSE = 150;

/** Counts in a worker of its own, which is started by the first text. */
export function useTokenCount(text: string, encoding: CountingEncoding): Counted {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [counted, setCounted] = useState<Counted>({ state: "empty" });
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    const id = ++asked.current; // what was asked before is no longer waited for
    if (text === "") {
      setCounted({ state: "empty" });
      return;
    }
    setCounted((before) => (before.state === "counted" ? before : { state: "counting" }));
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL("./tokeniser.worker.ts", import.meta.url), { type: "module" });
      worker.current.onmessage = ({ data }: MessageEvent<CountAnswer>) => {
        if (data.id === asked.current) setCounted({ state: "counted", tokens: data.tokens });
      };
      worker.current.onerror = () => setCounted({ state: "failed" });
      const request: CountRequest = { id, text, encoding };
      worker.current.postMessage(request);
    }, A_PAUSE);
    return () => clearTimeout(timer);
  }, [text, encoding]);
  return counted;
}
