import { z } from "zod";
import { type RoomPort, roomPort } from "@/server/port";
import { openEndpoint } from "./endpoint";
import { json } from "./respond";

const Health = z.object({
  ok: z.boolean(),
  database: z.boolean(),
  rooms: z.array(z.object({ id: z.string(), state: z.string(), lagMs: z.number() })),
});

export const getHealth = openEndpoint(
  {
    id: "health",
    method: "GET",
    path: "/health",
    tag: "service",
    summary: "Whether this server can serve: the database answers and its rooms can be traded in",
    answers: { 200: { schema: Health, text: "Healthy" }, 503: { schema: Health, text: "Starting, stopping or ill" } },
  },
  async () => {
    const health = await portOrNull()?.health();
    return health ? json(health, health.ok ? 200 : 503) : json({ ok: false, database: false, rooms: [] }, 503);
  },
);

/** Null while the server starts. */
function portOrNull(): RoomPort | null {
  try {
    return roomPort();
  } catch {
    return null;
  }
}
