"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { SpreadRequest } from "@/wire/requests";
import type { ContractQuote } from "@/wire/views";
import { cn } from "../../ui/cn";
import { BeforeAfter, KeyValue, KeyValueList } from "../../ui/key-value";
import { NumberField } from "../../ui/number-field";
import { dollars, grouped, signed } from "../../ui/numerals";
import { Select } from "../../ui/select";
import { Table, Td, Th, Tr } from "../../ui/table";
import { useMonths } from "../curve/use-months";
import { useDesk, useDeskQuote, useDraft } from "../desk-context";
import { centsOf, decimalsOf, moneyOf } from "../exact";
import type { Draft } from "./draft";
import { TICKET_FORM, ticketForm } from "./form";
import { OutcomeNote } from "./outcome";
import { RefusalNote } from "./refusal-note";
import { SideAndKind } from "./side-and-kind";
import { canTrade, type Pair, pairName, pairsOf, spreadRequestOf, startDifference, touchOf } from "./spread";
import { steppedDifference, steppedLots } from "./stepping";
import { Submit, useBlocked } from "./submit";
import { useSpreadPreview } from "./use-preview";
import { useSubmit } from "./use-submit";

/** Two adjacent months against each other, at once: near − far, both legs or neither (2.4). */
export function SpreadTicket() {
  const t = useTranslations("desk.spread");
  const quote = useDeskQuote();
  const pairs = pairsOf(useMonths(quote.benchmark));
  const [chosen, setChosen] = useState<string | null>(null);
  const pair =
    pairs.find(({ far }) => far.symbol === chosen) ??
    pairs.find(({ near }) => near.symbol === quote.symbol) ??
    pairs.at(-1);
  if (!pair) return <p className="px-3 pb-3 text-ink-2 max-sm:px-4">{t("oneMonth")}</p>;
  return <SpreadForm key={pair.far.symbol} pair={pair} pairs={pairs} choose={setChosen} />;
}

function SpreadForm({ pair, pairs, choose }: { pair: Pair; pairs: readonly Pair[]; choose: (far: string) => void }) {
  const t = useTranslations("desk.spread");
  const ticket = useTranslations("desk.ticket");
  const { api, setDraft, signedIn } = useDesk();
  const draft = useDraft();
  const { sending, submit, forget } = useSubmit();
  const [typed, setTyped] = useState<string | null>(null);
  const start = startDifference(draft.side, pair);
  const price = typed ?? start;
  const asked = spreadRequestOf(draft, price, pair);
  const request = "request" in asked ? asked.request : null;
  const problem = "problem" in asked ? asked.problem : null;
  const blocked = useBlocked(problem, pair.near.tick);
  const name = pairName(pair.near.symbol, pair.far.symbol);

  const change = (part: Partial<Draft>) => {
    setDraft((known) => ({ ...known, ...part }));
    if (part.side) setTyped(null); // the other side meets another price
    forget();
  };
  const setPrice = (text: string) => {
    setTyped(text);
    forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!request || blocked || sending.state === "sending") return;
    void submit(JSON.stringify(request), (clientOrderId) => api.placeSpread({ ...request, clientOrderId }));
  };

  return (
    <form id={TICKET_FORM} onSubmit={onSubmit} noValidate className={ticketForm}>
      <SideAndKind change={change} />
      <Select
        label={t("pair")}
        value={pair.far.symbol}
        onValueChange={(far) => {
          choose(far);
          forget();
        }}
        options={pairs.map(({ near, far }) => ({
          value: far.symbol,
          label: `${near.benchmark} ${pairName(near.symbol, far.symbol)}`,
        }))}
      />
      <Legs pair={pair} side={draft.side} />
      <NumberField
        name="difference"
        className="grid-cols-[minmax(0,1fr)]"
        label={t("price")}
        hint={<TouchHint pair={pair} side={draft.side} />}
        value={price}
        invalid={problem === "price-invalid" || problem === "price-off-tick"}
        onValueChange={setPrice}
        onStep={(direction, times) =>
          setPrice(steppedDifference(price, start, direction * times, decimalsOf(pair.near.tick)))
        }
        lessLabel={ticket("priceLess")}
        moreLabel={ticket("priceMore")}
      />
      <NumberField
        name="lots"
        className="grid-cols-[minmax(0,1fr)]"
        label={t("lots")}
        inputMode="numeric"
        value={draft.lots}
        invalid={problem === "lots-invalid"}
        onValueChange={(lots) => change({ lots })}
        onStep={(direction, times) => change({ lots: steppedLots(draft.lots, direction * times) })}
        lessLabel={ticket("lotsLess")}
        moreLabel={ticket("lotsMore")}
      />
      <SpreadPreview request={request} pair={pair} />
      <p className="text-11 leading-4 text-ink-3 max-sm:order-1 max-sm:text-13 max-sm:leading-[19px]">
        {t("how", { near: pair.near.symbol, far: pair.far.symbol, side: draft.side })}
      </p>
      {sending.state === "refused" && (
        <RefusalNote
          error={sending.error}
          lots={request?.lots ?? 0}
          takeLots={(fits) => change({ lots: String(fits) })}
        />
      )}
      {signedIn && (
        <Submit
          side={draft.side}
          disabled={blocked !== null || sending.state === "sending"}
          reason={blocked ?? (sending.state === "sending" ? ticket("sending") : null)}
        >
          {request
            ? t("submit", { side: draft.side, lots: request.lots, pair: name, price: signed(request.price) })
            : ticket(draft.side)}
        </Submit>
      )}
      {sending.state === "done" && <OutcomeNote order={sending.order} />}
    </form>
  );
}

