import { z } from "zod";
import { ContractSymbol, named, OrderType, SelfTradeMode, Side, TimeInForce, TriggerSource } from "./primitives";

/** Most orders in one request. */
export const mostOrders = 100;

const Price = z.string().max(40).describe("Decimal string on the contract's tick");
const Lots = z.int().describe("Whole lots");
const ClientOrderId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,36}$/)
  .describe("Repeating the same order returns the first outcome (rule 4.6)");
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const stopTerms = {
  source: TriggerSource.optional().describe("What fires it: the last trade, unless told, or the mark (rule 4.2)"),
  price: Price.optional().describe(
    "Fires when a buy's source is at or above it, a sell's at or below; or name a trail",
  ),
  trail: Price.optional().describe(
    "How far the trigger stays behind the best price since it was placed; or name a price",
  ),
};
const oneTrigger = ({ price, trail }: { price?: string; trail?: string }) =>
  (price === undefined) !== (trail === undefined);
const oneTriggerText = { path: ["price"], error: "a stop has a price or a trail, and not both" };

/** A stop waits outside the book until its trigger is reached. */
export const StopRequest = named("StopRequest", z.strictObject(stopTerms).refine(oneTrigger, oneTriggerText));
export type StopRequest = z.infer<typeof StopRequest>;

const ExitStopRequest = named(
  "ExitStopRequest",
  z
    .strictObject({ ...stopTerms, limit: Price.optional().describe("Makes it a stop-limit at this price") })
    .refine(oneTrigger, oneTriggerText)
    .refine(({ trail, limit }) => trail === undefined || limit === undefined, {
      path: ["limit"],
      error: "a trailing stop has no limit",
    }),
);

/** What makes an order the entry of a bracket: reduce-only orders on the other side that grow with its fills. */
export const ExitsRequest = named(
  "ExitsRequest",
  z
    .strictObject({
      target: z.strictObject({ price: Price }).optional().describe("A limit order that takes the profit"),
      stop: ExitStopRequest.optional().describe("A stop that ends the loss"),
    })
    .refine(({ target, stop }) => target || stop, "name a target, a stop, or both"),
);
export type ExitsRequest = z.infer<typeof ExitsRequest>;

const orderTerms = {
  symbol: ContractSymbol.min(1).max(40),
  side: Side,
  type: OrderType,
  lots: Lots,
  price: Price.optional().describe("Decimal string on the contract's tick; exactly for limit orders"),
  timeInForce: TimeInForce.optional().describe("Default: ioc for market orders without a stop, gtc for all others"),
  goodTill: IsoDate.optional().describe("ISO date of its last day; exactly for gtd"),
  postOnly: z.boolean().optional().describe("Refused rather than trade on entry (rule 4.2)"),
  slide: z.boolean().optional().describe("Of a post-only order: slides a tick off the touch instead of being refused"),
  reduceOnly: z.boolean().optional().describe("Never more than the position it reduces (rule 4.2)"),
  display: Lots.min(1).optional().describe("Iceberg: lots shown at a time (rule 4.2)"),
  stop: StopRequest.optional().describe("With a limit order a stop-limit, with a market order a stop (rule 4.2)"),
  selfTrade: SelfTradeMode.optional().describe("Which order gives way when you would trade with yourself (rule 4.5)"),
  clientOrderId: ClientOrderId.optional(),
};
type Terms = z.infer<z.ZodObject<typeof orderTerms>>;

/** How long it may wait, when nothing is said: a market order that no trigger holds back is done at once. */
export const timeInForceOf = ({ timeInForce, type, stop }: Pick<Terms, "timeInForce" | "type" | "stop">) =>
  timeInForce ?? (type === "market" && !stop ? "ioc" : "gtc");

