import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/messages/navigation";
import type { AccountSummary } from "@/wire/views";
import { deskPath, rulePath } from "../layout/places";
import { centsOf, moneyOf, sumMoney } from "../market/exact";
import { cn } from "../ui/cn";
import { count, grouped, signed } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** What is held now, marked. */
export function Positions({ room, account }: { room: string; account: AccountSummary }) {
  const t = useTranslations("portfolio.positions");
  const held = account.positions.filter(({ net }) => net !== 0);
  const alone = sumMoney(held.map(({ requirement }) => requirement));
  const rule = (chunks: ReactNode) => (
    <Link href={rulePath("7.3")} className="link">
      {chunks}
    </Link>
  );
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
                {grouped(alone)}
              </Td>
            </tr>
            <FootLine name={t.rich("together", { rule })} amount={signed(differenceOf(account.requirement, alone))} />
            <FootLine name={t("required")} amount={grouped(account.requirement)} bold />
          </tfoot>
        )}
      </Table>
    </TableScroll>
  );
}

/** From the column's sum to what the account must hold. On a phone the column is left out, and these lines with it. */
function FootLine({ name, amount, bold }: { name: ReactNode; amount: string; bold?: boolean }) {
  return (
    <tr className={cn("max-sm:hidden", bold && "border-t border-line font-semibold")}>
      <Td colSpan={7}>{name}</Td>
      <Td numeric>{amount}</Td>
    </tr>
  );
}

const differenceOf = (total: string, part: string): string => moneyOf(centsOf(total) - centsOf(part));
