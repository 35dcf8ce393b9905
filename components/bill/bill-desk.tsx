"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { billFor } from "@/tokens/bill/bill";
import { choiceText, type PriceChoice, spellsOf } from "@/tokens/bill/choices";
import { billsByMonth, changeBetween, monthsFrom } from "@/tokens/bill/compare";
import { centsText } from "@/tokens/bill/money";
import { readUsage, scaled, type Usage } from "@/tokens/bill/usage";
import type { PriceSpell } from "@/tokens/prices/history";
import { withQuery } from "../chart/addresses";
import type { Cited } from "../chart/citation";
import { Section } from "../layout/page";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { dollars } from "../ui/numerals";
import { BillFigure } from "./bill-figure";
import { type BillState, billQuery } from "./bill-query";
import { BillTable } from "./bill-table";
import { Change } from "./change";
import { useChoiceName } from "./choice-name";
import { yearMonth } from "./months";
import { OtherSellers, type SellerBill, sellerBills } from "./other-sellers";
import { TokeniserBox } from "./tokeniser-box";
import { UsageForm } from "./usage-form";
import { UsageImport } from "./usage-import";
import { type LoadedHistory, usePriceHistory } from "./use-price-history";

export interface BillDeskProps {
  initial: BillState;
  /** The prices of the first choice, so that the page is whole before any script. */
  initialSpells: readonly PriceSpell[];
  initialOthers: readonly SellerBill[];
  choices: readonly PriceChoice[];
  last: string; // the latest month with prices
  /** Origin, version and citation, as the server knows them. */
  cited: Cited;
  openAt: string;
}

/** Usage, the bill it makes, and what follows. All of it is computed here: no usage is sent anywhere. */
export function BillDesk(props: BillDeskProps) {
  const { initial, last, openAt } = props;
  const t = useTranslations("bill");
  const locale = useLocale();
  const nameOf = useChoiceName();
  const { loaded, load } = usePriceHistory();
  const [state, setState] = useState(initial);
  const [usage, setUsage] = useState<Usage | null>(() => usageOf(initial));
  const read = readUsage(state.texts);
  const change = (next: BillState) => {
    load();
    setState(next);
    setUsage((before) => usageOf(next) ?? before); // while a field is refused the last bill stays
  };
  useAddress(withQuery("", billQuery(state)), state === initial);

  const spells = spellsFor(state.choice, props, loaded);
  const billed = usage && spells ? billFor(usage, spells, state.month) : null;
  const bills = usage && spells ? billsByMonth(usage, spells, last) : [];
  const others = loaded.history && usage ? sellerBills(loaded.history, usage, state.month) : props.initialOthers;
  const percent = /^\s*\d{1,5}\s*$/.test(state.againstPercent) ? Number(state.againstPercent) : null;
  const compared =
    usage && spells && percent !== null
      ? changeBetween({ usage: scaled(usage, percent), month: state.against }, { usage, month: state.month }, spells)
      : null;
  const months = spells?.[0] ? monthsFrom(spells[0].from.slice(0, 7), last) : [];
  return (
    <>
      <form method="get" onSubmit={(event) => event.preventDefault()} aria-busy={loaded.state === "loading"}>
        <p className="mt-4 border-t-2 border-ink pt-3 text-ink-2">
          {t("headline", { model: nameOf(state.choice), month: yearMonth(state.month, locale) })}
        </p>
        <p className="text-40 font-semibold" role="status">
          {billed?.ok ? dollars(centsText(billed.bill.total)) : t("none")}
        </p>
        <div className="mt-3 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div className="min-w-0 max-lg:order-2">
            {loaded.state === "failed" && <Note tone="warn">{t("failed")}</Note>}
            {billed && !billed.ok && (
              <Note tone="warn" className="mb-3">
                {billed.refusal.first
                  ? t("no-price-yet", { first: billed.refusal.first })
                  : t("no-such-model", { model: choiceText(state.choice) })}
              </Note>
            )}
            {billed?.ok && (
              <>
                {billed.bill.days < billed.bill.daysInMonth && (
                  <p className="mb-2 text-ink-2">
                    {t("someDays", { days: billed.bill.days, of: billed.bill.daysInMonth })}
                  </p>
                )}
                <BillTable bill={billed.bill} openAt={openAt} />
                <p className="mt-1.5 text-12 text-ink-3">
                  {billed.bill.reasoning > 0 && t("reasoning", { amount: dollars(centsText(billed.bill.reasoning)) })}{" "}
                  {t("rounding")}
                </p>
              </>
            )}
            {bills.length > 0 && (
              <BillFigure bills={bills} state={state} cited={props.cited} openAt={openAt} className="mt-8" />
            )}
          </div>
          <div className="max-lg:order-1">
            <UsageForm
              state={state}
              onState={change}
              choices={props.choices}
              months={months}
              refusals={read.ok ? [] : read.refusals}
            />
          </div>
        </div>
        <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
          <Section title={t("change.title")} aside={t("change.aside")}>
            <div className="mb-3 grid max-w-96 grid-cols-2 gap-3">
              <Field label={t("change.then")}>
                {(ids) => (
                  <select
                    {...ids}
                    name="against"
                    value={state.against}
                    onChange={(event) => change({ ...state, against: event.target.value })}
                    className="min-h-(--ctl) w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 max-sm:text-[1rem]"
                  >
                    {[...new Set([...months, state.against])].toReversed().map((month) => (
                      <option key={month} value={month}>
                        {yearMonth(month, locale)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={t("change.percent")}>
                {(ids) => (
                  <TextInput
                    {...ids}
                    name="againstPercent"
                    value={state.againstPercent}
                    inputMode="numeric"
                    autoComplete="off"
                    aria-invalid={percent === null || undefined}
                    onChange={(event) => change({ ...state, againstPercent: event.target.value })}
                    className="text-right"
                  />
                )}
              </Field>
            </div>
            {percent === null && <Note tone="warn">{t("change.refused", { given: state.againstPercent })}</Note>}
            {compared?.ok && <Change change={compared.change} before={state.against} after={state.month} />}
            {compared && !compared.ok && (
              <Note tone="warn">{t("no-price-yet", { first: compared.refusal.first ?? "" })}</Note>
            )}
            <p className="mt-2 text-12 text-ink-3">{t("change.how")}</p>
          </Section>
          <Section title={t("others.title")} aside={yearMonth(state.month, locale)}>
            <OtherSellers bills={others} chosen={state.choice} />
          </Section>
        </div>
      </form>
      <UsageImport state={state} loaded={loaded} load={load} openAt={openAt} />
      <TokeniserBox
        onTokens={(tokens) => change({ ...state, workload: "own", texts: { ...state.texts, input: String(tokens) } })}
      />
    </>
  );
}

function usageOf({ texts }: BillState): Usage | null {
  const read = readUsage(texts);
  return read.ok ? read.usage : null;
}

/** Null while the prices are on their way. */
function spellsFor(
  choice: PriceChoice,
  { initial, initialSpells }: BillDeskProps,
  { history }: LoadedHistory,
): readonly PriceSpell[] | null {
  if (choiceText(choice) === choiceText(initial.choice)) return initialSpells;
  return history && spellsOf(history, choice);
}

const A_MOMENT = 300;

/** What is shown can be sent on. Only what is typed: never what was read from a file. */
function useAddress(query: string, untouched: boolean): void {
  useEffect(() => {
    if (untouched) return;
    const timer = setTimeout(() => window.history.replaceState(null, "", query), A_MOMENT);
    return () => clearTimeout(timer);
  }, [query, untouched]);
}
