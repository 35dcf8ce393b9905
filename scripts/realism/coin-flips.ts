import { Draws, seedWords, streamOf } from "@/engine/random";
import type { MarketRoom } from "@/engine/room/market-room";
import type { AccountNo, Lots, OwnerNo, Side } from "@/engine/units";

const PEOPLE = 8;
/** Chance a minute that one of them trades: six times a day. */
const CHANCE = 6 / 360;

/**
 * People who flip a coin and buy or sell one lot at the market, in the month after the nearest. They know nothing, so what
 * they hold must earn nothing on the whole, and what they lose is what trading costs.
 */
export class CoinFlips {
  readonly accounts: AccountNo[] = [];
  private readonly draws: Draws;

  constructor(private readonly room: MarketRoom) {
    this.draws = new Draws(seedWords(room.seed), streamOf("coin flips"), 1);
    for (let owner = 1; owner <= PEOPLE; owner++) {
      const outcome = this.send({ kind: "open-account", owner: owner as OwnerNo });
      if (outcome.kind === "account-opened") this.accounts.push(outcome.account);
    }
  }

  /** What they do in this minute. */
  act(): void {
    for (const [i, account] of this.accounts.entries()) {
      if (this.draws.uniform() >= CHANCE) continue;
      const side: Side = this.draws.uniform() < 0.5 ? "buy" : "sell";
      const { id } = this.room.config.benchmarks[i % this.room.config.benchmarks.length];
      const [, next] = this.room.contracts().filter(({ benchmark }) => benchmark === id);
      this.send({
        kind: "place-order",
        account,
        order: {
          contract: next.symbol,
          side,
          type: "market",
          lots: 1 as Lots,
          timeInForce: "ioc",
          postOnly: false,
          selfTrade: "newest",
        },
      });
    }
  }

  private send(command: Parameters<MarketRoom["apply"]>[0]["command"]) {
    return this.room.apply({ seq: this.room.seq + 1, at: this.room.now, command });
  }
}
