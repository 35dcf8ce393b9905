"use client";

import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
  className?: string;
}

export function Checkbox({ label, checked, onCheckedChange, disabled, name, className }: CheckboxProps) {
  const id = useId();
  return (
    <div
      className={cn(
        "inline-flex min-h-[24px] items-center gap-1.5 text-12 text-ink-2 max-sm:min-h-(--ctl) max-sm:text-13",
        className,
      )}
    >
      <Radix.Root
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        className="grid size-4 shrink-0 place-items-center rounded-[2px] border border-line-strong bg-surface data-[state=checked]:border-accent-fill data-[state=checked]:bg-accent-fill data-[state=checked]:text-on-fill disabled:bg-sunken"
      >
        <Radix.Indicator>
          <Check size={12} strokeWidth={2.5} aria-hidden />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className="select-none">
        {label}
      </label>
    </div>
  );
}
