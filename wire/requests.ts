import { z } from "zod";
import { ContractSymbol, named, OrderType, SelfTradeMode, Side, TimeInForce } from "./primitives";

/** Most orders in one request, and most rows in one page. */
export const mostOrders = 100;
export const mostRows = 500;

const Price = z.string().max(40).describe("Decimal string on the contract's tick");
const Lots = z.int().describe("Whole lots");
const ClientOrderId = z.string().regex(/^[A-Za-z0-9_-]{1,36}$/);

/** One order in. What is left out takes the default: limit orders are gtc, market orders ioc. */
export const OrderRequest = named(
  "OrderRequest",
  z
    .strictObject({
      symbol: ContractSymbol.min(1).max(40),
      side: Side,
      type: OrderType,
      lots: Lots,
      price: Price.optional().describe("Decimal string on the contract's tick; exactly for limit orders"),
      timeInForce: TimeInForce.optional().describe("Default: gtc for limit, ioc for market orders"),
      postOnly: z.boolean().optional().describe("Refused rather than trade on entry (rule 4.2)"),
      selfTrade: SelfTradeMode.optional().describe(
        "Which order gives way when you would trade with yourself (rule 4.5)",
      ),
      clientOrderId: ClientOrderId.optional().describe("Repeating the same order returns the first outcome (rule 4.6)"),
    })
    .check(({ value: order, issues }) => {
      const wrong = (path: keyof typeof order, message: string) =>
        issues.push({ code: "custom", path: [path], message, input: order });
      if (order.type === "limit" && order.price === undefined) wrong("price", "a limit order names its price");
      if (order.type === "market" && order.price !== undefined) wrong("price", "a market order has no price");
      const rests = order.timeInForce === "gtc" || order.timeInForce === "day";
      if (order.type === "market" && rests) wrong("timeInForce", "a market order never rests (rule 4.3)");
      const maker = order.type === "limit" && (rests || order.timeInForce === undefined);
      if (order.postOnly && !maker) wrong("postOnly", "only an order that rests can be post-only");
    }),
);
export type OrderRequest = z.infer<typeof OrderRequest>;

export const OrderBatch = z.array(OrderRequest).min(1).max(mostOrders);

/** Lots are the order's total, filled included (rule 4.4). */
export const ReplaceRequest = named(
  "ReplaceRequest",
  z
    .strictObject({ lots: Lots.optional(), price: Price.optional() })
    .refine(({ lots, price }) => lots !== undefined || price !== undefined, "name new lots, a new price, or both"),
);
export type ReplaceRequest = z.infer<typeof ReplaceRequest>;

export const TransferRequest = named(
  "TransferRequest",
  z.strictObject({
    amount: z.string().max(40).describe("Positive: bank cash into margin cash; negative: out of it (rule 7.1)"),
  }),
);
export type TransferRequest = z.infer<typeof TransferRequest>;

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
const RoomMomentText = z.string().max(30).meta({ format: "date-time" });

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
