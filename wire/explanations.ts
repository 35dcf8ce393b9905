import { z } from "zod";
import { FillView } from "./account-views";
import { ContractSymbol, DecimalText, named, RoomMoment, Seq, Side, TriggerSource } from "./primitives";

/** Why things came out as they did, made again by replay whenever it is asked for: nothing of it is stored. */

const TouchView = named(
  "Touch",
  z.object({
    bid: DecimalText.nullable(),
    ask: DecimalText.nullable(),
    mid: DecimalText.nullable().describe("Halfway between them, one digit finer than the tick"),
    mark: DecimalText,
  }),
);
export type TouchView = z.infer<typeof TouchView>;

const FiguresView = z.object({ equity: DecimalText, requirement: DecimalText, free: DecimalText });

export const FillExplanationView = named(
  "FillExplanation",
  z.object({
    fill: FillView,
    entry: z
      .object({
        how: z
          .enum(["placed", "replaced", "stop", "exit", "close-out"])
          .describe("exit: of a bracket, as its entry filled; close-out: the venue's own (rule 7.5)"),
        roomTime: RoomMoment,
        price: DecimalText.describe("The worst price it could trade at: a market order's protection (rule 4.3)"),
        lots: z.int(),
        before: TouchView,
      })
      .nullable()
      .describe("How its order came into the book, the last time it queued anew"),
    queue: z
      .object({
        since: RoomMoment,
        tranche: z.boolean().describe("The next tranche of an iceberg queued anew"),
        ahead: z.int().describe("Lots shown ahead of it at its price then"),
        traded: z.int().describe("Of those, traded before it was reached"),
        left: z.int().describe("Of those, taken out by their owners"),
      })
      .nullable()
      .describe("Of a maker's fill in continuous trading"),
    trigger: z
      .object({
        source: TriggerSource,
        price: DecimalText,
        trail: DecimalText.nullable(),
        reached: DecimalText.describe("The price of its source that fired it"),
        roomTime: RoomMoment,
        trade: Seq.nullable().describe("The trade that did; null: the mark, or a last trade that was there before"),
      })
      .nullable(),
    sweep: z
      .object({
        roomTime: RoomMoment,
        aggressor: Side,
        own: z.boolean().describe("The incoming order was yours"),
        before: TouchView,
        levels: z.array(
          z.object({ price: DecimalText, lots: z.int(), own: z.int().describe("Lots of the fill that is explained") }),
        ),
      })
      .nullable()
      .describe("The incoming order that made the fill, level by level; null in an auction"),
    auction: z
      .object({ price: DecimalText, lots: z.int(), surplus: z.int(), side: Side.nullable() })
      .nullable()
      .describe("What the auction came to (rule 4.7)"),
    spread: z
      .object({
        near: ContractSymbol,
        far: ContractSymbol,
        side: Side,
        limit: DecimalText,
        difference: DecimalText,
        nearPrice: DecimalText,
        farPrice: DecimalText,
        nearBefore: TouchView,
        farBefore: TouchView,
      })
      .nullable()
      .describe("The pair of trades of which it is one leg (rule 2.4)"),
    overMid: z
      .object({ price: DecimalText, money: DecimalText })
      .nullable()
      .describe("Better than the middle before the incoming order, negative: worse; of the fill, without its fee"),
    fee: z.object({
      perLot: DecimalText,
      due: DecimalText,
      charged: DecimalText.describe("At most the margin cash (rule 7.1)"),
    }),
    net: z.object({ before: z.int(), after: z.int() }).describe("The position in its contract"),
    before: FiguresView.describe("Right before the trade; of a spread, before the pair"),
    after: FiguresView,
  }),
);
export type FillExplanationView = z.infer<typeof FillExplanationView>;

export const MarginCallRow = named(
  "MarginCall",
  z.object({
    id: z.string(),
    seq: Seq,
    roomTime: RoomMoment,
    amount: DecimalText,
    equity: DecimalText,
    maintenance: DecimalText,
    deadline: RoomMoment,
  }),
);
export type MarginCallRow = z.infer<typeof MarginCallRow>;

const MarginFiguresView = z.object({ equity: DecimalText, requirement: DecimalText, maintenance: DecimalText });
const MarkedPosition = z.object({
  symbol: ContractSymbol,
  net: z.int(),
  mark: DecimalText,
  settlement: DecimalText,
  initialMargin: DecimalText.describe("A lot"),
});
const step = { roomTime: RoomMoment, after: MarginFiguresView };

export const MarginStepView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("orders-cancelled"),
    ...step,
    orders: z.int(),
    keptReducing: z.boolean().describe("Reduce-only orders stayed"),
  }),
  z.object({ kind: z.literal("called"), ...step, amount: DecimalText, deadline: RoomMoment }),
  z.object({
    kind: z.literal("close-out-begun"),
    ...step,
    why: z.enum(["deadline", "critical"]).describe("critical: equity was below `bound`, half of maintenance"),
    equity: DecimalText.describe("Before the account's orders ended"),
    bound: DecimalText,
    positions: z.array(MarkedPosition),
  }),
  z.object({
    kind: z.literal("close-out-order"),
    ...step,
    symbol: ContractSymbol,
    side: Side,
    lots: z.int().describe("The smallest of `share`, `left` and `shown`"),
    limit: DecimalText,
    mark: DecimalText,
    share: z.int().describe("The part of the position as the close-out began that one order may close, rounded up"),
    left: z.int(),
    shown: z.int().nullable().describe("Lots on the other side within the limit; null: it waits in a lock"),
    fills: z.array(z.object({ roomTime: RoomMoment, price: DecimalText, lots: z.int() })),
  }),
  z.object({ kind: z.literal("met"), ...step }),
  z.object({
    kind: z.literal("defaulted"),
    ...step,
    deficit: DecimalText,
    fromBank: DecimalText,
    fromFund: DecimalText,
    fromGains: DecimalText,
  }),
]);
export type MarginStepView = z.infer<typeof MarginStepView>;

export const MarginExplanationView = named(
  "MarginExplanation",
  z.object({
    id: z.string(),
    seq: Seq,
    found: MarginFiguresView.describe("As the check found the account, before anything was done (rule 7.5)"),
    positions: z.array(MarkedPosition),
    steps: z.array(MarginStepView),
    ended: z.enum(["met", "default"]).nullable().describe("null: it is not over"),
  }),
);
export type MarginExplanationView = z.infer<typeof MarginExplanationView>;

export const FinalSettlementView = named(
  "FinalSettlement",
  z.object({
    symbol: ContractSymbol,
    settled: z.boolean().describe("false: the month is not over; what is known of it so far"),
    price: DecimalText.nullable(),
    method: z
      .enum(["fixings", "settlements"])
      .nullable()
      .describe("settlements: there were fixings on fewer than half of the days (rule 6.3)"),
    days: z.int().describe("Trading days of the month"),
    fixings: z.array(
      z.object({
        date: z.string(),
        level: DecimalText.nullable().describe("null: withheld, the day has none (rule 3.3)"),
        carried: z.boolean().describe("Withheld, and the last one counts as the day's"),
      }),
    ),
    settlements: z
      .array(z.object({ date: z.string(), price: DecimalText }))
      .describe("The daily ones of the month, where the mean is of these"),
    count: z.int().describe("Of what the mean is of"),
    sum: DecimalText,
    mean: DecimalText.nullable().describe(
      "Sum ÷ count, four digits finer than what it is of; the price is rounded from the exact one",
    ),
  }),
);
export type FinalSettlementView = z.infer<typeof FinalSettlementView>;
