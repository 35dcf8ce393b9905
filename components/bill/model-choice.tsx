import { useLocale, useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { choiceText, type PriceChoice, readChoice } from "@/tokens/bill/choices";
import { sellerName } from "@/tokens/prices/sellers";
import { bySeller, type ListedChoice, withChosen } from "./catalogue";
import { useChoiceName } from "./choice-name";
import { selectClass } from "./month-select";
import { yearMonth } from "./months";

export interface ModelChoiceProps {
  id: string;
  "aria-describedby"?: string;
  choice: PriceChoice;
  catalogue: readonly ListedChoice[];
  onChoice: (choice: PriceChoice) => void;
}

/**
 * A native select as the server sends it. Where scripts run, a box of the same size to search in takes its place once it is
 * there, but never under the hand of somebody who has the select open.
 */
export function ModelChoice(props: ModelChoiceProps) {
  const select = useRef<HTMLSelectElement>(null);
  const [Searchable, setSearchable] = useState<ComponentType<ModelChoiceProps> | null>(null);
  useEffect(() => {
    let gone = false;
    import("./model-combobox").then(({ ModelCombobox }) => {
      const replace = () => !gone && setSearchable(() => ModelCombobox);
      if (select.current !== document.activeElement) replace();
      else select.current?.addEventListener("blur", replace, { once: true });
    });
    return () => {
      gone = true;
    };
  }, []);
  return Searchable ? <Searchable {...props} /> : <ModelSelect {...props} ref={select} />;
}

function ModelSelect({
  choice,
  catalogue,
  onChoice,
  ...props
}: ModelChoiceProps & { ref: React.Ref<HTMLSelectElement> }) {
  const t = useTranslations("bill.choice");
  const locale = useLocale();
  const nameOf = useChoiceName();
  return (
    <select
      {...props}
      name="model"
      value={choiceText(choice)}
      onChange={(event) => onChoice(readChoice(event.target.value) ?? choice)}
      className={selectClass}
    >
      {bySeller(withChosen(catalogue, choice)).map(({ provider, listed }) => (
        <optgroup key={provider} label={sellerName(provider)}>
          {listed.map(({ choice: one, from }) => (
            <option key={choiceText(one)} value={choiceText(one)}>
              {t("option", { name: nameOf(one), from: yearMonth(from, locale) })}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
