import type { Exchange } from "@/engine/trading/exchange";
import type { Market } from "@/engine/trading/market";
import type { Incoming, Witness } from "@/engine/trading/witness";
import { BUY, type SideNo } from "@/engine/units";

/** Where the money of an account came from. Half cents, so that the middle between two ticks is whole too. */
export interface Profit {
  /** Of each fill: what the price was better than the middle before the order came. */
  spread: number;
  /** Of what it held: how the middle moved meanwhile. */
  inventory: number;
  fees: number;
}

interface Holding {
  net: number;
  reference: number; // twice a price: the middle it is valued at
  readonly tickValue: number;
}

/**
 * Splits what accounts earn into spread, inventory and fees, from the trades and settlements alone: it looks on, and adds
 * up. Trade by trade, side × lots × (reference − price) and net × change of the reference make up the change of cash.
 */
export class ProfitLedger implements Witness {
  private readonly profits = new Map<number, Profit>();
  private readonly holdings = new Map<number, Map<string, Holding>>();
  private incoming: { side: SideNo; reference: number } | null = null;
  private one = 0;
  private other = 0;

  constructor(readonly exchange: Exchange) {}

  /** From now on this account's profits are split. */
  track(account: number): void {
    this.profits.set(account, { spread: 0, inventory: 0, fees: 0 });
    this.holdings.set(account, new Map());
  }

  profit(account: number): Profit {
    return this.profits.get(account) as Profit;
  }

  /** What the clearing says the account has earned, in half cents, and what the parts sum to. They are the same. */
  bothWays(account: number): { booked: number; parts: number } {
    const { accounts } = this.exchange;
    const { spread, inventory, fees } = this.profit(account);
    const worth = accounts.equity(account) + accounts.bankCash(account) - accounts.deposits(account);
    return { booked: 2 * worth, parts: spread + inventory - fees };
  }

  entering(market: Market, { side }: Incoming): void {
    this.incoming = { side, reference: referenceOf(market) };
  }

  entered(): void {
    this.incoming = null;
  }

  trading(_market: Market, one: number, other: number): void {
    this.one = one;
    this.other = other;
  }

  traded(market: Market, price: number, lots: number): void {
    const { incoming, one, other } = this;
    const { maker, taker } = market.terms.fee;
    if (incoming === null) {
      this.book(market, one, lots, price, 2 * price, maker); // an auction: bid and offer
      this.book(market, other, -lots, price, 2 * price, maker);
      return;
    }
    const bought = incoming.side === BUY ? lots : -lots;
    this.book(market, one, -bought, price, incoming.reference, maker);
    this.book(market, other, bought, price, incoming.reference, taker);
  }

  /** Everything held is valued at the settlement, which is paid (6.2, 6.3). */
  settle(contract: string, price: number, final: boolean): void {
    for (const [account, held] of this.holdings) {
      const holding = held.get(contract);
      if (!holding) continue;
      this.revalue(account, holding, 2 * price);
      if (final) held.delete(contract);
    }
  }

  private book(market: Market, account: number, bought: number, price: number, reference: number, fee: number): void {
    const held = this.holdings.get(account);
    if (!held) return;
    const { tickValue } = market.terms;
    const holding = held.get(market.symbol) ?? { net: 0, reference, tickValue };
    held.set(market.symbol, holding);
    this.revalue(account, holding, reference);
    holding.net += bought;
    const profit = this.profit(account);
    profit.spread += bought * (reference - 2 * price) * tickValue;
    profit.fees += 2 * fee * Math.abs(bought);
  }

  private revalue(account: number, holding: Holding, reference: number): void {
    this.profit(account).inventory += holding.net * (reference - holding.reference) * holding.tickValue;
    holding.reference = reference;
  }
}

/** Twice the middle; where a side is missing, twice the mark (4.8). */
function referenceOf({ book, mark }: Market): number {
  const [bid, ask] = [book.bestBid(), book.bestAsk()];
  return bid === 0 || ask === 0 ? 2 * mark : bid + ask;
}
