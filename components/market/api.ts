import type { OrderRequest, ReplaceRequest } from "@/wire/requests";
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

/** The room's API as the desk uses it. */
export class RoomApi {
  readonly base: string;

  constructor(room: string) {
    this.base = `/api/v1/rooms/${encodeURIComponent(room)}`;
  }

  readonly join = () => this.send<unknown>("POST", "/join");
  readonly place = (order: OrderRequest) => this.send<OrderView>("POST", "/orders", order);
  readonly preview = (order: OrderRequest, signal: AbortSignal) =>
    this.send<PreviewAnswer>("POST", "/orders/preview", order, signal);
  readonly replace = (id: string, change: ReplaceRequest) => this.send<OrderView>("PATCH", `/orders/${id}`, change);
  readonly cancel = (id: string) => this.send<OrderView>("DELETE", `/orders/${id}`);
  readonly cancelAll = () => this.send<{ rows: OrderView[] }>("DELETE", "/orders");
  readonly transfer = (amount: string) => this.send<AccountSummary>("POST", "/transfers", { amount });

  readonly candles = (symbol: string, interval: Interval, limit: number, signal: AbortSignal) =>
    this.send<Page<CandleView>>("GET", this.candlesPath(symbol, interval, limit), undefined, signal);
  readonly fixings = (benchmark: string, signal: AbortSignal) =>
    this.send<Page<FixingView>>("GET", `/fixings?${new URLSearchParams({ benchmark })}`, undefined, signal);
  readonly openOrders = (signal: AbortSignal) => this.send<Page<OrderView>>("GET", "/orders", undefined, signal);
  readonly allOrders = (signal: AbortSignal) =>
    this.send<Page<OrderView>>("GET", "/orders?state=all", undefined, signal);
  readonly fills = (signal: AbortSignal) => this.send<Page<FillView>>("GET", "/fills", undefined, signal);
  readonly ledger = (signal: AbortSignal) => this.send<Page<LedgerRow>>("GET", "/ledger", undefined, signal);

  readonly candlesPath = (symbol: string, interval: Interval, limit = 500) =>
    `/candles?${new URLSearchParams({ symbol, interval, limit: String(limit) })}`;
  /** The same rows as a file. */
  readonly csv = (path: string) => `${this.base}${path}${path.includes("?") ? "&" : "?"}format=csv`;

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
