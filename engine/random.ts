import { inverseNormal, log } from "./math";

/**
 * Random draws without hidden state: a Draws is named by (seed, stream, counter), and whoever names it again gets the same
 * numbers in the same order. Streams keep purposes apart, so one more draw in one of them moves no other (DESIGN §1).
 *
 * The name is mixed into 128 bits as MurmurHash3 mixes, and those start Chris Doty-Humphrey's sfc32 (passes PractRand).
 */
export class Draws {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: Int32Array, stream: number, counter: number) {
    const words = absorb(seed, stream, counter);
    this.a = words[0];
    this.b = words[1];
    this.c = words[2];
    this.d = words[3] | 1;
    for (let i = 0; i < 12; i++) this.word(); // sfc32's own advice: neighbouring starts have parted by then
  }

  /** In [0, 1), 53 bits. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A whole number in [0, n), each equally likely (to 1 part in 2^53 ÷ n). */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** Mean 0, variance 1. */
  normal(): number {
    return inverseNormal(this.open());
  }

  exponential(mean: number): number {
    return -log(this.open()) * mean;
  }

  /** In (0, 1): where 0 would be infinitely far out. */
  private open(): number {
    return this.uniform() + 1 / 18014398509481984;
  }

  private word(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum;
  }
}

/** A room's seed, as the key of all its draws. */
export function seedWords(seed: string): Int32Array {
  return hashText(seed);
}

/** A stream's number from its name: 53 bits of the name's hash. */
export function streamOf(name: string): number {
  const words = hashText(name);
  return (words[0] >>> 11) * 4294967296 + (words[1] >>> 0);
}

const mixture = new Int32Array(4); // reused: a Draws is made at every wake-up

function absorb(seed: Int32Array, stream: number, counter: number): Int32Array {
  const lanes = mixture;
  for (let i = 0; i < 4; i++) lanes[i] = seed[i];
  stir(lanes, stream | 0, 0);
  stir(lanes, Math.floor(stream / 4294967296) | 0, 1);
  stir(lanes, counter | 0, 2);
  stir(lanes, Math.floor(counter / 4294967296) | 0, 3);
  return settle(lanes);
}

function hashText(text: string): Int32Array {
  const lanes = Int32Array.of(0x243f6a88 | 0, 0x85a308d3 | 0, 0x13198a2e | 0, 0x03707344 | 0);
  for (let i = 0; i < text.length; i++) stir(lanes, text.charCodeAt(i), i & 3);
  stir(lanes, text.length, text.length & 3);
  return settle(lanes);
}

function stir(lanes: Int32Array, word: number, at: number): void {
  let k = Math.imul(word, 0xcc9e2d51 | 0);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = lanes[at] ^ k;
  lanes[at] = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  const next = (at + 1) & 3;
  lanes[next] = (lanes[next] + lanes[at]) | 0;
}

/** Two rounds in which every lane reaches every other. */
function settle(lanes: Int32Array): Int32Array {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) {
      let h = (lanes[i] + lanes[(i + 3) & 3] + 0x9e3779b9) | 0;
      h = Math.imul(h ^ (h >>> 16), 0x85ebca6b | 0);
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0);
      lanes[i] = h ^ (h >>> 16);
    }
  }
  return lanes;
}
