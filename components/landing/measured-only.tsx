import { useTranslations } from "next-intl";
import { PageTitle } from "../layout/page";
import { Note } from "../ui/note";
import { MarketFigure } from "./market-figure";
import type { Measured } from "./market-view";
import { Ways } from "./ways";

/** While the room does not answer: what was measured is still there, and what is missing is said. */
export function MeasuredOnly({ measured }: { measured: Measured }) {
  const t = useTranslations("landing");
  return (
    <>
      <div className="pt-6">
        <PageTitle>{t("title")}</PageTitle>
        <Note tone="warn" className="mt-3 mb-6 max-w-(--measure)">
          {t("unavailable")}
        </Note>
      </div>
      <MarketFigure
        className="max-w-[912px]"
        data={{ measured, fixings: [], today: measured.to, curve: [], featured: "" }}
      />
      <Ways />
    </>
  );
}
