import { useLocale, useTranslations } from "next-intl";
import { fullDate } from "../chart/days";
import { DataText } from "./data-text";
import { besideChart, type ListedEvent, MOST_NUMBERED } from "./explorer-events";

interface EventsProps {
  listed: readonly ListedEvent[];
  openAt: string;
}

/** Beside the chart: the events that it numbers, the latest first. */
export function Timeline({ listed, openAt }: EventsProps) {
  const t = useTranslations("prices.events");
  const beside = besideChart(listed);
  return (
    <aside aria-labelledby="events">
      <h2 id="events" className="border-b border-line pb-2 text-15">
        {t("title")}
      </h2>
      <Events listed={beside} openAt={openAt} numbered />
      <p className="pt-2.5 text-12 leading-[18px] text-ink-3">{t("note", { most: MOST_NUMBERED })}</p>
    </aside>
  );
}

/** The others, in columns under the chart. */
export function OtherEvents({ listed, openAt }: EventsProps) {
  const t = useTranslations("prices.events");
  const beside = besideChart(listed);
  const others = listed.filter((one) => !beside.includes(one));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-events" className="mt-8">
      <h2 id="other-events" className="border-b border-line pb-2 text-15">
        {t("others")}
      </h2>
      <Events listed={others} openAt={openAt} className="gap-x-8 sm:columns-2 lg:columns-3" />
    </section>
  );
}

function Events(props: EventsProps & { numbered?: boolean; className?: string }) {
  const { listed, openAt, numbered, className } = props;
  return (
    <ol className={className}>
      {listed.toReversed().map(({ no, event }) => (
        <li
          key={`${event.date} ${event.title.en}`}
          className={`break-inside-avoid border-b border-line py-2 ${numbered ? "grid grid-cols-[24px_1fr]" : ""}`}
        >
          {numbered && (
            <span>
              {no !== null && (
                <span className="mt-0.5 block size-4 rounded-[2px] bg-ink text-center text-11 font-semibold text-paper">
                  {no}
                </span>
              )}
            </span>
          )}
          <Event event={event} openAt={openAt} />
        </li>
      ))}
    </ol>
  );
}

function Event({ event, openAt }: { event: ListedEvent["event"]; openAt: string }) {
  const t = useTranslations("prices.events");
  const locale = useLocale();
  return (
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
  );
}
