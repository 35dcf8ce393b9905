import type {
  AccountSummary,
  BenchmarkRow,
  BookView,
  ContractQuote,
  FillView,
  NewsView,
  NoticeView,
  OrderView,
  RoomSummaryView,
  StreamMessage,
  TradeView,
} from "@/wire/views";

/** Everything the desk shows, as last told by the room. Slices keep their identity until a message changes them. */
export interface MarketState {
  /** Last event included: what a reconnect resumes from. */
  readonly seq: number;
  readonly room: RoomSummaryView;
  readonly contracts: readonly ContractQuote[]; // nearest month first, as the room lists them
  readonly books: Readonly<Record<string, BookView>>;
  readonly benchmarks: readonly BenchmarkRow[];
  readonly trades: Readonly<Record<string, readonly TradeView[]>>; // newest first
  readonly news: readonly NewsView[]; // list prices and fixings, newest first
  readonly account: AccountSummary | null;
  readonly orders: readonly OrderView[]; // open ones, oldest first
  readonly fills: readonly FillView[]; // since the page was opened, newest first
  readonly notices: readonly NoticeView[]; // newest first
}

export type Snapshot = Extract<StreamMessage, { event: "snapshot" }>;
type Market = Extract<StreamMessage, { event: "market" }>;
type Own = Extract<StreamMessage, { event: "own" }>;

const TAPE = 60;
const CAUSES = 300;
const OWN = 200;

export function startFrom(snapshot: Snapshot, news: readonly NewsView[] = []): MarketState {
  return {
    seq: snapshot.seq,
    room: snapshot.room,
    contracts: snapshot.contracts,
    books: Object.fromEntries(snapshot.books.map((book) => [book.symbol, book])),
    benchmarks: snapshot.benchmarks,
    trades: addTrades({}, snapshot.trades),
    news: causesIn(news),
    account: snapshot.account,
    orders: openOnly(snapshot.orders),
    fills: [],
    notices: [],
  };
}

/** What a message makes of the state. A message that is not newer than the state repeats what is known and changes nothing. */
export function reduce(state: MarketState, message: StreamMessage): MarketState {
  switch (message.event) {
    case "snapshot":
      return { ...startFrom(message, state.news), fills: state.fills, notices: state.notices };
    case "market":
      return withMarket(state, message);
    case "own":
      return withOwn(state, message);
    case "reset":
      return state; // a snapshot follows
  }
}

function withMarket(state: MarketState, message: Market): MarketState {
  if (message.seq < state.room.seq) return state;
  return {
    ...state,
    seq: Math.max(state.seq, message.seq),
    room: { ...state.room, ...message.room },
    contracts: mergeContracts(state.contracts, message.contracts, expiredIn(message.news)),
    books:
      message.books.length > 0
        ? { ...state.books, ...Object.fromEntries(message.books.map((book) => [book.symbol, book])) }
        : state.books,
    benchmarks: withFixings(state.benchmarks, message.news),
    trades: addTrades(state.trades, message.trades),
    news: message.news.some(isCause) ? causesIn([...message.news, ...state.news]) : state.news,
  };
}

function withOwn(state: MarketState, message: Own): MarketState {
  const accountIsNewer = !state.account || message.account.seq >= state.account.seq;
  return {
    ...state,
    seq: Math.max(state.seq, message.seq),
    account: accountIsNewer ? message.account : state.account,
    orders: message.orders.length > 0 ? mergeOrders(state.orders, message.orders) : state.orders,
    fills: message.fills.length > 0 ? newestFirst([...message.fills, ...state.fills], OWN) : state.fills,
    notices: message.notices.length > 0 ? newestFirst([...message.notices, ...state.notices], OWN) : state.notices,
  };
}

/** An answer of the API about one's own orders, which may arrive before or after the stream says the same. */
export function withOrders(state: MarketState, orders: readonly OrderView[]): MarketState {
  return { ...state, orders: mergeOrders(state.orders, orders) };
}

