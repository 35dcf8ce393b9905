import { z } from "zod";
import { ContractSymbol, named } from "./primitives";

export * from "./order-requests";

/** Most rows in one page. */
export const mostRows = 500;

const RoomMomentText = z.string().max(30).meta({ format: "date-time" });

export const TransferRequest = named(
  "TransferRequest",
  z.strictObject({
    amount: z.string().max(40).describe("Positive: bank cash into margin cash; negative: out of it (rule 7.1)"),
  }),
);
export type TransferRequest = z.infer<typeof TransferRequest>;

/** Rule 4.7: without `until` the month stays halted till it is resumed, at the latest till the next opening. */
export const HaltRequest = named(
  "HaltRequest",
  z.strictObject({ until: RoomMomentText.optional().describe("Room time; the next opening unless told") }),
);
export type HaltRequest = z.infer<typeof HaltRequest>;

/** A whole number in a query string. */
const wholeIn = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .meta({ type: "integer", minimum: least, maximum: most });

const paging = {
  limit: wholeIn(1, mostRows).optional().describe("Rows a page, 100 unless told"),
  cursor: z.string().max(64).optional().describe("`next` of the page before"),
  format: z.enum(["json", "csv"]).optional().describe("csv: the same digits, one row a line"),
};
const optionalSymbol = ContractSymbol.max(40).optional();

export const NoQuery = z.strictObject({});
export const FormatQuery = z.strictObject({ format: paging.format });
export const LeaderboardQuery = z.strictObject({ limit: paging.limit, format: paging.format });
export const BookQuery = z.strictObject({
  symbol: ContractSymbol.max(40),
  depth: wholeIn(1, 50).optional().describe("Price levels a side, 12 unless told"),
});
export const TradesQuery = z.strictObject({ symbol: ContractSymbol.max(40), ...paging });
export const CandleInterval = z.enum(["1m", "5m", "1h", "1d"]);
export type CandleInterval = z.infer<typeof CandleInterval>;
export const CandlesQuery = z.strictObject({
  symbol: ContractSymbol.max(40),
  interval: CandleInterval,
  from: RoomMomentText.optional().describe("Room time of the first candle"),
  ...paging,
});
export const FixingsQuery = z.strictObject({ benchmark: z.string().max(40), ...paging });
export const NewsQuery = z.strictObject({ limit: paging.limit });
export const OrdersQuery = z.strictObject({
  state: z.enum(["open", "all"]).optional().describe("open unless told"),
  symbol: optionalSymbol,
  ...paging,
});
export const FillsQuery = z.strictObject({ symbol: optionalSymbol, ...paging });
export const PagingQuery = z.strictObject(paging);
export const CancelAllQuery = z.strictObject({ symbol: optionalSymbol.describe("Only this contract's orders") });
export const StreamQuery = z.strictObject({
  lastEventId: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional()
    .describe("Like the Last-Event-ID header, for clients that cannot set one"),
});
