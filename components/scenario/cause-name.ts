import type { useTranslations } from "next-intl";

const SHOCK = "shock:";

/** A cause by the name a reader knows it by; a shock's is its scenario's, where that is known. */
export function causeName(
  t: ReturnType<typeof useTranslations<"causes">>,
  cause: string,
  shocks: Readonly<Record<string, string>>,
): string {
  if (!cause.startsWith(SHOCK)) return t.has(cause) ? t(cause as "panel") : cause;
  const id = cause.slice(SHOCK.length);
  return shocks[id] ?? t("shock", { id });
}
