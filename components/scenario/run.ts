import { Calendar } from "@/engine/calendar";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { openRoom } from "@/engine/index";
import type { Room } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { formatLevel, formatPrice } from "@/wire/notation";
import { type ScenarioFile, toScenario } from "@/wire/scenario";
import { type BenchmarkDay, notation, RUN_DAYS, type RunDay, runBenchmarks } from "./run-terms";

/**
 * The venue itself, twice from one seed: with the scenario and without it, day by day. What nobody caused is the same in
 * both, so what differs is the scenario's doing.
 */
export function* run(file: ScenarioFile, seed: string, days = RUN_DAYS): Generator<RunDay> {
  const calendar = new Calendar(defaultRoomConfig.calendar);
  const rooms = {
    with: openRoom({ ...defaultRoomConfig, scenario: toScenario(file) }, seed),
    without: openRoom(defaultRoomConfig, seed),
  };
  for (let no = 1; no <= days; no++) {
    const { date, fixing } = calendar.day(no);
    yield { no, date, with: dayOf(rooms.with, fixing), without: dayOf(rooms.without, fixing) };
  }
}

function dayOf(room: Room, to: number): Record<string, BenchmarkDay> {
  room.advance(to as RoomTime);
  const events = room.takeEvents();
  return Object.fromEntries(runBenchmarks.map((id) => [id, benchmarkDay(id, events)]));
}

function benchmarkDay(id: string, events: readonly RoomEvent[]): BenchmarkDay {
  const written = notation.get(id);
  const fixing = events.find((event) => event.kind === "fixing" && event.benchmark === id);
  // Settlements come in the order of the list: the nearest month first.
  const front = events.find((event) => event.kind === "settlement" && event.contract.startsWith(`${id}-`));
  if (fixing?.kind !== "fixing" || !written) throw new Error(`${id} has a fixing every day`);
  return {
    level: fixing.level,
    levelText: fixing.level === null ? "" : formatLevel(fixing.level, written),
    causes: fixing.causes ?? [],
    front:
      front?.kind === "settlement"
        ? { symbol: front.contract, price: front.price, text: formatPrice(front.price, written) }
        : null,
  };
}
