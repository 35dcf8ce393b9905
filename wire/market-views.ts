import { z } from "zod";
import { CauseShare } from "./cause-views";
import { ContractSymbol, DecimalText, named, RoomMoment, Seq, Side } from "./primitives";

export const PhaseName = z.enum(["closed", "pre-open", "continuous", "closing-window", "settled"]);
export type PhaseName = z.infer<typeof PhaseName>;

export const RoomSummaryView = named(
  "Room",
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(["public", "class", "sandbox"]),
    state: z.enum(["live", "hibernating", "read-only", "ended"]),
    day: z.int().describe("Trading day, from 1"),
    date: z.string(),
    roomTime: RoomMoment,
    phase: PhaseName,
    nextPhaseAt: RoomMoment,
    speed: z.number().describe("Room milliseconds per wall millisecond"),
    seedCommit: z.string().describe("sha256 of the seed, published from the start (rule 1.4)"),
    seq: Seq,
    seam: z.string().describe("Measured history ends here; everything after is simulated (rule 1.1)"),
  }),
);
export type RoomSummaryView = z.infer<typeof RoomSummaryView>;

export const AuctionQuote = named(
  "Auction",
  z.object({
    price: DecimalText.nullable().describe("null: nothing overlaps yet"),
    lots: z.int().describe("Lots that would trade"),
    surplus: z.int().describe("Lots left over at that price, on `side`"),
    side: Side.nullable(),
  }),
);
export type AuctionQuote = z.infer<typeof AuctionQuote>;

export const ContractQuote = named(
  "Contract",
  z.object({
    symbol: ContractSymbol,
    benchmark: z.string(),
    month: z.string(),
    unit: z.enum(["Mtok", "h"]),
    lotSize: z.int(),
    tick: DecimalText,
    tickValue: DecimalText,
    currency: z.literal("USD"),
    lastTradingDay: z.string(),
    settlementMonth: z.boolean().describe("Charged alone, without spread credit (rule 7.3)"),
    last: DecimalText.nullable().describe("Last trade since the settlement"),
    mark: DecimalText,
    bid: DecimalText.nullable(),
    ask: DecimalText.nullable(),
    settlement: DecimalText,
    settlementDate: z.string().nullable().describe("null: the start price (rule 2.3)"),
    change: DecimalText.nullable().describe("Last trade − settlement"),
    changePercent: DecimalText.nullable(),
    limitLow: DecimalText,
    limitHigh: DecimalText,
    limitPercent: DecimalText,
    locked: z.enum(["up", "down"]).nullable(),
    state: z
      .enum(["closed", "collecting", "continuous"])
      .describe("collecting: orders gather for an auction, before the open or in a halt (rule 4.7)"),
    haltedUntil: RoomMoment.nullable().describe("Halted till then at the latest; null: not halted"),
    auction: AuctionQuote.nullable().describe("While orders are collected: where it would uncross now"),
    high: DecimalText.nullable(),
    low: DecimalText.nullable(),
    volume: z.int().describe("Lots today"),
    openInterest: z.int(),
    initialMargin: DecimalText.describe("A lot"),
    feeTaker: DecimalText.describe("A lot"),
    feeMaker: DecimalText.describe("A lot"),
    fixingsKnown: z.int().describe("Fixings of the contract's month published so far (rule 6.3)"),
    fixingsTotal: z.int(),
    fixingsMean: DecimalText.nullable().describe("Mean of the known fixings"),
    benchmarkLevel: DecimalText,
    basis: DecimalText.describe("Mark − benchmark level"),
  }),
);
export type ContractQuote = z.infer<typeof ContractQuote>;

const PriceLevel = z.tuple([DecimalText.describe("Price"), z.int().describe("Lots"), z.int().describe("Orders")]);

export const BookView = named(
  "Book",
  z.object({
    symbol: ContractSymbol,
    bids: z.array(PriceLevel).describe("Best first"),
    asks: z.array(PriceLevel).describe("Best first"),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type BookView = z.infer<typeof BookView>;

export const TradeView = named(
  "Trade",
  z.object({
    seq: Seq,
    symbol: ContractSymbol,
    price: DecimalText,
    lots: z.int(),
    aggressor: Side.nullable().describe("null: it traded in an auction"),
    roomTime: RoomMoment,
  }),
);
export type TradeView = z.infer<typeof TradeView>;

export const CandleView = named(
  "Candle",
  z.object({
    at: RoomMoment,
    open: DecimalText,
    high: DecimalText,
    low: DecimalText,
    close: DecimalText,
    volume: z.int(),
  }),
);
export type CandleView = z.infer<typeof CandleView>;

export const BenchmarkRow = named(
  "Benchmark",
  z.object({
    id: z.string(),
    unit: z.enum(["Mtok", "h"]),
    level: DecimalText.describe("Last fixing"),
    date: z.string().nullable().describe("null: the start level (rule 3.5)"),
    withheldDays: z.int().describe("Days the last fixing has been carried (rule 3.3); 0: published"),
    sellers: z.array(
      z.object({
        name: z.string(),
        input: DecimalText,
        output: DecimalText.nullable(),
        slotPrice: DecimalText,
        since: z.string().nullable(),
      }),
    ),
  }),
);
export type BenchmarkRow = z.infer<typeof BenchmarkRow>;

export const FixingView = named(
  "Fixing",
  z.object({
    benchmark: z.string(),
    date: z.string(),
    level: DecimalText.nullable().describe("null: withheld (rule 3.3)"),
    withheldDays: z.int(),
    causes: z
      .array(CauseShare)
      .nullable()
      .describe("Why it is not the level before; null: withheld, or of an engine that could not say why"),
    seq: Seq,
    roomTime: RoomMoment,
  }),
);
export type FixingView = z.infer<typeof FixingView>;

export const StandingRow = named(
  "Standing",
  z.object({
    rank: z.int().nullable().describe("null: guests are unranked (rule 8.4)"),
    nickname: z.string(),
    guest: z.boolean(),
    you: z.boolean(),
    wealth: DecimalText.describe("Margin equity + bank cash, marked"),
    returnPercent: DecimalText,
    drawdownPercent: DecimalText.describe("Deepest fall from a peak at a settlement"),
    trades: z.int(),
  }),
);
export type StandingRow = z.infer<typeof StandingRow>;
