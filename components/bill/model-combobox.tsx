import { useLocale, useTranslations } from "next-intl";
import { choiceText, readChoice } from "@/tokens/bill/choices";
import { sellerName } from "@/tokens/prices/sellers";
import { Combobox } from "../ui/combobox";
import { bySeller, matching } from "./catalogue";
import { useChoiceName } from "./choice-name";
import type { ModelChoiceProps } from "./model-choice";
import { yearMonth } from "./months";

/** Any of hundreds of models, found by name, family or seller. */
export function ModelCombobox({ choice, catalogue, onChoice, ...ids }: ModelChoiceProps) {
  const t = useTranslations("bill.choice");
  const locale = useLocale();
  const nameOf = useChoiceName();
  return (
    <Combobox
      {...ids}
      name="model"
      value={choiceText(choice)}
      shown={nameOf(choice)}
      listLabel={t("list")}
      placeholder={t("search")}
      onValueChange={(text) => onChoice(readChoice(text) ?? choice)}
      find={(query) =>
        bySeller(matching(catalogue, query, (one) => [sellerName(one.provider), nameOf(one)])).map((group) => ({
          label: sellerName(group.provider),
          options: group.listed.map(({ choice: one, from, aliases }) => ({
            value: choiceText(one),
            label: nameOf(one),
            detail: detailOf(t("from", { month: yearMonth(from, locale) }), aliases, query),
          })),
        }))
      }
      found={(count) => t("found", { count })}
      none={(query) => t("none", { query })}
    />
  );
}

/** Who looks for a name that is not the entry's own is told that it is the same model. */
function detailOf(from: string, aliases: readonly string[], query: string): string {
  const meant = query.trim().toLowerCase().replaceAll(" ", "-");
  const found = meant === "" ? undefined : aliases.find((name) => name.toLowerCase().includes(meant));
  return found ? `= ${found}` : from;
}
