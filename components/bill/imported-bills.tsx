import { useLocale, useTranslations } from "next-intl";
import { type Cents, cents } from "@/engine/units";
import { billFor } from "@/tokens/bill/bill";
import { type PriceChoice, spellsOf } from "@/tokens/bill/choices";
import { changeBetween } from "@/tokens/bill/compare";
import { matchModel } from "@/tokens/bill/model-names";
import { centsText } from "@/tokens/bill/money";
import { noUsage, plus, totalTokens } from "@/tokens/bill/usage";
import type { ExportedUsage } from "@/tokens/bill/usage-export";
import type { PriceHistory } from "@/tokens/prices/history";
import { sellerName } from "@/tokens/prices/sellers";
import { count, dollars } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import type { BillState } from "./bill-query";
import { Change } from "./change";
import { useChoiceName } from "./choice-name";
import { yearMonth } from "./months";

interface ImportedBillsProps {
  lines: readonly ExportedUsage[];
  history: PriceHistory;
  state: BillState;
  openAt: string;
}

/** Each model and month of an export at the list price of its month, and at the chosen model's. */
export function ImportedBills({ lines, history, state, openAt }: ImportedBillsProps) {
  const t = useTranslations("bill.imported");
  const tBill = useTranslations("bill");
  const locale = useLocale();
  const nameOf = useChoiceName();
  const listed = history.models();
  const rows = lines.map((line) => {
    const match = matchModel(line.model, listed);
    const choice: PriceChoice | null = match && { kind: "model", provider: match.provider, model: match.model };
    return {
      line,
      choice,
      own: choice && totalOf(history, choice, line),
      chosen: totalOf(history, state.choice, line),
      open: match && history.effectiveOn(match, `${line.month}-28`)?.id,
    };
  });
  const months = [...new Set(lines.map(({ month }) => month))];
  const [first, last] = [months[0], months[months.length - 1]];
  const usageIn = (month: string) =>
    lines.filter((line) => line.month === month).reduce((sum, { usage }) => plus(sum, usage), noUsage);
  const change =
    first === last
      ? null
      : changeBetween(
          { usage: usageIn(first), month: first },
          { usage: usageIn(last), month: last },
          spellsOf(history, state.choice),
        );
  return (
    <>
      <TableScroll label={t("title")} className="mt-3">
        <Table className="min-w-[620px]">
          <thead>
            <tr>
              <Th>{t("month")}</Th>
              <Th>{t("model")}</Th>
              <Th>{t("as")}</Th>
              <Th numeric>{t("tokens")}</Th>
              <Th numeric>{t("own")}</Th>
              <Th numeric>{t("chosen", { model: nameOf(state.choice) })}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, choice, own, chosen, open }) => (
              <Tr key={`${line.month} ${line.model}`}>
                <Td>{yearMonth(line.month, locale)}</Td>
                <Td>{line.model}</Td>
                <Td className="text-ink-2">
                  {choice && open ? (
                    <a href={`${openAt}${open}#source`} className="link">
                      {`${sellerName(choice.provider)} ${nameOf(choice)}`}
                    </a>
                  ) : (
                    t("unmatched")
                  )}
                </Td>
                <Td numeric>{count(totalTokens(line.usage))}</Td>
                <Td numeric>{own === null ? "" : dollars(centsText(own))}</Td>
                <Td numeric>{chosen === null ? "" : dollars(centsText(chosen))}</Td>
              </Tr>
            ))}
            <Tr className="border-t-ink font-semibold">
              <Td colSpan={3}>{tBill("table.total")}</Td>
              <Td numeric>{count(rows.reduce((sum, { line }) => sum + totalTokens(line.usage), 0))}</Td>
              <Td numeric>{dollars(centsText(sumOf(rows.map(({ own }) => own))))}</Td>
              <Td numeric>{dollars(centsText(sumOf(rows.map(({ chosen }) => chosen))))}</Td>
            </Tr>
          </tbody>
        </Table>
      </TableScroll>
      {rows.some(({ own }) => own === null) && <p className="mt-1.5 text-12 text-ink-3">{t("left-out")}</p>}
      {change?.ok && (
        <div className="mt-5">
          <h3 className="mb-2 font-medium">{t("change", { model: nameOf(state.choice) })}</h3>
          <Change change={change.change} before={first} after={last} />
        </div>
      )}
    </>
  );
}

/** Null: no price is known for that month. */
function totalOf(history: PriceHistory, choice: PriceChoice, { usage, month }: ExportedUsage): Cents | null {
  const billed = billFor(usage, spellsOf(history, choice), month);
  return billed.ok ? billed.bill.total : null;
}

const sumOf = (amounts: readonly (Cents | null)[]): Cents =>
  cents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
