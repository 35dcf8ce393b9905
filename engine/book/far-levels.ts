import { NONE, type Order } from "./order";

const MOST = 256; // levels in a chunk; a fuller one is halved

/**
 * The levels outside the ladder's window, in the order of their prices: sorted chunks in a sorted list. Finding one takes
 * two binary searches, adding one moves a chunk's worth of levels at most, however many there are.
 */
export class FarLevels {
  private readonly chunks: Order[][] = [[]];
  size = 0;

  find(key: number): Order {
    const chunk = this.chunks[this.chunkOf(key)];
    const i = position(chunk, key);
    return i < chunk.length && chunk[i].key === key ? chunk[i] : NONE;
  }

  /** The first level at or after `key`; NONE if there is not any. */
  next(key: number): Order {
    const at = this.chunkOf(key);
    const chunk = this.chunks[at];
    const i = position(chunk, key);
    if (i < chunk.length) return chunk[i];
    return at + 1 < this.chunks.length ? this.chunks[at + 1][0] : NONE;
  }

  add(level: Order): void {
    let at = this.chunkOf(level.key);
    if (this.chunks[at].length === MOST) {
      this.chunks.splice(at + 1, 0, this.chunks[at].splice(MOST / 2));
      at = this.chunkOf(level.key);
    }
    const chunk = this.chunks[at];
    const i = position(chunk, level.key);
    chunk.push(level);
    chunk.copyWithin(i + 1, i, chunk.length - 1);
    chunk[i] = level;
    this.size++;
  }

  remove(key: number): void {
    const at = this.chunkOf(key);
    const chunk = this.chunks[at];
    const i = position(chunk, key);
    chunk.copyWithin(i, i + 1);
    chunk.pop();
    this.size--;
    if (chunk.length === 0 && this.chunks.length > 1) this.chunks.splice(at, 1);
  }

  /** The chunk in which `key` is, or belongs: the last one that does not begin after it. */
  private chunkOf(key: number): number {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.chunks[middle][0].key <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Where `key` is in the chunk, or belongs. */
function position(chunk: readonly Order[], key: number): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (chunk[middle].key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
