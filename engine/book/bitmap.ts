/**
 * A set of positions below `size` (≤ 32,768) that finds its next member in a few steps: one bit per position, one bit
 * per word of those that is not empty, and one bit per word of these.
 */
export class Bitmap {
  private readonly bits: Int32Array;
  private readonly words: Int32Array;
  private readonly groups: Int32Array;

  constructor(size: number) {
    // One word more than needed, always empty, so that looking past the end finds nothing.
    this.bits = new Int32Array((size >>> 5) + 1);
    this.words = new Int32Array((size >>> 10) + 2);
    this.groups = new Int32Array((size >>> 15) + 2);
  }

  add(at: number): void {
    this.bits[at >>> 5] |= 1 << (at & 31);
    this.words[at >>> 10] |= 1 << ((at >>> 5) & 31);
    this.groups[at >>> 15] |= 1 << ((at >>> 10) & 31);
  }

  remove(at: number): void {
    this.bits[at >>> 5] &= ~(1 << (at & 31));
    if (this.bits[at >>> 5] !== 0) return;
    this.words[at >>> 10] &= ~(1 << ((at >>> 5) & 31));
    if (this.words[at >>> 10] !== 0) return;
    this.groups[at >>> 15] &= ~(1 << ((at >>> 10) & 31));
  }

  /** The first member at or after `at`; −1 if there is none. */
  next(at: number): number {
    const bits = this.bits[at >>> 5] & (-1 << (at & 31));
    if (bits !== 0) return (at & ~31) | lowest(bits);

    const word = (at >>> 5) + 1;
    const words = this.words[word >>> 5] & (-1 << (word & 31));
    if (words !== 0) return this.firstIn((word & ~31) | lowest(words));

    const group = (word >>> 5) + 1;
    const groups = this.groups[group >>> 5] & (-1 << (group & 31));
    if (groups === 0) return -1;
    const found = (group & ~31) | lowest(groups);
    return this.firstIn((found << 5) | lowest(this.words[found]));
  }

  clear(): void {
    this.bits.fill(0);
    this.words.fill(0);
    this.groups.fill(0);
  }

  private firstIn(word: number): number {
    return (word << 5) | lowest(this.bits[word]);
  }
}

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
