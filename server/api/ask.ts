import type { Command } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import { type Answer, type HostFailure, type RoomId, type RoomPort, type RoomQueries, roomPort } from "@/server/port";
import { notationOf, type RoomNotation } from "@/wire/notation";
import { HostFailed, Lagging } from "./respond";

export async function ask<Q extends keyof RoomQueries>(
  room: RoomId,
  query: Q,
  about: RoomQueries[Q]["ask"],
): Promise<Answer<Q>> {
  const answer = await roomPort().query(room, query, about);
  if ("kind" in answer) throw new HostFailed(answer);
  return answer;
}

/** One command's outcome; a failure of the host is thrown. */
export async function submit(room: RoomId, command: Command): Promise<Outcome> {
  const [outcome] = await roomPort().submit(room, [command]);
  if (isFailure(outcome)) throw new HostFailed(outcome);
  return outcome;
}

export const isFailure = (outcome: Outcome | HostFailure): outcome is HostFailure => outcome.kind === "failed";

/** Returns once history holds everything this room has done so far, so that one's own writes are in what is read next. */
export async function caughtUp(room: RoomId): Promise<number> {
  const { seq } = await ask(room, "view", {});
  if (!(await roomPort().projected(room, seq))) throw new Lagging();
  return seq;
}

/** What is needed to read and write a room's prices. */
export interface RoomContracts {
  readonly notation: RoomNotation;
  readonly listed: readonly string[];
}
const known = new WeakMap<RoomPort, Map<RoomId, RoomContracts>>();

/** Remembered: a benchmark's notation never changes. A symbol that is not in it makes us look again, once. */
export async function contractsOf(room: RoomId, symbol?: string): Promise<RoomContracts> {
  const port = roomPort();
  const rooms = known.get(port) ?? new Map<RoomId, RoomContracts>();
  known.set(port, rooms);
  const remembered = rooms.get(room);
  if (remembered && (symbol === undefined || remembered.listed.includes(symbol))) return remembered;
  const { value } = await ask(room, "contracts", {});
  const contracts = { notation: notationOf(value), listed: value.map((contract) => contract.symbol) };
  rooms.set(room, contracts);
  return contracts;
}
