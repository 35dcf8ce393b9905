import { expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import { soak } from "./soak";

/** A short one of each: `npm run soak` is the long one. Participants trade along with every command of the first room. */
const rooms = [
  ["default room", "21", defaultRoomConfig, 8_000],
  ["people alone", "22", { ...defaultRoomConfig, participants: [] }, 30_000],
] as const;

test.each(rooms)(
  "a room that crashes at any moment is made again to the digest (%s, seed %s)",
  {
    timeout: 240_000,
  },
  (_, seed, config, commands) => {
    const { crashes, trades } = soak(config, seed, commands);
    expect(crashes).toBeGreaterThan(1);
    expect(trades).toBeGreaterThan(0);
  },
);
