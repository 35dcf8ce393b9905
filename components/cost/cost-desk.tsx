"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { levers, partsOf } from "@/engine/cost/model";
import { costCases } from "@/tokens/cost-model/cases";
import { leverTexts, readLevers } from "@/tokens/cost-model/ranges";
import { Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { CostFigure } from "./cost-figure";
import { type CostState, costAddress } from "./cost-query";
import { Explained } from "./explained";
import { LeverField } from "./lever-field";
import { Moves } from "./moves";
import { estimate } from "./numbers";
import { storyOf } from "./told-levers";
import { type MeasuredViews, TwoViews } from "./two-views";

interface CostDeskProps {
  initial: CostState;
  seenFirst: string;
  measured: MeasuredViews;
  /** The formula, set on the server. */
  formula: ReactNode;
}

/** Levers, and everything that follows from them. A form without scripts: the server computes the same. */
export function CostDesk({ initial, seenFirst, measured, formula }: CostDeskProps) {
  const t = useTranslations("cost");
  const locale = useLocale();
  const [state, setState] = useState(initial);
  const { parameters, refusals } = readLevers(state.texts, state.costCase.parameters);
  const seen = /^\s*\d*\.?\d+\s*$/.test(state.seen) && Number(state.seen) > 0 ? Number(state.seen) : null;
  const parts = partsOf(parameters);
  useAddress(costAddress("", state, seenFirst));

  return (
    <form method="get" onSubmit={(event) => event.preventDefault()}>
      <div className="mt-4 grid gap-x-12 gap-y-6 border-t-2 border-ink pt-3 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="min-w-0">
          <p className="text-40 font-semibold" role="status">
            ${estimate(parts.price)}{" "}
            <span className="text-15 font-normal tracking-normal text-ink-2">{t("figure.unit")}</span>
          </p>
          <p className="mt-1 max-w-(--measure) text-ink-2">{storyOf(state, t, locale)}</p>
          <CostFigure state={state} />
          <div className="mt-6 text-15">{formula}</div>
        </div>
        <div className="grid content-start gap-3.5">
          <Field label={t("case")}>
            {(ids) => (
              <select
                {...ids}
                name="case"
                value={state.costCase.id}
                onChange={(event) => {
                  const chosen = costCases.find(({ id }) => id === event.target.value) ?? state.costCase;
                  setState({ ...state, costCase: chosen, texts: leverTexts(chosen.parameters) });
                }}
                className="min-h-(--ctl) w-full rounded-ctl border border-line-strong bg-surface px-2 max-sm:text-[1rem]"
              >
                {costCases.map(({ id }) => (
                  <option key={id} value={id}>
                    {t(`cases.${id}.name`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {levers.map((lever) => (
            <LeverField
              key={lever}
              lever={lever}
              text={state.texts[lever]}
              refusal={refusals[lever]}
              instead={parameters[lever]}
              onText={(text) => setState({ ...state, texts: { ...state.texts, [lever]: text } })}
            />
          ))}
          <Button type="submit" variant="primary" className="[@media(scripting:enabled)]:hidden">
            {t("compute")}
          </Button>
        </div>
      </div>
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section title={t("moves.title")} aside={t("moves.aside")}>
          <Moves parameters={parameters} />
        </Section>
        <Section title={t("explain.title")}>
          <Field
            label={t("explain.seen")}
            className="mb-3 max-w-60"
            note={seen === null && <Note tone="warn">{t("explain.refused", { given: state.seen })}</Note>}
          >
            {(ids) => (
              <TextInput
                {...ids}
                name="seen"
                value={state.seen}
                inputMode="decimal"
                autoComplete="off"
                aria-invalid={seen === null || undefined}
                onChange={(event) => setState({ ...state, seen: event.target.value })}
              />
            )}
          </Field>
          {seen !== null && <Explained parameters={parameters} seen={seen} />}
        </Section>
      </div>
      <Section title={t("views.title")} aside={t("views.aside")} className="mt-10">
        <TwoViews parameters={parameters} measured={measured} />
      </Section>
    </form>
  );
}

const A_MOMENT = 300;

/** What is shown can be sent on: the address follows, a moment after the last change. */
function useAddress(query: string): void {
  const [first] = useState(query);
  useEffect(() => {
    if (query === first && window.location.search === "") return;
    const timer = setTimeout(() => window.history.replaceState(null, "", query), A_MOMENT);
    return () => clearTimeout(timer);
  }, [query, first]);
}
