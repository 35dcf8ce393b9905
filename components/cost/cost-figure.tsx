import { useLocale, useTranslations } from "next-intl";
import { ChartFrame } from "../chart/chart-frame";
import { usePlaces } from "../chart/served";
import type { CostState } from "./cost-query";
import { waterfall } from "./waterfall";

/** What the price is made of, by these levers: every address of the figure carries them. */
export function CostFigure({ state }: { state: CostState }) {
  const t = useTranslations("cost");
  const locale = useLocale();
  const { view, summary, source, query } = waterfall(state, t, locale);
  const { addresses, cited } = usePlaces({ id: view.id, title: view.title, page: "/cost-model", query });
  return (
    <ChartFrame
      view={view}
      summary={summary}
      source={source}
      method="#levers"
      addresses={addresses}
      cited={cited}
      className="mt-4"
    />
  );
}
