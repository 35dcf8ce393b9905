"use client";

import { useTranslations } from "next-intl";
import { count } from "../../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../../ui/table";
import type { Candle } from "./series";

/** The candles as they were written, newest first. */
export function CandleTable({ candles, when }: { candles: readonly Candle[]; when: (at: number) => string }) {
  const t = useTranslations("desk.chart");
  const columns = ["open", "high", "low", "close", "volume"] as const;
  return (
    <TableScroll
      label={t("tableLabel")}
      className="relative min-h-0 flex-1 overflow-y-auto px-2.5 max-md:max-h-[420px] max-sm:px-4"
    >
      <Table>
        <thead className="sticky top-0 bg-surface">
          <tr>
            <Th>{t("time")}</Th>
            {columns.map((column) => (
              <Th key={column} numeric>
                {t(column)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candles.toReversed().map((candle) => (
            <Tr key={candle.time}>
              <Td>{when(candle.time * 1000)}</Td>
              <Td numeric>{candle.text.open}</Td>
              <Td numeric>{candle.text.high}</Td>
              <Td numeric>{candle.text.low}</Td>
              <Td numeric>{candle.text.close}</Td>
              <Td numeric>{count(candle.volume)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
