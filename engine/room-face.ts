import type { BracketExits, Command, Entry, OrderDraft, SpreadDraft } from "./commands";
import type { RoomConfig } from "./config";
import type { RoomEvent } from "./events";
import type { FillExplanation, MarginExplanation, Watch } from "./explanations";
import type { Outcome } from "./outcome";
import type { AccountNo, OrderId, RoomTime } from "./units";
import type {
  AccountView,
  BegunScenarioView,
  BenchmarkView,
  ContractView,
  DepthView,
  OrderReport,
  PreviewView,
  RoomView,
  StandingView,
} from "./views";

/** The whole state of a room as plain JSON, made and read by one engine build. */
export interface RoomSnapshot {
  readonly config: RoomConfig;
  readonly seed: string;
  readonly now: RoomTime;
  readonly seq: number; // of the last applied (or voided) entry
  readonly eventSeq: number;
  readonly chain: string;
  readonly state: unknown;
}

/**
 * A room: a pure function of (config, seed, journal of commands). The same entries at the same room times give the same
 * events, chain and digest on every machine. `advance(a); advance(b)` ≡ `advance(b)`.
 */
export interface Room {
  readonly config: RoomConfig;
  readonly seed: string;
  readonly now: RoomTime;
  /** Last applied entry. The next one must be `seq + 1`. */
  readonly seq: number;
  readonly eventSeq: number;

  /** Everything due up to and including `to`, in (time, sequence) order. */
  advance(to: RoomTime): void;
  /** Advances to `entry.at`, then decides. Throws only for a bug of ours. */
  apply(entry: Entry): Outcome;
  /** Skips a voided entry (one whose apply threw), so that numbering goes on. */
  skip(seq: number): void;
  /** Events since the last call, oldest first. */
  takeEvents(): RoomEvent[];

  /** Running hash of all events, 32 hex digits. */
  chain(): string;
  /** Hash of the whole state, 32 hex digits. */
  digest(): string;
  snapshot(): RoomSnapshot;
  /** Asserts every invariant (7.7 and the laws of 6.2); throws InvariantBroken. */
  check(): void;
  /** Commands the engine carried out so far, participants' included (DESIGN §6 budget). */
  counts(): { readonly commands: number; readonly orders: number; readonly trades: number };

  view(): RoomView;
  contracts(): ContractView[];
  contract(symbol: string): ContractView | null;
  benchmarks(): BenchmarkView[];
  /** Builds from before scenarios could be looked back on have no such method. */
  scenarios?(): BegunScenarioView[];
  depth(symbol: string, levels: number): DepthView | null;
  hasAccount(account: AccountNo): boolean;
  account(account: AccountNo): AccountView | null;
  openOrders(account: AccountNo): OrderReport[];
  /** An order of this account that is open, ended today, or still holds its client order id (4.6). */
  order(account: AccountNo, id: OrderId): OrderReport | null;
  /** Lots ahead of a resting order at its price. */
  queueAhead(account: AccountNo, id: OrderId): number | null;
  /** Builds from before brackets leave the exits out of account. */
  preview(account: AccountNo, draft: OrderDraft, exits?: BracketExits): PreviewView;
  /** The first builds had no such method. */
  previewSpread?(account: AccountNo, spread: SpreadDraft): PreviewView;
  /** People's accounts only. */
  standings(): StandingView[];

  /**
   * From now on somebody looks on, until the fill with that event number, or the whole of the case that began with that
   * margin call, has been seen. One watch at a time; the room stays what it was. `notes` are those of a watch in the same
   * room under the build before. A build that cannot explain has no such method.
   */
  watchFill?(account: AccountNo, order: OrderId, fillSeq: number, notes?: unknown): Watch<FillExplanation>;
  watchMarginCall?(account: AccountNo, callSeq: number, notes?: unknown): Watch<MarginExplanation>;
}

/** What a bundled engine build exports: the host loads builds by hash and sees only this. */
export interface EngineBuild {
  openRoom(config: RoomConfig, seed: string): Room;
  restoreRoom(snapshot: RoomSnapshot): Room;
  /** The commands it knows; builds from before there were versions know the first. */
  readonly commandsVersion?: number;
  /** Room time `active` milliseconds of open calendar after `from`: nights and weekends take no time (1.2, 1.3). */
  addActive(config: RoomConfig, from: RoomTime, active: number): RoomTime;
  /** First moment of day 1. */
  startOf(config: RoomConfig): RoomTime;
  /** Milliseconds of one trading day: from its first phase to its fixing. */
  activeDay(config: RoomConfig): number;
}

export type { Command };
