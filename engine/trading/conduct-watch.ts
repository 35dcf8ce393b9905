import type { SideNo } from "../units";
import type { Market } from "./market";

/**
 * Hears of every order, cancel and trade in a venue, people's and participants' alike, as its surveillance needs it (8.1,
 * 8.2). It may tell the event log and changes nothing else. A room without surveillance has none.
 */
export interface ConductWatch {
  /** An order has met the book: so many of its lots came to rest. Its trades have been told before. */
  entered(
    market: Market,
    id: number,
    account: number,
    side: SideNo,
    price: number,
    lots: number,
    resting: number,
  ): void;
  /** Its owner took an order's open lots out of the book; those the venue takes out are not told. */
  withdrawn(market: Market, id: number, account: number, side: SideNo, open: number): void;
  /** A resting order was replaced (4.4), or grew with its entry (4.2): `was` lots were open at `from`, and so many rest now. */
  replaced(
    market: Market,
    id: number,
    account: number,
    side: SideNo,
    from: number,
    was: number,
    price: number,
    open: number,
    resting: number,
  ): void;
  /** Two accounts traded, and `makerOpen` lots of the resting order are left. */
  traded(
    market: Market,
    price: number,
    lots: number,
    maker: number,
    makerAccount: number,
    makerOpen: number,
    taker: number,
    takerAccount: number,
    takerSide: SideNo,
  ): void;
  /** Two resting orders traded in an auction (4.7). */
  auctioned(market: Market, price: number, lots: number, bidAccount: number, offerAccount: number): void;
  /** Self-trade prevention (4.5): the order `incoming` met one of its own owner. Told for each lot-taking, so perhaps twice. */
  prevented(market: Market, account: number, incoming: number): void;
  /** Self-trade prevention took lots out of a resting order before an auction (4.5, 4.7). */
  preventedInAuction(market: Market, order: number, account: number, side: SideNo, price: number, lots: number): void;
  /** The session turns (1.2). */
  phase(phase: "pre-open" | "open" | "closing-window" | "close" | "fixing"): void;
}
