import type { Encoding } from "@/tokens/tokeniser/languages";

/** The encodings that a reader may count with; each is hundreds of kilobytes and is loaded when first asked for. */
const loaders = {
  o200k_base: () => import("gpt-tokenizer/encoding/o200k_base"),
  cl100k_base: () => import("gpt-tokenizer/encoding/cl100k_base"),
} as const satisfies Partial<Record<Encoding, unknown>>;

export type CountingEncoding = keyof typeof loaders;

export interface CountRequest {
  readonly id: number;
  readonly text: string;
  readonly encoding: CountingEncoding;
}

export interface CountAnswer {
  readonly id: number;
  readonly tokens: number;
}

self.onmessage = async ({ data: { id, text, encoding } }: MessageEvent<CountRequest>) => {
  const { countTokens } = await loaders[encoding]();
  // "<|endoftext|>" in somebody's text is text.
  const answer: CountAnswer = { id, tokens: countTokens(text, { disallowedSpecial: new Set() }) };
  self.postMessage(answer);
};
