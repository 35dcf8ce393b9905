import { useLocale, useTranslations } from "next-intl";
import type { NewsView } from "@/wire/views";
import { dayMonth, hourMinute } from "../market/dates";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** One halt: a month collected orders from its begin to its end (4.7). */
export interface Halt {
  readonly symbol: string;
  readonly from: string;
  /** When it ended; null: it lasts. */
  readonly ended: string | null;
  /** When it was to end at the latest. */
  readonly until: string;
}

/** Newest first, from the room's own announcements: a begin, and the first end of that month after it. */
export function haltsOf(news: readonly NewsView[]): Halt[] {
  const ends = new Map<string, string>();
  return news.flatMap(({ body, roomTime }) => {
    const symbol = String(body.symbol);
    if (typeof body.until !== "string") {
      ends.set(symbol, roomTime);
      return [];
    }
    const ended = ends.get(symbol) ?? null;
    ends.set(symbol, roomTime); // halted again: the one before it went on as this one
    return { symbol, from: roomTime, ended, until: body.until };
  });
}

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
