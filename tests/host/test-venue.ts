import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import type { Outcome } from "@/engine/outcome";
import type { AccountNo, RoomTime } from "@/engine/units";
import { bundleRooms } from "@/scripts/build.mjs";
import { closeConnections } from "@/server/db/client";
import { type Database, openDatabase } from "@/server/db/open-database";
import { closeProjectionPool } from "@/server/db/projections";
import { createRoom } from "@/server/db/rooms";
import { registerEngine } from "@/server/host/engine-builds";
import { type HostOptions, openHosts } from "@/server/host/hosts";
import type { HostFailure, RoomPort } from "@/server/port";
import { fakeEngine } from "./fake-room";

const repository = join(import.meta.dirname, "..", "..");

const fakeEngines = ["tests/host/fake-engine-1.ts", "tests/host/fake-engine-2.ts"] as const;

/** A database and room hosts of their own, with the fake engine unless told: what server.ts opens, in a test. */
export class TestVenue {
  port!: RoomPort;
  private closeHosts: () => Promise<void> = async () => {};

  /** `engines`: a build, and a newer one. */
  static async open(engines: readonly [string, string] = fakeEngines): Promise<TestVenue> {
    const folder = mkdtempSync(join(tmpdir(), "tokenpit-host-"));
    const bundles = mkdtempSync(join(repository, ".build", "host-test-")); // within reach of node_modules
    await bundleRooms(bundles, engines[0]);
    await bundleRooms(join(bundles, "next"), engines[1]);
    const database = await openDatabase(join(folder, "data"), "");
    process.env.DATABASE_URL = database.url;
    return new TestVenue(folder, bundles, database);
  }

  private constructor(
    private readonly folder: string,
    private readonly bundles: string,
    readonly database: Database,
  ) {}

  get dataDir(): string {
    return join(this.folder, "data");
  }

  get explainerScript(): string {
    return join(this.bundles, "explainer.js");
  }

  /** `engine` 2 is a newer build than 1. */
  async openRooms(options: Partial<HostOptions> & { engine?: 1 | 2 } = {}): Promise<void> {
    const bundles = options.engine === 2 ? join(this.bundles, "next") : this.bundles;
    const hosts = await openHosts({ dataDir: this.dataDir, bundles, workers: 1, ...options });
    this.port = hosts.port;
    this.closeHosts = hosts.close;
  }

  async closeRooms(): Promise<void> {
    await this.closeHosts();
    this.closeHosts = async () => {};
  }

  /** `speed`: room milliseconds per wall millisecond. `after`: milliseconds of the first day gone when it opens. */
  async createRoom(id: string, { speed = 1, after = 0, config = defaultRoomConfig } = {}): Promise<void> {
    const build = await registerEngine(join(this.bundles, "engine.mjs"), this.dataDir);
    const opensAt = (fakeEngine(1).startOf(config) + after) as RoomTime;
    const identity = { id, title: id, kind: "sandbox", visibility: "private", ownerId: null } as const;
    await createRoom({ ...identity, config, seed: id, speed, build, opensAt });
  }

  async submit(room: string, ...commands: Command[]): Promise<(Outcome | HostFailure)[]> {
    return this.port.submit(room, commands);
  }

  async close(): Promise<void> {
    await this.closeRooms();
    await closeProjectionPool();
    await closeConnections();
    await this.database.close();
    rmSync(this.folder, { recursive: true });
    rmSync(this.bundles, { recursive: true });
  }
}

export const openAccount = (owner: number): Command => ({ kind: "open-account", owner: owner as never });

export const order = (account: number, clientOrderId: string, contract = "FAKE"): Command => ({
  kind: "place-order",
  account: account as AccountNo,
  order: {
    contract,
    side: "buy",
    type: "limit",
    lots: 1 as never,
    price: 1 as never,
    timeInForce: "gtc",
    postOnly: false,
    selfTrade: "newest",
    clientOrderId,
  },
});
