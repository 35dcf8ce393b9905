import { createHash } from "node:crypto";
import type { RoomConfig } from "@/engine/config";
import type { RoomTime } from "@/engine/units";
import type { RoomId } from "../port";
import { db } from "./client";

export type RoomKind = "public" | "class" | "sandbox";

/** What anyone may know about a room. Its seed is not among it (DESIGN §1). */
export interface RoomCard {
  readonly id: RoomId;
  readonly title: string;
  readonly kind: RoomKind;
  readonly visibility: "public" | "private";
  readonly ownerId: string | null;
  readonly state: RoomState;
  readonly speed: number; // room milliseconds per wall millisecond
  readonly seedCommit: string;
  readonly createdAt: Date;
}

export type RoomState = "live" | "hibernating" | "read-only" | "ended";

const card = {
  id: true,
  title: true,
  kind: true,
  visibility: true,
  ownerId: true,
  state: true,
  speed: true,
  seedCommit: true,
  createdAt: true,
} as const;

export async function findRoom(room: RoomId): Promise<RoomCard | null> {
  return (await db().room.findUnique({ where: { id: room }, select: card })) as RoomCard | null;
}

export async function publicRooms(): Promise<RoomCard[]> {
  const rows = await db().room.findMany({
    where: { visibility: "public" },
    orderBy: { createdAt: "asc" },
    select: card,
  });
  return rows as RoomCard[];
}

/** The rules a room runs by: public, unlike its seed. */
export async function roomConfig(room: RoomId): Promise<RoomConfig | null> {
  const found = await db().room.findUnique({ where: { id: room }, select: { config: true } });
  return found ? (found.config as unknown as RoomConfig) : null;
}

export interface NewRoom {
  readonly id: RoomId;
  readonly title: string;
  readonly kind: RoomKind;
  readonly visibility: "public" | "private";
  readonly ownerId: string | null;
  readonly config: RoomConfig;
  readonly seed: string;
  readonly speed: number;
  readonly build: string;
  /** The room opens here: everything up to this moment happens before anyone looks. */
  readonly opensAt: RoomTime;
}

/** Does nothing if there is one of that name. A host that opens it finds no snapshot and starts from the seed. */
export async function createRoom({ opensAt, config, ...room }: NewRoom): Promise<void> {
  const seedCommit = createHash("sha256").update(room.seed).digest("hex");
  const data = {
    ...room,
    firstBuild: room.build,
    config: config as object,
    seedCommit,
    horizon: BigInt(opensAt),
    state: "hibernating",
  };
  await db().$transaction([
    db().room.createMany({ data, skipDuplicates: true }),
    db().watermark.createMany({ data: { room: room.id, eventSeq: 0n }, skipDuplicates: true }),
  ]);
}
