import type { ScenarioFile } from "@/wire/scenario";
import { run } from "./run";
import type { RunDay } from "./run-terms";

export interface RunRequest {
  readonly file: ScenarioFile;
  readonly seed: string;
}

self.onmessage = ({ data: { file, seed } }: MessageEvent<RunRequest>) => {
  for (const day of run(file, seed)) self.postMessage(day satisfies RunDay);
};
