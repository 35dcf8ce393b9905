import { useTranslations } from "next-intl";

/** On every page and every exported image: nothing here is real money. */
export function SimulatedBadge() {
  const t = useTranslations("common");
  return (
    <span className="inline-flex items-center gap-[7px] text-12 font-medium whitespace-nowrap text-ink">
      <span aria-hidden className="swatch-simulated size-4 rounded-[2px] border border-line-strong" />
      {t("simulated")}
    </span>
  );
}
