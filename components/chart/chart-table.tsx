import { useLocale, useTranslations } from "next-intl";
import { clockTime } from "../market/dates";
import { grouped } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";
import { dataRows } from "./chart-data";
import { fullDate } from "./days";
import { type AnyView, type ChartView, isBars, provenances, type TableData } from "./view";

/** The numbers of any chart; in a pane without the columns that its key says for all rows. */
export function ChartTable({ view, inPane = false }: { view: AnyView; inPane?: boolean }) {
  if (view.table) return <OwnTable title={view.title} table={view.table} />;
  return isBars(view) ? null : <PointTable view={view} inPane={inPane} />;
}

function OwnTable({ title, table: { columns, rows } }: { title: string; table: TableData }) {
  return (
    <Table className="text-12 [--row:28px] max-sm:[--row:36px]">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column.name} numeric={column.numeric}>
              {column.title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.join("\t")}>
            {columns.map(({ name, numeric }, i) => (
              <Td key={name} numeric={numeric}>
                {numeric ? grouped(row[i]) : row[i]}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The points of its lines, the latest first; each opens the observations it comes from. */
function PointTable({ view, inPane }: { view: ChartView; inPane: boolean }) {
  const t = useTranslations("chart.table");
  const provenance = useTranslations("chart.provenance");
  const locale = useLocale();
  const { kind } = view.x;
  const written = (from: string) =>
    kind === "date" ? fullDate(from, locale) : kind === "time" ? clockTime(from) : from;
  const saysEach = !inPane || provenances(view).length > 1;
  const hasSources = view.series.some(({ points }) => points.some(({ open }) => open && open.length > 0));
  return (
    <Table className="text-12 [--row:28px] max-sm:[--row:36px]">
      <caption className="sr-only">{view.title}</caption>
      <thead>
        <tr>
          <Th>{kind === "date" ? t("from") : t("at")}</Th>
          <Th>{t("series")}</Th>
          <Th numeric>{t("value")}</Th>
          {saysEach && (
            <Th wide className="pl-6">
              {t("as")}
            </Th>
          )}
          {hasSources && <Th>{t("source")}</Th>}
        </tr>
      </thead>
      <tbody>
        {dataRows(view).map(({ from, series, value, as, observations }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day may have two values, at its start and now
          <Tr key={`${from} ${series} ${i}`}>
            <Td>{written(from)}</Td>
            <Td className={inPane ? "whitespace-normal" : "max-w-40 truncate sm:max-w-72"}>{series}</Td>
            <Td numeric>{value ?? t("none")}</Td>
            {saysEach && (
              <Td wide className="pl-6 text-ink-2">
                {provenance(as)}
              </Td>
            )}
            {hasSources && (
              <Td>
                {observations.length > 0 && view.openAt !== null && (
                  <a
                    href={`${view.openAt}${observations.join(".")}#source`}
                    className="link"
                    aria-label={t("openOf", {
                      count: observations.length,
                      series,
                      from: written(from),
                    })}
                  >
                    {t("open", { count: observations.length })}
                  </a>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
