"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { cn } from "./cn";
import { Field } from "./field";

interface NumberFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  note?: ReactNode;
  /** What stands in the field, as typed: a half-written number is the page's to judge, not this field's. */
  value: string;
  onValueChange: (value: string) => void;
  /** One step up or down: a tick, a lot. `times` is 10 with Shift or Page keys. */
  onStep: (direction: 1 | -1, times: number) => void;
  /** Names of − and + for a screen reader. */
  lessLabel: string;
  moreLabel: string;
  unit?: ReactNode;
  inputMode?: "decimal" | "numeric";
  invalid?: boolean;
  disabled?: boolean;
  name?: string;
  className?: string;
}

const steps: Record<string, [1 | -1, number]> = {
  ArrowUp: [1, 1],
  ArrowDown: [-1, 1],
  PageUp: [1, 10],
  PageDown: [-1, 10],
};

/** A number between − and +; ↑↓ step, Shift or Page steps ten. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, note, value, onValueChange, onStep, lessLabel, moreLabel, unit, className } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(step[0], event.shiftKey ? 10 : step[1]);
  };
  const stepper = (direction: 1 | -1, name: string) => (
    <button
      type="button"
      aria-label={name}
      disabled={props.disabled}
      onClick={(event) => onStep(direction, event.shiftKey ? 10 : 1)}
      className={cn(
        "w-(--ctl) shrink-0 self-stretch bg-sunken text-15 text-ink-2 hover:text-ink disabled:text-ink-3",
        direction < 0 ? "rounded-l-[2px] border-r border-line" : "rounded-r-[2px] border-l border-line",
      )}
    >
      {direction < 0 ? "−" : "+"}
    </button>
  );
  return (
    <Field label={label} hint={hint} note={note} className={className}>
      {(ids) => (
        <div
          className={cn(
            "flex min-h-(--ctl) items-center rounded-ctl border border-line-strong bg-surface focus-within:border-accent",
            props.invalid && "border-warn",
          )}
        >
          {stepper(-1, lessLabel)}
          <input
            {...ids}
            name={props.name}
            value={value}
            disabled={props.disabled}
            inputMode={props.inputMode ?? "decimal"}
            autoComplete="off"
            aria-invalid={props.invalid || undefined}
            onChange={(event) => onValueChange(event.target.value)}
            onKeyDown={onKeyDown}
            className="min-w-0 flex-1 self-stretch bg-transparent px-2 text-right text-15 font-medium max-sm:text-17"
          />
          {unit && <span className="pr-2 text-12 text-ink-3">{unit}</span>}
          {stepper(1, moreLabel)}
        </div>
      )}
    </Field>
  );
}
