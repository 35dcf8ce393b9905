import { useLocale, useTranslations } from "next-intl";
import { daysBetween } from "@/tokens/prices/dates";
import type { Observation, Source } from "@/tokens/prices/observation";
import { sellerName } from "@/tokens/prices/sellers";
import type { TierPrice } from "@/tokens/prices/tiers";
import { fullDate } from "../chart/days";
import { Section } from "../layout/page";
import { DataText } from "./data-text";
import { useObservationName } from "./observation-name";
import { Line, SourceLine, SourceList } from "./source-lines";
import { TierCard } from "./tier-card";

/** A row that was asked for by its id: a price, or the price of a tier; neither where there is no such row. */
export interface Opened {
  readonly id: string;
  readonly observation: Observation | null;
  readonly correctedBy: Observation | null;
  readonly tier: TierPrice | null;
}

interface SourcePanelProps {
  opened: readonly Opened[];
  sources: readonly Source[];
  openAt: string;
  closeAt: string;
}

/** Where a point comes from: its prices, what its date is, since when it is known, how sure, its sources and licences. */
export function SourcePanel({ opened, sources, openAt, closeAt }: SourcePanelProps) {
  const t = useTranslations("prices.source");
  return (
    <Section
      id="source"
      title={t("title")}
      minor
      className="mt-6 scroll-mt-4"
      end={
        <a href={closeAt} className="link inline-flex min-h-6 items-center text-12 max-sm:min-h-(--ctl)">
          {t("close")}
        </a>
      }
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {opened.map(({ id, observation, correctedBy, tier }) =>
          tier ? (
            <TierCard key={id} tier={tier} sources={sources} />
          ) : observation ? (
            <Card key={id} observation={observation} correctedBy={correctedBy} sources={sources} openAt={openAt} />
          ) : (
            <p key={id} className="text-ink-2">
              {t("unknown", { id })}
            </p>
          ),
        )}
      </div>
    </Section>
  );
}

interface CardProps {
  observation: Observation;
  correctedBy: Observation | null;
  sources: readonly Source[];
  openAt: string;
}

function Card({ observation, correctedBy, sources, openAt }: CardProps) {
  const t = useTranslations("prices.source");
  const flags = useTranslations("prices.flags");
  const locale = useLocale();
  const named = useObservationName();
  const { date, knownOn, flag, note, confidence } = observation;
  const late = daysBetween(date, knownOn);
  return (
    <article>
      <h3 className="font-semibold">
        {sellerName(observation.provider)} <span className="font-medium">{observation.model}</span>
      </h3>
      <SourceList>
        <Line label={t("price")}>{named.prices(observation)}</Line>
        <Line label={t("since")}>
          {fullDate(date, locale)}: {t(`kinds.${observation.dateKind}`)}
        </Line>
        <Line label={t("known")}>
          {late < 0
            ? t("knownBefore", { date: fullDate(knownOn, locale) })
            : t("knownValue", { date: fullDate(knownOn, locale), days: late })}
        </Line>
        <Line label={t("confidence")}>{t(`confidences.${confidence ?? "none"}`)}</Line>
        <Line label={t("sources")}>
          {observation.sources.map((tag) => (
            <SourceLine key={tag} source={sources.find((one) => one.tag === tag)} tag={tag} />
          ))}
        </Line>
        <Line label={t("recorded")}>
          <span lang="en" className="break-words">
            {observation.sourceText}
          </span>
        </Line>
        {(flag || note) && (
          <Line label={t("flag")}>
            {flag && flags(flag)}
            {flag && note && t("then")}
            {note && <DataText>{note}</DataText>}
          </Line>
        )}
        {correctedBy && (
          <Line label={t("corrected")}>
            <a href={`${openAt}${correctedBy.id}#source`} className="link">
              {named.full(correctedBy)}
            </a>
          </Line>
        )}
        <Line label={t("row")}>
          {t("rowValue", { id: observation.id, file: observation.file, line: observation.line })}
        </Line>
      </SourceList>
    </article>
  );
}
