import type { Command } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { AccountNo } from "@/engine/units";
import type { HostFailure, Publication, RoomId, RoomQueries } from "../port";

/** What the main thread gives a worker at its start. */
export interface WorkerSetup {
  readonly dataDir: string;
  /** The engine of this version: new rooms start with it, others change to it at a day boundary. */
  readonly build: string;
  /** A room that nobody is in for this long hibernates. */
  readonly idleMs: number;
  readonly awake: readonly RoomId[];
}

/** What each request of the main thread is answered with. */
export interface Requests {
  submit: { ask: { commands: readonly Command[] }; answer: (Outcome | HostFailure)[] };
  query: { ask: { query: keyof RoomQueries; of: unknown }; answer: { seq: number; value: unknown } };
  subscribe: { ask: { account: AccountNo | null; since: number | null }; answer: FirstPublication };
  projected: { ask: { seq: number }; answer: boolean };
}
export interface FirstPublication {
  readonly publication: Publication;
  readonly own: readonly RoomEvent[];
  readonly missed: boolean;
}

export type ToWorker =
  | { [K in keyof Requests]: { kind: K; id: number; room: RoomId } & Requests[K]["ask"] }[keyof Requests]
  | { readonly kind: "unsubscribe"; readonly room: RoomId; readonly account: AccountNo | null }
  | { readonly kind: "rooms"; readonly id: number }
  | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "published"; readonly room: RoomId; readonly publication: Publication }
  | { readonly kind: "own"; readonly room: RoomId; readonly account: AccountNo; readonly events: readonly RoomEvent[] }
  /** The room left this worker while somebody listened. */
  | { readonly kind: "ended"; readonly room: RoomId }
  | { readonly kind: "closed" };

export interface RoomHealth {
  readonly id: RoomId;
  readonly state: string;
  readonly lagMs: number;
}

export const failed = <C extends HostFailure["code"]>(code: C) => ({ kind: "failed", code }) as HostFailure;
export const isFailure = (answer: unknown): answer is HostFailure =>
  typeof answer === "object" && answer !== null && (answer as { kind?: unknown }).kind === "failed";
