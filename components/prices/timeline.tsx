import { useLocale, useTranslations } from "next-intl";
import { fullDate } from "../chart/days";
import { DataText } from "./data-text";
import { type ListedEvent, MOST_NUMBERED } from "./explorer-events";

/** Dated events, the latest first; those numbered in the chart carry its number, and each opens the prices it changed. */
export function Timeline({ listed, openAt }: { listed: readonly ListedEvent[]; openAt: string }) {
  const t = useTranslations("prices.events");
  const locale = useLocale();
  return (
    <aside aria-labelledby="events">
      <h2 id="events" className="border-b border-line pb-2 text-15">
        {t("title")}
      </h2>
      <ol>
        {listed.toReversed().map(({ no, event }) => (
          <li key={`${event.date} ${event.title.en}`} className="grid grid-cols-[24px_1fr] border-b border-line py-2">
            <span>
              {no !== null && (
                <span className="mt-0.5 block size-4 rounded-[2px] bg-ink text-center text-11 font-semibold text-paper">
                  {no}
                </span>
              )}
            </span>
            <div>
              <span className="block font-medium">{fullDate(event.date, locale)}</span>
              <span className="block text-ink-2">{locale === "zh" ? event.title.zh : event.title.en}</span>
              <span className="block text-12 text-ink-3">
                <DataText>{event.source}</DataText>
                {event.observations.length > 0 && (
                  <>
                    {" · "}
                    <a
                      href={`${openAt}${event.observations.join(".")}#source`}
                      className="link inline-flex min-h-6 items-center"
                      aria-label={`${t("prices")}, ${fullDate(event.date, locale)}`}
                    >
                      {t("prices")}
                    </a>
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <p className="pt-2.5 text-12 leading-[18px] text-ink-3">{t("note", { most: MOST_NUMBERED })}</p>
    </aside>
  );
}
