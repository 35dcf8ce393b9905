import { useTranslations } from "next-intl";
import { dayNumber } from "../chart/days";
import { linear, linePath } from "../chart/scale";

interface Month {
  symbol: string;
  benchmark: string;
  lastTradingDay: string;
  mark: string;
}

const series: Record<string, { stroke: string; fill: string }> = {
  PREM: { stroke: "stroke-s-prem", fill: "fill-s-prem" },
  CHNA: { stroke: "stroke-s-chna", fill: "fill-s-chna" },
  ECON: { stroke: "stroke-s-econ", fill: "fill-s-econ" },
  GPUH: { stroke: "stroke-s-gpuh", fill: "fill-s-gpuh" },
};
const [WIDTH, HEIGHT] = [96, 26];

interface CurveSparklineProps {
  benchmark: string;
  /** The month of this row: filled and larger. */
  symbol: string;
  contracts: readonly Month[];
}

/** The forward curve of a benchmark in a table cell, spaced as in time. */
export function CurveSparkline({ benchmark, symbol, contracts }: CurveSparklineProps) {
  const t = useTranslations("landing.market");
  const months = contracts.filter((contract) => contract.benchmark === benchmark);
  const [days, marks] = [months.map((m) => dayNumber(m.lastTradingDay)), months.map((m) => Number(m.mark))];
  const x = linear([Math.min(...days), Math.max(...days)], [5, WIDTH - 5]);
  const y = linear([Math.min(...marks), Math.max(...marks)], [HEIGHT - 5, 5]);
  const { stroke, fill } = series[benchmark] ?? series.GPUH;
  const points = months.map((month, i) => ({ symbol: month.symbol, x: x(days[i]), y: y(marks[i]) }));
  return (
    <svg
      role="img"
      aria-label={t("curveOf", { benchmark, points: months.map((m) => `${m.symbol} ${m.mark}`).join(", ") })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <path d={linePath(points.map((p) => [p.x, p.y]))} fill="none" strokeWidth={1.5} className={stroke} />
      {points.map((point) =>
        point.symbol === symbol ? (
          <circle key={point.symbol} cx={point.x} cy={point.y} r={4} className={fill} />
        ) : (
          <circle
            key={point.symbol}
            cx={point.x}
            cy={point.y}
            r={2.5}
            strokeWidth={1.5}
            className={`fill-paper ${stroke}`}
          />
        ),
      )}
    </svg>
  );
}
