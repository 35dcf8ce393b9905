import { useLocale, useTranslations } from "next-intl";
import { type Cents, cents } from "@/engine/units";
import { type Bill, billFor } from "@/tokens/bill/bill";
import { type ListPrices, type PriceChoice, tieredSpellsOf } from "@/tokens/bill/choices";
import { changeBetween } from "@/tokens/bill/compare";
import { type ExportedUsage, usageOf } from "@/tokens/bill/import/reading";
import { matchModel } from "@/tokens/bill/model-names";
import { centsText } from "@/tokens/bill/money";
import { noUsage, plus, tokensIn, totalTokens, type Usage } from "@/tokens/bill/usage";
import { sellerName } from "@/tokens/prices/sellers";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { count, dollars } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import type { BillState } from "./bill-query";
import { Change } from "./change";
import { useChoiceName } from "./choice-name";
import { yearMonth } from "./months";

interface ImportedBillsProps {
  lines: readonly ExportedUsage[];
  prices: ListPrices;
  state: BillState;
  openAt: string;
}

/** Each model and month of a file at the list price of its month, and at the chosen model's. */
export function ImportedBills({ lines, prices, state, openAt }: ImportedBillsProps) {
  const t = useTranslations("bill.imported");
  const tBill = useTranslations("bill");
  const locale = useLocale();
  const nameOf = useChoiceName();
  const listed = prices.history.models();
  const chosenSpells = tieredSpellsOf(prices, state.choice);
  const rows = lines.map((line) => {
    const match = matchModel(line.model, listed);
    const choice: PriceChoice | null = match && { kind: "model", provider: match.provider, model: match.model };
    const own = choice && priced(line, tieredSpellsOf(prices, choice));
    const chosen = priced(line, chosenSpells);
    return {
      line,
      choice,
      own,
      chosen,
      long: tokensIn((own?.usage ?? usageOf(line, null)).long),
      open: match && prices.history.effectiveOn(match, `${line.month}-28`)?.id,
    };
  });
  const months = [...new Set(lines.map(({ month }) => month))];
  const [first, last] = [months[0], months[months.length - 1]];
  const usageIn = (month: string) =>
    rows
      .filter(({ line }) => line.month === month)
      .reduce((sum, { line }) => plus(sum, usageFor(line, chosenSpells)), noUsage);
  const change =
    first === last
      ? null
      : changeBetween({ usage: usageIn(first), month: first }, { usage: usageIn(last), month: last }, chosenSpells);
  const hasBilled = lines.some(({ billed }) => billed !== null);
  const hasLong = rows.some(({ long }) => long > 0);
  const unknown = lines.reduce((sum, { unknownLength }) => sum + unknownLength, 0);
  return (
    <>
      <TableScroll label={t("title")} loose className="mt-3">
        <Table className="min-w-[620px]">
          <thead>
            <tr>
              <Th>{t("month")}</Th>
              <Th>{t("model")}</Th>
              <Th>{t("as")}</Th>
              <Th numeric>{t("tokens")}</Th>
              {hasLong && <Th numeric>{t("long")}</Th>}
              {hasBilled && <Th numeric>{t("billed")}</Th>}
              <Th numeric>{t("own")}</Th>
              <Th numeric>{t("chosen", { model: nameOf(state.choice) })}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, choice, own, chosen, long, open }) => (
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
                <Td numeric>{count(totalTokens(usageOf(line, null)))}</Td>
                {hasLong && <Td numeric>{count(long)}</Td>}
                {hasBilled && <Td numeric>{line.billed === null ? "" : dollars(billedText(line.billed))}</Td>}
                <Td numeric>{own ? dollars(centsText(own.bill.total)) : ""}</Td>
                <Td numeric>{chosen ? dollars(centsText(chosen.bill.total)) : ""}</Td>
              </Tr>
            ))}
            <Tr className="border-t-ink font-semibold">
              <Td colSpan={3}>{tBill("table.total")}</Td>
              <Td numeric>{count(lines.reduce((sum, line) => sum + totalTokens(usageOf(line, null)), 0))}</Td>
              {hasLong && <Td numeric>{count(rows.reduce((sum, { long }) => sum + long, 0))}</Td>}
              {hasBilled && (
                <Td numeric>{dollars(billedText(lines.reduce((sum, { billed }) => sum + (billed ?? 0n), 0n)))}</Td>
              )}
              <Td numeric>{dollars(centsText(sumOf(rows.map(({ own }) => own?.bill.total ?? null))))}</Td>
              <Td numeric>{dollars(centsText(sumOf(rows.map(({ chosen }) => chosen?.bill.total ?? null))))}</Td>
            </Tr>
          </tbody>
        </Table>
      </TableScroll>
      <div className="mt-1.5 grid gap-1 text-12 text-ink-3">
        {rows.some(({ own }) => own === null) && <p>{t("left-out")}</p>}
        {hasBilled && <p>{t("billedHow")}</p>}
        {unknown > 0 && <p>{t("unknown-length", { tokens: count(unknown) })}</p>}
      </div>
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
function priced(line: ExportedUsage, spells: readonly TieredSpell[]): { usage: Usage; bill: Bill } | null {
  const usage = usageFor(line, spells);
  const billed = billFor(usage, spells, line.month);
  return billed.ok ? { usage, bill: billed.bill } : null;
}

/** With the requests apart that are long by the model's own measure of that month. */
function usageFor(line: ExportedUsage, spells: readonly TieredSpell[]): Usage {
  const inMonth = spells.filter(({ from, to }) => from.slice(0, 7) <= line.month && (to ?? "9999") >= line.month);
  return usageOf(line, inMonth.findLast(({ tiers }) => tiers.long !== null)?.tiers.long?.above ?? null);
}

const sumOf = (amounts: readonly (Cents | null)[]): Cents =>
  cents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));

/** Billionths of a dollar, half up to the cent. */
function billedText(billionths: bigint): string {
  const size = billionths < 0n ? -billionths : billionths;
  const inCents = Number((size + 5_000_000n) / 10_000_000n);
  return centsText(cents(billionths < 0n ? -inCents : inCents));
}
