import { Calendar } from "./calendar";
import { COMMANDS_VERSION } from "./commands";
import type { RoomConfig } from "./config";
import { MarketRoom } from "./room/market-room";
import type { Room, RoomSnapshot } from "./room-face";
import type { RoomTime } from "./units";

/** The public face of the engine: what this module exports is an `EngineBuild` (`tests/host/engine-bundle.test.ts`). */

export const openRoom = (config: RoomConfig, seed: string): Room => MarketRoom.open(config, seed);

export const restoreRoom = (snapshot: RoomSnapshot): Room => MarketRoom.restore(snapshot);

export const addActive = (config: RoomConfig, from: RoomTime, active: number): RoomTime =>
  new Calendar(config.calendar).addActive(from, active) as RoomTime;

export const startOf = (config: RoomConfig): RoomTime => new Calendar(config.calendar).day(1).preOpen as RoomTime;

export const activeDay = (config: RoomConfig): number => new Calendar(config.calendar).activeDay();

export const commandsVersion = COMMANDS_VERSION;
