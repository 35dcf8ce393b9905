import { assert } from "../assert";
import type { Hash } from "../digest";
import { Draws, streamOf } from "../random";
import type { Scenario, Shock } from "../scenario/scenario";
import type { Levers } from "./factors";
import type { Seller } from "./seller";
import { type Address, effect, moved, StruckShock, withinReach } from "./struck-shock";

/** A price list is not changed for less (log). */
const LEAST = 0.01;

type Answer = "open" | "copied" | "let be";

/** What one shock has come to in each seller's price (log), and what those who may copy it decided; by benchmark. */
interface Struck {
  readonly of: StruckShock;
  readonly at: readonly [scenario: number, shock: number];
  readonly passed: number[][];
  readonly answers: Answer[][];
}

export interface SavedShocks {
  readonly scenarios: readonly { readonly scenario: Scenario; readonly firstDay: number }[];
  readonly struck: readonly {
    readonly at: readonly [scenario: number, shock: number];
    readonly day: number;
    readonly passed: readonly (readonly number[])[];
    readonly answers: readonly (readonly Answer[])[];
  }[];
}

/**
 * What the shocks of scenarios do to price lists: log changes on top of what sellers charge without them. Draws are named
 * by seller and day, and sellers' own prices know nothing of shocks: a room with a scenario differs from the same room
 * without it by the scenario alone.
 */
export class Shocks {
  private scenarios: { readonly scenario: Scenario; readonly firstDay: number }[] = [];
  private struck: Struck[] = [];
  private readonly streams: number[][];

  constructor(
    private readonly addresses: readonly (readonly Address[])[],
    private readonly words: Int32Array,
  ) {
    this.streams = addresses.map((sellers) =>
      sellers.map(({ benchmark }, no) => streamOf(`world ${benchmark} seller ${no} answers`)),
    );
  }

  begin(scenario: Scenario, firstDay: number): void {
    this.scenarios.push({ scenario, firstDay });
  }

  /** Every scenario there was, in the order they came, each with its shocks that have struck. */
  begun(): { readonly scenario: Scenario; readonly firstDay: number; readonly struck: readonly Shock[] }[] {
    return this.scenarios.map((one, i) => ({
      ...one,
      struck: one.scenario.shocks.filter((_, k) => this.hasStruck(i, k)),
    }));
  }

  /** It happens now, in trading hours, and counts as of the night of `day`. */
  strike(shock: Shock, day: number): void {
    for (const [i, { scenario }] of this.scenarios.entries()) {
      const k = scenario.shocks.findIndex(({ id }, no) => id === shock.id && !this.hasStruck(i, no));
      if (k >= 0) {
        this.add([i, k], day);
        return;
      }
    }
    assert(false, `shock ${shock.id} is of a scenario that has begun, and strikes once`);
  }

  /** Everything that is due by the night of `day` and has not struck. */
  strikeDue(day: number): void {
    for (const [i, { scenario, firstDay }] of this.scenarios.entries()) {
      for (const [k, { at }] of scenario.shocks.entries()) {
        if (firstDay + at.day - 1 <= day && !this.hasStruck(i, k)) this.add([i, k], day);
      }
    }
  }

  get none(): boolean {
    return this.struck.length === 0;
  }

  /** Price lists that a shock is about show it. */
  touch(benchmark: number, no: number, seller: Seller, day: number): void {
    const address = this.addresses[benchmark][no];
    for (const one of this.struck) {
      if (one.of.isAbout(address)) pass(one, benchmark, no, seller, one.of.change(day));
    }
  }

  /** The night of `day`: who answers to what has struck. Who sets its price anyway takes everything over. */
  night(benchmark: number, no: number, seller: Seller, levers: Levers, day: number): void {
    if (this.none) return;
    this.touch(benchmark, no, seller, day);
    const draws = new Draws(this.words, this.streams[benchmark][no], day);
    this.takeOver(benchmark, no, seller, levers, day, draws.uniform());
    this.copy(benchmark, no, seller, day, draws.uniform());
  }

  /** Of all shocks together, on a seller's price. `known`: without errors of feeds, which nobody has been told of. */
  offset(benchmark: number, no: number, known = false): number {
    let sum = 0;
    for (const { of, passed } of this.struck) {
      if (!known || of.shock.lever !== "feed-error") sum += passed[benchmark][no];
    }
    return withinReach(sum);
  }

