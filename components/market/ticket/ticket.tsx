"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import type { ContractQuote } from "@/wire/views";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { cn } from "../../ui/cn";
import { NumberField } from "../../ui/number-field";
import { count, dollars } from "../../ui/numerals";
import { Segmented } from "../../ui/segmented";
import { Select } from "../../ui/select";
import { TransferResult, useTransfer } from "../account/use-transfer";
import { useDesk, useDeskQuote, useDraft } from "../desk-context";
import { decimalsOf, notional, ticksOf } from "../exact";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import {
  canBePostOnly,
  type Draft,
  type DraftProblem,
  lotsWithin,
  requestOf,
  steppedLots,
  steppedPrice,
  type TimeInForce,
} from "./draft";
import { OutcomeNote } from "./outcome";
import { PreviewLines } from "./preview-lines";
import { RefusalNote } from "./refusal-note";
import { usePreview } from "./use-preview";
import { type Sending, useSubmit } from "./use-submit";

export const TICKET_FORM = "ticket";

/** What sends: at the end of the ticket, on phones always in reach. */
const lastLine =
  "grid gap-1.5 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:pt-2.5 max-sm:pb-3.5";

/** One order: what it asks, what it would do, and the button that says it all once more. `guestEntry` stands in for it until there is somebody to trade. */
export function Ticket({ guestEntry }: { guestEntry: ReactNode }) {
  const t = useTranslations("desk.ticket");
  const { setDraft, signedIn } = useDesk();
  const draft = useDraft();
  const quote = useDeskQuote();
  const { sending, submit, forget } = useSubmit();
  const transfer = useTransfer();
  const asked = requestOf(draft, quote);
  const request = "request" in asked ? asked.request : null;
  const preview = usePreview(request);
  const blocked = useBlocked("problem" in asked ? asked.problem : null, quote);
  const refusal = sending.state === "refused" ? sending.error : (preview.answer?.refusal ?? preview.error);
  const refused = preview.current && preview.answer?.refusal != null;
  const reasonId = useId();

  const change = (part: Partial<Draft>) => {
    setDraft((known) => ({ ...known, ...part }));
    forget();
    transfer.forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (request && !blocked && !refused && sending.state !== "sending") void submit(request);
  };
  const problem = "problem" in asked ? asked.problem : null;
  const lots = request?.lots ?? 0;

  return (
    <>
      <PaneHead title={t("title")} aside={<Standing symbol={quote.symbol} />} />
      <form
        id={TICKET_FORM}
        onSubmit={onSubmit}
        noValidate
        className="grid grid-cols-[minmax(0,1fr)] gap-[9px] px-3 pb-3 max-sm:gap-2.5 max-sm:px-4 max-sm:pb-28"
      >
        <Segmented
          label={t("side")}
          value={draft.side}
          onValueChange={(side) => change({ side })}
          options={[
            { value: "buy", label: t("buy"), tone: "buy" },
            { value: "sell", label: t("sell"), tone: "sell" },
          ]}
        />
        <Segmented
          label={t("type")}
          value={draft.type}
          onValueChange={(type) => change({ type })}
          options={[
            { value: "limit", label: t("limit") },
            { value: "market", label: t("market") },
          ]}
        />
        <div
          className={cn(
            "grid grid-cols-[minmax(0,1fr)] gap-[9px] *:min-w-0",
            draft.type === "limit" && "max-sm:grid-cols-2 max-sm:gap-2.5 max-[22rem]:grid-cols-1",
          )}
        >
          {draft.type === "limit" && (
            <NumberField
              name="price"
              className="grid-cols-[minmax(0,1fr)]"
              label={t("price", { unit: quote.unit })}
              hint={<span className="max-sm:hidden">{touchHint(t, draft, quote)}</span>}
              value={draft.price}
              invalid={problem !== null && problem !== "price-blank" && problem.startsWith("price")}
              onValueChange={(price) => change({ price })}
              onStep={(direction, times) => change({ price: steppedPrice(draft, quote, direction * times) })}
              lessLabel={t("priceLess")}
              moreLabel={t("priceMore")}
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
            onStep={(direction, times) => change({ lots: steppedLots(draft, direction * times) })}
            lessLabel={t("lotsLess")}
            moreLabel={t("lotsMore")}
          />
        </div>
        <div className="flex items-center justify-between gap-3">
          <Checkbox
            label={t("postOnly")}
            checked={draft.postOnly && canBePostOnly(draft)}
            disabled={!canBePostOnly(draft)}
            onCheckedChange={(postOnly) => change({ postOnly })}
          />
          {draft.type === "limit" && (
            <Select<TimeInForce>
              quiet
              label={t("timeInForce")}
              value={draft.timeInForce}
              onValueChange={(timeInForce) => change({ timeInForce })}
              options={(["gtc", "day", "ioc", "fok"] as const).map((value) => ({ value, label: t(`tif.${value}`) }))}
              className="text-12 max-sm:text-13"
            />
          )}
        </div>
        {/* On phones the note about the order comes first: below the lines the button would cover it. */}
        <div className="max-sm:order-1">
          <PreviewLines preview={preview} />
        </div>
        {refusal && (
          <RefusalNote
            error={refusal}
            lots={lots}
            takeLots={(fits) => change({ lots: String(fits) })}
            transfer={transfer.bring}
            transferring={transfer.state === "sending"}
          />
        )}
        <TransferResult transfer={transfer} />
        {signedIn && (
          <div className={lastLine}>
            <Button
              type="submit"
              variant={draft.side}
              aria-disabled={blocked !== null || refused || sending.state === "sending" || undefined}
              aria-describedby={reasonId}
              className="min-h-9 max-sm:min-h-12 max-sm:text-15"
            >
              {request
                ? t(draft.type === "limit" ? "submitLimit" : "submitMarket", {
                    side: draft.side,
                    lots,
                    symbol: quote.symbol,
                    price: request.price ?? "",
                  })
                : t(draft.side)}
            </Button>
            <small id={reasonId} className="text-11 text-ink-3 max-sm:text-13">
              {blocked ?? <SendingLine sending={sending} draft={draft} quote={quote} refused={refused} />}
            </small>
          </div>
        )}
        {sending.state === "done" && <OutcomeNote order={sending.order} />}
      </form>
      {/* A form of its own, so not inside this one. */}
      {!signedIn && <div className={cn(lastLine, "px-3 pb-3")}>{guestEntry}</div>}
    </>
  );
}

type Texts = ReturnType<typeof useTranslations<"desk.ticket">>;

const touchHint = (t: Texts, draft: Draft, quote: ContractQuote): string => {
  const touch = draft.side === "buy" ? quote.ask : quote.bid;
  return touch === null ? "" : t(draft.side === "buy" ? "ask" : "bid", { price: touch });
};

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

/** In the head: what one already has here. */
function Standing({ symbol }: { symbol: string }) {
  const t = useTranslations("desk.ticket");
  const net = useShown(({ market }) => market.account?.positions.find((p) => p.symbol === symbol)?.net ?? 0);
  const orders = useShown(({ market }) => market.orders);
  const here = orders.filter((order) => order.symbol === symbol);
  const buys = here.filter((order) => order.side === "buy").length;
  const parts = [
    net !== 0 && t(net > 0 ? "long" : "short", { lots: Math.abs(net) }),
    here.length > 0 && t("restingHere", { buys, sells: here.length - buys }),
  ].filter(Boolean);
  return parts.join(t("comma"));
}

/** Why nothing can be sent now, before the room is asked; null: it can. */
function useBlocked(problem: DraftProblem | null, quote: ContractQuote): string | null {
  const t = useTranslations("desk.blocked");
  const link = useShown((shown) => shown.link);
  const state = useShown(({ market }) => market.room.state);
  if (link === "stale" || link === "reconnecting") return t("stale");
  if (link === "ended" || state === "ended") return t("ended");
  if (state === "read-only") return t("readOnly");
  if (problem) return t(problem, { tick: quote.tick });
  return null;
}

function SendingLine({
  sending,
  draft,
  quote,
  refused,
}: {
  sending: Sending;
  draft: Draft;
  quote: ContractQuote;
  refused: boolean;
}) {
  const t = useTranslations("desk.ticket");
  const book = useShown(({ market }) => market.books[quote.symbol]);
  if (sending.state === "sending") return t("sending");
  if (refused) return t("refused");
  const asked = requestOf(draft, quote);
  if (draft.type !== "limit" || !book || !("request" in asked) || !asked.request.price) return null;
  const levels = draft.side === "buy" ? book.asks : book.bids;
  const within = lotsWithin(levels, draft.side, asked.request.price, quote.tick);
  return t(draft.side === "buy" ? "offered" : "bidFor", { lots: within, price: asked.request.price });
}
