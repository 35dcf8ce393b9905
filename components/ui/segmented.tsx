"use client";

import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface SegmentedOption<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Fills with the colour of its direction when chosen: only the ticket's Buy and Sell. */
  tone?: "buy" | "sell";
  disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  /** Names the group for a screen reader. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SegmentedOption<Value>[];
  className?: string;
}

/** One of 2 to 5 choices; arrow keys move between them. */
export function Segmented<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: SegmentedProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onValueChange(next as Value)}
      className={cn("flex rounded-ctl border border-line-strong bg-surface", className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cn(
            "min-h-[calc(var(--ctl)-2px)] flex-1 border-l border-line px-[9px] text-12 font-medium whitespace-nowrap text-ink-2 first:rounded-l-[2px] first:border-l-0 last:rounded-r-[2px] hover:text-ink max-sm:text-15",
            "data-[state=on]:bg-accent-soft data-[state=on]:text-accent",
            "in-data-[contrast=high]:data-[state=on]:shadow-[inset_2px_0_var(--ink)]",
            "disabled:cursor-not-allowed disabled:text-ink-3",
            option.tone === "buy" && "data-[state=on]:bg-up-fill data-[state=on]:text-on-fill",
            option.tone === "sell" && "data-[state=on]:bg-down-fill data-[state=on]:text-on-fill",
          )}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
