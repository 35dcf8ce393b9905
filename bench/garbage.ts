import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects at once, so that one measurement does not pay for what another left behind. */
export function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
