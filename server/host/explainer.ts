import { Worker } from "node:worker_threads";
import type { RoomTime } from "@/engine/units";
import type { ExplainedEvent, Explanation, HostFailure, RoomId } from "../port";
import { failed } from "./messages";

/** What a thread is started with. */
export interface ExplainTask {
  readonly room: RoomId;
  readonly event: ExplainedEvent;
  readonly until: RoomTime;
  readonly dataDir: string;
}

export type Explained = { readonly kind: "explained"; readonly explanation: Explanation } | HostFailure;

export interface ExplainerLimits {
  /** Threads at once: they take processor time from rooms. */
  readonly atOnce: number;
  readonly waiting: number;
  /** A thread that has not answered by then is ended. */
  readonly withinMs: number;
  /** Whoever asks is answered by then, if only that it is under way. */
  readonly patienceMs: number;
}

const usualLimits: ExplainerLimits = { atOnce: 1, waiting: 16, withinMs: 20_000, patienceMs: 8_000 };
const mostKept = 500;
/** A case that is not over is looked at anew after this long; one that took too long, when the machine may be less busy. */
const openCaseMs = 10_000;
const tooLongMs = 600_000;

interface Job extends ExplainTask {
  readonly settle: (answer: Explained) => void;
}

/**
 * Makes explanations by replay, each in a short-lived thread of its own, few at a time, and keeps the last ones: what has
 * happened does not change.
 */
export class Explainer {
  private readonly kept = new Map<string, { readonly answer: Explained; readonly until: number }>();
  private readonly underWay = new Map<string, Promise<Explained>>();
  private readonly queue: Job[] = [];
  private readonly threads = new Set<Worker>();
  private closed = false;

  constructor(
    private readonly script: string,
    private readonly dataDir: string,
    private readonly limits: ExplainerLimits = usualLimits,
  ) {}

  async explain(room: RoomId, event: ExplainedEvent, until: RoomTime): Promise<Explained> {
    const name = `${room} ${event.account} ${event.kind} ${event.seq}`;
    const kept = this.kept.get(name);
    if (kept && kept.until > performance.now()) return kept.answer;
    const making = this.underWay.get(name) ?? this.make(name, { room, event, until, dataDir: this.dataDir });
    return making ? soon(making, this.limits.patienceMs) : failed("explanations-busy");
  }

  close(): Promise<unknown> {
    this.closed = true;
    for (const { settle } of this.queue.splice(0)) settle(failed("shutting-down"));
    return Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  /** Null: too many wait already. */
  private make(name: string, task: ExplainTask): Promise<Explained> | null {
    if (this.closed || this.queue.length >= this.limits.waiting) return null;
    const making = new Promise<Explained>((settle) => this.queue.push({ ...task, settle })).then((answer) => {
      this.underWay.delete(name);
      this.keep(name, answer);
      return answer;
    });
    this.underWay.set(name, making);
    this.startNext();
    return making;
  }

  private startNext(): void {
    while (this.threads.size < this.limits.atOnce) {
      const job = this.queue.shift();
      if (!job) return;
      this.start(job);
    }
  }

  private start({ settle, ...task }: Job): void {
    const thread = new Worker(this.script, { workerData: task, stdout: false, stderr: false });
    this.threads.add(thread);
    const timer = setTimeout(() => {
      settle(failed("explanation-too-long"));
      void thread.terminate();
    }, this.limits.withinMs);
    thread.once("message", settle);
    thread.once("error", (error) => console.error("An explanation failed:", error));
    thread.once("exit", () => {
      clearTimeout(timer);
      this.threads.delete(thread);
      settle(failed(this.closed ? "shutting-down" : "recomputing")); // if nothing else came: asking again is the way out
      this.startNext();
    });
  }

  /** The oldest goes first. What may come out better another time is not kept. */
  private keep(name: string, answer: Explained): void {
    const lasting = answer.kind === "explained" || answer.code.startsWith("explanation-too");
    if (!lasting) return;
    this.kept.delete(name);
    this.kept.set(name, { answer, until: performance.now() + lifeOf(answer) });
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value as string);
  }
}

function lifeOf(answer: Explained): number {
  if (answer.kind === "failed") return answer.code === "explanation-too-long" ? tooLongMs : Number.POSITIVE_INFINITY;
  return "ended" in answer.explanation && answer.explanation.ended === null ? openCaseMs : Number.POSITIVE_INFINITY;
}

/** The answer, or, when it takes longer, that it is on its way. */
function soon(answer: Promise<Explained>, withinMs: number): Promise<Explained> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed("recomputing")), withinMs);
    void answer.then(resolve).finally(() => clearTimeout(timer));
  });
}
