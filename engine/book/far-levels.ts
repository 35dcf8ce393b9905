import { NONE } from "./order-pool";

const MOST = 256; // levels in a chunk; a fuller one is halved

interface Chunk {
  readonly keys: Int32Array; // ascending
  readonly levels: Int32Array;
  size: number;
}

/**
 * The levels outside the ladder's window, in the order of their prices: sorted chunks in a sorted list. Finding one takes
 * two binary searches, adding one moves a chunk's worth of numbers at most, however many there are.
 */
export class FarLevels {
  private readonly chunks: Chunk[] = [newChunk()];
  size = 0;

  find(key: number): number {
    const chunk = this.chunks[this.chunkOf(key)];
    const i = position(chunk, key);
    return i < chunk.size && chunk.keys[i] === key ? chunk.levels[i] : NONE;
  }

  /** The first key at or after `key`; `none` if there is not any. */
  next(key: number, none: number): number {
    const at = this.chunkOf(key);
    const chunk = this.chunks[at];
    const i = position(chunk, key);
    if (i < chunk.size) return chunk.keys[i];
    return at + 1 < this.chunks.length ? this.chunks[at + 1].keys[0] : none;
  }

  add(key: number, level: number): void {
    let at = this.chunkOf(key);
    if (this.chunks[at].size === MOST) {
      this.halve(at);
      at = this.chunkOf(key);
    }
    const chunk = this.chunks[at];
    const i = position(chunk, key);
    chunk.keys.copyWithin(i + 1, i, chunk.size);
    chunk.levels.copyWithin(i + 1, i, chunk.size);
    chunk.keys[i] = key;
    chunk.levels[i] = level;
    chunk.size++;
    this.size++;
  }

  remove(key: number): void {
    const at = this.chunkOf(key);
    const chunk = this.chunks[at];
    const i = position(chunk, key);
    chunk.keys.copyWithin(i, i + 1, chunk.size);
    chunk.levels.copyWithin(i, i + 1, chunk.size);
    chunk.size--;
    this.size--;
    if (chunk.size === 0 && this.chunks.length > 1) this.chunks.splice(at, 1);
  }

  /** The chunk in which `key` is, or belongs: the last one that does not begin after it. */
  private chunkOf(key: number): number {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.chunks[middle].keys[0] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private halve(at: number): void {
    const full = this.chunks[at];
    const half = newChunk();
    half.keys.set(full.keys.subarray(MOST / 2));
    half.levels.set(full.levels.subarray(MOST / 2));
    full.size = MOST / 2;
    half.size = MOST / 2;
    this.chunks.splice(at + 1, 0, half);
  }
}

const newChunk = (): Chunk => ({ keys: new Int32Array(MOST), levels: new Int32Array(MOST), size: 0 });

/** Where `key` is in the chunk, or belongs. */
function position({ keys, size }: Chunk, key: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
