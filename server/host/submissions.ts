import type { Command } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import type { HostFailure } from "../port";
import { failed } from "./messages";

interface Submission {
  readonly command: Command;
  readonly settle: (outcome: Outcome | HostFailure) => void;
}

/** Commands on their way: those that wait, and the batch whose journal write is under way. */
export class Submissions {
  private waiting: Submission[] = [];
  private batch: readonly Submission[] = [];

  get count(): number {
    return this.waiting.length;
  }

  add(command: Command): Promise<Outcome | HostFailure> {
    return new Promise((settle) => this.waiting.push({ command, settle }));
  }

  /** The next batch, oldest first. */
  take(most: number): Command[] {
    this.batch = this.waiting.splice(0, most);
    return this.batch.map(({ command }) => command);
  }

  settleBatch(outcomes: readonly (Outcome | HostFailure)[]): void {
    for (const [i, { settle }] of this.batch.entries()) settle(outcomes[i]);
    this.batch = [];
  }

  /** Of those in the batch nobody can tell yet whether they were written. */
  failAll(code: "room-stopped" | "shutting-down"): void {
    for (const { settle } of [...this.batch, ...this.waiting]) settle(failed(code));
    this.batch = this.waiting = [];
  }
}
