import { OrderBook, Side } from "nodejs-order-book";
import { CANCEL, MARKET, type OrderStream, REPLACE } from "../order-stream";

export type PeerOperation =
  | { kind: "cancel"; id: string }
  | { kind: "replace"; id: string; update: { side: Side; size: number; price: number } }
  | { kind: "market"; id: string; options: { side: Side; size: number } }
  | { kind: "limit"; id: string; options: { id: string; side: Side; size: number; price: number } };

/** The stream as `nodejs-order-book` wants it, made beforehand: its texts and objects are not part of the race. */
export function peerOperations(stream: OrderStream, length: number): PeerOperation[] {
  return Array.from({ length }, (_, n): PeerOperation => {
    const kind = stream.kind[n];
    const id = String(stream.id[n]);
    const side = stream.side[n] === 0 ? Side.BUY : Side.SELL;
    const size = stream.lots[n];
    const price = stream.price[n];
    if (kind === CANCEL) return { kind: "cancel", id };
    if (kind === REPLACE) return { kind: "replace", id, update: { side, size, price } };
    if (kind === MARKET) return { kind: "market", id, options: { side, size } };
    return { kind: "limit", id, options: { id, side, size, price } };
  });
}

/** Operations a second from the `from`th on. */
export function playPeer(operations: readonly PeerOperation[], from: number): number {
  const book = new OrderBook();
  for (let n = 0; n < from; n++) apply(book, operations[n]);
  const start = performance.now();
  for (let n = from; n < operations.length; n++) apply(book, operations[n]);
  return ((operations.length - from) / (performance.now() - start)) * 1_000;
}

/** Filled orders come in `done`, the incoming one among them; a maker filled in part comes in `partial`. */
export function tradesOfPeer(operations: readonly PeerOperation[]): string[] {
  const book = new OrderBook();
  const trades: string[] = [];
  for (const operation of operations) {
    const result = apply(book, operation);
    if (result === undefined || !("done" in result)) continue;
    for (const maker of result.done) {
      if (maker.id === operation.id || !("price" in maker)) continue;
      trades.push(`${maker.size} @ ${maker.price} of order ${maker.id} with ${operation.id}`);
    }
    const { partial } = result;
    if (partial === null || partial.id === operation.id || !("price" in partial)) continue;
    trades.push(`${result.partialQuantityProcessed} @ ${partial.price} of order ${partial.id} with ${operation.id}`);
  }
  return trades;
}

function apply(book: OrderBook, operation: PeerOperation) {
  if (operation.kind === "cancel") return book.cancel(operation.id);
  if (operation.kind === "replace") return book.modify(operation.id, operation.update);
  return operation.kind === "limit" ? book.limit(operation.options) : book.market(operation.options);
}
