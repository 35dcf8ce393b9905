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
          options: group.listed.map(({ choice: one, from }) => ({
            value: choiceText(one),
            label: nameOf(one),
            detail: t("from", { month: yearMonth(from, locale) }),
          })),
        }))
      }
      found={(count) => t("found", { count })}
      none={(query) => t("none", { query })}
    />
  );
}
