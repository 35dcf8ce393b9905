import type { Calendar } from "../calendar";
import type { Hash } from "../digest";
import type { NewsItem, Ruling, Scenario, ScenarioTime, Shock } from "./scenario";

const DAY = 86_400_000;
/** A decay counts as over when this many of its half-lives are: three percent of it are left. */
const HALF_LIVES = 5;

/** What a scenario brings at a moment. At the same one, what happens comes before what is told of it. */
export type Turn =
  | { readonly kind: "shock"; readonly at: number; readonly shock: Shock }
  | { readonly kind: "ruling"; readonly at: number; readonly ruling: Ruling }
  | { readonly kind: "news"; readonly at: number; readonly item: NewsItem };

/**
 * What of a room's scenario is due when. Shocks of the night are the world's own affair: it looks for them as it makes its
 * overnight news (1.2). Those of the day, rulings and what people are told come up here.
 */
export class Stage {
  private scenario: Scenario | null = null;
  private firstDay = 0;
  private turns: readonly Turn[] = [];
  private next = 0;

  constructor(private readonly calendar: Calendar) {}

  /** Id of the scenario that runs on trading day `day`, and its last one; null: none does. */
  running(day: number): { readonly id: string; readonly until: string } | null {
    const { scenario, firstDay } = this;
    if (scenario === null) return null;
    const last = firstDay + lengthOf(scenario) - 1;
    return day <= last ? { id: scenario.id, until: this.calendar.day(last).date } : null;
  }

  /** Id of the latest scenario: the news of a room tells where its texts are. */
  get id(): string {
    return this.scenario?.id ?? "";
  }

  start(scenario: Scenario, firstDay: number): void {
    this.scenario = scenario;
    this.firstDay = firstDay;
    this.turns = turnsOf(scenario, (time) => this.momentOf(time));
    this.next = 0;
  }

  nextAt(): number {
    return this.turns[this.next]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Takes what is due by `now`, in its order. */
  takeDue(now: number): Turn[] {
    const from = this.next;
    while (this.nextAt() <= now) this.next++;
    return this.turns.slice(from, this.next);
  }

  save(): SavedStage | null {
    const { scenario, firstDay, next } = this;
    return scenario && { scenario, firstDay, next };
  }

  load(saved: SavedStage | null): void {
    if (saved === null) return;
    this.start(saved.scenario, saved.firstDay);
    this.next = saved.next;
  }

  hashInto(hash: Hash): void {
    hash.data(this.scenario).number(this.firstDay).number(this.next);
  }

  private momentOf(time: ScenarioTime): number {
    return momentIn(this.calendar, this.firstDay, time);
  }
}

/** Overnight is after the fixing of that day. */
export function momentIn(calendar: Calendar, firstDay: number, { day, time }: ScenarioTime): number {
  const { open, fixing } = calendar.day(firstDay + day - 1);
  return time === undefined ? fixing : open - (open % DAY) + time;
}

export interface SavedStage {
  readonly scenario: Scenario;
  readonly firstDay: number;
  readonly next: number;
}

function turnsOf({ shocks, rulings, news }: Scenario, momentOf: (time: ScenarioTime) => number): Turn[] {
  const turns: Turn[] = [
    ...shocks
      .filter(({ at }) => at.time !== undefined)
      .map((shock) => ({ kind: "shock" as const, shock, at: momentOf(shock.at) })),
    ...rulings.map((ruling) => ({ kind: "ruling" as const, ruling, at: momentOf(ruling.at) })),
    ...news.map((item) => ({ kind: "news" as const, item, at: momentOf(item.at) })),
  ];
  const order = turns.map((turn, i) => ({ turn, i })); // as in the file, where nothing else decides
  return order.sort((a, b) => a.turn.at - b.turn.at || a.i - b.i).map(({ turn }) => turn);
}

/** Trading days from the first in which anything of it still happens. */
export function lengthOf({ shocks, rulings, news }: Scenario): number {
  const ends = [
    ...shocks.map(({ at, shape, days = 0 }) => at.day + (shape === "decay" ? HALF_LIVES * days : days)),
    ...[...rulings, ...news].map(({ at }) => at.day),
  ];
  return ends.reduce((last, day) => Math.max(last, day), 1);
}
