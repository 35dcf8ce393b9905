import { randomBytes } from "node:crypto";
import { defaultRoomConfig } from "@/engine/default-config";
import { defaultSurveillance } from "@/engine/surveillance/default-rules";
import { createRoom, findRoom } from "../db/rooms";
import { loadEngine } from "./engine-builds";

export const publicRoom = "public";

/** Days that have passed when the doors open, so that charts have a history. */
const daysBefore = 20;
/** And so much of the day after its opening auction: whoever comes first can trade at once. */
const openFor = 15 * 60_000;
const tradingDayMs = 3_600_000; // one trading day per wall hour (1.3)

/** The season that everybody shares. Its seed is committed to from the start and shown at its end (1.4). */
export async function createPublicRoom(build: string, dataDir: string): Promise<void> {
  if (await findRoom(publicRoom)) return;
  const config = { ...defaultRoomConfig, surveillance: defaultSurveillance }; // 8.1, 8.2: a twelfth of the engine's time
  const engine = await loadEngine(build, dataDir);
  const day = engine.activeDay(config);
  const { preOpen, open } = config.calendar;
  await createRoom({
    id: publicRoom,
    title: "Public market",
    kind: "public",
    visibility: "public",
    ownerId: null,
    config,
    seed: randomBytes(32).toString("hex"),
    speed: day / tradingDayMs,
    build,
    opensAt: engine.addActive(config, engine.startOf(config), daysBefore * day + (open - preOpen) + openFor),
  });
}
