import { Calendar } from "@/engine/calendar";
import type { Entry, OrderDraft } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { Hash } from "@/engine/digest";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { EngineBuild, Room, RoomSnapshot } from "@/engine/room-face";
import type { AccountNo, OrderId, RoomTime } from "@/engine/units";
import type { ContractView, OrderReport } from "@/engine/views";

interface State {
  next: number; // moment of the next simulated trade
  owners: number[];
  orders: OrderReport[];
  hash: number[];
}

/**
 * The smallest thing that is a room to its host: a trade every second of room time whose price counts up, accounts, and
 * orders that rest for ever. An order for POISON throws half-way, as a bug of ours would.
 */
class FakeRoom implements Room {
  now: RoomTime;
  seq = 0;
  eventSeq = 0;
  private events: RoomEvent[] = [];
  private hash = new Hash("fake");
  private state: State;
  private readonly calendar: Calendar;

  constructor(
    readonly config: RoomConfig,
    readonly seed: string,
    private readonly version: number,
    saved?: RoomSnapshot,
  ) {
    this.calendar = new Calendar(config.calendar);
    this.now = saved?.now ?? startOf(config);
    this.state = saved
      ? structuredClone(saved.state as State)
      : { next: this.now + 1000, owners: [], orders: [], hash: [] };
    if (!saved) return;
    this.seq = saved.seq;
    this.eventSeq = saved.eventSeq;
    this.hash = Hash.load(this.state.hash);
  }

  advance(to: RoomTime): void {
    for (; this.state.next <= to; this.state.next += 1000) {
      const at = this.state.next as RoomTime;
      const price = (this.eventSeq * 10 + this.version) as never;
      this.emit({ kind: "trade", contract: "FAKE", price, lots: 1 as never, aggressor: "buy" }, at);
    }
    this.now = to;
  }

  apply(entry: Entry): Outcome {
    this.advance(entry.at);
    this.seq = entry.seq;
    const { command } = entry;
    if (command.kind === "open-account") {
      const account = this.state.owners.push(command.owner) as AccountNo;
      this.emit({ kind: "account-opened", account, owner: command.owner });
      return { kind: "account-opened", account };
    }
    if (command.kind === "cancel-all") return { kind: "cancelled", orders: [] };
    if (command.kind !== "place-order") throw new Error("the fake room knows no such command");
    const report = this.place(command.account, command.order);
    this.emit({ kind: "order", report });
    return { kind: "order", order: report, fills: [], repeated: false };
  }

  private place(account: AccountNo, order: OrderDraft): OrderReport {
    const report: OrderReport = {
      ...order,
      id: (this.state.orders.length + 1) as OrderId,
      account,
      clientOrderId: order.clientOrderId ?? null,
      filled: 0 as never,
      price: order.price ?? null,
      goodTill: null,
      reduceOnly: false,
      display: null,
      stop: null,
      tie: null,
      legs: null,
      filledValue: 0,
      status: "open",
      cancelReason: null,
      refusal: null,
      eventSeq: this.eventSeq + 1,
      at: this.now,
    };
    this.state.orders.push(report);
    if (order.contract === "POISON") throw new Error("poison: half done");
    return report;
  }

  skip(seq: number): void {
    this.seq = seq;
  }

  takeEvents(): RoomEvent[] {
    const taken = this.events;
    this.events = [];
    return taken;
  }

  chain(): string {
    return this.hash.hex();
  }

  digest(): string {
    return new Hash("digest").text(JSON.stringify(this.snapshot())).hex();
  }

  snapshot(): RoomSnapshot {
    const state = structuredClone({ ...this.state, hash: this.hash.save() });
    const { config, seed, now, seq, eventSeq } = this;
    return { config, seed, now, seq, eventSeq, chain: this.chain(), state };
  }

  check(): void {}
  counts = () => ({ commands: this.seq, orders: this.state.orders.length, trades: 0 });
  view = () => {
    const day = this.calendar.dayAt(this.now);
    const isOpen = this.now < day.fixing;
    return {
      now: this.now,
      day: day.no,
      date: day.date,
      phase: isOpen ? ("continuous" as const) : ("closed" as const),
      nextPhaseAt: (isOpen ? day.fixing : this.calendar.day(day.no + 1).preOpen) as RoomTime,
      eventSeq: this.eventSeq,
    };
  };
  contracts = () => [{ symbol: "FAKE", volume: Math.floor(this.eventSeq / 2) } as unknown as ContractView];
  contract = () => null;
  benchmarks = () => [];
  depth = (symbol: string) => ({ symbol, bids: [], asks: [] });
  hasAccount = (account: AccountNo) => account <= this.state.owners.length;
  account = () => null;
  openOrders = (account: AccountNo) => this.state.orders.filter((order) => order.account === account);
  order = (account: AccountNo, id: OrderId) => this.openOrders(account).find((order) => order.id === id) ?? null;
  queueAhead = () => null;
  preview = () => {
    throw new Error("the fake room previews nothing");
  };
  standings = () => [];

  private emit(what: object, at: RoomTime = this.now): void {
    this.eventSeq += 1;
    const event = { seq: this.eventSeq, at, ...what } as RoomEvent;
    this.hash.text(JSON.stringify(event));
    this.events.push(event);
  }
}

const startOf = (config: RoomConfig) => new Calendar(config.calendar).day(1).preOpen as RoomTime;

/** `version` is in every price, so that it shows which build made an event. */
export const fakeEngine = (version: number): EngineBuild => ({
  openRoom: (config, seed) => new FakeRoom(config, seed, version),
  restoreRoom: (snapshot) => new FakeRoom(snapshot.config, snapshot.seed, version, snapshot),
  addActive: (config, from, active) => new Calendar(config.calendar).addActive(from, active) as RoomTime,
  startOf,
  activeDay: (config) => new Calendar(config.calendar).activeDay(),
});
