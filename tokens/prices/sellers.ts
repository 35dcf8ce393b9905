import type { Region } from "./observation";

/** How a seller is written, and where it is at home. Names are the same in every language. */
export interface Seller {
  readonly name: string;
  readonly region: Region;
}

const sellers: Readonly<Record<string, Seller>> = {
  alibaba: { name: "Alibaba", region: "CN" },
  amazon: { name: "Amazon", region: "US" },
  anthropic: { name: "Anthropic", region: "US" },
  cohere: { name: "Cohere", region: "US" },
  deepseek: { name: "DeepSeek", region: "CN" },
  google: { name: "Google", region: "US" },
  meta: { name: "Meta", region: "US" },
  minimax: { name: "MiniMax", region: "CN" },
  mistral: { name: "Mistral", region: "EU" },
  moonshotai: { name: "Moonshot AI", region: "CN" },
  openai: { name: "OpenAI", region: "US" },
  perplexity: { name: "Perplexity", region: "US" },
  stepfun: { name: "StepFun", region: "CN" },
  xai: { name: "xAI", region: "US" },
  xiaomi: { name: "Xiaomi", region: "CN" },
  zai: { name: "Z.ai", region: "CN" },
  zhipuai: { name: "Zhipu AI", region: "CN" },
};

/** A seller that is not in the list is written as the data has it. */
export const sellerName = (provider: string): string => sellers[provider]?.name ?? provider;

export const sellerRegion = (provider: string): Region | null => sellers[provider]?.region ?? null;
