import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { LedgerRow, Page } from "@/wire/views";
import { portfolioPath } from "../layout/places";
import { dayMonth, hourMinute } from "../market/dates";
import { count, dollars, grouped, signed, signOf } from "../ui/numerals";
import { EmptyRow, Table, Td, Th, Tr } from "../ui/table";
import { SettledDays } from "./settled-days";

interface LedgerProps {
  room: string;
  page: Page<LedgerRow>;
  /** Not the newest page: offer the way back. */
  older: boolean;
}

/** Every movement of cash, newest first. */
export function Ledger({ room, page, older }: LedgerProps) {
  const t = useTranslations("portfolio.ledger");
  const locale = useLocale();
  const moment = ({ roomTime }: LedgerRow) => `${dayMonth(roomTime, locale)} ${hourMinute(roomTime)}`;
  return (
    <>
      <Table className="[--row:28px] max-sm:[--row:36px]">
        <thead>
          <tr>
            <Th wide>{t("when")}</Th>
            <Th className="max-sm:pl-0">{t("what")}</Th>
            <Th numeric>{t("amount")}</Th>
            <Th numeric>{t("marginAfter")}</Th>
          </tr>
        </thead>
        <tbody>
          {page.rows.length === 0 && <EmptyRow columns={4}>{t("none")}</EmptyRow>}
          {page.rows.map((row) => (
            <Tr key={row.seq}>
              <Td wide className="text-ink-3">
                {moment(row)}
              </Td>
              <Td className="whitespace-normal max-sm:pl-0">
                <Entry row={row} />
                <small className="block text-12 text-ink-3 sm:hidden">{moment(row)}</small>
                {row.entry === "final-settlement" && row.symbol !== null && (
                  <div className="text-12">
                    <SettledDays room={room} symbol={row.symbol} />
                  </div>
                )}
              </Td>
              <Td numeric>{signed(row.marginChange)}</Td>
              <Td numeric>{grouped(row.marginCash)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-2 flex flex-wrap gap-x-4">
        {older && (
          <Link href={`${portfolioPath(room)}#ledger`} className="link inline-flex min-h-(--ctl) items-center">
            {t("newest")}
          </Link>
        )}
        {page.next !== null && (
          <Link
            href={`${portfolioPath(room)}?ledger=${encodeURIComponent(page.next)}#ledger`}
            className="link inline-flex min-h-(--ctl) items-center"
          >
            {t("older")}
          </Link>
        )}
      </div>
    </>
  );
}

/** "Variation, PREM-DEC26, 120 lots: 4.640 to 4.612". */
function Entry({ row }: { row: LedgerRow }) {
  const t = useTranslations("portfolio.ledger");
  const numbers = {
    n: Math.abs(row.lots ?? 0),
    symbol: row.symbol ?? "",
    lots: row.lots === null ? "" : row.lots < 0 ? `−${count(-row.lots)}` : count(row.lots),
    price: row.price ?? "",
    previous: row.previousPrice ?? "",
    bank: dollars(row.bankChange.replace("-", "")),
  };
  switch (row.entry) {
    case "variation":
      return row.previousPrice === null ? t("variationFirst", numbers) : t("variation", numbers);
    case "fee":
    case "final-settlement":
      return t(row.entry, numbers);
    case "transfer":
      return t(signOf(row.marginChange) > 0 ? "transferIn" : "transferOut");
    case "deposit":
      return t("deposit", numbers);
    case "default-deficit":
    case "default-haircut":
      return t(row.entry);
    default:
      return row.entry;
  }
}
