"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  /** Without a border: a choice inside a line of text or a head. */
  quiet?: boolean;
  className?: string;
}

/** One of more than five choices, or one in a tight place. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onValueChange, options, quiet, className } = props;
  return (
    <Radix.Root value={value} onValueChange={(next) => onValueChange(next as Value)}>
      <Radix.Trigger
        aria-label={label}
        className={cn(
          "inline-flex min-h-(--ctl) items-center justify-between gap-1.5 rounded-ctl text-13 text-ink",
          quiet ? "hover:bg-sunken px-1 text-ink-2" : "border border-line-strong bg-surface px-2",
          className,
        )}
      >
        <Radix.Value />
        <Radix.Icon>
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-auto rounded-pop border border-line bg-surface p-1 shadow-pop"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="flex min-h-(--ctl) items-center justify-between gap-6 rounded-ctl px-2 text-13 outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-accent-soft data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator>
                  <Check size={14} strokeWidth={1.5} aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
