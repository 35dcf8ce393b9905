import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/messages/navigation";
import type { AlertView } from "@/wire/views";
import { ChartFrame } from "../chart/chart-frame";
import { placesAt, type Served } from "../chart/places";
import { alertPath, rulePath, surveillancePath } from "../layout/places";
import { alertChart } from "./alert-view";
import type { Minute } from "./show";
import { ruleOf } from "./sources";

interface AlertDrawingProps {
  alert: AlertView;
  minutes: readonly Minute[];
  room: string;
  /** Null: the room is not a public one, so its charts have no addresses for others. */
  served: Served | null;
}

/** The orders and trades of an alert, in a chart's frame. Its table stands below as the evidence. */
export function AlertDrawing({ alert, minutes, room, served }: AlertDrawingProps) {
  const t = useTranslations("surveillance");
  const locale = useLocale();
  const { view, summary, source } = alertChart(alert, minutes, t);
  if ((view.marks ?? []).length === 0 && view.series.length === 0) return null;
  const here = getPathname({ href: alertPath(room, alert.no), locale });
  const places =
    served &&
    placesAt(served, locale, {
      id: view.id,
      title: view.title,
      page: surveillancePath(room),
      query: { alert: String(alert.no) },
    });
  return (
    <ChartFrame
      view={view}
      summary={summary}
      source={source}
      method={getPathname({ href: rulePath(ruleOf(alert.pattern)), locale })}
      addresses={places?.addresses ?? { permalink: here, csv: null, json: null, embed: null }}
      cited={places?.cited ?? null}
      size="strip"
      heading="h3"
      table={null}
      className="mt-2"
    />
  );
}
