import type { Command } from "@/engine/commands";
import { Draws, seedWords, streamOf } from "@/engine/random";
import type { Room } from "@/engine/room-face";
import type { AccountNo, Cents, Lots, OrderId, OwnerNo, RoomTime, Ticks } from "@/engine/units";

/** People who do everything people do, mistakes included: seeded, so that a failing run can be run again. */
export class RandomPeople {
  private readonly draws: Draws;
  private accounts = 0;
  private clientIds = 0;

  constructor(
    seed: string,
    private readonly room: Room,
    private readonly people: number,
  ) {
    this.draws = new Draws(seedWords(seed), streamOf("random people"), 0);
  }

  /** How long until the next command: mostly moments, sometimes hours. */
  pause(): number {
    const { draws } = this;
    return draws.below(20) === 0 ? draws.below(3 * 3_600_000) : draws.below(20_000);
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
    return this.place(account);
  }

  private place(account: AccountNo): Command {
    const { draws, room } = this;
    const contracts = room.contracts();
    const contract = contracts[draws.below(contracts.length)];
    const market = draws.below(6) === 0;
    const tif = (["gtc", "gtc", "gtc", "day", "ioc", "fok"] as const)[draws.below(6)];
    const repeats = draws.below(15) === 0;
    if (!repeats) this.clientIds += 1;
    return {
      kind: "place-order",
      account,
      order: {
        contract: draws.below(200) === 0 ? "NONE-JAN20" : contract.symbol,
        side: draws.below(2) === 0 ? "buy" : "sell",
        type: market ? "market" : "limit",
        lots: (draws.below(50) === 0 ? draws.below(20_000) : 1 + draws.below(60)) as Lots,
        ...(market ? {} : { price: (contract.mark + draws.below(101) - 50 + this.wild(contract.mark)) as Ticks }),
        timeInForce: tif,
        postOnly: draws.below(8) === 0,
        selfTrade: (["newest", "oldest", "both", "decrement"] as const)[draws.below(4)],
        ...(draws.below(3) === 0 ? { clientOrderId: `c${this.clientIds}` } : {}),
      },
    };
  }

  private replace(account: AccountNo, order: ReturnType<Room["openOrders"]>[number]): Command {
    const { draws } = this;
    const lots = draws.below(2) === 0 ? { lots: Math.max(1, order.lots + draws.below(21) - 10) as Lots } : {};
    const price = draws.below(2) === 0 ? { price: ((order.price ?? 1) + draws.below(21) - 10) as Ticks } : {};
    return { kind: "replace-order", account, order: order.id, ...lots, ...price };
  }

  /** One price in thirty is far out: limits, bands and nonsense. */
  private wild(mark: number): number {
    return this.draws.below(30) === 0 ? this.draws.below(mark) - Math.floor(mark / 2) : 0;
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
    at += people.pause();
    room.advance(at as RoomTime);
    const entry = { seq: room.seq + 1, at: at as RoomTime, command: people.command() };
    room.apply(entry);
    between(entry);
  }
}
