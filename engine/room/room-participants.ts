import { createParticipant } from "../agents/create-participant";
import type { Episode } from "../agents/manipulation/episodes";
import type { Participant } from "../agents/participant";
import type { TradingDay } from "../calendar";
import type { Hash } from "../digest";
import { Draws, seedWords, streamOf } from "../random";
import { ParticipantDesk } from "../trading/participant-desk";
import { Outlook } from "../world/outlook";
import type { RoomParts } from "./room-parts";

/** The simulated participants of a room (8.3), each at its desk, in the order of the config: account 1 is the first one's. */
export class RoomParticipants {
  private readonly participants: Participant[];
  private readonly desks: ParticipantDesk[];
  private readonly streams: number[];
  private readonly words: Int32Array;
  /** How often each has woken: with its number it names the draws of a wake (DESIGN §1). */
  private wakes: number[];

  constructor({ config, exchange, benchmarks, months, world, calendar }: RoomParts, seed: string) {
    const outlook = new Outlook(world, benchmarks, calendar);
    const accounts = config.participants.map((_, i) => i + 1);
    this.participants = config.participants.map((participant, i) => createParticipant(participant, accounts[i]));
    this.desks = accounts.map((account) => new ParticipantDesk(exchange, benchmarks, months, outlook, account));
    this.streams = accounts.map((account) => streamOf(`participant-${account}`));
    this.words = seedWords(seed);
    this.wakes = accounts.map(() => 0);
  }

  get count(): number {
    return this.participants.length;
  }

  /** One acts; returns when it wants to wake next. */
  wake(i: number, at: number, day: TradingDay): number {
    this.wakes[i] += 1;
    const desk = this.desks[i];
    desk.wakeAt(at, day);
    return this.participants[i].wake(desk, new Draws(this.words, this.streams[i], this.wakes[i]));
  }

  save(): { wakes: number[]; participants: unknown[] } {
    return { wakes: [...this.wakes], participants: this.participants.map((participant) => participant.snapshot()) };
  }

  load(saved: readonly unknown[], wakes: readonly number[]): void {
    this.wakes = [...wakes];
    for (const [i, participant] of this.participants.entries()) participant.restore(saved[i]);
  }

  /** What manipulators did on purpose, by account: for grading (8.2). */
  episodes(): { readonly account: number; readonly episodes: readonly Episode[] }[] {
    return this.participants.flatMap(({ episodes }, i) => (episodes ? { account: i + 1, episodes } : []));
  }

  hashInto(hash: Hash): void {
    hash.numbers(this.wakes);
    for (const participant of this.participants) participant.hashInto(hash);
  }
}
