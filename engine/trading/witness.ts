import type { Indicative } from "../book/book-face";
import type { SideNo } from "../units";
import type { FillReport } from "../views";
import type { Market } from "./market";
import type { OrderRecord } from "./order-records";

/** An order on its way into the book. Participants' have no record. */
export interface Incoming {
  readonly id: number;
  readonly side: SideNo;
  readonly price: number;
  readonly lots: number;
  readonly record: OrderRecord | null;
}

/**
 * Looks on while a venue works, to explain what it did: it reads whatever it likes and changes nothing, so a room with a
 * witness and one without stay the same. Live rooms have none.
 */
export interface Witness {
  /** An order is about to meet the book; `far`: it is a spread, and `market` its near month. */
  entering?(market: Market, incoming: Incoming, far?: Market): void;
  /** The book is done with it: it has traded what it could, and rests with the rest if it may. */
  entered?(market: Market, id: number): void;
  /** Two accounts are about to trade; then the fills are reported, and the trade is booked and its fees are paid. */
  trading?(market: Market, one: number, other: number): void;
  filled?(report: FillReport): void;
  traded?(market: Market, price: number, lots: number): void;
  /** An auction is over (4.7). */
  uncrossed?(market: Market, result: Indicative | null): void;
  /** A stop's trigger has been reached (4.2). */
  fired?(record: OrderRecord): void;
  /** 7.6: what the account owed, and who paid it. */
  defaulted?(account: number, deficit: number, fromBank: number, fromFund: number, fromGains: number): void;
}
