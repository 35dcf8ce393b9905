import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";

/** On every page: nothing here is real money. Leads to how real the prices are. */
export function SimulatedBadge() {
  const t = useTranslations("common");
  return (
    <Link
      href="/realism"
      className="inline-flex min-h-6 items-center gap-[7px] text-12 font-medium whitespace-nowrap text-ink hover:underline"
    >
      <span aria-hidden className="swatch-simulated size-4 rounded-[2px] border border-line-strong" />
      {t("simulated")}
    </Link>
  );
}
