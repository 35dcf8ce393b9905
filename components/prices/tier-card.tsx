import { useLocale, useTranslations } from "next-intl";
import type { Source } from "@/tokens/prices/observation";
import { sellerName } from "@/tokens/prices/sellers";
import type { TierPrice } from "@/tokens/prices/tiers";
import { fullDate } from "../chart/days";
import { count } from "../ui/numerals";
import { DataText } from "./data-text";
import { useObservationName } from "./observation-name";
import { Line, SourceLine, SourceList } from "./source-lines";

/** Where the price of long requests, or of a write that is kept for an hour, comes from. */
export function TierCard({ tier, sources }: { tier: TierPrice; sources: readonly Source[] }) {
  const t = useTranslations("prices.source");
  const locale = useLocale();
  const named = useObservationName();
  const { above, prices, cacheWriteHour, beside, note } = tier;
  const hour = cacheWriteHour && t("hourWrite", { price: cacheWriteHour.text });
  return (
    <article>
      <h3 className="font-semibold">
        {sellerName(tier.provider)} <span className="font-medium">{tier.model}</span>
      </h3>
      <SourceList>
        <Line label={t("tierOf")}>{above === null ? t("tierHour") : t("tierLong", { above: count(above) })}</Line>
        <Line label={t("price")}>
          {prices && named.prices({ prices })}
          {prices && hour && t("and")}
          {hour}
        </Line>
        <Line label={t("beside")}>{t("besideValue", { input: beside.input.text, output: beside.output.text })}</Line>
        <Line label={t("since")}>
          {fullDate(tier.date, locale)}: {t(`tierKinds.${tier.dateKind}`)}
          {tier.until !== null && t("until", { date: fullDate(tier.until, locale) })}
        </Line>
        <Line label={t("known")}>{fullDate(tier.knownOn, locale)}</Line>
        <Line label={t("sources")}>
          {tier.sources.map((tag) => (
            <SourceLine key={tag} source={sources.find((one) => one.tag === tag)} tag={tag} />
          ))}
        </Line>
        <Line label={t("recorded")}>
          <span lang="en" className="break-words">
            {tier.sourceText}
          </span>
        </Line>
        {note && (
          <Line label={t("flag")}>
            <DataText>{note}</DataText>
          </Line>
        )}
        <Line label={t("row")}>{t("rowValue", { id: tier.id, file: tier.file, line: tier.line })}</Line>
      </SourceList>
    </article>
  );
}
