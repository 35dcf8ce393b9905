import { expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import { soak } from "./soak";

const COMMANDS = Number(process.env.SOAK_COMMANDS ?? 30_000);

test.each([
  ["default room", defaultRoomConfig, "21"],
  ["people alone", { ...defaultRoomConfig, participants: [] }, "22"],
] as const)("a room that crashes at any moment is made again to the digest (%s, seed %s)", (_, config, seed) => {
  const { crashes, trades } = soak(config, seed, COMMANDS);
  expect(crashes).toBeGreaterThan(1);
  expect(trades).toBeGreaterThan(0);
});
