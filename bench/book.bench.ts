import { OrderBook as PeerBook, Side } from "nodejs-order-book";
import { type BookSink, IOC, NEWEST, OrderBook, REST } from "@/engine/book/order-book";
import type { SideNo } from "@/engine/units";
import { CANCEL, MARKET, type OrderStream, orderStream } from "./order-stream";
import { median, type Result } from "./result";

const OPERATIONS = 200_000;
const ROUNDS = 7;
const PLAYS = 10; // of ours in a round, so that a round of it is not over before it can be measured

/**
 * The engine's book beside `nodejs-order-book` on the same stream: rounds of the two take turns, and the medians are
 * reported. First both play it once with every trade written down, because a fast book that trades otherwise is no book.
 */
export function benchBook(): Result[] {
  const stream = orderStream(OPERATIONS, 1);
  const ours: string[] = [];
  playOurs(stream, new Trades(ours));
  const orders = peerOrders(stream);
  const theirs = tradesOfPeer(orders);
  const differs = ours.findIndex((trade, i) => trade !== theirs[i]);
  if (differs >= 0 || ours.length !== theirs.length) {
    throw new Error(`trade ${differs} is ${ours[differs]} here and ${theirs[differs]} at the peer`);
  }

  const rates: number[] = [];
  const peerRates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    let lots = 0;
    const rate = perSecond(PLAYS, () => {
      const trades = new Trades();
      playOurs(stream, trades);
      lots = trades.lots;
    });
    let peerLots = 0;
    const peerRate = perSecond(1, () => {
      peerLots = playPeer(orders);
    });
    if (peerLots !== lots) throw new Error(`${lots} lots traded here, ${peerLots} at the peer`);
    if (round === 0) continue; // warms up
    rates.push(rate);
    peerRates.push(peerRate);
  }
  const value = Math.round(median(rates));
  const peer = Math.round(median(peerRates));
  return [
    {
      name: "order book operations/s (peer: nodejs-order-book)",
      value,
      unit: "operations/s",
      peer,
      ratio: Math.round((value / peer) * 10) / 10,
    },
  ];
}

function perSecond(plays: number, play: () => void): number {
  const start = performance.now();
  for (let n = 0; n < plays; n++) play();
  return ((OPERATIONS * plays) / (performance.now() - start)) * 1_000;
}

function playOurs({ kind, id, side, price, lots }: OrderStream, sink: BookSink): void {
  const book = new OrderBook({}, sink);
  for (let n = 0; n < kind.length; n++) {
    if (kind[n] === CANCEL) book.cancel(id[n]);
    else {
      const mode = kind[n] === MARKET ? IOC : REST;
      book.submit(id[n], n & 63, n + 1, side[n] as SideNo, price[n], lots[n], mode, NEWEST);
    }
  }
}

/** Counts what traded, as the clearing of a room would hear of it, and on request writes it down. */
class Trades implements BookSink {
  lots = 0;
  constructor(private readonly written?: string[]) {}
  trade(price: number, lots: number, maker: number, _account: number, _open: number, taker: number): void {
    this.lots += lots;
    this.written?.push(`${lots} @ ${price} of order ${maker} with ${taker}`);
  }
  restingReduced(): void {}
  incomingReduced(): void {}
}

type PeerOrder =
  | { kind: "cancel"; id: string }
  | { kind: "market"; id: string; options: { side: Side; size: number } }
  | { kind: "limit"; id: string; options: { id: string; side: Side; size: number; price: number } };

/** The stream as the peer wants it, made beforehand: its texts and objects are not part of the race. */
function peerOrders(stream: OrderStream): PeerOrder[] {
  return Array.from(stream.kind, (kind, n) => {
    const id = String(stream.id[n]);
    if (kind === CANCEL) return { kind: "cancel", id };
    const side = stream.side[n] === 0 ? Side.BUY : Side.SELL;
    const size = stream.lots[n];
    if (kind === MARKET) return { kind: "market", id, options: { side, size } };
    return { kind: "limit", id, options: { id, side, size, price: stream.price[n] } };
  });
}

function playPeer(orders: readonly PeerOrder[]): number {
  const book = new PeerBook();
  let lots = 0;
  for (const order of orders) {
    if (order.kind === "cancel") book.cancel(order.id);
    else {
      const { quantityLeft } = order.kind === "limit" ? book.limit(order.options) : book.market(order.options);
      lots += order.options.size - quantityLeft;
    }
  }
  return lots;
}

/** Filled orders come in `done`, the incoming one among them; a maker filled in part comes in `partial`. */
function tradesOfPeer(orders: readonly PeerOrder[]): string[] {
  const book = new PeerBook();
  const trades: string[] = [];
  for (const order of orders) {
    if (order.kind === "cancel") {
      book.cancel(order.id);
      continue;
    }
    const result = order.kind === "limit" ? book.limit(order.options) : book.market(order.options);
    for (const maker of result.done) {
      if (maker.id === order.id || !("price" in maker)) continue;
      trades.push(`${maker.size} @ ${maker.price} of order ${maker.id} with ${order.id}`);
    }
    const { partial } = result;
    if (partial === null || partial.id === order.id || !("price" in partial)) continue;
    trades.push(`${result.partialQuantityProcessed} @ ${partial.price} of order ${partial.id} with ${order.id}`);
  }
  return trades;
}
