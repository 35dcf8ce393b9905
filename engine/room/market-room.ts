import { assert } from "../assert";
import type { Calendar, TradingDay } from "../calendar";
import type { BracketExits, Command, Entry, OrderDraft, SpreadDraft } from "../commands";
import type { RoomConfig } from "../config";
import { Hash } from "../digest";
import type { RoomEvent } from "../events";
import type { FillExplanation, MarginExplanation, Watch } from "../explanations";
import type { Outcome } from "../outcome";
import type { Room, RoomSnapshot } from "../room-face";
import { Auctions } from "../trading/auctions";
import type { Exchange } from "../trading/exchange";
import { FillWitness } from "../trading/fill-witness";
import { MarginWitness } from "../trading/margin-witness";
import { OrderEntry } from "../trading/order-entry";
import { reportOf } from "../trading/order-records";
import { preview, previewSpread } from "../trading/preview";
import type { Witness } from "../trading/witness";
import type { AccountNo, OrderId, RoomTime } from "../units";
import type { AccountView, ContractView, DepthView, OrderReport, PreviewView, RoomView, StandingView } from "../views";
import { DayCycle } from "./day-cycle";
import { LiquidationActions } from "./liquidation-actions";
import { present, presentConfig, type SavedRoom, VERSION } from "./older-snapshots";
import { Operator, type OperatorCommand } from "./operator";
import { RoomParticipants } from "./room-participants";
import { type RoomParts, restoreParts, saveParts, startParts } from "./room-parts";
import { accountView, contractView, depthView, roomView, standing } from "./room-views";
import { Schedule } from "./schedule";

/**
 * Ranks in the schedule: at the same moment the session turns before the operator does what is due (halts that end, what a
 * scenario brings), margin is checked, participants act.
 */
const SESSION = 0;
const OPERATOR = 1;
const MARGIN_CHECK = 2;
const FIRST_PARTICIPANT = 3;

/** See `Room` in room-face.ts. This file is the clock: what is due when, and whose turn it is. */
export class MarketRoom implements Room {
  now: RoomTime;
  seq = 0;
  private readonly calendar: Calendar;
  private readonly operator: Operator;
  private readonly cycle: DayCycle;
  private readonly entry: OrderEntry;
  private readonly actions: LiquidationActions;
  private readonly participants: RoomParticipants;
  private schedule: Schedule;
  private commands = 0;
  private day: TradingDay;

  private constructor(
    readonly config: RoomConfig,
    readonly seed: string,
    private readonly parts: RoomParts,
    now: number,
  ) {
    const { exchange } = parts;
    this.calendar = parts.calendar;
    this.now = now as RoomTime;
    this.day = this.calendar.dayAt(now);
    const auctions = new Auctions(exchange, this.calendar);
    this.operator = new Operator(parts, auctions);
    this.cycle = new DayCycle(parts, auctions);
    this.entry = new OrderEntry(exchange);
    this.actions = new LiquidationActions(exchange, this.entry, this.calendar);
    this.participants = new RoomParticipants(parts, seed);
    this.schedule = new Schedule(FIRST_PARTICIPANT + this.participants.count);
  }

  static open(asked: RoomConfig, seed: string): MarketRoom {
    const config = presentConfig(asked);
    const parts = startParts(config, seed);
    const start = parts.calendar.day(1).preOpen;
    const room = new MarketRoom(config, seed, parts, start);
    parts.exchange.log.now = start;
    room.cycle.start();
    room.schedule.set(SESSION, room.cycle.nextMoment(start - 1));
    if (config.scenario) room.operator.begin(config.scenario, 1);
    room.planOperator();
    return room;
  }

  static restore(snapshot: RoomSnapshot): MarketRoom {
    const { config, state: saved } = present(snapshot);
    const parts = restoreParts(config, snapshot.seed, saved.parts, snapshot.now);
    const room = new MarketRoom(config, snapshot.seed, parts, snapshot.now);
    room.seq = snapshot.seq;
    room.commands = saved.commands;
    room.schedule = Schedule.load(FIRST_PARTICIPANT + room.participants.count, saved.schedule);
    room.participants.load(saved.participants, saved.wakes);
    room.operator.load(saved.operator);
    return room;
  }

  get eventSeq(): number {
    return this.parts.exchange.log.seq;
  }

  advance(to: RoomTime): void {
    assert(to >= this.now, "room time never goes back");
    while (this.schedule.nextAt() <= to) {
      const at = this.schedule.nextAt();
      this.turn(this.schedule.take(), at);
    }
    this.setNow(to);
  }

