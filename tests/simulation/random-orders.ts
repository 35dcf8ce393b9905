import type { BracketExits, OrderDraft, StopTerms } from "@/engine/commands";
import type { Draws } from "@/engine/random";
import type { Lots, RoomTime, Ticks } from "@/engine/units";
import type { ContractView } from "@/engine/views";

/** Orders of every kind that rule 4 knows, mistakes included. Prices are near the mark, so that most of them meet. */
export class RandomOrders {
  private clientIds = 0;

  constructor(private readonly draws: Draws) {}

  draft(contract: ContractView, now: RoomTime): OrderDraft {
    const { draws } = this;
    const market = draws.below(6) === 0;
    const timeInForce = (["gtc", "gtc", "gtc", "day", "gtd", "ioc", "fok"] as const)[draws.below(7)];
    const postOnly = this.oneIn(8);
    const stop = this.oneIn(6) ? this.stop(contract, market) : undefined;
    if (!this.oneIn(15)) this.clientIds += 1; // else the last one is repeated
    return {
      contract: this.oneIn(200) ? "NONE-JAN20" : contract.symbol,
      side: this.oneIn(2) ? "buy" : "sell",
      type: market ? "market" : "limit",
      lots: (this.oneIn(50) ? draws.below(20_000) : 1 + draws.below(60)) as Lots,
      ...(market ? {} : { price: this.near(contract) }),
      timeInForce,
      ...(timeInForce === "gtd" ? { goodTill: dateOf(now + draws.below(6) * 86_400_000) } : {}),
      postOnly,
      ...(postOnly && this.oneIn(2) ? { slide: true } : {}),
      ...(this.oneIn(5) ? { reduceOnly: true } : {}),
      ...(this.oneIn(6) ? { display: (1 + draws.below(12)) as Lots } : {}),
      ...(stop ? { stop } : {}),
      selfTrade: (["newest", "oldest", "both", "decrement"] as const)[draws.below(4)],
      ...(this.oneIn(3) ? { clientOrderId: `c${this.clientIds}` } : {}),
    };
  }

  /** Exits of a bracket, most of them on their proper sides. */
  exits(contract: ContractView, { side, price }: OrderDraft): BracketExits {
    const { draws } = this;
    const up = side === "buy" ? 1 : -1;
    const at = price ?? contract.mark;
    const away = () => 1 + draws.below(30);
    const target = this.oneIn(4) ? undefined : { price: (at + up * away()) as Ticks };
    const trail = this.oneIn(4);
    const terms: StopTerms = {
      source: this.oneIn(2) ? "last" : "mark",
      ...(trail ? { trail: away() as Ticks } : { price: (at - up * away()) as Ticks }),
    };
    const limit = !trail && this.oneIn(3) ? { limit: (at - up * (20 + away())) as Ticks } : {};
    return { ...(target ? { target } : {}), ...(this.oneIn(4) ? {} : { stop: { ...terms, ...limit } }) };
  }

  /** Two that can wait, around the market. */
  pair(contract: ContractView, now: RoomTime): readonly [OrderDraft, OrderDraft] {
    const { display: _, stop: __, goodTill: ___, slide: ____, ...one } = this.draft(contract, now);
    const shared = { ...one, timeInForce: "gtc", type: "limit", price: this.near(contract) } as const;
    const { clientOrderId: _____, ...other } = shared;
    const second: OrderDraft = this.oneIn(2)
      ? { ...other, price: this.near(contract) }
      : { ...withoutPrice(other), type: "market", postOnly: false, stop: this.stop(contract, true) };
    return [shared, second];
  }

  near(contract: ContractView): Ticks {
    const { draws } = this;
    const wild = this.oneIn(30) ? draws.below(contract.mark) - Math.floor(contract.mark / 2) : 0;
    return (contract.mark + draws.below(101) - 50 + wild) as Ticks;
  }

  oneIn(n: number): boolean {
    return this.draws.below(n) === 0;
  }

  private stop(contract: ContractView, trails: boolean): StopTerms {
    const source = this.oneIn(2) ? "last" : "mark";
    if (trails && this.oneIn(2)) return { source, trail: (1 + this.draws.below(40)) as Ticks };
    return { source, price: this.near(contract) };
  }
}

const withoutPrice = ({ price: _, ...rest }: OrderDraft): Omit<OrderDraft, "price"> => rest;
const dateOf = (t: number): string => new Date(t).toISOString().slice(0, 10);
