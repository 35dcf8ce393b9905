"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { parseDecimal } from "@/wire/decimal";
import type { ReplaceRequest } from "@/wire/requests";
import type { OrderView } from "@/wire/views";
import { Button } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { decimalsOf, priceOf } from "../exact";
import { useQuote } from "../live/use-market";
import { isWaiting } from "../orders";

interface EditProps {
  order: OrderView;
  busy: boolean;
  replace: (change: ReplaceRequest) => Promise<boolean>;
  done: () => void;
}

type PriceField = "stopPrice" | "trail" | "price";

/** What of this order can be changed, as it is now. A trailing stop's trigger is the market's to move. */
function valuesOf(order: OrderView): Partial<Record<PriceField, string>> {
  const waits = isWaiting(order) ? order.stop : null;
  return {
    ...(waits && (waits.trail === null ? { stopPrice: waits.price } : { trail: waits.trail })),
    ...(order.price !== null && { price: order.price }),
  };
}

/** 4.4: lots are the order's total. What is not changed is not sent, so that fewer lots alone keep their place. */
export function EditOrder({ order, busy, replace, done }: EditProps) {
  const t = useTranslations("desk.orders");
  const id = useId();
  const quote = useQuote(order.symbol);
  const known = valuesOf(order);
  const [typed, setTyped] = useState(known);
  const [lots, setLots] = useState(String(order.lots));
  const decimals = decimalsOf(quote?.tick ?? order.price ?? order.stop?.price ?? "0");
  const parsed = (Object.keys(known) as PriceField[]).map((field) => ({
    field,
    value: parseDecimal((typed[field] ?? "").trim(), decimals),
  }));
  const newLots = parseDecimal(lots.trim(), 0);
  const change = changeOf();
  const loses = !isWaiting(order) && change !== null && (change.price !== undefined || (change.lots ?? 0) > order.lots);

  function changeOf(): ReplaceRequest | null {
    const changed: ReplaceRequest = {};
    for (const { field, value } of parsed) {
      if (!value.ok) return null;
      const text = priceOf(value.value, decimals);
      if (text !== known[field]) changed[field] = text;
    }
    if (!newLots.ok) return null;
    if (newLots.value !== order.lots) changed.lots = newLots.value;
    return changed;
  }
  const hasOwnLots = order.tie === null || order.tie.role === "entry"; // the others' are their sibling's business
  const isChanged = change !== null && Object.keys(change).length > 0;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (change && isChanged && (await replace(change))) done();
  };

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-wrap items-center gap-2 pt-1">
      {parsed.map(({ field, value }) => (
        <span key={field} className="inline-flex items-center gap-2">
          <label htmlFor={id + field} className="text-ink-2">
            {t(field)}
          </label>
          <TextInput
            id={id + field}
            value={typed[field] ?? ""}
            inputMode="decimal"
            aria-invalid={!value.ok || undefined}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            className="w-24 text-right"
          />
        </span>
      ))}
      {hasOwnLots && (
        <span className="inline-flex items-center gap-2">
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
        </span>
      )}
      <Button type="submit" disabled={busy || !isChanged}>
        {t("replace")}
      </Button>
      <Button variant="ghost" onClick={done}>
        {t("keep")}
      </Button>
      {loses && <span className="text-ink-3">{t("losesPlace")}</span>}
    </form>
  );
}
