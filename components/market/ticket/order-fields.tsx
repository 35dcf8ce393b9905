"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ContractQuote } from "@/wire/views";
import { cn } from "../../ui/cn";
import { NumberField } from "../../ui/number-field";
import { count, dollars } from "../../ui/numerals";
import { useDeskQuote, useDraft } from "../desk-context";
import { decimalsOf, notional, ticksOf } from "../exact";
import { type Draft, type DraftProblem, hasPrice, isStop, type PriceName, requestOf } from "./draft";
import { steppedLots, steppedPrice } from "./stepping";

export interface FieldsProps {
  readonly change: (part: Partial<Draft>) => void;
  readonly problem: DraftProblem | null;
  readonly lots: number;
}

/** The numbers an order of this kind turns on, and its size. */
export function OrderFields({ change, problem, lots }: FieldsProps) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  return (
    <>
      {draft.kind === "trailing" && <PriceField name="trail" label={t("trail")} change={change} problem={problem} />}
      {(draft.kind === "stop" || draft.kind === "stop-limit") && (
        <PriceField
          name="trigger"
          label={t("trigger")}
          hint={t(draft.source === "last" ? "lastNow" : "markNow", { price: sourcePrice(draft, quote) })}
          change={change}
          problem={problem}
        />
      )}
      <div
        className={cn(
          "grid grid-cols-[minmax(0,1fr)] gap-[9px] *:min-w-0",
          hasPrice(draft) && "max-sm:grid-cols-2 max-sm:gap-2.5 max-[22rem]:grid-cols-1",
        )}
      >
        {hasPrice(draft) && (
          <PriceField
            name="price"
            label={t(isStop(draft) ? "limitPrice" : "price", { unit: quote.unit })}
            hint={<span className="max-sm:hidden">{touchHint(t, draft, quote)}</span>}
            change={change}
            problem={problem}
          />
        )}
        <NumberField
          name="lots"
          className="grid-cols-[minmax(0,1fr)]"
          label={
            <>
              <span className="max-sm:hidden">{t("size", { lot: count(quote.lotSize), unit: quote.unit })}</span>
              <span className="sm:hidden">{t("sizeShort")}</span>
            </>
          }
          hint={<Size draft={draft} quote={quote} lots={lots} />}
          inputMode="numeric"
          value={draft.lots}
          invalid={problem === "lots-invalid"}
          onValueChange={(text) => change({ lots: text })}
          onStep={(direction, times) => change({ lots: steppedLots(draft.lots, direction * times) })}
          lessLabel={t("lotsLess")}
          moreLabel={t("lotsMore")}
        />
      </div>
    </>
  );
}

interface PriceFieldProps {
  name: PriceName;
  label: ReactNode;
  hint?: ReactNode;
  change: (part: Partial<Draft>) => void;
  problem: DraftProblem | null;
}

/** One price of the ticket, stepped by ticks. */
export function PriceField({ name, label, hint, change, problem }: PriceFieldProps) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  return (
    <NumberField
      name={name}
      className="grid-cols-[minmax(0,1fr)]"
      label={label}
      hint={hint}
      value={draft[name]}
      invalid={problem === `${name}-invalid` || problem === `${name}-off-tick`}
      onValueChange={(text) => change({ [name]: text })}
      onStep={(direction, times) => change({ [name]: steppedPrice(draft, name, quote, direction * times) })}
      lessLabel={t("priceLess")}
      moreLabel={t("priceMore")}
    />
  );
}

type Texts = ReturnType<typeof useTranslations<"desk.ticket">>;

const touchHint = (t: Texts, draft: Draft, quote: ContractQuote): string => {
  const touch = draft.side === "buy" ? quote.ask : quote.bid;
  return touch === null ? "" : t(draft.side === "buy" ? "ask" : "bid", { price: touch });
};

/** What a stop watches, as it stands now. Without a trade the last settlement stands in. */
export const sourcePrice = ({ source }: Pick<Draft, "source">, quote: ContractQuote): string =>
  source === "mark" ? quote.mark : (quote.last ?? quote.settlement);

/** What the lots stand for: units of the goods, and their worth at the order's price. */
function Size({ draft, quote, lots }: { draft: Draft; quote: ContractQuote; lots: number }) {
  const t = useTranslations("desk.ticket");
  if (lots === 0) return null;
  const decimals = decimalsOf(quote.tick);
  const asked = requestOf(draft, quote);
  const price = ("request" in asked ? asked.request.price : undefined) ?? quote.mark;
  const worth = notional(ticksOf(price, decimals), quote.tickValue, lots);
  return (
    <>
      {t("units", { units: count(lots * quote.lotSize), unit: quote.unit, yi: count((lots * quote.lotSize) / 100) })}
      <span className="max-sm:hidden"> · {dollars(worth.slice(0, -3))}</span>
    </>
  );
}
