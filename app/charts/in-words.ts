import { getTranslations } from "next-intl/server";
import { dateOfDay } from "@/components/chart/days";
import type { ChartSeries, ChartView } from "@/components/chart/view";
import { longMonthName } from "@/components/market/dates";

/** From where to where each main line went, and how many thin ones there are: what the drawing shows, for a listener. */
export async function linesInWords({ series }: Pick<ChartView, "series">, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: "chart.inWords" });
  const told = ({ name, points }: ChartSeries): string[] => {
    const known = points.filter(({ y }) => y !== null);
    const [first, last] = [known[0], known[known.length - 1]];
    if (!first) return [];
    const since = monthAndYear(dateOfDay(first.x), locale);
    return [t("line", { name, first: first.text, since, last: last.text })];
  };
  const context = series.filter((one) => one.context).length;
  const main = series.filter((one) => !one.context).flatMap(told);
  return [...main, ...(context > 0 ? [t("thin", { count: context })] : [])].join(locale === "zh" ? "" : " ");
}

/** "March 2023", "2023年3月" */
export const monthAndYear = (date: string, locale: string): string =>
  locale === "zh"
    ? `${date.slice(0, 4)}年${longMonthName(date.slice(0, 7), locale)}`
    : `${longMonthName(date.slice(0, 7), locale)} ${date.slice(0, 4)}`;
