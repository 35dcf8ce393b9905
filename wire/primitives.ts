import { z } from "zod";

/** Schemas that the published document lists under a name of their own. */
export const publishedSchemas = new Map<string, z.ZodType>();

export function named<S extends z.ZodType>(id: string, schema: S): S {
  publishedSchemas.set(id, schema);
  return schema;
}

export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
export const RoomMoment = z.string().meta({ format: "date-time" });
/** The room's event number an answer is true at. */
export const Seq = z.int();
export const Side = z.enum(["buy", "sell"]);
export type Side = z.infer<typeof Side>;
export const ContractSymbol = z.string();
export const TimeInForce = z.enum(["gtc", "ioc", "fok", "day", "gtd"]);
export const OrderType = z.enum(["limit", "market"]);
/** What fires a stop: the last trade, or the mark (rule 4.2). */
export const TriggerSource = z.enum(["last", "mark"]);
export const SelfTradeMode = z.enum(["newest", "oldest", "both", "decrement"]);
