import { useTranslations } from "next-intl";
import type { PricedFile } from "@/tokens/bill/import/priced";
import { centsText } from "@/tokens/bill/money";
import { count, dollars } from "../../ui/numerals";
import { Refusal } from "../refusal";
import { amountText } from "./amounts";

/** What stands in no total, so that totals beside each other are of the same rows. */
export function LeftOutRows({ leftOut, chosen }: { leftOut: PricedFile["leftOut"]; chosen: string }) {
  const t = useTranslations("bill.imported.leftOut");
  return leftOut.map(({ why, rows, tokens, own, charge }) => (
    <Refusal key={`${why} ${charge.currency}`} code={why} className="mt-2">
      {t(why, { rows, tokens: count(tokens), currency: charge.currency, model: chosen })}{" "}
      {charge.billed !== null && t("billed", { amount: amountText(charge.billed, charge.currency) })}{" "}
      {own > 0 && t("own", { amount: dollars(centsText(own)) })}
    </Refusal>
  ));
}
