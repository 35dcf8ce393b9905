"use client";

import { useTranslations } from "next-intl";
import type { OrderView } from "@/wire/views";
import { Note } from "../../ui/note";
import { dollars } from "../../ui/numerals";
import { sumMoney } from "../exact";
import { isWaiting, openLots } from "../orders";
import { pairName } from "./spread";

/** What became of the order just sent, in the place it was sent from. */
export function OutcomeNote({ order }: { order: OrderView }) {
  const t = useTranslations("desk.outcome");
  const name = useOrderName()(order);
  const open = openLots(order);
  const fee = order.fills.length > 0 ? dollars(sumMoney(order.fills.map((fill) => fill.fee))) : dollars("0.00");
  const { side, filledLots, averagePrice } = order;
  const exits = order.tie?.role === "entry" && order.status !== "rejected";
  return (
    <Note role="status" tone="plain">
      {filledLots > 0 && t("filled", { side, lots: filledLots, symbol: name, average: averagePrice ?? "", fee })}{" "}
      {order.status === "open" &&
        (isWaiting(order) ? (
          <Waits order={order} />
        ) : (
          t(filledLots > 0 ? "resting" : "restingAll", { side, lots: open, symbol: name, price: order.price ?? "" })
        ))}
      {order.status === "cancelled" && <EndedBecause order={order} lots={open} />} {exits && t("exits")}
    </Note>
  );
}

function Waits({ order }: { order: OrderView }) {
  const t = useTranslations("desk.outcome");
  if (!order.stop) return null;
  const { source, price } = order.stop;
  return t("waits", { side: order.side, lots: openLots(order), symbol: order.symbol, source, price });
}

/** What an order trades: its contract, or the two months of a spread. */
export function useOrderName(): (order: Pick<OrderView, "symbol" | "legs">) => string {
  const t = useTranslations("desk.orders");
  return ({ symbol, legs }) =>
    legs ? t("spread", { benchmark: symbol.split("-")[0], pair: pairName(...legs) }) : symbol;
}

/** Why the rest of an order ended: every reason in words. */
function EndedBecause({ order, lots }: { order: OrderView; lots: number }) {
  const t = useTranslations("desk.outcome");
  const reason = useReasonText()(order.reason);
  return t("ended", { lots, reason });
}

/** Words for why an order was cancelled or rejected. */
export function useReasonText(): (reason: string | null) => string {
  const t = useTranslations("desk.reasons");
  const errors = useTranslations("errors");
  return (reason) => {
    if (reason === null) return "";
    if (t.has(reason)) return t(reason);
    return errors.has(`short.${reason}`) ? errors(`short.${reason}`) : reason;
  };
}
