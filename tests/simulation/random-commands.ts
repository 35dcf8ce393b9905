import type { Command } from "@/engine/commands";
import { Draws, seedWords, streamOf } from "@/engine/random";
import type { Room } from "@/engine/room-face";
import type { AccountNo, Cents, Lots, OrderId, OwnerNo, RoomTime, Ticks } from "@/engine/units";
import type { ContractView, OrderReport } from "@/engine/views";
import { RandomOrders } from "./random-orders";

const MONTHS = 5;

/** People who do everything people do, mistakes included: seeded, so that a failing run can be run again. */
export class RandomPeople {
  private readonly draws: Draws;
  private readonly orders: RandomOrders;
  private accounts = 0;
  private day = 0;
  private symbols: readonly string[] = [];

  constructor(
    seed: string,
    private readonly room: Room,
    private readonly people: number,
    /** How often somebody waits for hours: one pause in so many. The longer the run, the rarer. */
    private readonly pauses = 60,
  ) {
    this.draws = new Draws(seedWords(seed), streamOf("random people"), 0);
    this.orders = new RandomOrders(this.draws);
  }

  /** When the next command comes: mostly in moments, sometimes in hours; few people are up while the venue is closed. */
  next(now: number): number {
    const { draws, room } = this;
    const { phase, nextPhaseAt } = room.view();
    if ((phase === "closed" || phase === "settled") && draws.below(10) > 0) return nextPhaseAt;
    return now + (draws.below(this.pauses) === 0 ? draws.below(3 * 3_600_000) : draws.below(1_200_000 / this.pauses));
  }

  command(): Command {
    const { draws, room } = this;
    if (this.accounts < this.people) {
      this.accounts += 1;
      return { kind: "open-account", owner: this.accounts as OwnerNo };
    }
    const owned = room.config.participants.length;
    const account = (owned + 1 + draws.below(this.people)) as AccountNo;
    const open = room.openOrders(account);
    const pick = draws.below(100);
    if (pick < 12 && open.length > 0) {
      return { kind: "cancel-order", account, order: open[draws.below(open.length)].id };
    }
    if (pick < 24 && open.length > 0) return this.replace(account, open[draws.below(open.length)]);
    if (pick === 24) return { kind: "cancel-all", account };
    if (pick === 25) return { kind: "cancel-order", account, order: draws.below(5_000) as OrderId };
    if (pick < 30) return { kind: "transfer", account, amount: (draws.below(4_000_000) - 2_000_000) as Cents };
    if (pick === 30 && draws.below(5) === 0) return this.halt();
    return this.place(account, pick);
  }

  private place(account: AccountNo, pick: number): Command {
    const { draws, room, orders } = this;
    const contract = this.contractAt(draws.below(MONTHS));
    if (pick < 36) return this.spread(account);
    if (pick < 42) return { kind: "place-oco", account, orders: orders.pair(contract, room.now) };
    const order = orders.draft(contract, room.now);
    if (pick >= 50) return { kind: "place-order", account, order };
    return { kind: "place-order", account, order, exits: orders.exits(contract, order) };
  }

  private spread(account: AccountNo): Command {
    const { draws } = this;
    const at = draws.below(MONTHS - 1);
    const [near, far] = [this.contractAt(at), this.contractAt(draws.below(8) === 0 ? 0 : at + 1)];
    const price = (near.mark - far.mark + draws.below(41) - 20) as Ticks;
    const side = draws.below(2) === 0 ? "buy" : "sell";
    const lots = (1 + draws.below(30)) as Lots;
    return { kind: "place-spread", account, spread: { near: near.symbol, far: far.symbol, side, lots, price } };
  }

  private replace(account: AccountNo, order: OrderReport): Command {
    const { draws } = this;
    const lots = draws.below(2) === 0 ? { lots: Math.max(1, order.lots + draws.below(21) - 10) as Lots } : {};
    const price = draws.below(2) === 0 ? { price: ((order.price ?? 1) + draws.below(21) - 10) as Ticks } : {};
    const moves = order.stop !== null && order.stop.firedAt === null && draws.below(2) === 0;
    if (!moves) return { kind: "replace-order", account, order: order.id, ...lots, ...price };
    const by = draws.below(21) - 10;
    const trigger =
      order.stop.trail === null
        ? { stopPrice: (order.stop.price + by) as Ticks }
        : { trail: (order.stop.trail + by) as Ticks };
    return { kind: "replace-order", account, order: order.id, ...lots, ...trigger };
  }

  /** One of the first months of the list: few enough that people meet. */
  private contractAt(n: number): ContractView {
    const { room } = this;
    const { day } = room.view();
    if (day !== this.day) this.symbols = room.contracts().map(({ symbol }) => symbol);
    this.day = day;
    return room.contract(this.symbols[n % this.symbols.length]) ?? room.contracts()[0];
  }

  private halt(): Command {
    const { draws, room } = this;
    const { symbol } = this.contractAt(draws.below(MONTHS));
    if (draws.below(2) === 0) return { kind: "resume", contract: symbol };
    const until = draws.below(2) === 0 ? { until: (room.now + draws.below(3_600_000)) as RoomTime } : {};
    return { kind: "halt", contract: symbol, ...until };
  }
}

/** Drives a room with `count` random commands; `between` looks at it after each. */
export function drive(
  room: Room,
  people: RandomPeople,
  count: number,
  between: (entry: { seq: number; at: RoomTime; command: Command }) => void,
): void {
  let at = room.now as number;
  for (let i = 0; i < count; i++) {
    at = people.next(at);
    room.advance(at as RoomTime);
    const entry = { seq: room.seq + 1, at: at as RoomTime, command: people.command() };
    room.apply(entry);
    between(entry);
  }
}
