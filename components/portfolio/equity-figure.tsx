import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { getPathname } from "@/messages/navigation";
import { ChartFrame } from "../chart/chart-frame";
import { ownFiles } from "../chart/own-files";
import { portfolioPath, rulePath } from "../layout/places";
import { moneyOf } from "../market/exact";
import { grouped } from "../ui/numerals";
import type { EquityLine } from "./equity-line";
import { equityView } from "./equity-view";

interface EquityFigureProps {
  room: string;
  line: EquityLine;
  /** There is a settlement yet. */
  settled: boolean;
  table: ReactNode;
}

/** Marked wealth by room day. One's own: its files are in the page, and nobody embeds or cites it. */
export function EquityFigure({ room, line, settled, table }: EquityFigureProps) {
  const t = useTranslations("portfolio.equity");
  const locale = useLocale();
  const [first, last] = [line.points[0], line.points[line.points.length - 1]];
  const view = equityView(line, { title: t("title"), unit: t("unit"), name: t("you") });
  const source = settled ? t("source") : t("first");
  const permalink = getPathname({ href: portfolioPath(room), locale });
  const files = ownFiles(view, { title: view.title, unit: view.unit, source, version: last.date, address: permalink });
  return (
    <ChartFrame
      className="pt-2.5"
      view={view}
      summary={t("summary", {
        first: grouped(moneyOf(first.wealth)),
        last: grouped(moneyOf(last.wealth)),
        days: line.points.length - 1,
        drawdown: line.drawdown?.percent ?? "0.00",
      })}
      source={source}
      method={getPathname({ href: rulePath("6.1"), locale })}
      addresses={{ permalink, ...files, embed: null }}
      cited={null}
      size="half"
      table={table}
    />
  );
}
