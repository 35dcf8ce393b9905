"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { parseDecimal } from "@/wire/decimal";
import type { OrderView } from "@/wire/views";
import { Button } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { Note } from "../../ui/note";
import { count } from "../../ui/numerals";
import { Td, Tr } from "../../ui/table";
import { useErrorText } from "../error-text";
import { decimalsOf, priceOf } from "../exact";
import { useQuote, useShown } from "../live/use-market";
import { PaneHead, WordButton } from "../pane";
import { Why } from "../ticket/refusal-note";
import { DockTable, dockCell } from "./dock-table";
import { useCancelAll, useOrderActions } from "./use-order-actions";

const columns = 6;

/** Orders that rest, with their place in the queue. */
export function OpenOrders({ ruled }: { ruled?: boolean }) {
  const t = useTranslations("desk.orders");
  const orders = useShown(({ market }) => market.orders);
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
          { name: <span className="sr-only">{t("actions")}</span> },
        ]}
        isEmpty={orders.length === 0}
        empty={t("empty")}
      >
        {orders.map((order) => (
          <OpenOrder key={order.id} order={order} />
        ))}
      </DockTable>
    </div>
  );
}

function CancelAll() {
  const t = useTranslations("desk.orders");
  const cancelAll = useCancelAll();
  return (
    <>
      <WordButton onClick={() => void cancelAll()}>{t("cancelAll")}</WordButton>
      <span className="max-sm:hidden"> · {t("cancelAllKey")}</span>
    </>
  );
}

function OpenOrder({ order }: { order: OrderView }) {
  const t = useTranslations("desk.orders");
  const ticket = useTranslations("desk.ticket");
  const textOf = useErrorText();
  const [editing, setEditing] = useState(false);
  const { busy, error, cancel, replace } = useOrderActions(order.id);
  const open = order.lots - order.filledLots;
  return (
    <>
      <Tr>
        <Td className={dockCell}>{order.symbol}</Td>
        <Td className={`${dockCell} ${order.side === "buy" ? "text-up" : "text-down"}`}>
          {t("sideLots", { side: order.side, lots: open })}
        </Td>
        <Td className={dockCell} numeric>
          {order.price}
        </Td>
        <Td className={`${dockCell} text-ink-2`} wide>
          {[
            ticket(`tif.${order.timeInForce}`),
            order.postOnly && ticket("postOnly"),
            order.filledLots > 0 && t("filledOf", { filled: order.filledLots, lots: order.lots }),
          ]
            .filter(Boolean)
            .join(ticket("comma"))}
        </Td>
        <Td className={`${dockCell} text-ink-2`}>
          <Queue order={order} />
        </Td>
        <Td className={dockCell} numeric>
          <span className="inline-flex gap-3">
            <WordButton aria-expanded={editing} onClick={() => setEditing(!editing)}>
              {t("edit")}
            </WordButton>
            <WordButton disabled={busy} onClick={() => void cancel()}>
              {t("cancel")}
            </WordButton>
          </span>
        </Td>
      </Tr>
      {(editing || error) && (
        <tr>
          <td colSpan={columns} className="px-2.5 pb-2 max-sm:px-4">
            {editing && <EditOrder order={order} busy={busy} replace={replace} done={() => setEditing(false)} />}
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

function Queue({ order }: { order: OrderView }) {
  const t = useTranslations("desk.orders");
  const level = useShown(({ market }) => {
    const book = market.books[order.symbol];
    const side = order.side === "buy" ? book?.bids : book?.asks;
    return side?.find(([price]) => price === order.price)?.[1] ?? null;
  });
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

interface EditProps {
  order: OrderView;
  busy: boolean;
  replace: (change: { lots?: number; price?: string }) => Promise<boolean>;
  done: () => void;
}

/** 4.4: lots are the order's total. What is not changed is not sent, so that fewer lots alone keep their place. */
function EditOrder({ order, busy, replace, done }: EditProps) {
  const t = useTranslations("desk.orders");
  const id = useId();
  const quote = useQuote(order.symbol);
  const [price, setPrice] = useState(order.price ?? "");
  const [lots, setLots] = useState(String(order.lots));
  const decimals = decimalsOf(quote?.tick ?? order.price ?? "0");
  const newPrice = parseDecimal(price.trim(), decimals);
  const newLots = parseDecimal(lots.trim(), 0);
  const change =
    newPrice.ok && newLots.ok
      ? {
          ...(priceOf(newPrice.value, decimals) !== order.price && { price: priceOf(newPrice.value, decimals) }),
          ...(newLots.value !== order.lots && { lots: newLots.value }),
        }
      : null;
  const loses = change !== null && (change.price !== undefined || (change.lots ?? 0) > order.lots);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (change && Object.keys(change).length > 0 && (await replace(change))) done();
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-wrap items-center gap-2 pt-1">
      <label htmlFor={`${id}price`} className="text-ink-2">
        {t("price")}
      </label>
      <TextInput
        id={`${id}price`}
        value={price}
        inputMode="decimal"
        aria-invalid={!newPrice.ok || undefined}
        onChange={(event) => setPrice(event.target.value)}
        className="w-24 text-right"
      />
      <label htmlFor={`${id}lots`} className="text-ink-2">
        {t("lotsTotal")}
      </label>
      <TextInput
        id={`${id}lots`}
        value={lots}
        inputMode="numeric"
        aria-invalid={!newLots.ok || undefined}
        onChange={(event) => setLots(event.target.value)}
        className="w-20 text-right"
      />
      <Button type="submit" disabled={busy || !change || Object.keys(change).length === 0}>
        {t("replace")}
      </Button>
      <Button variant="ghost" onClick={done}>
        {t("keep")}
      </Button>
      {loses && <span className="text-ink-3">{t("losesPlace")}</span>}
    </form>
  );
}
