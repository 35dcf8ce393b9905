import { useLocale, useTranslations } from "next-intl";
import type { Observation } from "@/tokens/prices/observation";
import { sellerName } from "@/tokens/prices/sellers";
import { fullDate } from "../chart/days";

/** A row of the price data as a reader would call it: whose price, of which tokens, since when. Its id is for files. */
export function useObservationName() {
  const t = useTranslations("prices.observation");
  const source = useTranslations("prices.source");
  const locale = useLocale();
  /** "input 4, output 20" */
  const prices = ({ prices: { input, output, cachedInput, cacheWrite } }: Pick<Observation, "prices">): string =>
    [
      source("input", { price: input.text }),
      source("output", { price: output.text }),
      ...(cachedInput ? [source("cached", { price: cachedInput.text })] : []),
      ...(cacheWrite ? [source("write", { price: cacheWrite.text })] : []),
    ].join(t("and"));
  /** Beside its seller and model: "input 4, output 20, since 23 Sep 2026". */
  const brief = (one: Observation): string => {
    const { input, output } = one.prices;
    return t("brief", { input: input.text, output: output.text, date: fullDate(one.date, locale) });
  };
  /** By itself: "Anthropic claude-opus-5-5, input 4, output 20, since 23 Sep 2026". */
  const full = (one: Observation): string =>
    t("full", { seller: sellerName(one.provider), model: one.model, brief: brief(one) });
  return { prices, brief, full };
}
