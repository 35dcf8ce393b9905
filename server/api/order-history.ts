import type { AccountNo } from "@/engine/units";
import { fillsOfOrder, orderOf, ordersOf, type PageOf } from "@/server/db/history";
import type { RoomId } from "@/server/port";
import { toOrderView } from "@/wire/from-engine";
import { benchmarkOf } from "@/wire/notation";
import { OrdersQuery } from "@/wire/requests";
import { OrderView, pageOf } from "@/wire/views";
import { ask, caughtUp, contractsOf } from "./ask";
import { memberEndpoint } from "./endpoint";
import { readOrderId, unknownOrder } from "./orders";
import { cutPage, oneMore, pageStart } from "./page";
import { json, refuse, refuseWith } from "./respond";
import { answerRows } from "./rows";

export const listOrders = memberEndpoint(
  {
    id: "listOrders",
    method: "GET",
    path: "/rooms/{room}/orders",
    tag: "trading",
    summary: "Your orders, newest first: the open ones with their place in the queue, or all there ever were",
    query: OrdersQuery,
    answers: { 200: { schema: pageOf(OrderView), text: "A page of orders" } },
    csv: true,
    refusals: ["unknown-contract"],
  },
  async ({ room, member, query }) => {
    const start = pageStart("orders", query);
    if (!start) return refuse("bad-cursor");
    const { symbol } = query;
    const { notation, listed } = await contractsOf(room.id, symbol);
    if (symbol !== undefined && !notation.has(benchmarkOf(symbol)))
      return refuse("unknown-contract", { symbol, listed });
    const { found, seq } =
      query.state === "all"
        ? await everyOrder(room.id, member.account, symbol, oneMore(start))
        : await openOrders(room.id, member.account, symbol, oneMore(start));
    const { shown, next } = cutPage("orders", found, start.limit, ({ place }) => place);
    return answerRows({ rows: shown.map(({ order }) => toOrderView(order, [], notation)), next, seq }, query.format);
  },
);

type Found = { readonly order: Parameters<typeof toOrderView>[0]; readonly place: number };
type Listed = Promise<{ readonly found: Found[]; readonly seq: number }>;

async function everyOrder(room: RoomId, account: AccountNo, symbol: string | undefined, start: PageOf): Listed {
  const seq = await caughtUp(room);
  const orders = await ordersOf(room, account, symbol ?? null, start);
  return { found: orders.map((order) => ({ order, place: order.createdSeq })), seq };
}

/** From the room itself, which knows each order's place in the queue. Order ids grow, so newest first is by id. */
async function openOrders(
  room: RoomId,
  account: AccountNo,
  symbol: string | undefined,
  { before, limit }: PageOf,
): Listed {
  const { value, seq } = await ask(room, "openOrders", { account });
  const found = value
    .filter((order) => (symbol === undefined || order.contract === symbol) && (before === null || order.id < before))
    .sort((a, b) => b.id - a.id)
    .slice(0, limit)
    .map((order) => ({ order, place: order.id }));
  return { found, seq };
}

export const getOrder = memberEndpoint(
  {
    id: "getOrder",
    method: "GET",
    path: "/rooms/{room}/orders/{id}",
    tag: "trading",
    summary: "One of your orders, open or ended, with all its fills",
    answers: { 200: { schema: OrderView, text: "The order" } },
    refusals: ["unknown-order", "lagging"],
  },
  async ({ room, member, path }) => {
    const { account } = member;
    const id = readOrderId(path.id);
    if (!id) return refuseWith(unknownOrder(path.id));
    const live = await ask(room.id, "order", { account, order: id });
    await caughtUp(room.id);
    const order = live.value ?? (await orderOf(room.id, account, id));
    if (!order) return refuseWith(unknownOrder(path.id));
    const [fills, { notation }] = await Promise.all([fillsOfOrder(room.id, account, id), contractsOf(room.id)]);
    const known = fills.filter((fill) => fill.eventSeq <= live.seq || !live.value); // as old as the order's own numbers
    return json(toOrderView(order, known, notation));
  },
);
