import type { Hash } from "../../digest";

/** Which rule of 8.2 an episode breaks: how a manipulator is graded, and nobody else's to know. */
export type Scheme = "spoofing" | "layering" | "wash-trades" | "marking-the-close";

/** One thing a manipulator did on purpose. `worked`: it came to what it was to: a trade, or a mark that moved. */
export interface Episode {
  readonly scheme: Scheme;
  readonly contract: string;
  readonly from: number;
  readonly to: number;
  readonly worked: boolean;
}

const MOST_EPISODES = 1000;

/** A manipulator's own record, part of its state. Surveillance never sees it. */
export class Episodes {
  private kept: Episode[] = [];

  get list(): readonly Episode[] {
    return this.kept;
  }

  add(episode: Episode): void {
    this.kept.push(episode);
    if (this.kept.length > MOST_EPISODES) this.kept.shift();
  }

  save(): Episode[] {
    return [...this.kept];
  }

  load(saved: readonly Episode[]): void {
    this.kept = [...saved];
  }

  hashInto(hash: Hash): void {
    hash.number(this.kept.length);
    for (const { scheme, contract, from, to, worked } of this.kept) {
      hash
        .text(scheme)
        .text(contract)
        .number(from)
        .number(to)
        .number(worked ? 1 : 0);
    }
  }
}
