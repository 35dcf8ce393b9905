import { z } from "zod";
import { AccountSummary, FillView, OrderView } from "./account-views";
import { BenchmarkRow, BookView, ContractQuote, RoomSummaryView, TradeView } from "./market-views";
import { named, RoomMoment, Seq } from "./primitives";

export const NewsView = named(
  "News",
  z.object({
    seq: Seq,
    roomTime: RoomMoment,
    kind: z.string(),
    body: z.record(z.string(), z.unknown()),
  }),
);
export type NewsView = z.infer<typeof NewsView>;

export const NoticeView = named(
  "Notice",
  z.object({
    seq: Seq,
    roomTime: RoomMoment,
    kind: z.enum(["margin-call", "margin-call-met", "close-out-step", "default", "default-close", "alerted"]),
    body: z.record(z.string(), z.unknown()),
  }),
);
export type NoticeView = z.infer<typeof NoticeView>;

/** Server-Sent Events of …/stream: `event:` names the variant, `data:` is its JSON, `id:` the seq to resume from. */
export const StreamMessage = named(
  "StreamMessage",
  z.discriminatedUnion("event", [
    z.object({
      event: z.literal("snapshot"),
      room: RoomSummaryView,
      contracts: z.array(ContractQuote),
      books: z.array(BookView),
      benchmarks: z.array(BenchmarkRow),
      account: AccountSummary.nullable(),
      orders: z.array(OrderView),
      trades: z.array(TradeView),
      seq: Seq,
    }),
    z.object({
      event: z.literal("market"),
      room: RoomSummaryView.pick({ day: true, date: true, roomTime: true, phase: true, nextPhaseAt: true, seq: true }),
      contracts: z.array(ContractQuote).describe("Those that changed"),
      books: z.array(BookView).describe("Those that changed"),
      trades: z.array(TradeView),
      news: z.array(NewsView),
      seq: Seq,
    }),
    z.object({
      event: z.literal("own"),
      orders: z.array(OrderView),
      fills: z.array(FillView),
      account: AccountSummary,
      notices: z.array(NoticeView),
      seq: Seq,
    }),
    z.object({ event: z.literal("reset"), seq: Seq }).describe("Events were missed: a fresh snapshot follows"),
  ]),
);
export type StreamMessage = z.infer<typeof StreamMessage>;
