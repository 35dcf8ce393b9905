import { useLocale, useTranslations } from "next-intl";
import { elasticities } from "@/tokens/cost-model/elasticities";
import { solveFor } from "@/tokens/cost-model/inversion";
import { type CostParameters, pricePerMtok } from "@/tokens/cost-model/model";
import { usdPerGpuHour, usdPerMtok } from "@/tokens/cost-model/units";
import { MINUS, percent, signedPercent } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
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
  const rows = [
    ["traded", t("us.traded"), t("cn.traded")],
    [
      "level",
      t("us.level", { price: gpuHour.text, month: gpuHour.month }),
      t("cn.level", { price: china.text, on: measured.on }),
    ],
    [
      "other",
      t("us.other", { token: estimate(tokenFromHour) }),
      hourFromToken > 0
        ? t("cn.other", { hour: hourFromToken.toFixed(2) })
        : t("cn.otherNone", { hour: hourFromToken.toFixed(2).replace("-", MINUS) }),
    ],
    [
      "moves",
      t("us.moves", { by: percent((slope * 10).toFixed(1), locale), ten: percent("10", locale) }),
      t("cn.moves"),
    ],
    ["leaves", t("us.leaves"), t("cn.leaves")],
    [
      "since",
      t("us.since", { gpu: change(gpuHour.change), premium: change(premium.change), level: premium.text }),
      t("cn.since", { china: change(china.change) }),
    ],
  ] as const;
  return (
    <TableScroll label={t("title")}>
      <Table className="min-w-[560px]">
        <thead>
          <tr>
            <Th>
              <span className="sr-only">{t("aspect")}</span>
            </Th>
            <Th>{t("us.name")}</Th>
            <Th>{t("cn.name")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([row, us, cn]) => (
            <Tr key={row} className="align-top">
              <Td className="w-36 py-2 whitespace-normal text-ink-3">{t(`rows.${row}`, { since: measured.since })}</Td>
              <Td className="w-1/2 py-2 pr-6 whitespace-normal">{us}</Td>
              <Td className="w-1/2 py-2 whitespace-normal">{cn}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
