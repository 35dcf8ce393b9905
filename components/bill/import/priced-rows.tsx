import { useLocale, useTranslations } from "next-intl";
import type { PricedFile, PricedRow } from "@/tokens/bill/import/priced";
import { centsText } from "@/tokens/bill/money";
import { noUsage, totalTokens } from "@/tokens/bill/usage";
import { lastDayOf } from "@/tokens/prices/dates";
import { sellerName } from "@/tokens/prices/sellers";
import { dayMonth } from "../../market/dates";
import { count, dollars } from "../../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../../ui/table";
import { useChoiceName } from "../choice-name";
import { yearMonth } from "../months";
import { amountText } from "./amounts";

interface PricedRowsProps {
  file: PricedFile;
  chosen: string;
  openAt: string;
}

const charges = ["billed", "contracted", "list"] as const;

/** A row for each model, month and price, with the days on which it was used. */
export function PricedRows({ file: { rows, total }, chosen, openAt }: PricedRowsProps) {
  const t = useTranslations("bill.imported");
  const tBill = useTranslations("bill");
  const locale = useLocale();
  const told = charges.filter((kind) => rows.some(({ charge }) => charge[kind] !== null));
  const longOf = ({ usage }: PricedRow) => totalTokens({ ...noUsage, long: usage.long });
  const hasLong = rows.some((row) => longOf(row) > 0);
  return (
    <TableScroll label={t("title")} loose className="mt-3">
      <Table className="min-w-[620px]">
        <thead>
          <tr>
            <Th>{t("days")}</Th>
            <Th>{t("model")}</Th>
            <Th>{t("as")}</Th>
            <Th numeric>{t("tokens")}</Th>
            {hasLong && <Th numeric>{t("long")}</Th>}
            {told.map((kind) => (
              <Th key={kind} numeric>
                {t(kind)}
              </Th>
            ))}
            <Th numeric>{t("own")}</Th>
            <Th numeric>{t("chosen", { model: chosen })}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={[row.from, row.model, row.charge.currency, ...row.at.map(({ id }) => id)].join(" ")}>
              <Td>{daysText(row, locale)}</Td>
              <Td>{row.model}</Td>
              <Td className="text-ink-2">
                <PricedAs row={row} openAt={openAt} />
              </Td>
              <Td numeric>{count(totalTokens(row.usage))}</Td>
              {hasLong && <Td numeric>{count(longOf(row))}</Td>}
              {told.map((kind) => (
                <Td key={kind} numeric>
                  {amountText(row.charge[kind], row.charge.currency)}
                </Td>
              ))}
              <Td numeric>{row.own === null ? "–" : dollars(centsText(row.own))}</Td>
              <Td numeric>{row.chosen === null ? "–" : dollars(centsText(row.chosen))}</Td>
            </Tr>
          ))}
          {total && (
            <Tr className="border-t-ink font-semibold">
              <Td colSpan={3}>
                {total.rows === rows.length
                  ? tBill("table.total")
                  : t("totalOf", { rows: total.rows, all: rows.length })}
              </Td>
              <Td numeric>{count(total.tokens)}</Td>
              {hasLong && <Td numeric>{count(total.long)}</Td>}
              {told.map((kind) => (
                <Td key={kind} numeric>
                  {amountText(total.charge[kind], total.charge.currency)}
                </Td>
              ))}
              <Td numeric>{dollars(centsText(total.own))}</Td>
              <Td numeric>{total.chosen === null ? "–" : dollars(centsText(total.chosen))}</Td>
            </Tr>
          )}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** The model and its price a million tokens, input and output, or why the row is in no total. */
function PricedAs({ row: { choice, at, leftOut }, openAt }: { row: PricedRow; openAt: string }) {
  const t = useTranslations("bill.imported");
  const nameOf = useChoiceName();
  const price = at.at(-1);
  return (
    <>
      {choice && price && (
        <a href={`${openAt}${price.id}#source`} className="link">
          {`${sellerName(choice.provider)} ${nameOf(choice)}`}
        </a>
      )}{" "}
      {at.map(({ prices }) => `${prices.input.text} / ${prices.output.text}`).join(", ")}{" "}
      {leftOut && <code className="text-12">{leftOut}</code>}
      {leftOut === "model-unknown" && ` ${t("unmatched")}`}
    </>
  );
}

/** "1 Aug 2026", "1 Aug – 20 Aug 2026"; a whole month by its name. */
function daysText({ from, to }: PricedRow, locale: string): string {
  const month = from.slice(0, 7);
  if (from === `${month}-01` && to === lastDayOf(month)) return yearMonth(month, locale);
  const year = to.slice(0, 4);
  const days = [...new Set([from, to])].map((day) => dayMonth(day, locale)).join(" – ");
  return locale === "zh" ? `${year}年${days}` : `${days} ${year}`;
}
