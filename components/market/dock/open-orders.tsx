"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { OrderView } from "@/wire/views";
import { useLook } from "../../layout/look-provider";
import { cn } from "../../ui/cn";
import { Note } from "../../ui/note";
import { count } from "../../ui/numerals";
import { Td, Tr } from "../../ui/table";
import { useErrorText } from "../error-text";
import { decimalsOf, priceOf, ticksOf } from "../exact";
import { useQuote, useShown } from "../live/use-market";
import { type Grouped, groupTied, isWaiting, openLots } from "../orders";
import { PaneHead, WordButton } from "../pane";
import { useOrderName } from "../ticket/outcome";
import { Why } from "../ticket/refusal-note";
import { ActionsBelow, DockTable, dockCell } from "./dock-table";
import { EditOrder } from "./edit-order";
import { useOrderTerms } from "./order-terms";
import { useCancelAll, useOrderActions } from "./use-order-actions";

const columns = 6;

/** Orders that rest, with their place in the queue, and stops that wait; those that hang together stand together. */
export function OpenOrders({ ruled }: { ruled?: boolean }) {
  const t = useTranslations("desk.orders");
  const orders = useShown(({ market }) => market.orders);
  const rows = useMemo(() => groupTied(orders), [orders]);
  return (
    <div>
      <PaneHead ruled={ruled} title={t("resting")} aside={orders.length > 0 && <CancelAll />} />
      <DockTable
        label={t("resting")}
        columns={[
          { name: t("contract") },
          { name: t("order") },
          { name: t("price"), numeric: true },
          { name: t("terms"), wide: true },
          { name: t("queue") },
          { name: <span className="sr-only">{t("actions")}</span>, wide: true },
        ]}
        isEmpty={rows.length === 0}
        empty={t("empty")}
      >
        {rows.map((row) => (
          <OpenOrder key={row.order.id} {...row} />
        ))}
      </DockTable>
    </div>
  );
}

function CancelAll() {
  const t = useTranslations("desk.orders");
  const cancelAll = useCancelAll();
  const keysAct = useLook().look.shortcuts === "on";
  return (
    <>
      <WordButton onClick={() => void cancelAll()}>{t("cancelAll")}</WordButton>
      {keysAct && <span className="max-sm:hidden"> · {t("cancelAllKey")}</span>}
    </>
  );
}

function OpenOrder({ order, under }: Grouped) {
  const t = useTranslations("desk.orders");
  const textOf = useErrorText();
  const nameOf = useOrderName();
  const termsOf = useOrderTerms();
  const [editing, setEditing] = useState(false);
  const { busy, error, cancel, replace } = useOrderActions(order.id);
  const terms = termsOf(order);
  const actions = (
    <>
      <WordButton aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {t("edit")}
      </WordButton>
      <WordButton disabled={busy} onClick={() => void cancel()}>
        {t("cancel")}
      </WordButton>
    </>
  );
  return (
    <>
      <Tr className={cn(under && "border-t-0")}>
        <Td className={dockCell}>
          {under ? <span className="pl-2 text-ink-2">└ {t(`role.${under}`)}</span> : nameOf(order)}
        </Td>
        <Td className={`${dockCell} ${order.side === "buy" ? "text-up" : "text-down"}`}>
          {order.lots === 0
            ? t("sideOnly", { side: order.side })
            : t("sideLots", { side: order.side, lots: openLots(order) })}
        </Td>
        <Td className={dockCell} numeric>
          {order.price ?? t("market")}
        </Td>
        <Td className={`${dockCell} text-ink-2`} wide>
          {terms}
        </Td>
        <Td className={`${dockCell} text-ink-2`}>
          {isWaiting(order) ? <Waiting order={order} /> : <Queue order={order} />}
        </Td>
        <Td className={dockCell} numeric wide>
          <span className="inline-flex gap-3">{actions}</span>
        </Td>
      </Tr>
      <ActionsBelow columns={columns}>{actions}</ActionsBelow>
      {(editing || error) && (
        <tr>
          <td colSpan={columns} className="px-2.5 pb-2 max-sm:px-4">
            {editing && (
              <>
                <p className="text-ink-2 sm:hidden">{terms}</p>
                <EditOrder order={order} busy={busy} replace={replace} done={() => setEditing(false)} />
              </>
            )}
            {error && (
              <Note tone="warn" role="status" className="mt-1.5 whitespace-normal">
                {textOf(error)} <Why code={error.code} />
              </Note>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** How far its source still is from the trigger. An exit whose entry has not filled has nothing to close yet. */
function Waiting({ order }: { order: OrderView }) {
  const t = useTranslations("desk.orders");
  const quote = useQuote(order.symbol);
  if (order.lots === 0) return t("forEntry");
  if (!order.stop || !quote) return null;
  const decimals = decimalsOf(quote.tick);
  const now = order.stop.source === "mark" ? quote.mark : (quote.last ?? quote.settlement);
  const away = Math.abs(ticksOf(order.stop.price, decimals) - ticksOf(now, decimals));
  const { price } = order.stop;
  return (
    <>
      <span className="max-sm:hidden">{t("fires", { price, away: priceOf(away, decimals) })}</span>
      <span className="sm:hidden">{t("firesShort", { price })}</span>
    </>
  );
}

function Queue({ order }: { order: OrderView }) {
  const t = useTranslations("desk.orders");
  const level = useShown(({ market }) => {
    const book = market.books[order.symbol];
    const side = order.side === "buy" ? book?.bids : book?.asks;
    return side?.find(([price]) => price === order.price)?.[1] ?? null;
  });
  if (order.lots === 0) return t("forEntry");
  if (order.queueAhead === null || order.queueAhead === undefined) return null;
  const { queueAhead: ahead, price } = order;
  const short = ahead === 0 ? t("first") : t("ahead", { ahead });
  if (level === null) return short;
  const full =
    ahead === 0
      ? t("firstOf", { level: count(level) })
      : t("aheadOf", { ahead, level: count(level), price: price ?? "" });
  return (
    <>
      <span className="max-sm:hidden">{full}</span>
      <span className="sm:hidden">{short}</span>
    </>
  );
}
