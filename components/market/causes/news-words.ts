import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { RoomScenario } from "@/wire/scenario-views";
import type { NewsView } from "@/wire/views";
import { ownWords } from "../../scenario/own-words";
import { useDesk } from "../desk-context";

interface PresetWords {
  readonly shocks: Readonly<Record<string, string>>;
  readonly rulings?: Readonly<Record<string, string>>;
  readonly news: Readonly<Record<string, string>>;
}
/** By scenario. */
export type Words = Readonly<Record<string, PresetWords>>;

/** What scenarios tell is long, and most rooms have none: fetched when the first of it comes up. */
const loaders: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import("@/messages/en/scenarios.json"),
  zh: () => import("@/messages/zh/scenarios.json"),
};

/**
 * The words of every preset in the reader's language, and of the room's other scenarios their own, which come last and
 * win: a preset's text never stands for somebody else's file. `latest` is the event of the last thing that was told,
 * null where there is none; the room is asked again when there is more. Null: not there yet.
 */
export function useScenarioWords(latest: number | null): Words | null {
  const locale = useLocale();
  const t = useTranslations("scenario-words");
  const { api } = useDesk();
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    if (latest === null) return;
    const stop = new AbortController();
    const load = async () => {
      const [{ default: texts }, seen] = await Promise.all([
        (loaders[locale] ?? loaders.en)(),
        api.scenarios(stop.signal),
      ]);
      const own = (seen.ok ? seen.value.rows : []).filter(({ preset }) => !preset);
      const presets = (texts as { presets: Words }).presets;
      if (!stop.signal.aborted) setWords({ ...presets, ...wordsById(own, (one) => ownWords(t, locale, one)) });
    };
    load().catch(() => {}); // ended by us: something more was told
    return () => stop.abort();
  }, [latest, locale, t, api]);
  return words;
}

/** The event of the last of these; null: there is none. */
export const latestOf = (news: readonly NewsView[]): number | null =>
  news.reduce<number | null>((latest, { seq }) => (latest === null || seq > latest ? seq : latest), null);

const wordsById = (scenarios: readonly RoomScenario[], inWords: (one: RoomScenario) => PresetWords): Words =>
  Object.fromEntries(scenarios.map((one) => [one.id, inWords(one)]));

/** Names of all shocks. No two presets share an id; one's own, which is later, goes by its own. */
export const shocksIn = (words: Words | null): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.values(words ?? {}).map(({ shocks }) => shocks));

const NOT_YET = "…";

/** An item of news or a ruling in words. Of a room whose engine is too old to say what it was: its id. */
export function toldText(
  words: Words | null,
  { kind, scenario, item }: { readonly kind: "news" | "ruling"; readonly scenario: string; readonly item: string },
): string {
  if (words === null) return NOT_YET;
  const texts = words[scenario];
  return (kind === "news" ? texts?.news : texts?.rulings)?.[item] ?? item;
}
