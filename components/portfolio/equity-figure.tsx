import { useLocale, useTranslations } from "next-intl";
import { AxisText, Label } from "../figure/marks";
import { type Drawing, Redrawn } from "../figure/redrawn";
import { bandPath, dayNumber, linear, linePath, roundTicks } from "../figure/scale";
import { dayMonth } from "../market/dates";
import { moneyOf } from "../market/exact";
import { grouped } from "../ui/numerals";
import type { EquityLine } from "./equity-line";

const drawings: readonly Drawing[] = [
  { width: 288, height: 180, className: "min-[360px]:hidden" },
  { width: 328, height: 180, className: "hidden min-[360px]:block min-[480px]:hidden" },
  { width: 448, height: 220, className: "hidden min-[480px]:block sm:hidden" },
  { width: 592, height: 260, className: "hidden sm:block xl:hidden" },
  { width: 800, height: 300, className: "hidden xl:block" },
];

/** Marked wealth by room day; shaded where it lies below its last peak. */
export function EquityFigure({ line }: { line: EquityLine }) {
  const t = useTranslations("portfolio.equity");
  const [first, last] = [line.points[0], line.points.at(-1)!];
  const summary = t("summary", {
    first: grouped(moneyOf(first.wealth)),
    last: grouped(moneyOf(last.wealth)),
    days: line.points.length - 1,
    drawdown: line.drawdown?.percent ?? "0.00",
  });
  return (
    <Redrawn summary={summary} drawings={drawings}>
      {(drawing) => <Drawn line={line} drawing={drawing} />}
    </Redrawn>
  );
}

function Drawn({ line: { points }, drawing }: { line: EquityLine; drawing: Drawing }) {
  const t = useTranslations("portfolio.equity");
  const locale = useLocale();
  const roomy = drawing.width >= 592;
  const plot = {
    left: roomy ? 56 : 52,
    right: drawing.width - (roomy ? 132 : 10),
    top: 10,
    bottom: drawing.height - 26,
  };

  const [from, to] = [dayNumber(points[0].date), dayNumber(points.at(-1)!.date)];
  // The line starts at the beginning of its first day, so that a first settlement on the same date has its own place.
  const x = linear([from - 1, Math.max(to, from)], [plot.left, plot.right]);
  const values = points.flatMap(({ wealth, peak }) => [wealth / 100, peak / 100]);
  const [low, high] = withRoom(Math.min(...values), Math.max(...values));
  const y = linear([low, high], [plot.bottom, plot.top]);
  const placed = points.map((point, i) => ({
    x: i === 0 ? plot.left : x(dayNumber(point.date)),
    y: y(point.wealth / 100),
    peak: y(point.peak / 100),
  }));
  const end = placed.at(-1)!;
  const dates = [points[0], ...(roomy && points.length > 8 ? thirds(points) : []), points.at(-1)!];
  return (
    <>
      {roundTicks(low, high, roomy ? 5 : 4).map((tick) => (
        <g key={tick}>
          <path
            d={`M${plot.left} ${Math.round(y(tick)) + 0.5}H${plot.right}`}
            className="stroke-line in-data-[contrast=high]:opacity-40"
          />
          <AxisText x={plot.left - 8} y={y(tick) + 4} anchor="end">
            {grouped(String(tick))}
          </AxisText>
        </g>
      ))}
      <path d={`M${plot.left} ${plot.bottom + 0.5}H${plot.right}`} className="stroke-line-strong" />
      <path
        d={bandPath(placed.map((point) => [point.x, point.peak, point.y]))}
        className="fill-down-soft in-data-[contrast=high]:stroke-down"
      />
      <path
        d={linePath(placed.map((point) => [point.x, point.y]))}
        fill="none"
        strokeWidth={2}
        strokeLinejoin="round"
        className="stroke-s-prem"
      />
      {dates.map((point, i) => (
        <AxisText
          // biome-ignore lint/suspicious/noArrayIndexKey: the first and the last may be the same day
          key={i}
          x={i === 0 ? plot.left : i === dates.length - 1 ? plot.right : x(dayNumber(point.date))}
          y={plot.bottom + 18}
          anchor={i === 0 ? "start" : i === dates.length - 1 ? "end" : "middle"}
        >
          {dayMonth(point.date, locale)}
        </AxisText>
      ))}
      {roomy ? (
        <Label x={end.x + 10} y={end.y + 4} size={12.5} className="fill-s-prem font-semibold">
          {`${t("you")} ${grouped(moneyOf(points.at(-1)!.wealth))}`}
        </Label>
      ) : (
        <Label
          x={end.x}
          y={end.y < plot.top + 20 ? end.y + 18 : end.y - 8}
          anchor="end"
          size={12.5}
          className="fill-s-prem font-semibold"
        >
          {t("you")}
        </Label>
      )}
    </>
  );
}

/** A still line gets room to stand in, or ticks of a cent would look like mountains. */
function withRoom(low: number, high: number): [number, number] {
  const least = Math.max(high - low, high * 0.004) * 1.16;
  const middle = (low + high) / 2;
  return [middle - least / 2, middle + least / 2];
}

function thirds<Point>(points: readonly Point[]): Point[] {
  return [points[Math.round(points.length / 3)], points[Math.round((points.length * 2) / 3)]];
}
