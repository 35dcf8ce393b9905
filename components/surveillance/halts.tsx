import { useLocale, useTranslations } from "next-intl";
import { dayMonth, hourMinute } from "../market/dates";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";
import type { Halt } from "./halt-list";

export function Halts({ halts }: { halts: readonly Halt[] }) {
  const t = useTranslations("surveillance.halts");
  const locale = useLocale();
  const moment = (when: string) => `${dayMonth(when, locale)} ${hourMinute(when)}`;
  return (
    <TableScroll label={t("title")}>
      <Table>
        <thead>
          <tr>
            <Th>{t("contract")}</Th>
            <Th>{t("from")}</Th>
            <Th>{t("to")}</Th>
          </tr>
        </thead>
        <tbody>
          {halts.length === 0 && <EmptyRow columns={3}>{t("none")}</EmptyRow>}
          {halts.map(({ symbol, from, ended, until }) => (
            <Tr key={`${symbol} ${from}`}>
              <Td>{symbol}</Td>
              <Td>{moment(from)}</Td>
              <Td className={ended ? undefined : "text-warn"}>
                {ended ? moment(ended) : t("until", { until: moment(until) })}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
