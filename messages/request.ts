import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { type Locale, routing } from "./routing";

type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<Locale, Messages>();

/** One namespace per file: messages/en/desk.json is `useTranslations("desk")`. */
function readMessages(locale: Locale): Messages {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "messages", locale);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
}

/** Read once in production; in development every request sees the files as they are. */
function messagesOf(locale: Locale): Messages {
  const known = process.env.NODE_ENV === "production" ? loaded.get(locale) : undefined;
  if (known) return known;
  const messages = readMessages(locale);
  loaded.set(locale, messages);
  return messages;
}

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
