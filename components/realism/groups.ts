/** The measures of realism in the order of the page. Each group has a note on what the model does not claim. */
export const groups = [
  {
    id: "returns",
    measures: [
      "return-autocorrelation",
      "kurtosis",
      "kurtosis-falls",
      "tail-intraday",
      "absolute-autocorrelation",
      "absolute-decay",
      "volume-volatility",
    ],
  },
  { id: "book", measures: ["spread", "depth-hump", "depth-falls", "two-sided", "outside-limits", "budget"] },
  { id: "benchmarks", measures: ["still-days", "jump-median", "jump-large", "kurtosis-benchmark", "tail-benchmark"] },
  { id: "settlement", measures: ["convergence", "convergence-falls"] },
  { id: "news", measures: ["lever-direction", "news-at-open", "news-within-minutes"] },
  { id: "money", measures: ["profit-identity", "maker-inventory", "coin-flip-holding", "coin-flip-loss"] },
] as const;
