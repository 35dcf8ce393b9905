import { useLocale, useTranslations } from "next-intl";
import type { MeasuredHistory } from "@/content/history/premium-us";
import { dayMonth } from "../market/dates";
import { rounded } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";
import type { CurvePoint, DatedPrice } from "./market-figure";

interface FigureTableProps {
  history: MeasuredHistory;
  fixings: readonly DatedPrice[];
  curve: readonly CurvePoint[];
}

/** The figure's numbers: each measured price with what moved it, then the simulated fixings and months. */
export function FigureTable({ history, fixings, curve }: FigureTableProps) {
  const t = useTranslations("landing.figure");
  const locale = useLocale();
  const date = (iso: string) =>
    locale === "zh" ? `${iso.slice(0, 4)}年${dayMonth(iso, locale)}` : `${dayMonth(iso, locale)} ${iso.slice(0, 4)}`;
  return (
    <div className="grid gap-4 pt-2 text-12 [--row:28px]">
      <p className="text-ink-2">{t("provenance")}</p>
      <Table>
        <caption className="text-left font-semibold">{t("tableMeasured")}</caption>
        <thead>
          <tr>
            <Th>{t("from")}</Th>
            <Th numeric>{t("price")}</Th>
            <Th wide className="pl-6">
              {t("moved")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {history.steps.map((step) => (
            <Tr key={step.date}>
              <Td>{date(step.date)}</Td>
              <Td numeric>{rounded(step.price, 4)}</Td>
              <Td wide className="pl-6 whitespace-normal text-ink-2">
                {step.changes.map((change) => (
                  <span key={change.seller} className="block">
                    {t("move", { ...change })}
                  </span>
                ))}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Table>
        <caption className="text-left font-semibold">{t("tableSimulated")}</caption>
        <tbody>
          {fixings.map((fixing) => (
            <Tr key={fixing.date}>
              <Td>{date(fixing.date)}</Td>
              <Td numeric>{fixing.price}</Td>
              <Td className="pl-6 text-ink-2">{t("fixing")}</Td>
            </Tr>
          ))}
          {curve.map((point) => (
            <Tr key={point.symbol}>
              <Td>{date(point.lastTradingDay)}</Td>
              <Td numeric>{point.price}</Td>
              <Td className="pl-6 text-ink-2">{t("future", { symbol: point.symbol })}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
