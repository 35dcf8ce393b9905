/** Who says what a lever is. `measured`: counted or read off by somebody; `estimated`: reported, claimed or assumed. */
export interface CostSource {
  readonly tag: string;
  readonly name: string; // written as it is in every language; empty: our own assumption
  readonly address: string | null;
  readonly kind: "measured" | "estimated";
}

export const costSources: readonly CostSource[] = [
  {
    tag: "gix",
    name: "GIX archived rate cards (content/prices/gpu-monthly.csv)",
    address: "https://github.com/henryzhangpku/gpu-price-index",
    kind: "measured",
  },
  {
    tag: "deepseek-day",
    name: "DeepSeek open-infra-index, day 6 (2025-03-01)",
    address: "https://github.com/deepseek-ai/open-infra-index",
    kind: "measured",
  },
  { tag: "inferencemax", name: "InferenceMAX v1 (epium.com)", address: "https://epium.com", kind: "measured" },
  {
    tag: "techreaderdaily",
    name: "SemiAnalysis (techreaderdaily.com)",
    address: "https://techreaderdaily.com",
    kind: "estimated",
  },
  { tag: "saahilognawala", name: "saahilognawala.com", address: "https://saahilognawala.com", kind: "estimated" },
  { tag: "5iter", name: "The Information (en.5iter.com)", address: "https://en.5iter.com", kind: "estimated" },
  { tag: "assumption", name: "", address: null, kind: "estimated" },
];

export const costSource = (tag: string): CostSource => {
  const found = costSources.find((source) => source.tag === tag);
  if (!found) throw new Error(`no source is called ${tag}`);
  return found;
};
