import type { BracketExits, Command, OrderDraft, SpreadDraft } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { FillExplanation, MarginExplanation } from "@/engine/explanations";
import type { Outcome } from "@/engine/outcome";
import type { AccountNo, OrderId } from "@/engine/units";
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
} from "@/engine/views";

export type RoomId = string;

/** The questions a live room answers from memory. Each answer carries the event `seq` it is true at. */
export interface RoomQueries {
  view: { ask: Record<never, never>; answer: RoomView };
  contracts: { ask: Record<never, never>; answer: ContractView[] };
  benchmarks: { ask: Record<never, never>; answer: BenchmarkView[] };
  scenarios: { ask: Record<never, never>; answer: BegunScenarioView[] };
  depth: { ask: { symbol: string; levels: number }; answer: DepthView | null };
  account: { ask: { account: AccountNo }; answer: AccountView | null };
  openOrders: { ask: { account: AccountNo }; answer: (OrderReport & { queueAhead: number | null })[] };
  order: { ask: { account: AccountNo; order: OrderId }; answer: OrderReport | null };
  preview: { ask: { account: AccountNo; draft: OrderDraft; exits?: BracketExits }; answer: PreviewView };
  /** Null: the room's engine is older than the question. */
  previewSpread: { ask: { account: AccountNo; spread: SpreadDraft }; answer: PreviewView | null };
  standings: { ask: Record<never, never>; answer: StandingView[] };
}

export type Answer<Q extends keyof RoomQueries> = { readonly seq: number; readonly value: RoomQueries[Q]["answer"] };

/** Why the host, not the engine, could not do it. Nothing was journaled, or (`internal`) the entry was voided. */
export type HostFailure =
  | { readonly kind: "failed"; readonly code: "unknown-room" }
  | { readonly kind: "failed"; readonly code: "room-stopped" } // a journal write failed, or the room is being recovered: 503
  | { readonly kind: "failed"; readonly code: "read-only" } // a recovery did not reproduce its digests: 503
  | { readonly kind: "failed"; readonly code: "room-ended" }
  | { readonly kind: "failed"; readonly code: "older-engine" } // the room takes over the newer engine after its close
  | { readonly kind: "failed"; readonly code: "overloaded" } // queue full: 503 with Retry-After
  | { readonly kind: "failed"; readonly code: "shutting-down" }
  | { readonly kind: "failed"; readonly code: "recomputing" } // an explanation is under way: ask again
  | { readonly kind: "failed"; readonly code: "explanations-busy" } // too many wait for theirs
  | { readonly kind: "failed"; readonly code: "explanation-too-long" } // not made within its time
  | { readonly kind: "failed"; readonly code: "explanation-too-old" } // the engine of its day cannot say why
  | { readonly kind: "failed"; readonly code: "internal"; readonly incident: string };

/** What can be explained to its account by a replay; whoever asks has made sure that it is theirs. */
export type ExplainedEvent =
  /** `createdSeq`: nothing of its order lies before that event. */
  | {
      readonly kind: "fill";
      readonly account: AccountNo;
      readonly order: OrderId;
      readonly createdSeq: number;
      readonly seq: number;
    }
  | { readonly kind: "margin-call"; readonly account: AccountNo; readonly seq: number };
export type Explanation = FillExplanation | MarginExplanation;

/** What a subscriber receives, already coalesced (at most ~5 a second per room). */
export interface Publication {
  readonly seq: number; // last event included
  readonly view: RoomView;
  /** Quotes of contracts that changed since the last publication (all of them in the first). */
  readonly contracts: readonly ContractView[];
  /** Books that changed, 12 levels a side. */
  readonly books: readonly DepthView[];
  /** Public events since the last publication (trades, settlements, fixings, list prices, sessions …). */
  readonly events: readonly RoomEvent[];
}

export interface Subscription {
  /** Called for each publication. Must not block. */
  readonly onPublication: (publication: Publication) => void;
  /** The subscriber's own events (orders, fills, ledger, margin calls), if an account was named. */
  readonly onOwnEvents?: (events: readonly RoomEvent[]) => void;
  /** The room's host went away (recovery, shutdown): end the stream; the client reconnects. */
  readonly onEnd: () => void;
}

/** The one door to all rooms: pages, handlers and scripts talk to rooms through it. Lives on globalThis (see `roomPort`). */
export interface RoomPort {
  /** Journals, applies, acknowledges: resolves only once the command is durable. */
  submit(room: RoomId, commands: readonly Command[]): Promise<(Outcome | HostFailure)[]>;
  query<Q extends keyof RoomQueries>(
    room: RoomId,
    query: Q,
    ask: RoomQueries[Q]["ask"],
  ): Promise<Answer<Q> | HostFailure>;
  /**
   * Subscribes. The first publication comes before the promise resolves, and is complete; each later one is a single
   * object shared by all subscribers, so that what is made of it can be kept for the next. With `since`, own and public events after that seq still held in memory come first, else `missed` is true.
   */
  subscribe(
    room: RoomId,
    options: { account?: AccountNo; since?: number },
    subscription: Subscription,
  ): Promise<{ unsubscribe: () => void; missed: boolean } | HostFailure>;
  /** Resolves once the projections include `seq`; false after a second (503 `lagging`). */
  projected(room: RoomId, seq: number): Promise<boolean>;
  /** Why it came out as it did. Takes up to some seconds, away from the room; `recomputing`: not done yet, ask again. */
  explain(
    room: RoomId,
    event: ExplainedEvent,
  ): Promise<{ readonly kind: "explained"; readonly explanation: Explanation } | HostFailure>;
  /** Whether this process can serve: database answers, rooms are writable. */
  health(): Promise<{
    readonly ok: boolean;
    readonly database: boolean;
    readonly rooms: readonly { id: RoomId; state: string; lagMs: number }[];
  }>;
}

const key = Symbol.for("tokenpit.port");

/** Next gives pages, handlers and instrumentation separate module copies; only globalThis is shared. */
export function roomPort(): RoomPort {
  const port = (globalThis as { [key]?: RoomPort })[key];
  if (!port) throw new Error("The room port is not open: the app must be started through server.ts.");
  return port;
}

export function openRoomPort(port: RoomPort): void {
  (globalThis as { [key]?: RoomPort })[key] = port;
}
