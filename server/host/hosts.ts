import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { RoomPort } from "../port";
import { registerEngine } from "./engine-builds";
import { Explainer } from "./explainer";
import type { WorkerSetup } from "./messages";
import { createPublicRoom } from "./public-room";
import { Switchboard } from "./switchboard";

export interface HostOptions {
  readonly dataDir: string;
  /** Folder of the bundles that scripts/build.mjs makes. */
  readonly bundles?: string;
  readonly workers?: number;
  readonly idleMinutes?: number;
}

/** Opens the rooms: engine, public room, workers. The database must be open and named by DATABASE_URL. */
export async function openHosts({
  dataDir,
  bundles = join(process.cwd(), ".build"),
  workers = Math.max(1, availableParallelism() - 1),
  idleMinutes = 10,
}: HostOptions): Promise<{ port: RoomPort; close: () => Promise<void> }> {
  const build = await registerEngine(join(bundles, "engine.mjs"), dataDir);
  const awake = process.env.PUBLIC_ROOM_AWAKE === "1" ? ["public"] : [];
  const setup: WorkerSetup = { dataDir, build, idleMs: idleMinutes * 60_000, awake };
  await createPublicRoom(build, dataDir);
  const explainer = new Explainer(join(bundles, "explainer.js"), dataDir);
  const switchboard = new Switchboard(join(bundles, "worker.js"), setup, workers, explainer);
  return { port: switchboard, close: () => switchboard.close() };
}
