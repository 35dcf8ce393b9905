import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { AccountSummary } from "@/wire/views";
import { deskPath } from "../layout/places";
import { sumMoney } from "../market/exact";
import { count, grouped } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** What is held now, marked. */
export function Positions({ room, account }: { room: string; account: AccountSummary }) {
  const t = useTranslations("portfolio.positions");
  const held = account.positions.filter(({ net }) => net !== 0);
  return (
    <TableScroll label={t("title")}>
      <Table className="[--row:28px] max-sm:[--row:36px]">
        <thead>
          <tr>
            <Th>{t("contract")}</Th>
            <Th numeric>{t("net")}</Th>
            <Th numeric wide>
              {t("entry")}
            </Th>
            <Th numeric wide>
              {t("settlement")}
            </Th>
            <Th numeric>{t("mark")}</Th>
            <Th numeric wide>
              {t("today")}
            </Th>
            <Th numeric end>
              {t("sinceEntry")}
            </Th>
            <Th numeric wide>
              {t("requirement")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {held.length === 0 && (
            <EmptyRow columns={8}>
              {t("none")}{" "}
              <Link href={deskPath(room)} className="link">
                {t("toDesk")}
              </Link>
            </EmptyRow>
          )}
          {held.map((position) => (
            <Tr key={position.symbol}>
              <Td>
                <Link href={deskPath(room, position.symbol)} className="text-ink hover:text-accent">
                  {position.symbol}
                </Link>
              </Td>
              <Td numeric>{t(position.net > 0 ? "long" : "short", { lots: count(Math.abs(position.net)) })}</Td>
              <Td numeric wide>
                {grouped(position.averageEntry)}
              </Td>
              <Td numeric wide>
                {grouped(position.settlement)}
              </Td>
              <Td numeric>{grouped(position.mark)}</Td>
              <Td numeric wide>
                <Signed value={position.sinceSettlement} />
              </Td>
              <Td numeric end>
                <Signed value={position.unrealised} />
              </Td>
              <Td numeric wide>
                {grouped(position.requirement)}
              </Td>
            </Tr>
          ))}
        </tbody>
        {held.length > 0 && (
          <tfoot>
            <tr className="border-t border-line-strong">
              <Td className="font-semibold">{t("total")}</Td>
              <Td />
              <Td wide />
              <Td wide />
              <Td />
              <Td numeric wide>
                <Signed value={sumMoney(held.map(({ sinceSettlement }) => sinceSettlement))} />
              </Td>
              <Td numeric end className="font-semibold">
                <Signed value={sumMoney(held.map(({ unrealised }) => unrealised))} />
              </Td>
              <Td numeric wide>
                {grouped(account.requirement)}
              </Td>
            </tr>
          </tfoot>
        )}
      </Table>
    </TableScroll>
  );
}
