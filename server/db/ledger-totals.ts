import type { LedgerLine } from "@/engine/events";
import type { AccountNo } from "@/engine/units";
import type { RoomId } from "../port";
import { db } from "./client";

/** All ledger lines of one kind on one contract (null: on none) as one sum, in cents. */
export interface LedgerSum {
  readonly contract: string | null;
  readonly entry: LedgerLine["entry"];
  readonly amount: number;
}

/** What an account's ledger comes to up to event `seq`, margin and bank together: transfers between them sum to zero. */
export async function ledgerTotals(room: RoomId, account: AccountNo, seq: number): Promise<LedgerSum[]> {
  const sums = await db().ledgerEntry.groupBy({
    by: ["contract", "entry"],
    where: { room, account, seq: { lte: BigInt(seq) } },
    _sum: { marginChange: true, bankChange: true },
  });
  return sums.map(({ contract, entry, _sum }) => ({
    contract,
    entry: entry as LedgerLine["entry"],
    amount: Number(_sum.marginChange ?? 0n) + Number(_sum.bankChange ?? 0n),
  }));
}
