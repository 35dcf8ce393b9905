/**
 * Kills the venue at seeded moments under load and looks for anything lost, doubled or changed:
 *   node tests/crash/run.mjs          CRASHES=100 SEED=7 CRASH_DIR=/tmp/…
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { defaultRoomConfig } from "@/engine/default-config";
import { addActive, startOf } from "@/engine/index";
import { Draws, seedWords } from "@/engine/random";
import { Crowd } from "./crowd";
import { Evidence } from "./evidence";
import { buildVenue, VenueGone, VenueProcess } from "./venue-process";

const crashes = Number(process.env.CRASHES ?? 100);
const seed = process.env.SEED ?? "7";
const folder = mkdtempSync(join(process.env.CRASH_DIR ?? tmpdir(), "tokenpit-crash-"));
const dataDir = join(folder, "data");
const room = "crash";
const draws = new Draws(seedWords(seed), 1, 0);

const bundles = await buildVenue(join(import.meta.dirname, "..", "..", ".build", "crash"));
const evidence = new Evidence(room);
const crowd = new Crowd(room, 8, seed, evidence);
const from = performance.now();

await openRoom();
let underLoad = 0;
for (let crash = 1; crash <= crashes; crash++) {
  const venue = new VenueProcess(bundles, dataDir);
  venue.onPublished = (_, events) => evidence.sawPublished(events);
  const victim = draws.below(2) === 0 ? "node" : "everything";
  if (draws.below(4) === 0) {
    await sleep(draws.below(900)); // anywhere between the first instruction and the first order
    await venue.kill(victim);
    continue;
  }
  const { url } = await venue.ready;
  await evidence.check(venue, url);
  await venue.ask({ kind: "watch", room });
  const trading = crowd.trade(venue);
  await sleep(50 + draws.below(1000));
  await venue.kill(victim);
  await trading;
  underLoad += 1;
  if (crash % 10 === 0) console.log(`  ${crash} crashes, ${evidence.summary()}, ${seconds()} s`);
}

const venue = new VenueProcess(bundles, dataDir);
const { url } = await venue.ready;
await evidence.check(venue, url);
await venue.ask({ kind: "stopRooms" });
const { agrees, entries } = await venue.ask({ kind: "audit", room });
evidence.require(agrees, "the whole journal, played from the seed, gives the state of the last snapshot");
await evidence.sameAfter(url, () => venue.ask({ kind: "rebuild", room }));
await venue.ask({ kind: "close" }).catch(ignoreEnd);
await venue.exited;
rmSync(folder, { recursive: true });

for (const failure of evidence.failures) console.log(`FAILED ${failure}`);
console.log(`${crashes} crashes (${underLoad} under load), ${evidence.summary()}, ${entries} entries, ${seconds()} s`);
console.log(`${evidence.passed} passed, ${evidence.failures.length} failed`);
process.exit(evidence.failures.length === 0 ? 0 : 1);

/** A market that is open all the time and quick, so that nights, settlements and fixings fall among the crashes. */
async function openRoom(): Promise<void> {
  const first = new VenueProcess(bundles, dataDir);
  await first.ready;
  const config = defaultRoomConfig;
  const opensAt = addActive(config, startOf(config), 60_000);
  const identity = { id: room, title: "Crash", kind: "sandbox", visibility: "private", ownerId: null } as const;
  await first.ask({ kind: "create", room: { ...identity, config, seed: `crash ${seed}`, speed: 200, opensAt } });
  await crowd.join(first);
  await first.ask({ kind: "close" }).catch(ignoreEnd);
  await first.exited;
}

function ignoreEnd(error: unknown): void {
  if (!(error instanceof VenueGone)) throw error;
}

function seconds(): number {
  return Math.round((performance.now() - from) / 1000);
}
