import type { Command } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { equityOf, initialOf, maintenanceOf, requirementOf, transferableOf } from "./accounts";
import { openOrder, unknownContract } from "./admission";
import { uncross } from "./auction";
import { dayOf, isoDate } from "./calendar";
import { complete, lookAtMarks, setLimits } from "./completion";
import { advance } from "./day";
import { end } from "./endings";
import { placeOco, placeOrder, placeSpread } from "./placing";
import { replaceOrder } from "./replacing";
import { halfUp } from "./rounding";
import { type Answer, type Month, monthOf, personOf, type World } from "./world";

/** A venue that obeys the rulebook as it is written, without liquidations, fixings and expiries. */
export class NaiveVenue {
  readonly world: World;

  constructor(config: RoomConfig, start: number) {
    const none = { people: [], orders: [], trades: [], disputes: [], growing: [], reached: [] };
    this.world = { config, now: start, months: [], orderCount: 0, arrivals: 0, ...none };
    for (const benchmark of config.benchmarks) {
      for (const month of listedOn(config)) this.list(benchmark, month);
    }
  }

  advance(to: number): void {
    advance(this.world, to);
  }

  apply(command: Command): Answer {
    const { world } = this;
    if (command.kind === "open-account") return this.open(command.owner);
    if (command.kind === "halt" || command.kind === "resume") return this.halt(command);
    if (command.kind === "start-scenario") throw new Error("the naive venue knows no scenarios");
    if (!world.people.some(({ account }) => account === command.account)) {
      return { kind: "refused", refusals: [{ reason: "unknown-account" }] };
    }
    const answer = this.carryOut(command);
    complete(world);
    return answer;
  }

  /** Below maintenance the venue would begin to call and to close out (7.5), which this one does not do. */
  inScope(): boolean {
    const { world } = this;
    if (world.disputes.length > 0) return false;
    return world.people.every(
      (person) =>
        person.marginCash >= 0 && equityOf(world, person) >= maintenanceOf(world, requirementOf(world, person)),
    );
  }

  private carryOut(command: Exclude<Command, { kind: "open-account" | "halt" | "resume" | "start-scenario" }>): Answer {
    const { world } = this;
    switch (command.kind) {
      case "place-order":
        return placeOrder(world, command.account, command.order, command.exits);
      case "place-oco":
        return placeOco(world, command.account, command.orders);
      case "place-spread":
        return placeSpread(world, command.account, command.spread);
      case "replace-order":
        return replaceOrder(world, command);
      case "cancel-order":
        return this.cancel(command.account, command.order);
      case "cancel-all":
        return this.cancelAll(command.account, command.contract);
      case "transfer":
        return this.transfer(command.account, command.amount);
    }
  }

  private open(owner: number): Answer {
    const { people, config } = this.world;
    const { marginCash, bankCash } = config.money;
    const deposits = marginCash + bankCash;
    if (!people.some((person) => person.owner === owner)) {
      people.push({ account: people.length + 1, owner, marginCash, bankCash, deposits, positions: {} });
    }
    return { kind: "account-opened" };
  }

  private cancel(account: number, id: number): Answer {
    const order = openOrder(this.world, account, id);
    if ("reason" in order) return { kind: "refused", refusals: [order] };
    end(this.world, order, "by-owner");
    return { kind: "cancelled", orders: [id] };
  }

  private cancelAll(account: number, contract?: string): Answer {
    const { orders, months } = this.world;
    if (contract !== undefined && !months.some(({ symbol }) => symbol === contract)) {
      return { kind: "refused", refusals: [unknownContract(this.world, contract)] };
    }
    const all = orders.filter(
      (order) =>
        order.account === account && order.status === "open" && (contract === undefined || order.contract === contract),
    );
    for (const order of all) {
      if (order.status === "open") end(this.world, order, "by-owner");
      lookAtMarks(this.world);
    }
    return { kind: "cancelled", orders: all.map(({ id }) => id) };
  }

  /** 7.1 */
  private transfer(account: number, amount: number): Answer {
    const person = personOf(this.world, account);
    const most = amount > 0 ? person.bankCash : transferableOf(this.world, person);
    if (!Number.isInteger(amount) || amount === 0 || Math.abs(amount) > most) {
      const refusal = { reason: "transfer-limit", asked: amount as never, most: most as never } as const;
      return { kind: "refused", refusals: [refusal] };
    }
    person.marginCash += amount;
    person.bankCash -= amount;
    return { kind: "transferred" };
  }

  /** 4.7: a halted month collects orders until it is resumed, at the latest till the next opening. */
  private halt(command: Extract<Command, { kind: "halt" | "resume" }>): Answer {
    const { world } = this;
    if (!world.months.some(({ symbol }) => symbol === command.contract)) {
      return { kind: "refused", refusals: [unknownContract(world, command.contract)] };
    }
    const month = monthOf(world, command.contract);
    if (command.kind === "halt") return this.begin(month, command.until);
    if (month.haltedUntil === null) {
      return { kind: "refused", refusals: [{ reason: "not-halted", contract: month.symbol }] };
    }
    const day = dayOf(world.config, world.now);
    month.haltedUntil = null;
    if (world.now >= day.open && world.now < day.close) uncross(world, month);
    return { kind: "resumed" };
  }

  private begin(month: Month, until?: number): Answer {
    const { world } = this;
    const { opensAt, open, close } = dayOf(world.config, world.now);
    month.haltedUntil = until === undefined || world.now < open || until >= close ? opensAt : until;
    if (month.state === "continuous") month.state = "collecting";
    return { kind: "halted" };
  }

  private list(benchmark: RoomConfig["benchmarks"][number], month: string): void {
    const { world } = this;
    const { now, config } = world;
    const settlement = halfUp(BigInt(benchmark.startLevel), 100n);
    const made: Month = {
      symbol: `${benchmark.id}-${nameOf(month)}`,
      benchmark,
      month,
      state: "closed",
      haltedUntil: null,
      settlement,
      rate: config.limits.steps[0],
      low: 0,
      high: 0,
      mark: settlement,
      last: null,
      dayHigh: null,
      dayLow: null,
      volume: 0,
      initial: 0,
      settlementMonth: month === isoDate(now).slice(0, 7),
      window: { lots: 0, value: 0, pairs: [] },
      lock: null,
    };
    setLimits(made);
    made.initial = initialOf(world, made);
    world.months.push(made);
  }
}

/** 2.3: the current month, the next ones, and the next of March, June, September and December after them. */
function listedOn({ calendar, listing }: RoomConfig): string[] {
  const first = Number(calendar.firstDay.slice(0, 4)) * 12 + Number(calendar.firstDay.slice(5, 7)) - 1;
  const numbers = Array.from({ length: listing.months }, (_, i) => first + i);
  for (let next = first + listing.months; numbers.length < listing.months + listing.quarters; next++) {
    if (next % 3 === 2) numbers.push(next);
  }
  return numbers.map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`);
}

const NAMES = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const nameOf = (month: string) => `${NAMES[Number(month.slice(5)) - 1]}${month.slice(2, 4)}`;
