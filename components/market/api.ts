import type { OcoRequest, OrderRequest, ReplaceRequest, SpreadRequest } from "@/wire/requests";
import type { RoomScenario } from "@/wire/scenario-views";
import type {
  AccountSummary,
  CandleView,
  ErrorBody,
  FillView,
  FixingView,
  LedgerRow,
  OrderView,
  Page,
  PreviewAnswer,
} from "@/wire/views";

/** What the room answered. `unreachable`: no answer came, so nobody knows whether the request arrived. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorBody };

export type Interval = "1m" | "5m" | "1h" | "1d";

const PATIENCE = [1_000, 2_000, 4_000, 8_000];
const passing = new Set([
  "unreachable",
  "unavailable",
  "lagging",
  "room-stopped",
  "overloaded",
  "shutting-down",
  "too-many-requests",
]);

/** The room's API as the desk uses it. */
export class RoomApi {
  readonly base: string;

  constructor(room: string) {
    this.base = `/api/v1/rooms/${encodeURIComponent(room)}`;
  }

  readonly join = () => this.send<unknown>("POST", "/join");
  readonly place = (order: OrderRequest) => this.send<OrderView>("POST", "/orders", order);
  readonly placeOco = (pair: OcoRequest) => this.send<OrderView>("POST", "/orders/oco", pair);
  readonly placeSpread = (spread: SpreadRequest) => this.send<OrderView>("POST", "/spreads", spread);
  readonly preview = (order: OrderRequest, signal: AbortSignal) =>
    this.send<PreviewAnswer>("POST", "/orders/preview", order, signal);
  readonly previewSpread = (spread: SpreadRequest, signal: AbortSignal) =>
    this.send<PreviewAnswer>("POST", "/spreads/preview", spread, signal);
  readonly replace = (id: string, change: ReplaceRequest) => this.send<OrderView>("PATCH", `/orders/${id}`, change);
  readonly cancel = (id: string) => this.send<OrderView>("DELETE", `/orders/${id}`);
  readonly cancelAll = () => this.send<{ rows: OrderView[] }>("DELETE", "/orders");
  readonly transfer = (amount: string) => this.send<AccountSummary>("POST", "/transfers", { amount });

  readonly candles = (symbol: string, interval: Interval, limit: number, signal: AbortSignal) =>
    this.read<Page<CandleView>>(this.candlesPath(symbol, interval, limit), signal);
  readonly fixings = (benchmark: string, signal: AbortSignal) =>
    this.read<Page<FixingView>>(`/fixings?${new URLSearchParams({ benchmark })}`, signal);
  readonly scenarios = (signal: AbortSignal) => this.read<Page<RoomScenario>>("/scenarios", signal);
  readonly openOrders = (signal: AbortSignal) => this.read<Page<OrderView>>("/orders", signal);
  readonly allOrders = (signal: AbortSignal) => this.read<Page<OrderView>>("/orders?state=all", signal);
  readonly fills = (signal: AbortSignal) => this.read<Page<FillView>>("/fills", signal);
  readonly ledger = (signal: AbortSignal) => this.read<Page<LedgerRow>>("/ledger", signal);

  readonly candlesPath = (symbol: string, interval: Interval, limit = 500) =>
    `/candles?${new URLSearchParams({ symbol, interval, limit: String(limit) })}`;
  /** The same rows as a file. */
  readonly csv = (path: string) => `${this.base}${path}${path.includes("?") ? "&" : "?"}format=csv`;

  /** A question is asked again while the room or its database is away for a moment. */
  private async read<T>(path: string, signal: AbortSignal): Promise<Answer<T>> {
    for (const wait of PATIENCE) {
      const answer = await this.send<T>("GET", path, undefined, signal);
      if (answer.ok || !passing.has(answer.error.code)) return answer;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return this.send<T>("GET", path, undefined, signal);
  }

  private async send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
    let response: Response;
    try {
      response = await fetch(this.base + path, {
        method,
        signal,
        cache: "no-store",
        headers: body === undefined ? undefined : { "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (failure) {
      if (signal?.aborted) throw failure;
      return { ok: false, error: { code: "unreachable", message: "", details: {} } };
    }
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, value: answer as T };
    const error = (answer as { error?: ErrorBody } | null)?.error;
    return { ok: false, error: error ?? { code: "internal", message: "", details: { status: response.status } } };
  }
}
