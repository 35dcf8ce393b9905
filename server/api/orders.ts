import { z } from "zod";
import type { Command } from "@/engine/commands";
import type { Outcome } from "@/engine/outcome";
import { type AccountNo, lots, type OrderId, orderId, type Ticks } from "@/engine/units";
import { type HostFailure, type RoomId, roomPort } from "@/server/port";
import type { ErrorCode } from "@/wire/errors";
import { toOrderView, toPreviewAnswer } from "@/wire/from-engine";
import { notationFor } from "@/wire/notation";
import { errorBody, toErrorBody } from "@/wire/refusal-body";
import { CancelAllQuery, OrderBatch, OrderRequest, ReplaceRequest } from "@/wire/requests";
import { ErrorBody, OrderView, PreviewAnswer } from "@/wire/views";
import { ask, contractsOf, isFailure, type RoomContracts, submit } from "./ask";
import { memberEndpoint } from "./endpoint";
import { type Drafted, draftOrder, readPrice } from "./order-draft";
import { HostFailed, hostError, json, refuseWith } from "./respond";

/** What any order may be refused for. */
export const refusedOrders: ErrorCode[] = [
  "unknown-contract",
  "off-tick",
  "order-terms",
  "stop-price",
  "good-till",
  "reduce-only",
  "closed",
  "auction",
  "lots",
  "outside-limits",
  "price-band",
  "no-opposite-side",
  "post-only",
  "fok-unfilled",
  "duplicate-id",
  "position-limit",
  "insufficient-margin",
  "margin-call",
  "close-out",
  "room-ended",
];

/** `order` stands beside the error when the venue took the order in and rejected it: it has a number and a place in history. */
const BatchItem = z.union([
  z.object({ order: OrderView }),
  z.object({ error: ErrorBody, order: OrderView.optional() }),
]);
type BatchItem = z.infer<typeof BatchItem>;

export const placeOrders = memberEndpoint(
  {
    id: "placeOrders",
    method: "POST",
    path: "/rooms/{room}/orders",
    tag: "trading",
    summary: "Place one order, with the exits of a bracket if it names them, or up to 100 in one request",
    body: z.union([OrderRequest, OrderBatch]),
    answers: {
      201: { schema: OrderView, text: "The order, with the fills it made on entry" },
      200: {
        schema: z.union([z.array(BatchItem), OrderView]),
        text: "An array was sent: one {order} or {error} for each, in its order. One order was sent again under its clientOrderId: its first outcome",
      },
    },
    refusals: refusedOrders,
    counts: (body) => (Array.isArray(body) ? body.length : 1),
  },
  async ({ room, member, body }) => {
    const orders = Array.isArray(body) ? body : [body];
    const contracts = await contractsOfAll(room.id, orders);
    const drafts = orders.map((order) => draftOrder(order, contracts));
    const outcomes = await submitDrafts(room.id, member.account, drafts);
    const items = drafts.map((drafted, i) => toItem(drafted, outcomes[i], contracts));
    if (Array.isArray(body)) return json(items);
    const [item] = items;
    const [outcome] = outcomes;
    if ("error" in item) return refuseWith(item.error, item.order && { order: item.order });
    return json(item.order, outcome?.kind === "order" && outcome.repeated ? 200 : 201);
  },
);

async function contractsOfAll(room: RoomId, orders: readonly OrderRequest[]): Promise<RoomContracts> {
  const known = await contractsOf(room);
  const unheardOf = orders.find(({ symbol }) => !known.listed.includes(symbol));
  return unheardOf ? contractsOf(room, unheardOf.symbol) : known;
}

/** One journal write for all that can be written; null for those refused before it. */
async function submitDrafts(room: RoomId, account: AccountNo, drafts: readonly Drafted[]) {
  const commands: Command[] = drafts.flatMap((drafted) => {
    if (!drafted.ok) return [];
    const { order, exits } = drafted;
    return [{ kind: "place-order", account, order, ...(exits && { exits }) }];
  });
  const outcomes = commands.length > 0 ? await roomPort().submit(room, commands) : [];
  const failures = outcomes.filter(isFailure);
  if (failures.length > 0 && failures.length === drafts.length) throw new HostFailed(failures[0]);
  let next = 0;
  return drafts.map((drafted) => (drafted.ok ? outcomes[next++] : null));
}

function toItem(drafted: Drafted, outcome: Outcome | HostFailure | null, { notation }: RoomContracts): BatchItem {
  if (!drafted.ok) return { error: drafted.error };
  if (outcome === null) throw new Error("a drafted order was not submitted");
  if (isFailure(outcome)) return { error: hostError(outcome) };
  if (outcome.kind === "refused") return { error: toErrorBody(outcome.refusal, drafted.order.contract, notation) };
  if (outcome.kind !== "order") throw new Error(`placing an order came to "${outcome.kind}"`);
  const order = toOrderView(outcome.order, outcome.fills, notation, outcome.others);
  const { refusal } = outcome.order;
  return refusal ? { error: toErrorBody(refusal, order.symbol, notation), order } : { order };
}

