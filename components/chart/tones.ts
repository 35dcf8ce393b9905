import type { Tone } from "./view";

/** Whole class names, so that Tailwind finds them. */
export const strokeOf: Record<Tone, string> = {
  "s-prem": "stroke-s-prem",
  "s-chna": "stroke-s-chna",
  "s-econ": "stroke-s-econ",
  "s-gpuh": "stroke-s-gpuh",
  ink: "stroke-ink",
  "ink-3": "stroke-ink-3",
};

export const fillOf: Record<Tone, string> = {
  "s-prem": "fill-s-prem",
  "s-chna": "fill-s-chna",
  "s-econ": "fill-s-econ",
  "s-gpuh": "fill-s-gpuh",
  ink: "fill-ink",
  "ink-3": "fill-ink-3",
};
