import type { OrderView } from "@/wire/views";

/** A stop that has not fired: outside book, depth and margin (4.2). */
export const isWaiting = (order: Pick<OrderView, "stop" | "status">): boolean =>
  order.status === "open" && order.stop != null && order.stop.firedAt === null;

/** Lots that have not filled. */
export const openLots = (order: Pick<OrderView, "lots" | "filledLots">): number => order.lots - order.filledLots;

export interface Grouped {
  readonly order: OrderView;
  /** How it hangs together with the order above it; null: it stands by itself, or is the first of its group. */
  readonly under: "target" | "stop" | "oco" | null;
}

/** Orders that hang together stand together, the entry (or the older one) first; groups in the order their first one came. */
export function groupTied(orders: readonly OrderView[]): readonly Grouped[] {
  const open = new Map(orders.map((order) => [order.id, order]));
  const placed = new Set<string>();
  const rows: Grouped[] = [];
  const place = (order: OrderView, under: Grouped["under"]) => {
    if (placed.has(order.id)) return;
    placed.add(order.id);
    rows.push({ order, under });
  };
  for (const order of orders) {
    const others = (order.tie?.others ?? []).flatMap((id) => open.get(id) ?? []);
    const entry = others.find(({ tie }) => tie?.role === "entry");
    if (entry && !placed.has(entry.id)) place(entry, null);
    const first = entry ?? order;
    place(first, null);
    const group = (first.tie?.others ?? []).flatMap((id) => open.get(id) ?? []);
    for (const tied of group) {
      const role = tied.tie?.role ?? "oco";
      place(tied, role === "entry" ? null : role);
    }
    place(order, null);
  }
  return rows;
}