export const previewOrder = memberEndpoint(
  {
    id: "previewOrder",
    method: "POST",
    path: "/rooms/{room}/orders/preview",
    tag: "trading",
    summary: "What an order would do now; nothing is changed",
    body: OrderRequest,
    answers: {
      200: { schema: PreviewAnswer, text: "Fills, fee, margin after, and the refusal if there would be one" },
    },
    refusals: ["unknown-contract", "off-tick"],
  },
  async ({ room, member, body }) => {
    const contracts = await contractsOf(room.id, body.symbol);
    const drafted = draftOrder(body, contracts);
    if (!drafted.ok) return refuseWith(drafted.error);
    const { account } = member;
    const [preview, quotes] = await Promise.all([
      ask(room.id, "preview", { account, draft: drafted.order, ...(drafted.exits && { exits: drafted.exits }) }),
      ask(room.id, "contracts", {}),
    ]);
    const quote = quotes.seq === preview.seq ? quotes.value.find((c) => c.symbol === body.symbol) : undefined;
    const touch = (body.side === "buy" ? quote?.ask : quote?.bid) ?? null;
    return json(toPreviewAnswer(preview.value, { ...body, touch }, contracts.notation, preview.seq));
  },
);

export const replaceOrder = memberEndpoint(
  {
    id: "replaceOrder",
    method: "PATCH",
    path: "/rooms/{room}/orders/{id}",
    tag: "trading",
    summary:
      "Change an open order's lots (its total, filled included) or price, or the trigger or trail of a stop that waits",
    body: ReplaceRequest,
    answers: { 200: { schema: OrderView, text: "The order, with the fills the change made" } },
    refusals: ["unknown-order", "already-filled", ...refusedOrders.filter((code) => code !== "unknown-contract")],
  },
  async ({ room, member, path, body }) => {
    const { account } = member;
    const id = readOrderId(path.id);
    const { value: order } = id ? await ask(room.id, "order", { account, order: id }) : { value: null };
    if (!id || !order) return refuseWith(unknownOrder(path.id));
    const { notation } = await contractsOf(room.id);
    const changed: { price?: Ticks; stopPrice?: Ticks; trail?: Ticks } = {};
    for (const field of ["price", "stopPrice", "trail"] as const) {
      const text = body[field];
      if (text === undefined) continue;
      const read = readPrice(text, notationFor(order.contract, notation), field);
      if (!read.ok) return refuseWith(read.error);
      changed[field] = read.ticks;
    }
    const total = body.lots === undefined ? {} : { lots: lots(body.lots) };
    const outcome = await submit(room.id, { kind: "replace-order", account, order: id, ...total, ...changed });
    if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, order.contract, notation));
    if (outcome.kind !== "order") throw new Error(`replacing an order came to "${outcome.kind}"`);
    return json(toOrderView(outcome.order, outcome.fills, notation, outcome.others));
  },
);

export const cancelOrder = memberEndpoint(
  {
    id: "cancelOrder",
    method: "DELETE",
    path: "/rooms/{room}/orders/{id}",
    tag: "trading",
    summary: "Cancel an open order",
    answers: { 200: { schema: OrderView, text: "The cancelled order" } },
    refusals: ["unknown-order", "close-out"],
  },
  async ({ room, member, path }) => {
    const id = readOrderId(path.id);
    if (!id) return refuseWith(unknownOrder(path.id));
    const { notation } = await contractsOf(room.id);
    const outcome = await submit(room.id, { kind: "cancel-order", account: member.account, order: id });
    if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, null, notation));
    if (outcome.kind !== "cancelled") throw new Error(`cancelling an order came to "${outcome.kind}"`);
    return json(toOrderView(outcome.orders[0], [], notation));
  },
);

export const cancelAllOrders = memberEndpoint(
  {
    id: "cancelAllOrders",
    method: "DELETE",
    path: "/rooms/{room}/orders",
    tag: "trading",
    summary: "Cancel all your open orders, or those in one contract",
    query: CancelAllQuery,
    answers: { 200: { schema: z.object({ rows: z.array(OrderView) }), text: "The cancelled orders" } },
    refusals: ["unknown-contract"],
  },
  async ({ room, member, query }) => {
    const { notation, listed } = await contractsOf(room.id, query.symbol);
    const { symbol } = query;
    if (symbol !== undefined && !listed.includes(symbol)) {
      return refuseWith(errorBody("unknown-contract", { symbol, listed }));
    }
    const only = symbol === undefined ? {} : { contract: symbol };
    const outcome = await submit(room.id, { kind: "cancel-all", account: member.account, ...only });
    if (outcome.kind === "refused") return refuseWith(toErrorBody(outcome.refusal, symbol ?? null, notation));
    if (outcome.kind !== "cancelled") throw new Error(`cancelling all orders came to "${outcome.kind}"`);
    return json({ rows: outcome.orders.map((order) => toOrderView(order, [], notation)) });
  },
);

/** Null: no order has such a number. */
export function readOrderId(text: string): OrderId | null {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(id) ? orderId(id) : null;
}

export const unknownOrder = (id: string): ErrorBody => errorBody("unknown-order", { order: id.slice(0, 40) });
