import { noUsage, type Usage } from "./usage";

/** A month of a typical use. Its name and what is assumed are in messages, under the id. */
export interface Workload {
  readonly id: "chat" | "coding" | "rag" | "summarising" | "extraction" | "deepseek" | "cached-blend";
  /** measured: a seller published the mix. estimated: an analyst's blend. assumed: ours. */
  readonly kind: "measured" | "estimated" | "assumed";
  readonly source: string | null; // null: our assumption
  readonly usage: Usage;
}

const M = 1e6;

export const workloads: readonly Workload[] = [
  {
    id: "chat", // 100,000 conversations of six turns: the earlier turns come from the cache
    kind: "assumed",
    source: null,
    usage: { ...noUsage, input: 180 * M, cachedInput: 420 * M, output: 150 * M, reasoning: 30 * M },
  },
  {
    id: "coding", // ten developers; an agent reads its own transcript again at every step
    kind: "assumed",
    source: null,
    usage: { ...noUsage, input: 60 * M, cachedInput: 2400 * M, cacheWrite: 160 * M, output: 40 * M, reasoning: 15 * M },
  },
  {
    id: "rag", // 100,000 questions, 4,000 tokens of passages and 1,500 of fixed instructions each, short answers
    kind: "assumed",
    source: null,
    usage: { ...noUsage, input: 400 * M, cachedInput: 150 * M, output: 30 * M },
  },
  {
    id: "summarising", // 50,000 documents of 8,000 tokens, overnight
    kind: "assumed",
    source: null,
    usage: { ...noUsage, input: 400 * M, output: 20 * M, batchInput: 400 * M, batchOutput: 20 * M },
  },
  {
    id: "extraction", // a million records of 600 tokens, a few fields out, overnight
    kind: "assumed",
    source: null,
    usage: { ...noUsage, input: 600 * M, output: 40 * M, batchInput: 600 * M, batchOutput: 40 * M },
  },
  {
    id: "deepseek", // a thousandth of 24 hours to 28 February 2025: 608 billion in, 342 of them cached, 168 out
    kind: "measured",
    source: "DeepSeek open-infra-index, day 6 (2025-03-01)",
    usage: { ...noUsage, input: 266 * M, cachedInput: 342 * M, output: 168 * M },
  },
  {
    id: "cached-blend", // 7:2:1
    kind: "estimated",
    source: "Artificial Analysis 2026 (InferenceIndexer)",
    usage: { ...noUsage, input: 200 * M, cachedInput: 700 * M, output: 100 * M },
  },
];

export const DEFAULT_WORKLOAD = workloads[1];
