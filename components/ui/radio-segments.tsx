import type { ComponentProps } from "react";
import { cn } from "./cn";

interface RadioSegmentsProps<Value extends string> {
  name: string;
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onValueChange: (value: Value) => void;
  className?: string;
}

/** Two to five choices side by side, as native radios: no more weight than their markup. */
export function RadioSegments<Value extends string>(props: RadioSegmentsProps<Value>) {
  return (
    <fieldset className={cn("min-w-0", props.className)}>
      <legend className="sr-only">{props.label}</legend>
      <div className={radioSegments}>
        {props.options.map(({ value, label }) => (
          <RadioSegment
            key={value}
            name={props.name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onValueChange(value)}
          >
            {label}
          </RadioSegment>
        ))}
      </div>
    </fieldset>
  );
}

/** What holds segments together. */
export const radioSegments = "flex rounded-ctl border border-line-strong bg-surface";

/** One of them: a native radio under its name. */
export function RadioSegment({ children, ...radio }: Omit<ComponentProps<"input">, "type" | "className">) {
  return (
    <label className="relative flex min-h-[calc(var(--ctl)-2px)] flex-1 cursor-pointer items-center justify-center border-l border-line px-[9px] text-12 font-medium whitespace-nowrap text-ink-2 first:rounded-l-[2px] first:border-l-0 last:rounded-r-[2px] hover:text-ink has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent in-data-[contrast=high]:has-checked:shadow-[inset_2px_0_var(--ink)] max-sm:text-15">
      <input type="radio" {...radio} className="absolute inset-0 cursor-pointer opacity-0" />
      {children}
    </label>
  );
}
