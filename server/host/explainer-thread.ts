import { parentPort, workerData } from "node:worker_threads";
import { closePool } from "../db/pool";
import { loadEngine } from "./engine-builds";
import type { Explained, ExplainTask } from "./explainer";
import { CannotExplain, retrace } from "./retrace";

/** Entry of a thread that makes one explanation and ends: no room waits for it. Bundled on its own (scripts/build.mjs). */
const { room, event, until, dataDir } = workerData as ExplainTask;

async function explained(): Promise<Explained> {
  try {
    const explanation = await retrace(room, event, { until, loadEngine: (build) => loadEngine(build, dataDir) });
    return { kind: "explained", explanation };
  } catch (error) {
    if (error instanceof CannotExplain) return { kind: "failed", code: "explanation-too-old" };
    const incident = `${room}-${event.kind}-${event.seq}-${Date.now().toString(36)}`;
    console.error(`Room ${room}: incident ${incident}`, error);
    return { kind: "failed", code: "internal", incident };
  }
}

parentPort?.postMessage(await explained());
await closePool();
