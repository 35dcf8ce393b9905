/**
 * The process that the crash test kills: database and room hosts as server.ts opens them, without pages. It answers its
 * parent over the channel Node gives a forked child.
 */
import { claimDataFolder } from "@/server/data-folder";
import { closeConnections } from "@/server/db/client";
import { openDatabase } from "@/server/db/open-database";
import { createRoom } from "@/server/db/rooms";
import { auditRoom, rebuildProjections } from "@/server/host/audit";
import { registerEngine } from "@/server/host/engine-builds";
import { openHosts } from "@/server/host/hosts";
import type { Publication } from "@/server/port";
import type { FromVenue, ToVenue } from "./venue-messages";

const say = (message: FromVenue) => process.send?.(message);
const [dataDir, bundles] = process.argv.slice(2);

const data = await claimDataFolder(dataDir);
const database = await openDatabase(data.path);
process.env.DATABASE_URL = database.url;
let hosts = await openHosts({ dataDir: data.path, bundles, workers: 1 });
const build = await registerEngine(`${bundles}/engine.mjs`, data.path);

const deeds: { [K in ToVenue["kind"]]: (message: Extract<ToVenue, { kind: K }>) => Promise<unknown> } = {
  create: ({ room }) => createRoom({ ...room, build }),
  submit: ({ room, commands }) => hosts.port.submit(room, commands),
  query: ({ room, query, ask }) => hosts.port.query(room, query, ask as never),
  projected: ({ room, seq }) => hosts.port.projected(room, seq),
  health: () => hosts.port.health(),
  watch: async ({ room }) => {
    const onPublication = ({ events }: Publication) => say({ kind: "published", room, events });
    return "missed" in (await hosts.port.subscribe(room, {}, { onPublication, onEnd: () => {} }));
  },
  stopRooms: () => hosts.close(),
  audit: ({ room }) => auditRoom(room, data.path),
  rebuild: ({ room }) => rebuildProjections(room, data.path),
  openRooms: async () => {
    hosts = await openHosts({ dataDir: data.path, bundles, workers: 1 });
  },
  close: async () => {
    await hosts.close();
    await closeConnections();
    await database.close();
    data.release();
    setImmediate(() => process.exit(0));
  },
};

process.on("message", async (message: ToVenue) => {
  const deed = deeds[message.kind] as (message: ToVenue) => Promise<unknown>;
  try {
    say({ kind: "answer", id: message.id, answer: await deed(message) });
  } catch (error) {
    say({ kind: "answer", id: message.id, error: String(error) });
  }
});
process.on("disconnect", () => process.exit(1));
say({ kind: "ready", url: database.url, postgres: database.pid() });
