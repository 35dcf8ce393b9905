import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import type { Command } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import { type AccountNo, accountNo } from "@/engine/units";
import { closeConnections } from "../db/client";
import { openDatabase } from "../db/open-database";
import { type HostFailure, openRoomPort, type RoomPort } from "../port";
import type { Visitor } from "./visitor";

/** For tests: a real database in a folder of its own, and a room that only opens accounts and remembers what it was told. */
export async function openTrialVenue() {
  const folder = mkdtempSync(join(tmpdir(), "tp-auth-"));
  process.env.NEXTAUTH_SECRET = "a secret of this test alone";
  const database = await openDatabase(folder, undefined);
  process.env.DATABASE_URL = database.url;
  const pool = new Pool({ connectionString: database.url, max: 2 });
  const room = new AccountRoom();
  openRoomPort(room as unknown as RoomPort);
  return {
    room,
    folder,
    sql: async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => (await pool.query(text, values)).rows,
    close: async () => {
      await pool.end();
      await closeConnections();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One account per owner, as the engine does it. */
class AccountRoom {
  readonly heard: Command[] = [];
  readonly accounts = new Map<number, AccountNo>();
  /** What it answers instead, while it cannot take commands. */
  stopped: HostFailure | null = null;
  /** Called after a command is journaled and before its answer: where a process may die. */
  beforeAnswer: () => Promise<void> = async () => {};

  async submit(_room: string, commands: readonly Command[]): Promise<(Outcome | HostFailure)[]> {
    if (this.stopped) return commands.map(() => this.stopped as HostFailure);
    const outcomes = commands.map((command) => this.decide(command));
    await this.beforeAnswer();
    return outcomes;
  }

  /** Enough for prices to be written: one contract, on ticks of 0.001. */
  async query(_room: string, query: string) {
    if (query !== "contracts") throw new Error(`the trial room does not answer "${query}"`);
    return { seq: 0, value: [{ symbol: "PREM-DEC26", benchmark: "PREM", tickDecimals: 3, tickValue: 10 }] };
  }

  private decide(command: Command): Outcome {
    this.heard.push(command);
    if (command.kind !== "open-account") return { kind: "cancelled", orders: [] };
    const account = this.accounts.get(command.owner) ?? accountNo(100 + this.accounts.size);
    this.accounts.set(command.owner, account);
    return { kind: "account-opened", account };
  }
}

let visitors = 0;
/** Somebody at the door; each from an address of their own unless told otherwise. */
export const visitor = (known: Partial<Visitor> = {}): Visitor => ({
  address: `192.0.2.${visitors++}`,
  agent: "Firefox on Linux",
  locale: null,
  signedIn: null,
  ...known,
});
