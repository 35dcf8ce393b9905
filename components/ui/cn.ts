import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

/** tailwind-merge has to know our own scales, or it takes `text-13` for a colour and drops `text-ink`. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["11", "12", "13", "15", "17", "21", "28", "40"],
      radius: ["ctl", "pop"],
      shadow: ["pop"],
    },
  },
});

/** Joins class names; a later one of the same property wins, so that `className` merges last. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
