"use client";

import { useTranslations } from "next-intl";
import type { OrderView } from "@/wire/views";
import { Note } from "../../ui/note";
import { dollars } from "../../ui/numerals";
import { sumMoney } from "../exact";

/** What became of the order just sent, in the place it was sent from. */
export function OutcomeNote({ order }: { order: OrderView }) {
  const t = useTranslations("desk.outcome");
  const open = order.lots - order.filledLots;
  const fee = order.fills.length > 0 ? dollars(sumMoney(order.fills.map((fill) => fill.fee))) : null;
  const filled =
    order.filledLots > 0 &&
    t("filled", {
      side: order.side,
      lots: order.filledLots,
      symbol: order.symbol,
      average: order.averagePrice ?? "",
      fee: fee ?? dollars("0.00"),
    });
  return (
    <Note role="status" tone="plain">
      {filled}{" "}
      {order.status === "open" &&
        t(order.filledLots > 0 ? "resting" : "restingAll", {
          side: order.side,
          lots: open,
          symbol: order.symbol,
          price: order.price ?? "",
        })}
      {order.status === "cancelled" && <EndedBecause order={order} lots={open} />}
    </Note>
  );
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