/** Terms that contradict each other, by the field that is wrong. The engine refuses them as well (`order-terms`). */
function contradictionsOf(order: Terms): [field: keyof Terms, problem: string][] {
  const lasts = timeInForceOf(order);
  const rests = order.type === "limit" && lasts !== "ioc" && lasts !== "fok";
  const rules: [wrong: boolean, field: keyof Terms, problem: string][] = [
    [order.type === "limit" && order.price === undefined, "price", "a limit order names its price"],
    [order.type === "market" && order.price !== undefined, "price", "a market order has no price"],
    [
      order.type === "market" && !order.stop && lasts !== "ioc" && lasts !== "fok",
      "timeInForce",
      "a market order never rests (rule 4.3)",
    ],
    [lasts === "gtd" && order.goodTill === undefined, "goodTill", "a gtd order names its last day"],
    [lasts !== "gtd" && order.goodTill !== undefined, "goodTill", "only a gtd order has a last day"],
    [order.postOnly === true && !rests, "postOnly", "only an order that rests can be post-only"],
    [order.type === "limit" && order.stop?.trail !== undefined, "stop", "a trailing stop has no limit"],
    [order.slide === true && !order.postOnly, "slide", "only a post-only order slides"],
    [order.display !== undefined && !rests, "display", "only an order that rests can be an iceberg"],
    [order.display !== undefined && order.display > order.lots, "display", "an iceberg shows no more than it has"],
  ];
  return rules.flatMap(([wrong, field, problem]) => (wrong ? [[field, problem]] : []));
}

const refuseContradictions = ({ value, issues }: z.core.ParsePayload<Terms>): void => {
  for (const [field, message] of contradictionsOf(value)) {
    issues.push({ code: "custom", path: [field], message, input: value });
  }
};

/** One order in, by itself or as the entry of a bracket. What is left out takes the default. */
export const OrderRequest = named(
  "OrderRequest",
  z
    .strictObject({
      ...orderTerms,
      exits: ExitsRequest.optional().describe("Makes it the entry of a bracket (rule 4.2)"),
    })
    .check(refuseContradictions)
    .check(({ value, issues }) => {
      if (value.exits && value.reduceOnly) {
        const message = "what opens a bracket cannot be reduce-only";
        issues.push({ code: "custom", path: ["exits"], message, input: value });
      }
    }),
);
export type OrderRequest = z.infer<typeof OrderRequest>;

export const OrderBatch = z.array(OrderRequest).min(1).max(mostOrders);

const OcoOrderRequest = named("OcoOrderRequest", z.strictObject(orderTerms).check(refuseContradictions));

/** Two orders of which each shrinks by what the other fills, and ends with it. Both enter, or none. */
export const OcoRequest = named(
  "OcoRequest",
  z.strictObject({ orders: z.tuple([OcoOrderRequest, OcoOrderRequest]) }).check(({ value, issues }) => {
    const [first, second] = value.orders;
    if (first.symbol !== second.symbol) {
      const message = "both orders are in one contract";
      issues.push({ code: "custom", path: ["orders", 1, "symbol"], message, input: value });
    }
  }),
);
export type OcoRequest = z.infer<typeof OcoRequest>;

/** Rule 2.4: an immediate-or-cancel order on the books of two adjacent months. */
export const SpreadRequest = named(
  "SpreadRequest",
  z
    .strictObject({
      near: ContractSymbol.min(1).max(40),
      far: ContractSymbol.min(1).max(40),
      side: Side.describe("Buying buys the near month and sells the far one"),
      lots: Lots,
      price: Price.describe("Near − far, the most a buyer pays and the least a seller takes; may be negative"),
      clientOrderId: ClientOrderId.optional(),
    })
    .refine(({ near, far }) => near !== far, { path: ["far"], error: "a spread has two months" }),
);
export type SpreadRequest = z.infer<typeof SpreadRequest>;

/** Lots are the order's total, filled included (rule 4.4). */
export const ReplaceRequest = named(
  "ReplaceRequest",
  z
    .strictObject({
      lots: Lots.optional(),
      price: Price.optional(),
      stopPrice: Price.optional().describe("Of a stop that waits"),
      trail: Price.optional().describe("Of a trailing stop that waits"),
    })
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), "name at least one change"),
);
export type ReplaceRequest = z.infer<typeof ReplaceRequest>;
