import { assert } from "./assert";

declare const unit: unique symbol;
type Quantity<Name extends string> = number & { readonly [unit]: Name };

/** A price, in ticks of its contract. */
export type Ticks = Quantity<"ticks">;
/** A size, in lots. A position is signed: positive is long. */
export type Lots = Quantity<"lots">;
/** Price × size, summed before it becomes money, so that nothing is rounded. */
export type TickLots = Quantity<"tick-lots">;
/** Money. A whole number of cents: exact up to 90 trillion dollars, and plain JSON. */
export type Cents = Quantity<"cents">;
/** A rate, in millionths: 10 % is 100,000. */
export type Millionths = Quantity<"millionths">;
/** A benchmark level, in hundredths of a tick of its contracts. */
export type Level = Quantity<"level">;
/** A moment of room time: epoch milliseconds (UTC) of the room's simulated calendar. */
export type RoomTime = Quantity<"room-time">;

/** Number of an account within its room. Names live in the database, never in the engine. */
export type AccountNo = Quantity<"account">;
/** The person (or participant) behind one or more accounts: self-trade prevention looks at it. */
export type OwnerNo = Quantity<"owner">;
export type OrderId = Quantity<"order">;

const whole = (n: number, what: string): number => {
  assert(Number.isSafeInteger(n), `${what} must be a safe integer, got ${n}`);
  return n;
};

export const ticks = (n: number): Ticks => whole(n, "ticks") as Ticks;
export const lots = (n: number): Lots => whole(n, "lots") as Lots;
export const tickLots = (n: number): TickLots => whole(n, "tick-lots") as TickLots;
export const cents = (n: number): Cents => whole(n, "cents") as Cents;
export const millionths = (n: number): Millionths => whole(n, "millionths") as Millionths;
export const level = (n: number): Level => whole(n, "level") as Level;
export const roomTime = (n: number): RoomTime => whole(n, "room time") as RoomTime;
export const accountNo = (n: number): AccountNo => whole(n, "account") as AccountNo;
export const ownerNo = (n: number): OwnerNo => whole(n, "owner") as OwnerNo;
export const orderId = (n: number): OrderId => whole(n, "order") as OrderId;

export type Side = "buy" | "sell";
export const opposite = (side: Side): Side => (side === "buy" ? "sell" : "buy");

/** Sides as array indices, for the typed arrays inside the book and the clearing. */
export const BUY = 0;
export const SELL = 1;
export type SideNo = 0 | 1;
export const sideNo = (side: Side): SideNo => (side === "buy" ? BUY : SELL);
export const sideName = (side: SideNo): Side => (side === BUY ? "buy" : "sell");
