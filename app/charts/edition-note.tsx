import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { currentEdition } from "@/server/prices/data";
import type { ShownPrices } from "./shown-prices";

/** Says that a page shows another edition than the current one, or none of the name that was asked for. */
export function EditionNote({ shown, newest }: { shown: ShownPrices; newest: string }) {
  const t = useTranslations("chart.edition");
  const { version } = currentEdition();
  if (shown.unknown !== null)
    return (
      <Note tone="warn" className="mb-3">
        {t("unknown", { asked: shown.unknown, version })}
      </Note>
    );
  if (!shown.isOlder) return null;
  return (
    <Note className="mb-3">
      {t("older", { version: shown.prices.version })}{" "}
      <a href={newest} className="link">
        {t("newest", { version })}
      </a>
    </Note>
  );
}
