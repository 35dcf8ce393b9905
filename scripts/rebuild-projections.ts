/**
 * Makes the history tables anew from the journal, with the app stopped:
 *   npm run rebuild-projections            every room (DATA_DIR, DATABASE_URL as for npm start)
 *   npm run rebuild-projections -- ROOM
 */
import { resolve } from "node:path";
import { claimDataFolder } from "@/server/data-folder";
import { closeConnections, db } from "@/server/db/client";
import { openDatabase } from "@/server/db/open-database";
import { closeProjectionPool } from "@/server/db/projections";
import { rebuildProjections } from "@/server/host/audit";
import { StartupError } from "@/server/startup-error";

try {
  const data = await claimDataFolder(resolve(process.env.DATA_DIR || "data"));
  const database = await openDatabase(data.path);
  process.env.DATABASE_URL = database.url;
  const played = await db().snapshot.findMany({ distinct: ["room"], select: { room: true } });
  const rooms = process.argv[2] ? [process.argv[2]] : played.map(({ room }) => room);
  for (const room of rooms) {
    const from = performance.now();
    await rebuildProjections(room, data.path);
    console.log(`${room}: rebuilt in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  await closeProjectionPool();
  await closeConnections();
  await database.close();
  data.release();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(`${error.message}\n${error.wayOut}`);
  process.exitCode = 1;
}
