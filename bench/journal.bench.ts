import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import { addActive, startOf } from "@/engine/index";
import { type AccountNo, lots, ownerNo } from "@/engine/units";
import { bundleRooms } from "@/scripts/build.mjs";
import { openPool } from "@/server/db/pool";
import { createRoom } from "@/server/db/rooms";
import { registerEngine } from "@/server/host/engine-builds";
import { openHosts } from "@/server/host/hosts";
import type { RoomPort } from "@/server/port";
import { median, type Result } from "./result";
import { withDatabase } from "./venue";

const room = "bench";
const inFlight = 1000;
const roundMs = 3000;
const rounds = 3;

/**
 * Orders a second that one room journals, applies and acknowledges, asked for one by one by a thousand callers, beside a
 * loop that inserts one row at a time into the same database: what acknowledging each order by itself would reach.
 */
export async function benchJournal(): Promise<Result[]> {
  const bundles = mkdtempSync(join(import.meta.dirname, "..", ".build", "bench-"));
  await bundleRooms(bundles);
  try {
    return await withDatabase(async (dataDir) => {
      const hosts = await openHosts({ dataDir, bundles, workers: 1 });
      const order = await openMarket(hosts.port, bundles, dataDir);
      const acknowledged: number[] = [];
      const waits: number[] = [];
      const inserted: number[] = [];
      for (let round = 0; round <= rounds; round++) {
        const rate = await orders(hosts.port, order, round === 0 ? [] : waits);
        const peer = await inserts();
        if (round === 0) continue; // warms up
        acknowledged.push(rate);
        inserted.push(peer);
      }
      await hosts.close();
      const value = Math.round(median(acknowledged));
      const peer = Math.round(median(inserted));
      waits.sort((a, b) => a - b);
      const share = (q: number) => Math.round(waits[Math.floor(waits.length * q)] * 10) / 10;
      const name = "durable acknowledgements/s of one room (peer: a one-row INSERT loop)";
      return [
        { name, value, unit: "orders/s", peer, ratio: Math.round((value / peer) * 10) / 10 },
        { name: `wait for an acknowledgement, ${inFlight} in flight, median`, value: share(0.5), unit: "ms" },
        { name: `wait for an acknowledgement, ${inFlight} in flight, p99`, value: share(0.99), unit: "ms" },
      ];
    });
  } finally {
    rmSync(bundles, { recursive: true });
  }
}

/** An immediate-or-cancel bid at the lower limit: through journal, engine and history, and gone. */
async function openMarket(port: RoomPort, bundles: string, dataDir: string): Promise<Command> {
  const build = await registerEngine(join(bundles, "engine.mjs"), dataDir);
  const config = defaultRoomConfig;
  const opensAt = addActive(config, startOf(config), 3_600_000);
  const identity = { id: room, title: "Bench", kind: "sandbox", visibility: "private", ownerId: null } as const;
  await createRoom({ ...identity, config, seed: "bench", speed: 1, build, opensAt });
  const [opened] = await port.submit(room, [{ kind: "open-account", owner: ownerNo(1) }]);
  if (opened.kind !== "account-opened") throw new Error(`no account: ${JSON.stringify(opened)}`);
  const contracts = await port.query(room, "contracts", {});
  if (!("value" in contracts)) throw new Error(contracts.code);
  const { symbol, limitLow } = contracts.value[0];
  return {
    kind: "place-order",
    account: opened.account as AccountNo,
    order: {
      contract: symbol,
      side: "buy",
      type: "limit",
      lots: lots(1),
      price: limitLow,
      timeInForce: "ioc",
      postOnly: false,
      selfTrade: "newest",
    },
  };
}

async function orders(port: RoomPort, order: Command, waits: number[]): Promise<number> {
  const from = performance.now();
  let done = 0;
  const caller = async () => {
    for (let asked = from; asked - from < roundMs; asked = performance.now()) {
      const [outcome] = await port.submit(room, [order]);
      if (outcome.kind !== "order" || outcome.order.status === "rejected") throw new Error(JSON.stringify(outcome));
      waits.push(performance.now() - asked);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return (done / (performance.now() - from)) * 1000;
}

async function inserts(): Promise<number> {
  const pool = openPool({ max: 1 });
  await pool.query(`CREATE TABLE IF NOT EXISTS "BenchRow" (id bigserial PRIMARY KEY, payload text)`);
  const payload = randomBytes(120).toString("hex");
  const from = performance.now();
  let done = 0;
  for (; performance.now() - from < roundMs; done++) {
    await pool.query({ name: "one-row", text: `INSERT INTO "BenchRow" (payload) VALUES ($1)`, values: [payload] });
  }
  const rate = (done / (performance.now() - from)) * 1000;
  await pool.end();
  return rate;
}
