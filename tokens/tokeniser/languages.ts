/**
 * One sentence of ours in several languages, counted with OpenAI's encodings on 22 November 2026. One sentence each: an
 * illustration, not a study. (Petrov et al., NeurIPS 2023, on FLORES-200, is the study: up to 15 times between languages.)
 */
export interface LanguageCount {
  readonly language: "en" | "zh" | "fr" | "ja" | "hi" | "ar" | "code";
  readonly characters: number;
  readonly tokens: Readonly<Record<Encoding, number>>;
}

/** o200k: GPT-4o and later. cl100k: GPT-4 and 3.5. r50k: GPT-3. */
export const encodings = ["o200k_base", "cl100k_base", "r50k_base"] as const;
export type Encoding = (typeof encodings)[number];

const counted = (
  language: LanguageCount["language"],
  characters: number,
  o200k: number,
  cl100k: number,
  r50k: number,
) => ({
  language,
  characters,
  tokens: { o200k_base: o200k, cl100k_base: cl100k, r50k_base: r50k },
});

export const languageCounts: readonly LanguageCount[] = [
  counted("en", 144, 26, 26, 27),
  counted("zh", 40, 26, 46, 86),
  counted("fr", 175, 38, 43, 58),
  counted("ja", 55, 43, 61, 79),
  counted("hi", 134, 44, 142, 201),
  counted("ar", 137, 45, 99, 144),
  counted("code", 105, 25, 25, 24),
];

/** How many times the tokens of the English sentence. */
export const timesEnglish = ({ tokens }: LanguageCount, encoding: Encoding): number =>
  tokens[encoding] / languageCounts[0].tokens[encoding];
