import type { BenchmarkConfig } from "../config";
import type { Hash } from "../digest";
import { log } from "../math";
import { type AskingPrice, causesOfChange } from "./asking-price";
import { addCause, type Cause, type CausePart } from "./causes";
import { atTheStart, type Levers } from "./factors";
import { type ListPrice, listed, slotOf } from "./list-figures";

/** Sizes are log changes; days are those in whose night something happens. */
export interface SavedSeller {
  readonly position: number;
  readonly place: number;
  readonly passed: Levers;
  readonly follow: number;
  readonly promotion: { readonly size: number; readonly saidOn: number; readonly until: number } | null;
  readonly step: Step | null;
  readonly error: EntryError | null;
  readonly peak: boolean;
  readonly due: readonly CausePart[];
  readonly listed: ListPrice;
}

/** A jump said in advance: `asked` is what its costs and market had asked for when it was decided. */
export interface Step {
  readonly size: number;
  readonly asked: number;
  readonly saidOn: number;
  readonly day: number;
}

export interface EntryError {
  readonly size: number;
  readonly until: number;
  readonly sources: number;
}

/** A change of what a price list shows. */
export interface ListChange extends ListPrice {
  readonly previousInput: number;
  readonly previousOutput: number;
  readonly sources: number;
  readonly causes: readonly CausePart[];
}

/** One simulated seller: where its price stands, what it has passed on, and why its list has not shown it yet. */
export class Seller {
  /** Log of its standing price since the start: promotions, errors and shocks of a scenario come on top. */
  position = 0;
  /** Its own place in the market: the log distance from what costs ask for at which it means to stay. */
  place = 0;
  /** The levers as they were when it last set its price by them. */
  passed: Levers = atTheStart;
  /** What it may still copy from the leader. */
  follow = 0;
  promotion: SavedSeller["promotion"] = null;
  step: Step | null = null;
  error: EntryError | null = null;
  /** It asks more in peak hours. Its list price is that of the other hours, as the curated history has it (3.1). */
  peak = false;
  list: ListPrice;
  /** It has set its price by its costs in the night of this day. */
  jumpedOn = 0;
  private due: CausePart[] = [];

  constructor(
    private readonly unit: BenchmarkConfig["unit"],
    private readonly start: ListPrice,
    readonly asking: AskingPrice,
  ) {
    this.list = { input: start.input, output: start.output };
  }

  /** What its costs and its market ask for, less what it stands at. */
  gap(levers: Levers): number {
    return this.asking.at(levers) + this.place - this.position;
  }

  /** A promotion runs or a step is announced: nothing else is decided before its day. */
  get bound(): boolean {
    return this.promotion !== null || this.step !== null;
  }

  /** Sets its price anew: what its costs did since it last did so, and for the rest of `size` its own `reason`. */
  jump(day: number, size: number, levers: Levers, reason: Cause): void {
    let rest = size;
    for (const { cause, part } of causesOfChange(this.asking, this.passed, levers)) {
      this.owe(cause, part);
      rest -= part;
    }
    this.owe(reason, rest);
    this.position += size;
    this.passed = levers;
    this.jumpedOn = day;
  }

  /** Something of its next list price has this cause. */
  owe(cause: Cause, part: number): void {
    addCause(this.due, cause, part);
  }

  /** The list that `offset` (of shocks) and all else give; null: it shows what it showed. Its parts sum to its change. */
  publish(offset: number): ListChange | null {
    const { list, due } = this;
    if (due.length === 0) return null;
    const next = listed(this.unit, this.start, this.standing() + (this.error?.size ?? 0) + offset);
    if (next.input === list.input && next.output === list.output) return null;
    this.list = next;
    this.due = [];
    const change = log(slotOf(this.unit, next) / slotOf(this.unit, list));
    const explained = due.filter(({ part }) => Math.abs(part) > 1e-12);
    const own = explained.filter(({ cause }) => cause !== "own-decision");
    const decision = change - own.reduce((sum, { part }) => sum + part, 0); // round figures are one, too
    return {
      ...next,
      previousInput: list.input,
      previousOutput: list.output,
      sources: this.error?.sources ?? 2,
      causes: decision === 0 ? own : [...own, { cause: "own-decision", part: decision }],
    };
  }

  /** Log of its list price since the start, before round figures, errors and shocks. */
  standing(): number {
    return this.position + (this.promotion?.size ?? 0);
  }

  /** Price list that it announced for the day its promotion ends or its step comes, if shocks stay as they are. */
  announced(offset: number): ListPrice {
    return listed(this.unit, this.start, this.position + (this.step?.size ?? 0) + offset);
  }

  /** Log of a slot price since the start. */
  since(slotPrice: number): number {
    return log(slotPrice / slotOf(this.unit, this.start));
  }

  /** Stands where it stands: its place becomes what its price says. For rooms of older builds. */
  settleAt(list: ListPrice, levers: Levers): void {
    this.list = { input: list.input, output: list.output };
    this.position = this.since(slotOf(this.unit, list));
    this.place = this.position - this.asking.at(levers);
    this.passed = levers;
  }

  save(): SavedSeller {
    const { position, place, follow, peak } = this;
    return {
      position,
      place,
      passed: { ...this.passed },
      follow,
      promotion: this.promotion && { ...this.promotion },
      step: this.step && { ...this.step },
      error: this.error && { ...this.error },
      peak,
      due: this.due.map((part) => ({ ...part })),
      listed: { ...this.list },
    };
  }

  load({ due, listed: list, ...state }: SavedSeller): void {
    Object.assign(this, state);
    this.due = due.map((part) => ({ ...part }));
    this.list = { ...list };
  }

  hashInto(hash: Hash): void {
    const { position, place, passed, follow, promotion, step, error, peak, list } = this;
    hash.numbers([position, place, follow, peak ? 1 : 0, list.input, list.output]);
    const { gpuHour, power, throughput, utilisation, markup, scarcity } = passed;
    hash.numbers([gpuHour, power, throughput, utilisation, markup, scarcity]);
    hash.numbers(promotion ? [promotion.size, promotion.saidOn, promotion.until] : []);
    hash.numbers(step ? [step.size, step.asked, step.saidOn, step.day] : []);
    hash.numbers(error ? [error.size, error.until, error.sources] : []);
    for (const { cause, part } of this.due) hash.text(cause).number(part);
  }
}
