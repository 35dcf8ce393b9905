import type { Command } from "../commands";
import type { Hash } from "../digest";
import type { Outcome } from "../outcome";
import type { NewsItem, Ruling, Scenario } from "../scenario/scenario";
import { momentIn, type SavedStage, Stage } from "../scenario/stage";
import type { Auctions } from "../trading/auctions";
import type { RulesInForce } from "../trading/rules-in-force";
import type { BegunScenarioView } from "../views";
import { publishListPrices } from "./list-prices";
import type { RoomParts } from "./room-parts";

export type OperatorCommand = Extract<Command, { readonly kind: "halt" | "resume" | "start-scenario" }>;

/**
 * Whoever runs the venue: halts and resumes months, changes its rules, and lets a scenario run (4.7, 5, 7.2, 8.1), by
 * command or because the scenario has it so. No account takes part in any of it.
 */
export class Operator {
  private readonly stage: Stage;

  constructor(
    private readonly parts: RoomParts,
    private readonly auctions: Auctions,
  ) {
    this.stage = new Stage(parts.calendar);
  }

  carryOut(command: OperatorCommand, today: number): Outcome {
    const { exchange } = this.parts;
    if (command.kind === "start-scenario") return this.startScenario(command.scenario, today);
    const { contract } = command;
    const market = exchange.bySymbol.get(contract);
    if (!market) {
      const refusal = { reason: "unknown-contract", contract, listed: exchange.symbols() } as const;
      return { kind: "refused", refusal, eventSeq: exchange.log.seq };
    }
    return command.kind === "resume" ? this.auctions.resume(market) : this.auctions.halt(market, command.until);
  }

  /** Its day 1 is trading day `firstDay`. */
  begin(scenario: Scenario, firstDay: number): void {
    this.stage.start(scenario, firstDay);
    this.parts.world.begin(scenario, firstDay);
  }

  /** Every scenario that has begun, the latest last. */
  begun(now: number): BegunScenarioView[] {
    const { calendar, world } = this.parts;
    return world
      .begun()
      .filter(({ firstDay }) => calendar.day(firstDay).preOpen <= now)
      .map(({ scenario: { id, title = null, rulings, news }, firstDay, struck }) => {
        const isOut = ({ at }: Ruling | NewsItem) => momentIn(calendar, firstDay, at) <= now;
        const { date } = calendar.day(firstDay);
        return { id, title, firstDay: date, shocks: struck, rulings: rulings.filter(isOut), news: news.filter(isOut) };
      });
  }

  /** When a halt ends by itself or the scenario goes on; Infinity: nothing is planned. */
  nextAt(): number {
    return Math.min(this.auctions.nextEnd(), this.stage.nextAt());
  }

  /** Does what is due by now: halts that have lasted long enough end first. */
  reach(now: number, today: number): void {
    this.auctions.endDue(now);
    for (const turn of this.stage.takeDue(now)) {
      if (turn.kind === "shock") publishListPrices(this.parts, this.parts.world.strike(turn.shock, today));
      else if (turn.kind === "ruling") this.rule(turn.ruling, now);
      else this.tell(turn.item);
    }
  }

  save(): SavedOperator {
    return { stage: this.stage.save(), rules: this.parts.exchange.rules.save() };
  }

  /** Absent: the room was saved by a build that had no scenarios. */
  load(saved: SavedOperator | undefined): void {
    if (saved === undefined) return;
    this.stage.load(saved.stage);
    const { exchange, config } = this.parts;
    exchange.rules.load(saved.rules);
    for (let benchmark = 0; benchmark < config.benchmarks.length; benchmark++) this.relist(benchmark);
  }

  hashInto(hash: Hash): void {
    this.stage.hashInto(hash);
    this.parts.exchange.rules.hashInto(hash);
  }

  private startScenario(scenario: Scenario, today: number): Outcome {
    const { exchange, calendar } = this.parts;
    const running = this.stage.running(today);
    if (running) {
      const refusal = { reason: "scenario-running", scenario: running.id, until: running.until } as const;
      return { kind: "refused", refusal, eventSeq: exchange.log.seq };
    }
    this.begin(scenario, today + 1);
    const { date } = calendar.day(today + 1);
    return { kind: "scenario-started", scenario: scenario.id, firstDay: date, eventSeq: exchange.log.seq };
  }

  private rule({ id, benchmark, rule }: Ruling, now: number): void {
    const { exchange, config } = this.parts;
    const no = config.benchmarks.findIndex((one) => one.id === benchmark);
    exchange.log.emit({ kind: "ruling", scenario: this.stage.id, ruling: id, benchmark, rule });
    if (rule.kind === "halt") {
      for (const market of exchange.listed()) {
        if (market.benchmark === no) this.auctions.halt(market, now + rule.minutes * MINUTE);
      }
      return;
    }
    exchange.rules.set(no, rule);
    this.relist(no);
  }

  private tell({ id, about, prior, expected, actual }: NewsItem): void {
    this.parts.exchange.log.emit({
      kind: "news",
      scenario: this.stage.id,
      item: id,
      shock: about ?? null,
      prior: prior ?? null,
      expected: expected ?? null,
      actual: actual ?? null,
    });
  }

  /** The months of a benchmark trade under the terms that are in force. */
  private relist(benchmark: number): void {
    const { exchange } = this.parts;
    const terms = exchange.rules.terms(benchmark);
    for (const market of exchange.listed()) if (market.benchmark === benchmark) market.terms = terms;
  }
}

const MINUTE = 60_000;

export interface SavedOperator {
  readonly stage: SavedStage | null;
  readonly rules: ReturnType<RulesInForce["save"]>;
}
