import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Command } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { AccountNo } from "@/engine/units";
import type { FillReport, OrderReport } from "@/engine/views";
import { keptMs } from "@/server/host/projector";
import type { HostFailure } from "@/server/port";
import type { VenueProcess } from "./venue-process";

type Trade = Extract<RoomEvent, { kind: "trade" }>;
const tables = [
  "Order",
  "Fill",
  "LedgerEntry",
  "Trade",
  "Candle",
  "EquityPoint",
  "Settlement",
  "Fixing",
  "PublicEvent",
];

/** Nights prune old trades and 1-minute candles, a rebuild leaves out what is past its week: what both keep is compared. */
function kept(table: string): string {
  const recent = `at >= (SELECT horizon FROM "Room" WHERE id = $1) - ${keptMs}`;
  if (table === "Trade") return `room = $1 AND ${recent}`;
  return table === "Candle" ? `room = $1 AND (interval = '1d' OR ${recent})` : "room = $1";
}

/** What people were told, to be held against what the venue says after each crash. */
export class Evidence {
  readonly accounts = new Set<AccountNo>();
  readonly failures: string[] = [];
  passed = 0;
  private readonly orders = new Map<number, OrderReport>();
  private readonly fills = new Map<number, FillReport>();
  private readonly trades = new Map<number, Trade>();

  constructor(private readonly room: string) {}

  acknowledged(command: Command, outcome: Outcome | HostFailure): void {
    if (outcome.kind === "failed") this.require(false, `a host in good health answers ${outcome.code}`);
    if (outcome.kind !== "order" || command.kind !== "place-order") return;
    this.orders.set(outcome.order.id, outcome.order);
    for (const fill of outcome.fills) this.fills.set(fill.eventSeq, fill);
  }

  sawPublished(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.kind !== "trade") continue;
      const before = this.trades.get(event.seq);
      if (before && JSON.stringify(before) !== JSON.stringify(event)) this.require(false, `trade ${event.seq} changed`);
      this.trades.set(event.seq, event);
    }
  }

  summary(): string {
    return `${this.orders.size} orders acknowledged, ${this.fills.size} fills, ${this.trades.size} trades seen`;
  }

  require(holds: boolean, law: string): void {
    if (holds) this.passed += 1;
    else this.failures.push(law);
  }

  /** After a start: everything that was told is still so, once. */
  async check(venue: VenueProcess, url: string): Promise<void> {
    const { room } = this;
    const view = await venue.ask({ kind: "query", room, query: "view", ask: {} });
    const health = await venue.ask({ kind: "health" });
    const state = health.rooms.find((known: { id: string }) => known.id === room)?.state;
    this.require(state === "open", `the room opens after a crash (it is ${state})`);
    let projected = false;
    for (let i = 0; i < 30 && !projected; i++) projected = await venue.ask({ kind: "projected", room, seq: view.seq });
    this.require(projected, "the projections catch up with the journal after a crash");
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await this.checkOrders(client);
      await this.checkFills(client);
      await this.checkTrades(client);
      await this.checkMoney(client, venue);
    } finally {
      await client.end();
    }
  }

  private async checkOrders(client: Client): Promise<void> {
    const { rows } = await client.query(
      `SELECT id::int8, account, "clientOrderId", contract, lots::int8, price FROM "Order" WHERE room = $1`,
      [this.room],
    );
    const found = new Map(rows.map((row) => [Number(row.id), row]));
    for (const order of this.orders.values()) {
      const row = found.get(order.id);
      const same =
        row?.account === order.account &&
        row.clientOrderId === order.clientOrderId &&
        row.contract === order.contract &&
        Number(row.lots) === order.lots &&
        row.price === order.price;
      if (!same) this.failures.push(`order ${order.id} was acknowledged and is ${row ? "another now" : "gone"}`);
    }
    const ids = rows.map((row) => row.clientOrderId);
    this.require(new Set(ids).size === ids.length, "no order is there twice");
    this.require(true, "acknowledged orders");
  }

  private async checkFills(client: Client): Promise<void> {
    const { rows } = await client.query(
      `SELECT seq::int8, "orderId"::int8, price, lots::int8 FROM "Fill" WHERE room = $1`,
      [this.room],
    );
    const found = new Map(rows.map((row) => [Number(row.seq), row]));
    for (const fill of this.fills.values()) {
      const row = found.get(fill.eventSeq);
      const same = Number(row?.orderId) === fill.order && row.price === fill.price && Number(row.lots) === fill.lots;
      if (!same) this.failures.push(`fill ${fill.eventSeq} was acknowledged and is ${row ? "another now" : "gone"}`);
    }
    this.require(true, "acknowledged fills");
  }

  private async checkTrades(client: Client): Promise<void> {
    const { rows } = await client.query(
      `SELECT seq::int8, contract, price, lots::int8, at::int8 FROM "Trade" WHERE room = $1`,
      [this.room],
    );
    const found = new Map(rows.map((row) => [Number(row.seq), row]));
    for (const trade of this.trades.values()) {
      const row = found.get(trade.seq);
      const same =
        row?.contract === trade.contract &&
        row.price === trade.price &&
        Number(row.lots) === trade.lots &&
        Number(row.at) === trade.at;
      if (!same) this.failures.push(`trade ${trade.seq} was published and is ${row ? "another now" : "gone"}`);
    }
    this.require(true, "published trades");
  }

  /** The lines of an account's ledger sum to the balances the room itself names. */
  private async checkMoney(client: Client, venue: VenueProcess): Promise<void> {
    for (const account of this.accounts) {
      const asked = await venue.ask({ kind: "query", room: this.room, query: "account", ask: { account } });
      await venue.ask({ kind: "projected", room: this.room, seq: asked.seq });
      const { rows } = await client.query(
        `SELECT COALESCE(sum("marginChange"), 0)::int8 AS margin, COALESCE(sum("bankChange"), 0)::int8 AS bank
         FROM "LedgerEntry" WHERE room = $1 AND account = $2 AND seq <= $3`,
        [this.room, account, asked.seq],
      );
      const { marginCash, bankCash } = asked.value;
      const same = Number(rows[0].margin) === marginCash && Number(rows[0].bank) === bankCash;
      this.require(same, `the ledger of account ${account} sums to its balances`);
    }
  }

  /** All projections are, to the last row, what the journal makes of them anew. */
  async sameAfter(url: string, rebuild: () => Promise<unknown>): Promise<void> {
    const before = await this.fingerprints(url);
    await rebuild();
    const after = await this.fingerprints(url);
    for (const [i, table] of tables.entries()) {
      this.require(before[i] === after[i], `${table} is the same when rebuilt from the journal`);
    }
  }

  private async fingerprints(url: string): Promise<string[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const prints: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query(`SELECT t::text FROM "${table}" AS t WHERE ${kept(table)} ORDER BY 1`, [
        this.room,
      ]);
      prints.push(createHash("sha256").update(JSON.stringify(rows)).digest("hex"));
    }
    await client.end();
    return prints;
  }
}
