import { useTranslations } from "next-intl";

/** Sentences of the document in the reader's language. They hold braces of their own, so they are never formatted. */
export function useDocumentText(): (...place: string[]) => string | null {
  const t = useTranslations("api.texts");
  return (...place) => {
    const key = place.join(".");
    return t.has(key) ? (t.raw(key) as string) : null;
  };
}
