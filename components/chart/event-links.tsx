import { useLocale, useTranslations } from "next-intl";
import { fullDate } from "./days";
import { layOut } from "./layout";
import { type ChartSize, variantsOf } from "./sizes";
import type { ChartView } from "./view";

/** The numbers of a drawing as links over it, each to what its event changed: by itself, and without scripts. */
export function EventLinks({ view, size }: { view: ChartView; size: ChartSize }) {
  const t = useTranslations("chart");
  const locale = useLocale();
  const linked = view.events.flatMap(({ no, told }) => (told && told.observations.length > 0 ? [{ no, told }] : []));
  if (view.openAt === null || linked.length === 0) return null;
  return variantsOf(size).map(({ width, height, className }) => {
    const squares = layOut(view, width, height, locale).events;
    return (
      <div key={width} className={`pointer-events-none absolute inset-0 ${className}`}>
        {linked.map(({ no, told }) => {
          const square = squares.find((one) => one.no === no);
          const what = locale === "zh" ? told.title.zh : told.title.en;
          const label = t("event", { no, date: fullDate(told.date, locale), what });
          return (
            square && (
              <a
                key={no}
                href={`${view.openAt}${told.observations.join(".")}#source`}
                title={label}
                style={{ left: `${(100 * square.x) / width}%`, top: `${(100 * square.y) / height}%` }}
                className="pointer-events-auto absolute size-6 -translate-1/2 rounded-[2px]"
              >
                <span className="sr-only">{label}</span>
              </a>
            )
          );
        })}
      </div>
    );
  });
}
