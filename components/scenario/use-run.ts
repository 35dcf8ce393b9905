import { useCallback, useEffect, useRef, useState } from "react";
import type { ScenarioFile } from "@/wire/scenario";
import type { RunRequest } from "./run.worker";
import { RUN_DAYS, type RunDay } from "./run-terms";

export interface Run {
  readonly state: "ready" | "running" | "done" | "stopped" | "failed";
  /** Of which file and seed the days are. */
  readonly of: RunRequest | null;
  readonly days: readonly RunDay[];
}

const READY: Run = { state: "ready", of: null, days: [] };

/** The engine in a worker of its own: it tells each day when it is over, and can be stopped at any. */
export function useRun(): { run: Run; start: (file: ScenarioFile, seed: string) => void; stop: () => void } {
  const worker = useRef<Worker | null>(null);
  const [run, setRun] = useState<Run>(READY);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);
  const start = (file: ScenarioFile, seed: string) => {
    end();
    const of: RunRequest = { file, seed };
    setRun({ state: "running", of, days: [] });
    const made = new Worker(new URL("./run.worker.ts", import.meta.url), { type: "module" });
    worker.current = made;
    made.onmessage = ({ data }: MessageEvent<RunDay>) => {
      setRun(({ days }) => {
        const told = [...days, data];
        return { state: told.length === RUN_DAYS ? "done" : "running", of, days: told };
      });
    };
    made.onerror = () => setRun((before) => ({ ...before, state: "failed" }));
    made.postMessage(of);
  };
  const stop = () => {
    end();
    setRun((before) => ({ ...before, state: "stopped" }));
  };
  return { run, start, stop };
}
