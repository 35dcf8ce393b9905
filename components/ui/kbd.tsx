import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "rounded-[2px] border border-line-strong px-1 font-sans text-11 leading-[14px] font-medium text-ink-2",
        className,
      )}
      {...props}
    />
  );
}
