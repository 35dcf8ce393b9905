import { Hash } from "../digest";
import type { RoomEvent } from "../events";
import { type Lots, type RoomTime, type SideNo, sideName, type Ticks } from "../units";

/** An event before it has its number and moment. Trades are told as numbers instead, by `emitTrade`. */
export type NewEvent = RoomEvent extends infer E
  ? E extends RoomEvent
    ? E["kind"] extends "trade"
      ? never
      : Omit<E, "seq" | "at">
    : never
  : never;

/** In an auction nobody is the aggressor (4.7). */
export const NO_AGGRESSOR = 2;
export type Aggressor = SideNo | typeof NO_AGGRESSOR;

/**
 * Numbers the room's events, keeps them until they are taken, and hashes each into the running chain. Most of them are
 * trades: those wait as numbers in arrays that are used again, and become objects only when somebody takes them.
 */
export class EventLog {
  now = 0;
  seq = 0;
  private hash = new Hash();
  /** The moment that the chain has for the trades that follow. */
  private hashedAt = -1;
  private readonly trades = new PendingTrades();
  private others: RoomEvent[] = [];

  emit(event: NewEvent): number {
    this.seq += 1;
    const numbered = { seq: this.seq, at: this.now as RoomTime, ...event } as RoomEvent;
    this.hash.data(numbered);
    this.others.push(numbered);
    return this.seq;
  }

  /** A trade of the contract in `slot`, whose symbol is `contract`. */
  emitTrade(slot: number, contract: string, price: number, lots: number, aggressor: Aggressor): number {
    this.seq += 1;
    if (this.hashedAt !== this.now) {
      this.hash.number(this.now);
      this.hashedAt = this.now;
    }
    this.hash.word((slot << 2) | aggressor).word(price);
    if (lots < TWO_TO_31) this.hash.word(lots);
    else this.hash.number(lots);
    this.trades.add(this.now, contract, price, lots, aggressor);
    return this.seq;
  }

  /** The number the next event will have: for reports that carry the number of the event that reports them. */
  get next(): number {
    return this.seq + 1;
  }

  /** Everything since the last call, in the order it happened: where no other event has a number, a trade has it. */
  take(): RoomEvent[] {
    const { trades, others } = this;
    const first = this.seq - trades.count - others.length + 1;
    const taken: RoomEvent[] = [];
    for (let seq = first, other = 0, trade = 0; seq <= this.seq; seq++) {
      if (other < others.length && others[other].seq === seq) taken.push(others[other++]);
      else taken.push(trades.event(trade++, seq));
    }
    trades.count = 0;
    this.others = [];
    return taken;
  }

  chain(): string {
    return this.hash.hex();
  }

  save(): { seq: number; hash: number[]; hashedAt: number } {
    return { seq: this.seq, hash: this.hash.save(), hashedAt: this.hashedAt };
  }

  static load(saved: { seq: number; hash: number[]; hashedAt?: number }, now: number): EventLog {
    const log = new EventLog();
    log.seq = saved.seq;
    log.now = now;
    log.hash = Hash.load(saved.hash);
    log.hashedAt = saved.hashedAt ?? -1;
    return log;
  }
}

const TWO_TO_31 = 0x80000000;

/** Trades that nobody has taken yet, as columns. */
class PendingTrades {
  count = 0;
  private at = new Float64Array(1024);
  private price = new Float64Array(1024);
  private lots = new Float64Array(1024);
  private aggressor = new Uint8Array(1024);
  private readonly contract: string[] = [];

  add(at: number, contract: string, price: number, lots: number, aggressor: Aggressor): void {
    const n = this.count;
    if (n === this.at.length) this.grow();
    this.at[n] = at;
    this.price[n] = price;
    this.lots[n] = lots;
    this.aggressor[n] = aggressor;
    this.contract[n] = contract;
    this.count = n + 1;
  }

  event(n: number, seq: number): RoomEvent {
    const aggressor = this.aggressor[n] as Aggressor;
    return {
      seq,
      at: this.at[n] as RoomTime,
      kind: "trade",
      contract: this.contract[n],
      price: this.price[n] as Ticks,
      lots: this.lots[n] as Lots,
      aggressor: aggressor === NO_AGGRESSOR ? null : sideName(aggressor),
    };
  }

  private grow(): void {
    const wider = (old: Float64Array<ArrayBuffer>) => {
      const fresh = new Float64Array(old.length * 2);
      fresh.set(old);
      return fresh;
    };
    const aggressor = new Uint8Array(this.aggressor.length * 2);
    aggressor.set(this.aggressor);
    this.aggressor = aggressor;
    this.at = wider(this.at);
    this.price = wider(this.price);
    this.lots = wider(this.lots);
  }
}