  /**
   * Expected known offset 0, 1, 2 … nights after `day`, from how shocks that have struck fade and how sellers usually answer.
   * `own`: the seller's chance a night to set its price anyway.
   */
  expected(benchmark: number, no: number, seller: Seller, levers: Levers, day: number, nights: number, own: number) {
    const path = new Float64Array(nights + 1);
    if (this.none) return path;
    const address = this.addresses[benchmark][no];
    const slopes = this.slopes(benchmark, no, seller, levers, day);
    for (const { of, passed, answers } of this.struck) {
      if (of.shock.lever === "feed-error") continue;
      const reach = of.reach(address);
      const taken = reach && of.passThrough(address) * effect(slopes, reach);
      const chance = 1 - (1 - of.dailyChance) * (1 - own);
      const { share, perDay, fadePerDay } = address.follow ?? { share: 0, perDay: 0, fadePerDay: 0 };
      let copied = answers[benchmark][no] === "copied" ? 1 : 0;
      let open = answers[benchmark][no] === "open" ? 1 : 0;
      let now = passed[benchmark][no];
      path[0] += now;
      for (let night = 1; night <= nights; night++) {
        const change = of.change(day + night);
        if (taken !== null) now += chance * (taken * change - now);
        else if (of.isAbout(address)) now = change;
        else if (of.leads(address)) {
          copied += open * perDay;
          open *= 1 - perDay - fadePerDay;
          now = copied * share * change;
        }
        path[night] += now;
      }
    }
    return path.map(withinReach);
  }

  save(): SavedShocks {
    return {
      scenarios: this.scenarios.map((one) => ({ ...one })),
      struck: this.struck.map(({ of, at, passed, answers }) => ({
        at,
        day: of.day,
        passed: passed.map((line) => [...line]),
        answers: answers.map((line) => [...line]),
      })),
    };
  }

  load({ scenarios, struck }: SavedShocks): void {
    this.scenarios = scenarios.map((one) => ({ ...one }));
    this.struck = [];
    for (const { at, day, passed, answers } of struck) {
      const one = this.add(at, day);
      for (const [i, line] of passed.entries()) one.passed[i] = [...line];
      for (const [i, line] of answers.entries()) one.answers[i] = [...line];
    }
  }

  hashInto(hash: Hash): void {
    for (const { scenario, firstDay } of this.scenarios) hash.text(scenario.id).number(firstDay);
    for (const { of, at, passed, answers } of this.struck) {
      hash.numbers([...at, of.day]);
      for (const line of passed) hash.numbers(line);
      for (const line of answers) hash.text(line.join());
    }
  }

  private hasStruck(scenario: number, shock: number): boolean {
    return this.struck.some(({ at }) => at[0] === scenario && at[1] === shock);
  }

  private add(at: Struck["at"], day: number): Struck {
    const { shocks, transmission } = this.scenarios[at[0]].scenario;
    const of = new StruckShock(shocks[at[1]], transmission, day);
    const passed = this.addresses.map((sellers) => sellers.map(() => 0));
    const answers = this.addresses.map((sellers) =>
      sellers.map((address): Answer => (of.leads(address) ? "open" : "let be")),
    );
    const one = { of, at, passed, answers };
    this.struck.push(one);
    return one;
  }

  private takeOver(benchmark: number, no: number, seller: Seller, levers: Levers, day: number, chance: number): void {
    const address = this.addresses[benchmark][no];
    const slopes = this.slopes(benchmark, no, seller, levers, day);
    const ready: { one: Struck; wanted: number }[] = [];
    let pending = 0;
    for (const one of this.struck) {
      const reach = one.of.reach(address);
      if (reach === null || (seller.jumpedOn !== day && chance >= one.of.dailyChance)) continue;
      const wanted = one.of.passThrough(address) * effect(slopes, reach) * one.of.change(day);
      ready.push({ one, wanted });
      pending += wanted - one.passed[benchmark][no];
    }
    if (Math.abs(pending) < LEAST && seller.jumpedOn !== day) return;
    for (const { one, wanted } of ready) pass(one, benchmark, no, seller, wanted);
  }

  private copy(benchmark: number, no: number, seller: Seller, day: number, chance: number): void {
    const { follow } = this.addresses[benchmark][no];
    if (follow === null) return;
    for (const one of this.struck) {
      const answers = one.answers[benchmark];
      if (answers[no] === "open" && chance < follow.perDay) answers[no] = "copied";
      else if (answers[no] === "open" && chance < follow.perDay + follow.fadePerDay) answers[no] = "let be";
      if (answers[no] === "copied") pass(one, benchmark, no, seller, follow.share * one.of.change(day));
    }
  }

  /** How much each lever counts for this seller between its levers without shocks and with them. */
  private slopes(benchmark: number, no: number, { asking }: Seller, levers: Levers, day: number): Levers {
    const changes = this.struck.flatMap(({ of }) => {
      const reach = of.reach(this.addresses[benchmark][no]);
      return reach === null ? [] : [{ reach, by: of.change(day) }];
    });
    return asking.slopes(levers, moved(levers, changes));
  }
}

/** The shock comes to `wanted` in the seller's price. */
function pass(one: Struck, benchmark: number, no: number, seller: Seller, wanted: number): void {
  seller.owe(one.of.cause, wanted - one.passed[benchmark][no]);
  one.passed[benchmark][no] = wanted;
}
