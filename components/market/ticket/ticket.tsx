"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { TransferResult, useTransfer } from "../account/use-transfer";
import { useDesk, useDeskQuote, useDraft } from "../desk-context";
import { useShown } from "../live/use-market";
import { isWaiting } from "../orders";
import { PaneHead } from "../pane";
import { type Draft, requestOf } from "./draft";
import { TICKET_FORM, ticketForm } from "./form";
import { MoreTerms } from "./more-terms";
import { OrderFields } from "./order-fields";
import { OutcomeNote } from "./outcome";
import { PreviewLines } from "./preview-lines";
import { RefusalNote } from "./refusal-note";
import { SideAndKind } from "./side-and-kind";
import { SpreadTicket } from "./spread-ticket";
import { lotsWithin } from "./stepping";
import { LastLine, Submit, useBlocked } from "./submit";
import { usePreview } from "./use-preview";
import { useSubmit } from "./use-submit";

/** One order: what it asks, what it would do, and the button that says it all once more. `guestEntry` stands in for it until there is somebody to trade. */
export function Ticket({ guestEntry }: { guestEntry: ReactNode }) {
  const t = useTranslations("desk.ticket");
  const { signedIn, symbol } = useDesk();
  const { kind } = useDraft();
  return (
    <>
      <PaneHead title={t("title")} aside={<Standing symbol={symbol} />} />
      {kind === "spread" ? <SpreadTicket /> : <OrderTicket />}
      {/* A form of its own, so not inside the order's. */}
      {!signedIn && <LastLine className="px-3 pb-3">{guestEntry}</LastLine>}
    </>
  );
}

function OrderTicket() {
  const { api, setDraft, signedIn } = useDesk();
  const draft = useDraft();
  const quote = useDeskQuote();
  const { sending, submit, forget } = useSubmit();
  const transfer = useTransfer();
  const asked = requestOf(draft, quote);
  const request = "request" in asked ? asked.request : null;
  const problem = "problem" in asked ? asked.problem : null;
  const preview = usePreview(request);
  const blocked = useBlocked(problem, quote.tick);
  const refusal = sending.state === "refused" ? sending.error : (preview.answer?.refusal ?? preview.error);
  const refused = preview.current && preview.answer?.refusal != null;
  const submitText = useSubmitText();
  const lots = request?.lots ?? 0;

  const change = (part: Partial<Draft>) => {
    setDraft((known) => ({ ...known, ...part }));
    forget();
    transfer.forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!request || blocked || refused || sending.state === "sending") return;
    void submit(JSON.stringify(request), (clientOrderId) => api.place({ ...request, clientOrderId }));
  };

  return (
    <form id={TICKET_FORM} onSubmit={onSubmit} noValidate className={ticketForm}>
      <SideAndKind change={change} />
      <OrderFields change={change} problem={problem} lots={lots} />
      <MoreTerms change={change} problem={problem} lots={lots} />
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
        <Submit
          side={draft.side}
          disabled={blocked !== null || refused || sending.state === "sending"}
          reason={blocked ?? <SendingLine refused={refused} isSending={sending.state === "sending"} />}
        >
          {submitText(request)}
        </Submit>
      )}
      {sending.state === "done" && <OutcomeNote order={sending.order} />}
    </form>
  );
}

/** What the button sends, in words. */
function useSubmitText() {
  const t = useTranslations("desk.ticket");
  const { side } = useDraft();
  return (
    request: { symbol: string; lots: number; price?: string; stop?: { price?: string; trail?: string } } | null,
  ) => {
    if (!request) return t(side);
    const { symbol, lots, price = "", stop } = request;
    const values = { side, lots, symbol, price, trigger: stop?.price ?? "", trail: stop?.trail ?? "" };
    if (stop?.trail !== undefined) return t("submitTrailing", values);
    if (stop) return t(price ? "submitStopLimit" : "submitStop", values);
    return t(price ? "submitLimit" : "submitMarket", values);
  };
}

/** In the head: what one already has here. */
function Standing({ symbol }: { symbol: string }) {
  const t = useTranslations("desk.ticket");
  const net = useShown(({ market }) => market.account?.positions.find((p) => p.symbol === symbol)?.net ?? 0);
  const orders = useShown(({ market }) => market.orders);
  const here = orders.filter((order) => order.symbol === symbol && order.lots > 0);
  const resting = here.filter((order) => !isWaiting(order));
  const buys = resting.filter((order) => order.side === "buy").length;
  const parts = [
    net !== 0 && t(net > 0 ? "long" : "short", { lots: Math.abs(net) }),
    resting.length > 0 && t("restingHere", { buys, sells: resting.length - buys }),
    here.length > resting.length && t("waitingHere", { stops: here.length - resting.length }),
  ].filter(Boolean);
  return parts.join(t("comma"));
}

function SendingLine({ refused, isSending }: { refused: boolean; isSending: boolean }) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  const book = useShown(({ market }) => market.books[quote.symbol]);
  if (isSending) return t("sending");
  if (refused) return t("refused");
  const asked = requestOf(draft, quote);
  if (draft.kind !== "limit" || quote.state !== "continuous" || !book) return null;
  if (!("request" in asked) || !asked.request.price) return null;
  const levels = draft.side === "buy" ? book.asks : book.bids;
  const within = lotsWithin(levels, draft.side, asked.request.price, quote.tick);
  return t(draft.side === "buy" ? "offered" : "bidFor", { lots: within, price: asked.request.price });
}
