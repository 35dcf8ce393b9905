import { useLocale } from "next-intl";
import { cn } from "./cn";
import { signed, signedDollars, signedPercent, signOf } from "./numerals";

interface SignedProps {
  /** A decimal string as the API sends it, "-0.026". */
  value: string;
  as?: "number" | "dollars" | "percent";
  /** Off for parts of a sum, fees, slippage: they stay ink (VISUAL.md §3). */
  coloured?: boolean;
  /** ▲▼: off in the second of two neighbouring cells that say the same direction. */
  arrow?: boolean;
  className?: string;
}

/** A change: its sign always, ▲▼ and the direction's ink where direction is the news. */
export function Signed({ value, as = "number", coloured = true, arrow = coloured, className }: SignedProps) {
  const locale = useLocale();
  const sign = signOf(value);
  const text =
    as === "dollars" ? signedDollars(value) : as === "percent" ? signedPercent(value, locale) : signed(value);
  return (
    <span
      className={cn(
        "whitespace-nowrap",
        coloured && sign > 0 && "text-up",
        coloured && sign < 0 && "text-down",
        className,
      )}
    >
      {arrow && sign !== 0 && (
        <span aria-hidden className="mr-[.35em] align-[.1em] text-[.7em]">
          {sign > 0 ? "▲" : "▼"}
        </span>
      )}
      {text}
    </span>
  );
}
