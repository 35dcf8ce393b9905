/**
 * What the API answers and the stream sends. Prices and money are decimal strings ("4.638", "-12.40"), sizes are whole
 * lots, times are ISO 8601 room time, `seq` is the room's event number the answer is true at.
 */
export interface RoomSummaryView {
  id: string;
  title: string;
  kind: "public" | "class" | "sandbox";
  state: "live" | "hibernating" | "read-only" | "ended";
  day: number;
  date: string;
  roomTime: string;
  phase: PhaseName;
  nextPhaseAt: string;
  speed: number;
  seedCommit: string;
  seq: number;
  /** Measured history ends here; everything after is simulated (rule 1.1). */
  seam: string;
}
export type PhaseName = "closed" | "pre-open" | "continuous" | "closing-window" | "settled";

export interface ContractQuote {
  symbol: string;
  benchmark: string;
  month: string;
  unit: "Mtok" | "h";
  lotSize: number;
  tick: string;
  tickValue: string;
  currency: "USD";
  lastTradingDay: string;
  settlementMonth: boolean;
  last: string | null;
  mark: string;
  bid: string | null;
  ask: string | null;
  settlement: string;
  settlementDate: string | null;
  change: string | null;
  changePercent: string | null;
  limitLow: string;
  limitHigh: string;
  limitPercent: string;
  locked: "up" | "down" | null;
  high: string | null;
  low: string | null;
  volume: number;
  openInterest: number;
  initialMargin: string;
  feeTaker: string;
  feeMaker: string;
  fixingsKnown: number;
  fixingsTotal: number;
  fixingsMean: string | null;
  benchmarkLevel: string;
  basis: string;
}

export interface BookView {
  symbol: string;
  bids: [price: string, lots: number, orders: number][];
  asks: [price: string, lots: number, orders: number][];
  seq: number;
  roomTime: string;
}
export interface TradeView {
  seq: number;
  symbol: string;
  price: string;
  lots: number;
  aggressor: "buy" | "sell";
  roomTime: string;
}
export interface CandleView {
  at: string;
  open: string;
  high: string;
  low: string;
  close: string;
  volume: number;
}

export interface FillView {
  id: string;
  orderId: string;
  symbol: string;
  side: "buy" | "sell";
  price: string;
  lots: number;
  fee: string;
  liquidity: "maker" | "taker";
  seq: number;
  roomTime: string;
}
export interface OrderView {
  id: string;
  clientOrderId: string | null;
  symbol: string;
  side: "buy" | "sell";
  type: "limit" | "market";
  lots: number;
  filledLots: number;
  price: string | null;
  averagePrice: string | null;
  timeInForce: "gtc" | "ioc" | "fok" | "day";
  postOnly: boolean;
  status: "open" | "filled" | "cancelled" | "rejected";
  reason: string | null;
  queueAhead?: number | null;
  seq: number;
  roomTime: string;
  fills: FillOfOrder[];
}
export type FillOfOrder = Pick<FillView, "id" | "price" | "lots" | "fee" | "liquidity">;

export interface PositionRow {
  symbol: string;
  net: number;
  averageEntry: string;
  settlement: string;
  mark: string;
  sinceSettlement: string;
  unrealised: string;
  realised: string;
  fees: string;
  requirement: string;
}
export interface AccountSummary {
  equity: string;
  marginCash: string;
  bankCash: string;
  wealth: string;
  deposits: string;
  requirement: string;
  maintenance: string;
  free: string;
  transferable: string;
  call: { stage: "call" | "close-out"; amount: string; deadline: string } | null;
  positions: PositionRow[];
  seq: number;
  roomTime: string;
}
export interface LedgerRow {
  seq: number;
  roomTime: string;
  entry: string;
  marginChange: string;
  bankChange: string;
  marginCash: string;
  bankCash: string;
  symbol: string | null;
  lots: number | null;
  price: string | null;
  previousPrice: string | null;
}
export interface EquityRow {
  date: string;
  wealth: string;
  equity: string;
  requirement: string;
}
export interface StandingRow {
  rank: number | null;
  nickname: string;
  guest: boolean;
  you: boolean;
  wealth: string;
  returnPercent: string;
  drawdownPercent: string;
  trades: number;
}
export interface PreviewAnswer {
  refusal: ErrorBody | null;
  fillsNow: number;
  averagePrice: string | null;
  slippage: string | null;
  rests: number;
  fee: string;
  requirementBefore: string;
  requirementAfter: string;
  equity: string;
  freeBefore: string;
  freeAfter: string;
  seq: number;
}

export interface BenchmarkRow {
  id: string;
  unit: "Mtok" | "h";
  level: string;
  date: string | null;
  withheldDays: number;
  sellers: { name: string; input: string; output: string | null; slotPrice: string; since: string | null }[];
}

export interface Page<Row> {
  rows: Row[];
  next: string | null;
  seq: number;
}
/** `details` holds the numbers that decided it, as strings in wire units. */
export interface ErrorBody {
  code: string;
  message: string;
  details: Record<string, unknown>;
}

/** Server-Sent Events of …/stream: `event:` names the variant, `data:` is its JSON, `id:` the seq to resume from. */
export type StreamMessage =
  | {
      event: "snapshot";
      room: RoomSummaryView;
      contracts: ContractQuote[];
      books: BookView[];
      benchmarks: BenchmarkRow[];
      account: AccountSummary | null;
      orders: OrderView[];
      trades: TradeView[];
      seq: number;
    }
  | {
      event: "market";
      room: Pick<RoomSummaryView, "day" | "date" | "roomTime" | "phase" | "nextPhaseAt" | "seq">;
      contracts: ContractQuote[];
      books: BookView[];
      trades: TradeView[];
      news: NewsView[];
      seq: number;
    }
  | {
      event: "own";
      orders: OrderView[];
      fills: FillView[];
      account: AccountSummary;
      notices: NoticeView[];
      seq: number;
    }
  /** Events were missed: a fresh snapshot follows. */
  | { event: "reset"; seq: number };
export interface NewsView {
  seq: number;
  roomTime: string;
  kind: string;
  body: Record<string, unknown>;
}
export interface NoticeView {
  seq: number;
  roomTime: string;
  kind: "margin-call" | "margin-call-met" | "close-out-step" | "default";
  body: Record<string, unknown>;
}
