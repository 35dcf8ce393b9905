import { assert } from "../assert";
import type { Hash } from "../digest";

/**
 * What happens next in a room. Each actor (the session, the margin check, every participant) has one number, its rank,
 * and at most one next moment. Due actors run by moment, then by rank, so the order never depends on history.
 */
export class Schedule {
  private readonly at: number[];
  private readonly heap: number[] = [];
  private readonly place: number[];

  constructor(actors: number) {
    this.at = new Array(actors).fill(0);
    this.place = new Array(actors).fill(-1);
  }

  /** Moment of the next actor; Infinity when nothing is planned. */
  nextAt(): number {
    return this.heap.length === 0 ? Number.POSITIVE_INFINITY : this.at[this.heap[0]];
  }

  /** Takes the next actor off the schedule. */
  take(): number {
    const rank = this.heap[0];
    assert(rank !== undefined, "something is due");
    const last = this.heap.pop() as number;
    this.place[rank] = -1;
    if (last !== rank) {
      this.heap[0] = last;
      this.place[last] = 0;
      this.sink(0);
    }
    return rank;
  }

  set(rank: number, at: number): void {
    assert(Number.isSafeInteger(at), "moments are whole milliseconds");
    this.at[rank] = at;
    if (this.place[rank] === -1) {
      this.place[rank] = this.heap.push(rank) - 1;
    }
    this.rise(this.place[rank]);
    this.sink(this.place[rank]);
  }

  /** [rank, moment] of every planned actor, by rank. */
  save(): [number, number][] {
    return [...this.heap].sort((a, b) => a - b).map((rank) => [rank, this.at[rank]]);
  }

  static load(actors: number, saved: readonly [number, number][]): Schedule {
    const schedule = new Schedule(actors);
    for (const [rank, at] of saved) schedule.set(rank, at);
    return schedule;
  }

  hashInto(hash: Hash): void {
    for (const [rank, at] of this.save()) hash.number(rank).number(at);
  }

  private before(a: number, b: number): boolean {
    return this.at[a] < this.at[b] || (this.at[a] === this.at[b] && a < b);
  }

  private rise(from: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(this.heap[i], this.heap[parent])) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private sink(from: number): void {
    let i = from;
    while (true) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.heap.length && this.before(this.heap[child], this.heap[least])) least = child;
      }
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }

  private swap(i: number, j: number): void {
    const { heap, place } = this;
    [heap[i], heap[j]] = [heap[j], heap[i]];
    place[heap[i]] = i;
    place[heap[j]] = j;
  }
}
