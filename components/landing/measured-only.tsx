import { useTranslations } from "next-intl";
import type { MeasuredHistory } from "@/content/history/premium-us";
import { Figure } from "../figure/figure";
import { PageTitle } from "../layout/page";
import { Note } from "../ui/note";
import { FigureTable } from "./figure-table";
import { MarketFigure } from "./market-figure";
import { Ways } from "./ways";

/** While the room does not answer: what was measured is still there, and what is missing is said. */
export function MeasuredOnly({ history }: { history: MeasuredHistory }) {
  const t = useTranslations("landing");
  return (
    <>
      <div className="pt-6">
        <PageTitle>{t("title")}</PageTitle>
        <Note tone="warn" className="mt-3 mb-6 max-w-(--measure)">
          {t("unavailable")}
        </Note>
      </div>
      <Figure
        className="max-w-[912px]"
        title={t("figure.title")}
        unit={t("figure.unit")}
        source={t("figure.source")}
        table={{ label: t("figure.table"), children: <FigureTable history={history} fixings={[]} curve={[]} /> }}
      >
        <MarketFigure
          data={{ measured: history.steps, seam: history.to, fixings: [], today: history.to, curve: [], featured: "" }}
        />
      </Figure>
      <Ways />
    </>
  );
}
