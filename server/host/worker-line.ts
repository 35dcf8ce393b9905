import { Worker } from "node:worker_threads";
import type { HostFailure, RoomId } from "../port";
import { type FromWorker, failed, type Requests, type RoomHealth, type ToWorker, type WorkerSetup } from "./messages";
import { Outbox } from "./outbox";

type OnAnswer<K extends keyof Requests> = (answer: Requests[K]["answer"] | HostFailure) => void;

/** The line to one worker thread. A worker that dies is replaced; what it was asked is answered `room-stopped`. */
export class WorkerLine {
  private worker!: Worker;
  private readonly outbox = new Outbox<ToWorker>((messages) => this.worker.postMessage(messages));
  private readonly asked = new Map<number, (answer: unknown) => void>();
  private lastId = 0;
  private closed: (() => void) | null = null;

  constructor(
    private readonly script: string,
    private readonly setup: WorkerSetup,
    private readonly onMessage: (message: FromWorker) => void,
    private readonly onLost: () => void,
  ) {
    this.start();
  }

  send(message: ToWorker): void {
    this.outbox.send(message);
  }

  /** `onAnswer` is called in the very turn the answer arrives, before any later message of the worker. */
  request<K extends keyof Requests>(kind: K, room: RoomId, ask: Requests[K]["ask"], onAnswer: OnAnswer<K>): void {
    const id = ++this.lastId;
    this.asked.set(id, onAnswer as (answer: unknown) => void);
    this.send({ kind, id, room, ...ask } as ToWorker);
  }

  ask<K extends keyof Requests>(kind: K, room: RoomId, ask: Requests[K]["ask"]) {
    return new Promise<Requests[K]["answer"] | HostFailure>((resolve) => this.request(kind, room, ask, resolve));
  }

  rooms(): Promise<RoomHealth[] | null> {
    return new Promise((resolve) => {
      const id = ++this.lastId;
      this.asked.set(id, resolve as (answer: unknown) => void);
      this.send({ kind: "rooms", id });
    });
  }

  /** What its rooms have not done by then is not lost: they are replayed when they open again. */
  async close(withinMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.closed = resolve;
      this.send({ kind: "close" });
      setTimeout(resolve, withinMs).unref();
    });
    await this.worker.terminate();
  }

  private start(): void {
    this.worker = new Worker(this.script, { workerData: this.setup, stdout: false, stderr: false });
    this.worker.on("message", (messages: FromWorker[]) => {
      for (const message of messages) this.receive(message);
    });
    this.worker.on("error", (error) => console.error("A room worker failed:", error));
    this.worker.once("exit", () => this.lost());
  }

  private receive(message: FromWorker): void {
    if (message.kind === "answer") {
      const onAnswer = this.asked.get(message.id);
      this.asked.delete(message.id);
      onAnswer?.(message.answer);
    } else if (message.kind === "closed") this.closed?.();
    else this.onMessage(message);
  }

  private lost(): void {
    const unanswered = [...this.asked.values()];
    this.asked.clear();
    for (const onAnswer of unanswered) onAnswer(failed("room-stopped"));
    if (this.closed) {
      this.closed();
      return;
    }
    this.onLost();
    setTimeout(() => this.closed || this.start(), 200);
  }
}
