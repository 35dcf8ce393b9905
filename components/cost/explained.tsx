import { useLocale, useTranslations } from "next-intl";
import { type CostParameters, pricePerMtok } from "@/engine/cost/model";
import { usdPerMtok } from "@/engine/cost/units";
import { explain } from "@/tokens/cost-model/inversion";
import { estimate, leverValue } from "./numbers";

/** What each lever alone would have to be for the model to give the price that was seen. */
export function Explained({ parameters, seen }: { parameters: CostParameters; seen: number }) {
  const t = useTranslations("cost.explain");
  const tLevers = useTranslations("cost.levers");
  const tAmounts = useTranslations("cost.amounts");
  const locale = useLocale();
  return (
    <>
      <p className="mb-1 text-ink-2" role="status">
        {t("gap", { seen: estimate(seen), modelled: estimate(pricePerMtok(parameters)) })}
      </p>
      <ul>
        {explain(parameters, usdPerMtok(seen)).map((one) => {
          const name = tLevers(`${one.lever}.name`);
          const now = leverValue(one.lever, parameters[one.lever], locale);
          const value = leverValue(one.lever, one.found ? one.value : one.needed, locale);
          const needed = tAmounts(one.lever, { value });
          return (
            <li key={one.lever} className="border-t border-line py-2 first:border-t-0">
              {one.found
                ? t(one.usual ? "usual" : "unusual", { name, now, needed })
                : t("impossible", {
                    name,
                    needed,
                    least: leverValue(one.lever, one.least, locale),
                    most: leverValue(one.lever, one.most, locale),
                  })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