  apply(entry: Entry): Outcome {
    assert(entry.seq === this.seq + 1, "entries follow one another without gaps");
    this.advance(entry.at);
    this.seq = entry.seq;
    this.commands += 1;
    const outcome = this.carryOut(entry.command);
    if ("account" in entry.command) this.meetCall(entry.command.account);
    return outcome;
  }

  skip(seq: number): void {
    assert(seq === this.seq + 1, "entries follow one another without gaps");
    this.seq = seq;
  }

  takeEvents(): RoomEvent[] {
    return this.parts.exchange.log.take();
  }

  chain(): string {
    return this.parts.exchange.log.chain();
  }

  digest(): string {
    const hash = new Hash("room");
    hash.number(this.now).number(this.seq).number(this.commands);
    hash.text(this.chain());
    this.schedule.hashInto(hash);
    this.parts.hashInto(hash);
    this.participants.hashInto(hash);
    this.operator.hashInto(hash);
    return hash.hex();
  }

  snapshot(): RoomSnapshot {
    const state: SavedRoom = {
      version: VERSION,
      parts: saveParts(this.parts),
      schedule: this.schedule.save(),
      ...this.participants.save(),
      commands: this.commands,
      operator: this.operator.save(),
    };
    return {
      config: this.config,
      seed: this.seed,
      now: this.now,
      seq: this.seq,
      eventSeq: this.eventSeq,
      chain: this.chain(),
      state,
    };
  }

  check(): void {
    this.parts.check();
  }

  counts(): { commands: number; orders: number; trades: number } {
    const { exchange } = this.parts;
    return {
      commands: this.commands + exchange.plainCommands,
      orders: exchange.orderCount,
      trades: exchange.tradeCount,
    };
  }

  view(): RoomView {
    return roomView(this.now, this.day, this.calendar.day(this.day.no + 1), this.eventSeq);
  }

  contracts(): ContractView[] {
    const { exchange, months } = this.parts;
    return exchange.listed().map((market) => contractView(exchange, months, market));
  }

  contract(symbol: string): ContractView | null {
    const { exchange, months } = this.parts;
    const market = exchange.bySymbol.get(symbol);
    return market ? contractView(exchange, months, market) : null;
  }

  scenarios() {
    return this.operator.begun(this.now);
  }

  benchmarks() {
    return this.parts.benchmarks.map((benchmark) => benchmark.view());
  }

  depth(symbol: string, levels: number): DepthView | null {
    const market = this.parts.exchange.bySymbol.get(symbol);
    return market ? depthView(market, levels) : null;
  }

  hasAccount(account: AccountNo): boolean {
    const { accounts } = this.parts.exchange;
    return Number.isSafeInteger(account) && account >= 1 && account <= accounts.count && accounts.isPerson(account);
  }

  account(account: AccountNo): AccountView | null {
    return this.hasAccount(account) ? accountView(this.parts.exchange, account) : null;
  }

  openOrders(account: AccountNo): OrderReport[] {
    return this.parts.exchange.records.openOrders(account).map(reportOf);
  }

  order(account: AccountNo, id: OrderId): OrderReport | null {
    const record = this.parts.exchange.records.get(id);
    return record && record.account === account ? reportOf(record) : null;
  }

  queueAhead(account: AccountNo, id: OrderId): number | null {
    const record = this.parts.exchange.records.get(id);
    if (!record || record.account !== account || record.status !== "open") return null;
    const { book } = this.parts.exchange.market(record.slot);
    return book.has(id) ? book.aheadOf(id) : null; // a stop that waits stands in no queue (4.2)
  }

  preview(account: AccountNo, draft: OrderDraft, exits?: BracketExits): PreviewView {
    return preview(this.parts.exchange, account, draft, exits);
  }

  previewSpread(account: AccountNo, spread: SpreadDraft): PreviewView {
    return previewSpread(this.parts.exchange, account, spread);
  }

  standings(): StandingView[] {
    const { exchange, wealth } = this.parts;
    return wealth.people().map((account) => standing(exchange, wealth, account));
  }

  watchFill(account: AccountNo, order: OrderId, fillSeq: number, notes?: unknown): Watch<FillExplanation> {
    const { exchange } = this.parts;
    const witness = new FillWitness(exchange, account, order, fillSeq, notes);
    exchange.witness = witness;
    this.actions.listener = null;
    return witness;
  }

  watchMarginCall(account: AccountNo, callSeq: number, notes?: unknown): Watch<MarginExplanation> {
    const { exchange } = this.parts;
    const witness = new MarginWitness(exchange, account, callSeq, notes);
    exchange.witness = witness;
    this.actions.listener = witness;
    return witness;
  }