/** What the pair would do: pairs, fees, and margin, of which most is credited back (7.3). */
function SpreadPreview({ request, pair }: { request: SpreadRequest | null; pair: Pair }) {
  const t = useTranslations("desk.spread");
  const ticket = useTranslations("desk.ticket");
  const { answer, current } = useSpreadPreview(request);
  return (
    <KeyValueList
      className={cn(
        "text-12 leading-[19px] max-sm:order-1 max-sm:text-13 max-sm:leading-6",
        answer && !current && "text-ink-3 [&_*]:text-ink-3",
      )}
    >
      {answer && (
        <KeyValue name={ticket("expected")}>
          {answer.averagePrice === null
            ? t("nothingNow")
            : t("fills", { lots: answer.fillsNow, price: signed(answer.averagePrice) })}
        </KeyValue>
      )}
      <KeyValue name={t("fee")}>{dollars(answer?.fee ?? feeOf(pair, request?.lots ?? 0))}</KeyValue>
      {answer && (
        <>
          <KeyValue name={ticket("requirement")}>
            <BeforeAfter before={grouped(answer.requirementBefore)} after={dollars(answer.requirementAfter)} />
          </KeyValue>
          <KeyValue name={ticket("freeAfter")}>
            <BeforeAfter before={grouped(answer.freeBefore)} after={dollars(answer.freeAfter)} />
          </KeyValue>
        </>
      )}
    </KeyValueList>
  );
}

/** Both books' best prices; those that the order would meet stand out. */
function Legs({ pair, side }: { pair: Pair; side: Draft["side"] }) {
  const t = useTranslations("desk.spread");
  const leg = (quote: ContractQuote, buys: boolean) => (
    <Tr>
      <Td className="px-1 first:pl-0">{quote.symbol}</Td>
      <Td className={buys ? "px-1 text-ink-3" : "px-1 font-medium"} numeric>
        {quote.bid ?? t("nobody")}
      </Td>
      <Td className={buys ? "px-1 font-medium" : "px-1 text-ink-3"} numeric>
        {quote.ask ?? t("nobody")}
      </Td>
    </Tr>
  );
  return (
    <Table>
      <thead>
        <tr className="[&>th]:text-11">
          <Th className="px-1 first:pl-0">{t("leg")}</Th>
          <Th className="px-1" numeric>
            {t("bid")}
          </Th>
          <Th className="px-1" numeric>
            {t("ask")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {leg(pair.near, side === "buy")}
        {leg(pair.far, side === "sell")}
      </tbody>
    </Table>
  );
}

function TouchHint({ pair, side }: { pair: Pair; side: Draft["side"] }) {
  const t = useTranslations("desk.spread");
  const { bid, ask } = touchOf(pair);
  const touch = side === "buy" ? ask : bid;
  if (!canTrade(pair)) return <span className="text-warn">{t("notNow")}</span>;
  return touch === null ? t("noTouch") : t("touch", { price: signed(touch) });
}

/** Both legs take. */
const feeOf = ({ near, far }: Pair, lots: number): string =>
  moneyOf((centsOf(near.feeTaker) + centsOf(far.feeTaker)) * lots);
