import { useLocale, useTranslations } from "next-intl";
import { type CostParameters, pricePerMtok } from "@/engine/cost/model";
import { usdPerGpuHour, usdPerMtok } from "@/engine/cost/units";
import { elasticities } from "@/tokens/cost-model/elasticities";
import { solveFor } from "@/tokens/cost-model/inversion";
import { MINUS, percent, rounded, signedPercent } from "../ui/numerals";
import { estimate } from "./numbers";

/** Measured: what the two markets would settle on, as of the last real day. */
export interface MeasuredViews {
  readonly gpuHour: { readonly text: string; readonly month: string; readonly change: number | null };
  readonly premium: { readonly text: string; readonly change: number | null };
  readonly china: { readonly text: string; readonly change: number | null };
  readonly on: string; // the day of both fixings
  readonly since: string; // what the changes are since
}

/** The same formula from its two ends: the United States would trade the hour, China the token. */
export function TwoViews({ parameters, measured }: { parameters: CostParameters; measured: MeasuredViews }) {
  const t = useTranslations("cost.views");
  const locale = useLocale();
  const { gpuHour, premium, china } = measured;
  const atMeasured = { ...parameters, gpuHour: usdPerGpuHour(Number(gpuHour.text)) };
  const tokenFromHour = pricePerMtok(atMeasured);
  const hourFromToken = solveFor("gpuHour", parameters, usdPerMtok(Number(china.text)));
  const slope = elasticities(atMeasured).gpuHour;
  const change = (value: number | null) =>
    value === null ? t("unknown") : signedPercent((value * 100).toFixed(0), locale);
  const views = {
    us: {
      traded: t("us.traded"),
      level: t("us.level", { price: rounded(gpuHour.text, 2), month: gpuHour.month }),
      other: t("us.other", { token: estimate(tokenFromHour) }),
      moves: t("us.moves", { by: percent((slope * 10).toFixed(1), locale), ten: percent("10", locale) }),
      leaves: t("us.leaves"),
      since: t("us.since", {
        gpu: change(gpuHour.change),
        premium: change(premium.change),
        level: rounded(premium.text, TICK_DECIMALS),
      }),
    },
    cn: {
      traded: t("cn.traded"),
      level: t("cn.level", { price: rounded(china.text, TICK_DECIMALS), on: measured.on }),
      other:
        hourFromToken > 0
          ? t("cn.other", { hour: hourFromToken.toFixed(2) })
          : t("cn.otherNone", { hour: hourFromToken.toFixed(2).replace("-", MINUS) }),
      moves: t("cn.moves"),
      leaves: t("cn.leaves"),
      since: t("cn.since", { china: change(china.change) }),
    },
  } as const;
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
      {(["us", "cn"] as const).map((view) => (
        <section key={view} aria-labelledby={`view-${view}`}>
          <h3 id={`view-${view}`} className="pb-1 font-medium">
            {t(`${view}.name`)}
          </h3>
          <dl>
            {aspects.map((aspect) => (
              <div key={aspect} className="grid gap-x-4 border-t border-line py-2 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
                <dt className="text-ink-3">{t(`rows.${aspect}`, { since: measured.since })}</dt>
                <dd>{views[view][aspect]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const aspects = ["traded", "level", "other", "moves", "leaves", "since"] as const;
const TICK_DECIMALS = 3; // 2.2: PREM and CHNA