  /** Somebody looks on for as long as the room runs: what a headless run is measured by. The room stays what it was. */
  watch<W extends Witness>(onlooker: (exchange: Exchange) => W): W {
    const witness = onlooker(this.parts.exchange);
    this.parts.exchange.witness = witness;
    return witness;
  }

  /** What the room's manipulators did on purpose: for grading alone, so it is no part of `Room` (8.2, 8.3). */
  manipulations() {
    return this.participants.episodes();
  }

  /** A call ends as soon as money or a fill has met it (7.5). */
  private meetCall(account: number): void {
    if (this.hasAccount(account as AccountNo)) this.parts.liquidation.meet(account, this.actions);
  }

  private carryOut(command: Command): Outcome {
    const { entry } = this;
    if (command.kind === "open-account") return this.openAccount(command.owner);
    if (!("account" in command)) return this.direct(command);
    const { account } = command;
    if (!this.hasAccount(account)) return entry.refused({ reason: "unknown-account" });
    switch (command.kind) {
      case "place-order":
        return entry.place(account, command.order, command.exits);
      case "place-oco":
        return entry.placeOco(account, command.orders);
      case "place-spread":
        return entry.placeSpread(account, command.spread);
      case "replace-order":
        return entry.replace(account, command.order, command);
      case "cancel-order":
        return entry.cancel(account, command.order);
      case "cancel-all":
        return entry.cancelAll(account, command.contract);
      case "transfer":
        return entry.transfer(account, command.amount);
    }
  }

  /** An operator's: 8.1. */
  private direct(command: OperatorCommand): Outcome {
    const outcome = this.operator.carryOut(command, this.day.no);
    this.planOperator();
    return outcome;
  }

  private planOperator(): void {
    const next = this.operator.nextAt();
    if (next < Number.POSITIVE_INFINITY) this.schedule.set(OPERATOR, next);
  }

  /** An owner has one account: opening again answers with the one there is. */
  private openAccount(person: number): Outcome {
    const { exchange, wealth, owners } = this.parts;
    const held = owners.get(person);
    if (held !== undefined) return { kind: "account-opened", account: held as AccountNo };
    const { marginCash, bankCash } = this.config.money;
    // Participants own themselves under the first numbers; people's owner numbers come after them.
    const owner = this.participants.count + person;
    const account = exchange.accounts.open(owner, marginCash, bankCash, true);
    owners.set(person, account);
    wealth.open(account);
    exchange.log.emit({ kind: "account-opened", account: account as AccountNo, owner: person });
    exchange.reports.ledger(account, { entry: "deposit", marginChange: marginCash, bankChange: bankCash });
    return { kind: "account-opened", account: account as AccountNo };
  }

  private turn(rank: number, at: number): void {
    this.setNow(at);
    if (rank === SESSION) this.sessionTurn(at);
    else if (rank === OPERATOR) this.operatorTurn(at);
    else if (rank === MARGIN_CHECK) this.marginTurn(at);
    else this.participantTurn(rank, at);
  }

  private sessionTurn(at: number): void {
    const { day } = this;
    const settled = this.cycle.reach(at, day);
    if (at === day.open) this.schedule.set(MARGIN_CHECK, at + this.config.margin.checkEvery);
    if (at === day.preOpen || at === day.open) {
      for (let i = 0; i < this.participants.count; i++) this.schedule.set(FIRST_PARTICIPANT + i, at);
    }
    if (settled) this.parts.liquidation.check(at, this.actions);
    this.schedule.set(SESSION, this.cycle.nextMoment(at));
  }

  /** A halt that has lasted as long as it was to (4.7), and what a scenario brings. */
  private operatorTurn(at: number): void {
    this.operator.reach(at, this.day.no);
    this.planOperator();
  }

  /** 7.5: every 30 s of continuous trading. */
  private marginTurn(at: number): void {
    this.parts.liquidation.check(at, this.actions);
    const next = at + this.config.margin.checkEvery;
    if (next < this.day.close) this.schedule.set(MARGIN_CHECK, next);
  }

  /** A participant acts, then sleeps until it asks; once after the close, and not at night. */
  private participantTurn(rank: number, at: number): void {
    const asked = this.participants.wake(rank - FIRST_PARTICIPANT, at, this.day);
    const { close } = this.day;
    if (at >= close) return; // the open wakes it again
    this.schedule.set(rank, Math.min(Math.max(asked, at + 1), close + 1));
  }

  private setNow(now: number): void {
    this.now = now as RoomTime;
    this.parts.exchange.log.now = now;
    if (now >= this.day.preOpen) this.day = this.calendar.dayAt(now);
  }
}
