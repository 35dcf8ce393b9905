import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th, Tr } from "../ui/table";
import { dataRows } from "./chart-data";
import { fullDate } from "./days";
import type { ChartView } from "./view";

/** The chart's numbers, the latest first; each opens the observations it comes from. */
export function ChartTable({ view }: { view: ChartView }) {
  const t = useTranslations("chart.table");
  const provenance = useTranslations("chart.provenance");
  const locale = useLocale();
  return (
    <Table className="text-12 [--row:28px] max-sm:[--row:36px]">
      <caption className="sr-only">{view.title}</caption>
      <thead>
        <tr>
          <Th>{view.x.kind === "date" ? t("from") : t("at")}</Th>
          <Th>{t("series")}</Th>
          <Th numeric>{t("value")}</Th>
          <Th wide className="pl-6">
            {t("as")}
          </Th>
          <Th>{t("source")}</Th>
        </tr>
      </thead>
      <tbody>
        {dataRows(view).map(({ from, series, value, as, observations }) => (
          <Tr key={`${from} ${series}`}>
            <Td>{view.x.kind === "date" ? fullDate(from, locale) : from}</Td>
            <Td className="max-w-40 truncate sm:max-w-72">{series}</Td>
            <Td numeric>{value ?? t("none")}</Td>
            <Td wide className="pl-6 text-ink-2">
              {provenance(as)}
            </Td>
            <Td>
              {observations.length > 0 && view.openAt !== null && (
                <a
                  href={`${view.openAt}${observations.join(".")}#source`}
                  className="link"
                  aria-label={t("openOf", {
                    count: observations.length,
                    series,
                    from: view.x.kind === "date" ? fullDate(from, locale) : from,
                  })}
                >
                  {t("open", { count: observations.length })}
                </a>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
