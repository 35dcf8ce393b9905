import { beforeEach, expect, test, vi } from "vitest";
import type { RoomEvent } from "@/engine/events";
import { Projector } from "@/server/host/projector";

/** The database as the projector sees it: where it stands, and which events it was given. */
const database = vi.hoisted(() => ({ watermark: 0, taken: [] as number[] }));
vi.mock("@/server/db/projections", () => ({
  project: async (_room: string, from: number, to: number, rows: { seqs: number[] }) => {
    if (from !== database.watermark) return false;
    database.watermark = to;
    database.taken.push(...rows.seqs);
    return true;
  },
  watermarkOf: async () => database.watermark,
}));
vi.mock("@/server/db/projected-rows", () => ({
  rowsOf: (events: RoomEvent[]) => ({ seqs: events.map(({ seq }) => seq) }),
}));

const events = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i, kind: "expired" }) as unknown as RoomEvent);

beforeEach(() => {
  Object.assign(database, { watermark: 0, taken: [] });
});

test("history that a crash of the database took back is written again, without a hole", async () => {
  const projector = new Projector("room", 0);
  projector.add(events(1, 10));
  expect(await projector.reached(10, 1000)).toBe(true);
  Object.assign(database, { watermark: 6, taken: database.taken.slice(0, 6) }); // its last writes never reached the disk
  projector.add(events(11, 12));
  await vi.waitFor(() => expect(projector.lost).toBe(true));
  expect(database.taken).toEqual([1, 2, 3, 4, 5, 6]);

  projector.rewind(6); // the room is opened again, and replays
  projector.add(events(1, 12));
  expect(await projector.reached(12, 1000)).toBe(true);
  expect(database.taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
