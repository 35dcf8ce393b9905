"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { billFor } from "@/tokens/bill/bill";
import { choiceText, type PriceChoice, tieredSpellsOf } from "@/tokens/bill/choices";
import { billsByMonth, monthsFrom } from "@/tokens/bill/compare";
import { centsText } from "@/tokens/bill/money";
import { readUsage, type Usage } from "@/tokens/bill/usage";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { type Query, withQuery } from "../chart/addresses";
import type { Cited } from "../chart/citation";
import { Section } from "../layout/page";
import { Note } from "../ui/note";
import { dollars } from "../ui/numerals";
import { BillFigure } from "./bill-figure";
import { type BillState, billQuery } from "./bill-query";
import { BillTable } from "./bill-table";
import type { ListedChoice } from "./catalogue";
import { ChangeBox } from "./change-box";
import { useChoiceName } from "./choice-name";
import { HedgeBox } from "./hedge-box";
import type { HedgeBenchmark } from "./hedge-view";
import { yearMonth } from "./months";
import { OtherSellers, type SellerBill, sellerBills } from "./other-sellers";
import { Refusal } from "./refusal";
import { TokeniserBox } from "./tokeniser-box";
import { UsageForm } from "./usage-form";
import { UsageImport } from "./usage-import";
import { type LoadedPrices, useListPrices } from "./use-list-prices";

export interface BillDeskProps {
  initial: BillState;
  /** The prices of the first choice, so that the page is whole before any script. */
  initialSpells: readonly TieredSpell[];
  initialOthers: readonly SellerBill[];
  catalogue: readonly ListedChoice[];
  benchmarks: readonly HedgeBenchmark[];
  last: string; // the latest month with prices
  /** Origin, version and citation, as the server knows them. */
  cited: Cited;
  /** What else the address keeps. */
  carried: Query;
  openAt: string;
}

/** Usage, the bill it makes, and what follows. All of it is computed here: no usage is sent anywhere. */
export function BillDesk(props: BillDeskProps) {
  const { initial, last, openAt, carried } = props;
  const t = useTranslations("bill");
  const locale = useLocale();
  const nameOf = useChoiceName();
  const { loaded, load } = useListPrices(props.cited.version);
  const [state, setState] = useState(initial);
  const [usage, setUsage] = useState<Usage | null>(() => usageOf(initial));
  const read = readUsage(state.texts);
  const change = (next: BillState) => {
    load();
    setState(next);
    setUsage((before) => usageOf(next) ?? before); // while a field is refused the last bill stays
  };
  useAddress(withQuery("", { ...billQuery(state), ...carried }), state === initial);

  const spells = spellsFor(state.choice, props, loaded);
  const billed = usage && spells ? billFor(usage, spells, state.month) : null;
  const bills = usage && spells ? billsByMonth(usage, spells, last) : [];
  const others = loaded.prices && usage ? sellerBills(loaded.prices, usage, state.month) : props.initialOthers;
  const months = spells?.[0] ? monthsFrom(spells[0].from.slice(0, 7), last) : [];
  return (
    <>
      <form method="get" onSubmit={(event) => event.preventDefault()} aria-busy={loaded.state === "loading"}>
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="mt-4 border-t-2 border-ink pt-3 text-ink-2">
          {t("headline", { model: nameOf(state.choice), month: yearMonth(state.month, locale) })}
        </p>
        <p className="text-40 font-semibold" role="status">
          {billed?.ok ? dollars(centsText(billed.bill.total)) : t("none")}
        </p>
        {/* What is put in comes first: the page as it arrives never moves what is there already. */}
        <div className="mt-3 grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div className="lg:col-start-2 lg:row-start-1">
            <UsageForm
              state={state}
              onState={change}
              catalogue={props.catalogue}
              months={months}
              refusals={read.ok ? [] : read.refusals}
              spell={spells?.findLast(({ from }) => from.slice(0, 7) <= state.month) ?? null}
            />
          </div>
          <div className="min-w-0 lg:col-start-1 lg:row-start-1">
            {loaded.state === "failed" && <Note tone="warn">{t("failed")}</Note>}
            {billed && !billed.ok && (
              <Refusal code={billed.refusal.first ? "no-price-yet" : "no-such-model"} className="mb-3">
                {billed.refusal.first
                  ? t("no-price-yet", { first: billed.refusal.first })
                  : t("no-such-model", { model: choiceText(state.choice) })}
              </Refusal>
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
        </div>
        <div className="mt-10 grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-2">
          <Section title={t("change.title")} aside={t("change.aside")}>
            <ChangeBox state={state} onState={change} usage={usage} spells={spells} months={months} />
          </Section>
          <Section title={t("others.title")} aside={yearMonth(state.month, locale)}>
            <OtherSellers bills={others} chosen={state.choice} />
          </Section>
        </div>
      </form>
      {billed?.ok && spells && billed.bill.total > 0 && (
        <Section id="hedge" title={t("hedge.title")} aside={t("hedge.aside")} className="mt-10 scroll-mt-4">
          <HedgeBox
            bill={billed.bill}
            choice={state.choice}
            spells={spells}
            benchmarks={props.benchmarks}
            last={last}
          />
        </Section>
      )}
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
  { prices }: LoadedPrices,
): readonly TieredSpell[] | null {
  if (choiceText(choice) === choiceText(initial.choice)) return initialSpells;
  return prices && tieredSpellsOf(prices, choice);
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
