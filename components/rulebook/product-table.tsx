import { useTranslations } from "next-intl";
import type { RoomConfig } from "@/engine/config";
import { formatDecimal, formatMoney } from "@/wire/decimal";
import { count, dollars } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** Rules 2.1, 2.2, 3.3, 3.5, 4.1 and 5.3 as numbers. */
export function ProductTable({ benchmarks }: { benchmarks: RoomConfig["benchmarks"] }) {
  const t = useTranslations("rulebook.products");
  const tracks = useTranslations("landing.benchmarks");
  return (
    <TableScroll label={t("caption")} className="my-4">
      <Table className="text-13">
        <caption className="pb-1 text-left text-12 text-ink-3">{t("note")}</caption>
        <thead>
          <tr>
            <Th>{t("benchmark")}</Th>
            <Th>{t("tracks")}</Th>
            <Th numeric>{t("lot")}</Th>
            <Th numeric>{t("tick")}</Th>
            <Th numeric>{t("tickValue")}</Th>
            <Th numeric>{t("fee")}</Th>
            <Th numeric>{t("limit")}</Th>
            <Th numeric>{t("limitMonth")}</Th>
            <Th numeric>{t("start")}</Th>
            <Th numeric>{t("sellers")}</Th>
          </tr>
        </thead>
        <tbody>
          {benchmarks.map((benchmark) => (
            <Tr key={benchmark.id}>
              <Td className="font-semibold">{benchmark.id}</Td>
              <Td className="text-ink-2">{tracks(benchmark.id)}</Td>
              <Td numeric>{t("lotOf", { size: count(benchmark.lotSize), unit: benchmark.unit })}</Td>
              <Td numeric>{formatDecimal(1, benchmark.tickDecimals)}</Td>
              <Td numeric>{dollars(formatMoney(benchmark.tickValue))}</Td>
              <Td numeric>
                {`${dollars(formatMoney(benchmark.fee.taker))} / ${dollars(formatMoney(benchmark.fee.maker))}`}
              </Td>
              <Td numeric>{count(benchmark.positionLimit)}</Td>
              <Td numeric>{count(benchmark.positionLimitSettlementMonth)}</Td>
              <Td numeric>{formatDecimal(benchmark.startLevel, benchmark.tickDecimals + 2)}</Td>
              <Td numeric>{benchmark.minSellers}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
