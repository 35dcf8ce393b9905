"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Checkbox } from "../../ui/checkbox";
import { cn } from "../../ui/cn";
import { Field, TextInput } from "../../ui/field";
import { NumberField } from "../../ui/number-field";
import { signedDollars } from "../../ui/numerals";
import { Select } from "../../ui/select";
import { useDeskQuote, useDraft } from "../desk-context";
import { useShown } from "../live/use-market";
import { resultAt, wrongSide } from "./bracket";
import {
  canBePostOnly,
  canHaveExits,
  canRest,
  isStop,
  type TimeInForce,
  type TriggerSource,
  timesInForce,
} from "./draft";
import { type FieldsProps, PriceField } from "./order-fields";
import { entryPrice, steppedLots } from "./stepping";

/** Post-only or what fires it, and how long it stands, always there; all other terms fold out, and say what is set when folded in. */
export function MoreTerms(props: FieldsProps) {
  const { change, problem } = props;
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const [open, setOpen] = useState(false);
  const id = useId();
  const set = useSetTerms();
  const Arrow = open ? ChevronDown : ChevronRight;
  const waits = draft.kind === "limit" || isStop(draft);
  return (
    <>
      {waits && (
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          {draft.kind === "limit" && (
            <Checkbox
              label={t("postOnly")}
              checked={draft.postOnly && canBePostOnly(draft)}
              disabled={!canBePostOnly(draft)}
              onCheckedChange={(postOnly) => change({ postOnly })}
            />
          )}
          {isStop(draft) && (
            <Select<TriggerSource>
              quiet
              label={t("source")}
              value={draft.source}
              onValueChange={(source) => change({ source })}
              options={(["last", "mark"] as const).map((value) => ({ value, label: t(`sources.${value}`) }))}
              className="text-12 max-sm:text-13"
            />
          )}
          <Select<TimeInForce>
            quiet
            label={t("timeInForce")}
            value={timesInForce(draft).includes(draft.timeInForce) ? draft.timeInForce : "gtc"}
            onValueChange={(timeInForce) => change({ timeInForce })}
            options={timesInForce(draft).map((value) => ({ value, label: t(`tif.${value}`) }))}
            className="text-12 max-sm:text-13"
          />
        </div>
      )}
      {waits && draft.timeInForce === "gtd" && <GoodTill change={change} />}
      <div>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-6 items-center gap-1 text-12 text-ink-2 hover:text-ink max-sm:min-h-(--ctl) max-sm:text-13"
        >
          <Arrow size={14} strokeWidth={1.5} aria-hidden />
          {t("more")}
          {!open && set.length > 0 && <span className="font-medium text-ink">{set.join(t("comma"))}</span>}
        </button>
      </div>
      <div id={id} hidden={!open} className={cn(open && "grid gap-[9px] border-l border-line pl-2.5 max-sm:gap-2.5")}>
        {open && <Terms {...props} problem={problem} />}
      </div>
    </>
  );
}

/** What is set among the terms that are folded in. */
function useSetTerms(): string[] {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const exits = canHaveExits(draft);
  return [
    draft.reduceOnly && t("reduceOnly"),
    canBePostOnly(draft) && draft.postOnly && draft.slide && t("slideShort"),
    canRest(draft) && draft.display.trim() !== "" && t("showsShort", { lots: draft.display.trim() }),
    exits && draft.target.trim() !== "" && t("targetShort", { price: draft.target.trim() }),
    exits && draft.stopLoss.trim() !== "" && t("stopLossShort", { price: draft.stopLoss.trim() }),
  ].filter((text) => text !== false);
}

function GoodTill({ change }: Pick<FieldsProps, "change">) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  const today = useShown(({ market }) => market.room.date);
  return (
    <Field label={t("goodTill")} hint={t("goodTillHint")}>
      {(ids) => (
        <TextInput
          {...ids}
          type="date"
          name="goodTill"
          value={draft.goodTill}
          min={today}
          max={quote.lastTradingDay}
          onChange={(event) => change({ goodTill: event.target.value })}
        />
      )}
    </Field>
  );
}

function Terms({ change, problem, lots }: FieldsProps) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  return (
    <>
      <div className="flex flex-wrap gap-x-4">
        <Checkbox
          label={t("reduceOnly")}
          checked={draft.reduceOnly}
          onCheckedChange={(reduceOnly) => change({ reduceOnly })}
        />
        {canBePostOnly(draft) && (
          <Checkbox
            label={t("slide")}
            checked={draft.slide && draft.postOnly}
            disabled={!draft.postOnly}
            onCheckedChange={(slide) => change({ slide })}
          />
        )}
      </div>
      {canRest(draft) && (
        <NumberField
          name="display"
          className="grid-cols-[minmax(0,1fr)]"
          label={t("display")}
          hint={draft.display.trim() === "" ? t("displayAll") : t("displayHidden")}
          inputMode="numeric"
          value={draft.display}
          invalid={problem === "display-invalid"}
          onValueChange={(display) => change({ display })}
          onStep={(direction, times) => change({ display: steppedLots(draft.display, direction * times) })}
          lessLabel={t("lotsLess")}
          moreLabel={t("lotsMore")}
        />
      )}
      {canHaveExits(draft) && (
        <fieldset className="grid gap-[9px] max-sm:gap-2.5">
          <legend className="mb-1 text-12 text-ink-2 max-sm:text-13">{t("bracket")}</legend>
          <ExitField name="target" change={change} problem={problem} lots={lots} />
          <ExitField name="stopLoss" change={change} problem={problem} lots={lots} />
          <p className="text-11 leading-4 text-ink-3 max-sm:text-13 max-sm:leading-[19px]">{t("bracketHow")}</p>
        </fieldset>
      )}
    </>
  );
}

/** Where the position would be left, and what that would make of it. */
function ExitField({ name, change, problem, lots }: FieldsProps & { name: "target" | "stopLoss" }) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const quote = useDeskQuote();
  const entry = entryPrice(draft, quote);
  const result = resultAt(draft[name], entry, draft.side, lots, quote);
  const wrong = wrongSide(draft[name], name === "target" ? "target" : "stop", entry, draft.side, quote);
  const hint = wrong ? (
    <span className="text-warn">{t(`${name}Wrong`, { entry, side: draft.side })}</span>
  ) : (
    result !== null && t("exitResult", { result: signedDollars(result) })
  );
  return <PriceField name={name} label={t(name)} hint={hint} change={change} problem={problem} />;
}