function mergeContracts(
  known: readonly ContractQuote[],
  changed: readonly ContractQuote[],
  expired: ReadonlySet<string>,
): readonly ContractQuote[] {
  if (changed.length === 0 && expired.size === 0) return known;
  const bySymbol = new Map(changed.map((quote) => [quote.symbol, quote]));
  const merged = known
    .filter((quote) => !expired.has(quote.symbol))
    .map((quote) => bySymbol.get(quote.symbol) ?? quote);
  const listed = changed.filter((quote) => !known.some((k) => k.symbol === quote.symbol) && !expired.has(quote.symbol));
  return listed.length === 0 ? merged : [...merged, ...listed].sort(byBenchmarkThenMonth(known));
}

/** Benchmarks stay in the room's order; the months of each run forward. */
function byBenchmarkThenMonth(known: readonly ContractQuote[]) {
  const rank = (benchmark: string) => known.findIndex((quote) => quote.benchmark === benchmark);
  return (a: ContractQuote, b: ContractQuote) =>
    rank(a.benchmark) - rank(b.benchmark) || (a.month < b.month ? -1 : a.month > b.month ? 1 : 0);
}

const expiredIn = (news: readonly NewsView[]): ReadonlySet<string> =>
  new Set(news.filter((item) => item.kind === "expired").map((item) => symbolOf(item)));

/** Public events name their contract `symbol`. */
export const symbolOf = (item: NewsView): string => String(item.body.symbol ?? item.body.contract ?? "");

function withFixings(benchmarks: readonly BenchmarkRow[], news: readonly NewsView[]): readonly BenchmarkRow[] {
  const fixings = news.filter((item) => item.kind === "fixing");
  if (fixings.length === 0) return benchmarks;
  return benchmarks.map((row) => {
    const fixing = fixings.filter((item) => item.body.benchmark === row.id).at(-1)?.body;
    if (!fixing) return row;
    const published = typeof fixing.level === "string";
    return {
      ...row,
      level: published ? (fixing.level as string) : row.level,
      date: published ? String(fixing.date) : row.date,
      withheldDays: Number(fixing.withheldDays ?? 0),
    };
  });
}

function addTrades(
  known: Readonly<Record<string, readonly TradeView[]>>,
  trades: readonly TradeView[],
): Readonly<Record<string, readonly TradeView[]>> {
  if (trades.length === 0) return known;
  const next: Record<string, readonly TradeView[]> = { ...known };
  for (const symbol of new Set(trades.map((trade) => trade.symbol))) {
    next[symbol] = newestFirst([...trades.filter((trade) => trade.symbol === symbol), ...(known[symbol] ?? [])], TAPE);
  }
  return next;
}

function mergeOrders(known: readonly OrderView[], changed: readonly OrderView[]): readonly OrderView[] {
  const byId = new Map(known.map((order) => [order.id, order]));
  for (const order of changed) {
    const before = byId.get(order.id);
    if (before && before.seq > order.seq) continue;
    byId.set(order.id, { ...order, queueAhead: order.queueAhead ?? before?.queueAhead ?? null });
  }
  return openOnly([...byId.values()]);
}

const openOnly = (orders: readonly OrderView[]): readonly OrderView[] =>
  orders.filter((order) => order.status === "open").sort((a, b) => Number(a.id) - Number(b.id));

/** Of all news these explain prices; the rest has done its work once it is reduced. */
const isCause = ({ kind }: NewsView): boolean => ["list-price", "fixing", "news", "ruling"].includes(kind);
const causesIn = (news: readonly NewsView[]): readonly NewsView[] => newestFirst(news.filter(isCause), CAUSES);

/** Newest first, each event once (a reconnect repeats some), the oldest let go. */
function newestFirst<Row extends { readonly seq: number }>(rows: readonly Row[], keep: number): readonly Row[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, keep);
}
