import { useTranslations } from "next-intl";
import type { PriceChoice } from "@/tokens/bill/choices";
import { sellerName } from "@/tokens/prices/sellers";

/** "OpenAI, flagship of the time"; a model by its own name. */
export function useChoiceName(): (choice: PriceChoice) => string {
  const t = useTranslations("bill.slots");
  return (choice) => (choice.kind === "model" ? choice.model : t(choice.slot, { seller: sellerName(choice.provider) }));
}
