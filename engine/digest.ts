/**
 * Running 128-bit hash (four lanes of MurmurHash3's mixing) over numbers and text. It guards against drift between two
 * runs of one engine build; it is no protection against a forger.
 */
export class Hash {
  private readonly lanes: Int32Array;
  private readonly double = new Float64Array(1);
  private readonly words = new Int32Array(this.double.buffer);
  private count = 0;

  constructor(from?: string) {
    this.lanes = Int32Array.of(0x243f6a88 | 0, 0x85a308d3 | 0, 0x13198a2e | 0, 0x03707344 | 0);
    if (from) this.text(from);
  }

  /** Adds one number, as the bits of its double: integers and fractions alike. */
  number(n: number): this {
    this.double[0] = n === 0 ? 0 : n; // −0 and 0 are one value to us
    this.mix(this.words[0]);
    this.mix(this.words[1]);
    return this;
  }

  numbers(values: ArrayLike<number>): this {
    this.number(values.length);
    for (let i = 0; i < values.length; i++) this.number(values[i]);
    return this;
  }

  /** Adds the lower 32 bits of a whole number: for what is known to fit them. */
  word(n: number): this {
    this.mix(n | 0);
    return this;
  }

  text(s: string): this {
    this.mix(s.length);
    const pairs = s.length & ~1;
    for (let i = 0; i < pairs; i += 2) this.mix(s.charCodeAt(i) | (s.charCodeAt(i + 1) << 16));
    if (pairs < s.length) this.mix(s.charCodeAt(pairs));
    return this;
  }

  /** Adds plain data, field by field in the order it was written: no text is made of it. */
  data(value: unknown): this {
    if (typeof value === "number") {
      return (value | 0) === value ? this.word(WORD).word(value) : this.word(NUMBER).number(value);
    }
    if (typeof value === "string") return this.word(TEXT).text(value);
    if (typeof value === "boolean") return this.word(value ? TRUE : FALSE);
    if (value === null || value === undefined) return this.word(NOTHING);
    this.word(Array.isArray(value) ? LIST : FIELDS);
    for (const key in value) this.word(wordOf(key)).data((value as Record<string, unknown>)[key]);
    return this.word(END);
  }

  /** 32 hex digits. The hash goes on from here unchanged. */
  hex(): string {
    const out = Int32Array.from(this.lanes);
    for (let i = 0; i < 4; i++) out[i] = finish(out[i] ^ this.count ^ out[(i + 1) & 3]);
    let hex = "";
    for (let i = 0; i < 4; i++) hex += (out[i] >>> 0).toString(16).padStart(8, "0");
    return hex;
  }

  /** State to go on from later, in another process. */
  save(): number[] {
    return [...this.lanes, this.count];
  }

  static load(saved: readonly number[]): Hash {
    const hash = new Hash();
    for (let i = 0; i < 4; i++) hash.lanes[i] = saved[i];
    hash.count = saved[4];
    return hash;
  }

  private mix(word: number): void {
    const lanes = this.lanes;
    const k = Math.imul(rotl(Math.imul(word, 0xcc9e2d51 | 0), 15), 0x1b873593);
    const lane = this.count & 3;
    const left = (lane + 1) & 3;
    lanes[lane] = (Math.imul(rotl(lanes[lane] ^ k, 13), 5) + 0xe6546b64) | 0;
    lanes[left] = (lanes[left] + Math.imul(lanes[lane] ^ (lanes[lane] >>> 15), 0x85ebca6b | 0)) | 0;
    this.count = (this.count + 1) | 0;
  }
}

/** What comes next in plain data, so that 1 and "1", or [[], 1] and [[1]], are not the same. */
const [NUMBER, TEXT, TRUE, FALSE, NOTHING, LIST, FIELDS, END, WORD] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Names of fields are few, and come again with every event: each is hashed once. */
const named = new Map<string, number>();

function wordOf(name: string): number {
  let word = named.get(name);
  if (word === undefined) {
    word = Number.parseInt(new Hash(name).hex().slice(0, 8), 16) | 0;
    if (named.size < MOST_NAMES) named.set(name, word);
  }
  return word;
}

/** More are the positions of long lists. */
const MOST_NAMES = 1_000;

const rotl = (n: number, bits: number): number => (n << bits) | (n >>> (32 - bits));

function finish(n: number): number {
  let h = n;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b | 0);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0);
  return h ^ (h >>> 16);
}
