import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const variants = {
  /** One per view. */
  primary: "border-accent-fill bg-accent-fill text-on-fill hover:brightness-110",
  buy: "border-up-fill bg-up-fill text-on-fill hover:brightness-110",
  sell: "border-down-fill bg-down-fill text-on-fill hover:brightness-110",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  ghost: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-crit bg-surface text-crit hover:bg-sunken",
};
const sizes = {
  normal: "min-h-(--ctl) px-3 text-13",
  big: "min-h-[max(40px,var(--ctl))] px-[18px] text-15",
  icon: "size-(--ctl) px-0 text-13",
};

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** Renders its only child (a link) in the looks of a button. */
  asChild?: boolean;
}

/** The classes alone, for what is not a <button>. */
export const buttonClass = (variant: keyof typeof variants = "secondary", size: keyof typeof sizes = "normal") =>
  cn(
    "inline-flex items-center justify-center gap-1.5 rounded-ctl border font-medium leading-none whitespace-nowrap no-underline",
    "transition-[filter,background-color] duration-(--dur)",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-3 disabled:brightness-100",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:brightness-100",
    variants[variant],
    sizes[size],
  );

export function Button({ variant = "secondary", size = "normal", asChild, className, type, ...props }: ButtonProps) {
  const classes = cn(buttonClass(variant, size), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;
  return <button type={type ?? "button"} className={classes} {...props} />;
}
