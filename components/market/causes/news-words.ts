import { useLocale } from "next-intl";
import { useEffect, useState } from "react";

interface PresetWords {
  readonly shocks: Readonly<Record<string, string>>;
  readonly rulings?: Readonly<Record<string, string>>;
  readonly news: Readonly<Record<string, string>>;
}
type Words = Readonly<Record<string, PresetWords>>;

/** What scenarios tell is long, and most rooms have none: fetched when the first of it comes up. */
const loaders: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import("@/messages/en/scenarios.json"),
  zh: () => import("@/messages/zh/scenarios.json"),
};

/** The words of every preset in the reader's language; empty until they are wanted and there. */
export function useScenarioWords(wanted: boolean): Words {
  const locale = useLocale();
  const [words, setWords] = useState<Words>({});
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void (loaders[locale] ?? loaders.en)().then(({ default: texts }) => {
      if (here) setWords((texts as { presets: Words }).presets);
    });
    return () => {
      here = false;
    };
  }, [wanted, locale]);
  return words;
}

/** Names of all presets' shocks; no two share an id. */
export const shocksIn = (words: Words): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.values(words).map(({ shocks }) => shocks));

/** An item of news or a ruling in words; of a scenario that is no preset, by its id. */
export function toldText(
  words: Words,
  { kind, scenario, item }: { readonly kind: "news" | "ruling"; readonly scenario: string; readonly item: string },
): string {
  const texts = words[scenario];
  return (kind === "news" ? texts?.news : texts?.rulings)?.[item] ?? item;
}
