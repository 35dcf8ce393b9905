import { useTranslations } from "next-intl";
import type { Cents } from "@/engine/units";
import { billFor } from "@/tokens/bill/bill";
import { choicesIn, choiceText, type ListPrices, type PriceChoice, tieredSpellsOf } from "@/tokens/bill/choices";
import { centsText } from "@/tokens/bill/money";
import type { Usage } from "@/tokens/bill/usage";
import { dollars } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";
import { useChoiceName } from "./choice-name";

/** The same usage in the same month at each seller's flagship and small model. */
export interface SellerBill {
  readonly choice: PriceChoice;
  readonly model: string;
  readonly total: Cents;
}

/** The cheapest first; as dear, by name. Sellers without a price in the month are left out. */
export function sellerBills(prices: ListPrices, usage: Usage, month: string): SellerBill[] {
  return choicesIn(prices.history)
    .filter(({ kind }) => kind === "slot")
    .flatMap((choice) => {
      const billed = billFor(usage, tieredSpellsOf(prices, choice), month);
      if (!billed.ok) return [];
      const model = billed.bill.lines.at(-1)?.prices.observation.model ?? "";
      return [{ choice, model, total: billed.bill.total }];
    })
    .sort((a, b) => a.total - b.total || (choiceText(a.choice) < choiceText(b.choice) ? -1 : 1));
}

export function OtherSellers({ bills, chosen }: { bills: readonly SellerBill[]; chosen: PriceChoice }) {
  const t = useTranslations("bill.others");
  const nameOf = useChoiceName();
  return (
    <Table className="[--row:30px] max-sm:[--row:36px]">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <Th>{t("seller")}</Th>
          <Th wide>{t("model")}</Th>
          <Th numeric>{t("total")}</Th>
        </tr>
      </thead>
      <tbody>
        {bills.map(({ choice, model, total }) => (
          <Tr key={choiceText(choice)} selected={choiceText(choice) === choiceText(chosen)}>
            <Td className="py-1 pl-1.5 whitespace-normal">{nameOf(choice)}</Td>
            <Td wide className="text-ink-2">
              {model}
            </Td>
            <Td numeric className="pr-1.5">
              {dollars(centsText(total))}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
