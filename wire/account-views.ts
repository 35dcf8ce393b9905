import { z } from "zod";
import {
  ContractSymbol,
  DecimalText,
  named,
  OrderType,
  RoomMoment,
  Seq,
  Side,
  TimeInForce,
  TriggerSource,
} from "./primitives";

/** `details` holds the numbers that decided it, as strings in wire units. */
export const ErrorBody = named(
  "Error",
  z.object({
    code: z.string().describe("From the table of error codes"),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
);
export type ErrorBody = z.infer<typeof ErrorBody>;

export const FillView = named(
  "Fill",
  z.object({
    id: z.string(),
    orderId: z.string(),
    symbol: ContractSymbol,
    side: Side,
    price: DecimalText,
    lots: z.int(),
    fee: DecimalText,
    liquidity: z.enum(["maker", "taker", "auction"]),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type FillView = z.infer<typeof FillView>;

export const FillOfOrder = named(
  "FillOfOrder",
  FillView.pick({ id: true, price: true, lots: true, fee: true, liquidity: true }),
);
export type FillOfOrder = z.infer<typeof FillOfOrder>;

/** A stop as it stands. */
const StopState = named(
  "StopState",
  z.object({
    source: TriggerSource,
    price: DecimalText.describe("Where it fires; a trailing stop's moves"),
    trail: DecimalText.nullable().describe("How far a trailing stop stays behind the best price"),
    firedAt: RoomMoment.nullable().describe("null: it waits"),
  }),
);

const orderFacts = z.object({
  id: z.string(),
  clientOrderId: z.string().nullable(),
  symbol: ContractSymbol.describe("Of a spread both its months, as in PREM-DEC26/JAN27"),
  side: Side,
  type: OrderType,
  lots: z.int(),
  filledLots: z.int(),
  price: DecimalText.nullable(),
  averagePrice: DecimalText.nullable().describe("Of its fills, one digit finer than the tick"),
  timeInForce: TimeInForce,
  goodTill: z.string().nullable().describe("Its last day, of gtd orders"),
  postOnly: z.boolean(),
  reduceOnly: z.boolean(),
  display: z.int().nullable().describe("Of an iceberg: lots shown at a time"),
  stop: StopState.nullable(),
  tie: z
    .object({ role: z.enum(["entry", "target", "stop", "oco"]), others: z.array(z.string()) })
    .nullable()
    .describe(
      "The orders it hangs together with: an entry's exits, an exit's entry and other exit, the other of an OCO",
    ),
  legs: z
    .tuple([ContractSymbol, ContractSymbol])
    .nullable()
    .describe("Of a spread: near and far month; its prices are near − far (rule 2.4)"),
  status: z.enum(["open", "filled", "cancelled", "rejected"]),
  reason: z.string().nullable().describe("Why it was cancelled or rejected"),
  seq: Seq,
  roomTime: RoomMoment,
});

export const TiedOrder = named("TiedOrder", orderFacts);
export type TiedOrder = z.infer<typeof TiedOrder>;

export const OrderView = named(
  "Order",
  orderFacts.extend({
    queueAhead: z.int().nullable().optional().describe("Lots ahead of it at its price"),
    fills: z.array(FillOfOrder).describe("Those made by this request; all of them where one order is asked for"),
    others: z
      .array(TiedOrder)
      .optional()
      .describe("Where orders were entered together: the exits of the bracket, or the other order of the OCO"),
  }),
);
export type OrderView = z.infer<typeof OrderView>;

export const PositionRow = named(
  "Position",
  z.object({
    symbol: ContractSymbol,
    net: z.int().describe("Positive: long"),
    averageEntry: DecimalText,
    settlement: DecimalText,
    mark: DecimalText,
    sinceSettlement: DecimalText.describe("What the next settlement would pay at the mark (rule 6.2)"),
    unrealised: DecimalText,
    realised: DecimalText.describe("Since the account opened (rule 6.4)"),
    fees: DecimalText,
    requirement: DecimalText.describe("Its own margin alone, before spread credit (rule 7.3)"),
  }),
);
export type PositionRow = z.infer<typeof PositionRow>;

export const AccountSummary = named(
  "Account",
  z.object({
    equity: DecimalText,
    marginCash: DecimalText,
    bankCash: DecimalText,
    wealth: DecimalText.describe("Equity + bank cash"),
    deposits: DecimalText,
    requirement: DecimalText,
    maintenance: DecimalText,
    free: DecimalText,
    transferable: DecimalText.describe("The most that may be taken out (rule 7.1)"),
    call: z
      .object({ stage: z.enum(["call", "close-out"]), amount: DecimalText, deadline: RoomMoment })
      .nullable()
      .describe("A running margin call (rule 7.5)"),
    positions: z.array(PositionRow),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type AccountSummary = z.infer<typeof AccountSummary>;

export const LedgerRow = named(
  "LedgerLine",
  z.object({
    seq: Seq,
    roomTime: RoomMoment,
    entry: z.string(),
    marginChange: DecimalText,
    bankChange: DecimalText,
    marginCash: DecimalText.describe("After"),
    bankCash: DecimalText.describe("After"),
    symbol: ContractSymbol.nullable(),
    lots: z.int().nullable(),
    price: DecimalText.nullable(),
    previousPrice: DecimalText.nullable(),
  }),
);
export type LedgerRow = z.infer<typeof LedgerRow>;

export const EquityRow = named(
  "EquityPoint",
  z.object({ date: z.string(), wealth: DecimalText, equity: DecimalText, requirement: DecimalText }),
);
export type EquityRow = z.infer<typeof EquityRow>;

export const PreviewAnswer = named(
  "Preview",
  z.object({
    refusal: ErrorBody.nullable(),
    fillsNow: z.int(),
    averagePrice: DecimalText.nullable(),
    slippage: DecimalText.nullable().describe("What the fills cost beyond the best price, in money"),
    rests: z.int(),
    fee: DecimalText,
    requirementBefore: DecimalText,
    requirementAfter: DecimalText,
    equity: DecimalText,
    freeBefore: DecimalText,
    freeAfter: DecimalText,
    seq: Seq,
  }),
);
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;
