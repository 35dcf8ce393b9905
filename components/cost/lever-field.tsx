"use client";

import { useLocale, useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { Lever } from "@/engine/cost/model";
import { type LeverRefusal, leverRanges } from "@/tokens/cost-model/ranges";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { bound, leverValue, SLIDER, sliderAt, typedAt } from "./numbers";

interface LeverFieldProps {
  lever: Lever;
  text: string;
  refusal: LeverRefusal | undefined;
  /** What stands in while the typed value is refused. */
  instead: number;
  onText: (text: string) => void;
}

/** One lever: its number with the unit, a slider over all it may be, and what it usually is. */
export function LeverField({ lever, text, refusal, instead, onText }: LeverFieldProps) {
  const t = useTranslations("cost");
  const locale = useLocale();
  const { unit, usual, step, least, most } = leverRanges[lever];
  const typed = refusal ? instead * (unit === "percent" ? 100 : 1) : Number(text);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const next = typed + direction * step * (event.shiftKey ? 10 : 1);
    onText(String(Number(Math.min(most, Math.max(least, next)).toFixed(4))));
  };
  return (
    <Field
      label={t(`levers.${lever}.name`)}
      hint={t("usual", { from: bound(usual[0]), to: bound(usual[1]) })}
      note={
        refusal && (
          <Note tone="warn" role="status">
            {t(`refusals.${refusal.reason}`, {
              given: refusal.given,
              least: bound(least),
              most: bound(most),
              instead: leverValue(lever, instead, locale),
            })}
          </Note>
        )
      }
    >
      {(ids) => (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3">
          <input
            type="range"
            aria-label={t("slide", { lever: t(`levers.${lever}.name`) })}
            aria-valuetext={`${text} ${t(`units.${unit}`)}`}
            min={0}
            max={SLIDER}
            value={sliderAt(lever, typed)}
            onChange={(event) => onText(typedAt(lever, Number(event.target.value)))}
            className="h-(--ctl) w-full min-w-0 cursor-pointer accent-(--accent) [@media(scripting:none)]:hidden"
          />
          <span className="flex items-baseline gap-2 [@media(scripting:none)]:col-span-2">
            <TextInput
              {...ids}
              name={lever}
              value={text}
              inputMode="decimal"
              autoComplete="off"
              aria-invalid={refusal ? true : undefined}
              onChange={(event) => onText(event.target.value)}
              onKeyDown={onKeyDown}
              className="w-20 text-right"
            />
            <span className="w-14 text-12 text-ink-3">{t(`units.${unit}`)}</span>
          </span>
        </div>
      )}
    </Field>
  );
}
