import { useLocale, useTranslations } from "next-intl";
import type { CostParameters, Lever } from "@/engine/cost/model";
import { changeWhen, elasticities, strongestFirst } from "@/tokens/cost-model/elasticities";
import { MINUS, percent } from "../ui/numerals";

/** Ten percent more of each; of what would make a token cheaper, ten percent less, so that every line says "dearer". */
const factorOf = (lever: Lever): number => (lever === "throughput" || lever === "utilisation" ? 0.9 : 1.1);

/** In words, what a tenth more or less of each lever does to this token, the strongest first. */
export function Moves({ parameters }: { parameters: CostParameters }) {
  const t = useTranslations("cost.moves");
  const locale = useLocale();
  const slopes = elasticities(parameters);
  return (
    <ol className="grid">
      {strongestFirst(slopes).map((lever) => {
        const change = changeWhen(parameters, lever, factorOf(lever));
        const by = percent(Math.abs(change * 100).toFixed(Math.abs(change) < 0.001 ? 2 : 1), locale);
        const way = Math.abs(change) < 1e-9 ? "none" : change > 0 ? "dearer" : "cheaper";
        return (
          <li key={lever} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2 first:border-t-0">
            <span>{t(lever, { ten: percent("10", locale), by, way })}</span>
            <span className="text-ink-3">
              {t("elasticity", { value: slopes[lever].toFixed(2).replace("-", MINUS) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
