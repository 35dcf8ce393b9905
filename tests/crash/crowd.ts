import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import { Draws, seedWords } from "@/engine/random";
import { type AccountNo, lots, ownerNo, ticks } from "@/engine/units";
import type { ContractView } from "@/engine/views";
import type { HostFailure } from "@/server/port";
import type { Evidence } from "./evidence";
import { VenueGone, type VenueProcess } from "./venue-process";

/** People who send orders, one after another each, until the venue is gone. */
export class Crowd {
  private readonly accounts: AccountNo[] = [];
  private readonly draws: Draws;
  private sent = 0;

  constructor(
    private readonly room: string,
    private readonly people: number,
    seed: string,
    private readonly evidence: Evidence,
  ) {
    this.draws = new Draws(seedWords(seed), 2, 0);
  }

  async join(venue: VenueProcess): Promise<void> {
    for (let person = 1; person <= this.people; person++) {
      const [outcome] = await this.submit(venue, [{ kind: "open-account", owner: ownerNo(person) }]);
      if (outcome.kind !== "account-opened") throw new Error(`no account: ${JSON.stringify(outcome)}`);
      this.accounts.push(outcome.account);
      this.evidence.accounts.add(outcome.account);
    }
  }

  async trade(venue: VenueProcess): Promise<void> {
    await Promise.all(
      this.accounts.map(async (account) => {
        try {
          for (;;) {
            await this.step(venue, account);
            await sleep(this.draws.below(25)); // a hundred crashes are to be over in minutes
          }
        } catch (error) {
          if (!(error instanceof VenueGone)) throw error;
        }
      }),
    );
  }

  private async step(venue: VenueProcess, account: AccountNo): Promise<void> {
    const { value: contracts } = await venue.ask({ kind: "query", room: this.room, query: "contracts", ask: {} });
    const commands = Array.from({ length: 1 + this.draws.below(4) }, () => this.command(account, contracts));
    const outcomes = await this.submit(venue, commands);
    for (const [i, outcome] of outcomes.entries()) this.evidence.acknowledged(commands[i], outcome);
  }

  private command(account: AccountNo, contracts: ContractView[]): Command {
    const kind = this.draws.below(12);
    if (kind === 0) return { kind: "cancel-all", account };
    const contract = contracts[this.draws.below(contracts.length)];
    const price = contract.mark + this.draws.below(13) - 6;
    this.sent += 1;
    const order = {
      contract: contract.symbol,
      side: this.draws.below(2) === 0 ? "buy" : "sell",
      type: "limit",
      lots: lots(1 + this.draws.below(3)),
      price: ticks(price),
      timeInForce: kind === 1 ? "ioc" : "gtc",
      postOnly: false,
      selfTrade: "newest",
      clientOrderId: `n-${this.sent}`,
    } as const;
    return { kind: "place-order", account, order };
  }

  private submit(venue: VenueProcess, commands: readonly Command[]): Promise<(Outcome | HostFailure)[]> {
    return venue.ask({ kind: "submit", room: this.room, commands });
  }
}
