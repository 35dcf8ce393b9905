import type { LedgerLine } from "../events";
import { type AccountNo, type Cents, type Lots, type OrderId, type SideNo, sideName, type Ticks } from "../units";
import type { FillReport } from "../views";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { type OrderRecord, reportOf } from "./order-records";

/** A movement of cash: what it was for, and, where they say more, the contract, lots and prices behind it. */
export interface NewLedgerLine {
  readonly entry: LedgerLine["entry"];
  readonly marginChange: number;
  readonly bankChange: number;
  readonly contract?: string;
  readonly lots?: number;
  readonly price?: number;
  readonly previousPrice?: number;
}

/** What people are told of their orders, fills and cash. Participants' are not kept. */
export class Reports {
  /** The order that a command placed or replaced, and the fills it made before the command was answered. */
  answering: { readonly record: OrderRecord; readonly fills: FillReport[] } | null = null;

  constructor(private readonly exchange: Exchange) {}

  order(record: OrderRecord): void {
    const { log } = this.exchange;
    record.eventSeq = log.next;
    record.at = log.now;
    log.emit({ kind: "order", report: reportOf(record) });
  }

  /** One side of a trade, with its fee as it was charged. Of a spread the near leg counts as its fill (2.4). */
  fill(
    market: Market,
    record: OrderRecord,
    side: SideNo,
    price: number,
    lots: number,
    fee: number,
    liquidity: FillReport["liquidity"],
  ): void {
    const { log, wealth } = this.exchange;
    const report: FillReport = {
      eventSeq: log.next,
      account: record.account as AccountNo,
      order: record.id as OrderId,
      contract: market.symbol,
      side: sideName(side),
      price: price as Ticks,
      lots: lots as Lots,
      fee: fee as Cents,
      liquidity,
      at: log.now as FillReport["at"],
    };
    log.emit({ kind: "fill", report });
    this.exchange.witness?.filled?.(report);
    wealth.traded(record.account);
    if (fee > 0) {
      this.ledger(record.account, {
        entry: "fee",
        marginChange: -fee,
        bankChange: 0,
        contract: market.symbol,
        lots,
        price,
      });
    }
    const isFarLeg = record.slot !== market.slot;
    record.filledValue += isFarLeg ? -price * lots : price * lots;
    if (!isFarLeg) record.filled += lots;
    if (record === this.answering?.record) this.answering.fills.push(report);
  }

  /** A movement of a person's cash, read after it. */
  ledger(
    account: number,
    { entry, marginChange, bankChange, contract, lots, price, previousPrice }: NewLedgerLine,
  ): void {
    const { accounts, log } = this.exchange;
    if (!accounts.isPerson(account)) return;
    const line: LedgerLine = {
      account: account as AccountNo,
      entry,
      marginChange: marginChange as Cents,
      bankChange: bankChange as Cents,
      marginCash: accounts.marginCash(account) as Cents,
      bankCash: accounts.bankCash(account) as Cents,
      contract: contract ?? null,
      lots: (lots ?? null) as Lots | null,
      price: (price ?? null) as Ticks | null,
      previousPrice: (previousPrice ?? null) as Ticks | null,
    };
    log.emit({ kind: "ledger", line });
  }
}
