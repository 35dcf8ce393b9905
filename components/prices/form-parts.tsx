import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { RadioSegment, radioSegments } from "../ui/radio-segments";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A native select: works without scripts. */
export function Choose(props: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  className?: string;
}) {
  return (
    <label className={cn("grid gap-1 text-12 text-ink-2", props.className)}>
      {props.label}
      <select
        name={props.name}
        defaultValue={props.value}
        key={props.value}
        className="min-h-(--ctl) w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 text-13 text-ink max-sm:text-15"
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Two to five choices side by side, as radios: work without scripts. */
export function PickOne(props: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  className?: string;
}) {
  return (
    <fieldset className={cn("min-w-0", props.className)}>
      <legend className="mb-1 text-12 text-ink-2">{props.label}</legend>
      <div className={radioSegments} key={props.value}>
        {props.options.map(({ value, label }) => (
          <RadioSegment key={value} name={props.name} value={value} defaultChecked={value === props.value}>
            {label}
          </RadioSegment>
        ))}
      </div>
    </fieldset>
  );
}

/** A day, from the first price to today's. */
export function PickDay(props: {
  name: string;
  label: string;
  value: string;
  min: string;
  max: string;
  children?: ReactNode;
}) {
  return (
    <label className="grid gap-1 text-12 text-ink-2">
      {props.label}
      <input
        type="date"
        name={props.name}
        key={props.value}
        defaultValue={props.value}
        min={props.min}
        max={props.max}
        className="min-h-(--ctl) rounded-ctl border border-line-strong bg-surface px-2 text-13 text-ink max-sm:text-15"
      />
    </label>
  );
}
