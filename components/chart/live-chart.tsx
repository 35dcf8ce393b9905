"use client";

import { Line, LineChart, XAxis, YAxis } from "recharts";
import { dashesOf, Ground, inFront, isFaint, Marks, weightOf } from "./drawing";
import type { Layout } from "./layout";
import { fillOf } from "./tones";
import { type ChartSeries, type ChartView, pointAt, type Run, runsOf, stops } from "./view";

interface LiveChartProps {
  view: ChartView;
  layout: Layout;
  hatch: string;
  /** Where the crosshair stands. */
  at: number | null;
  onAt: (x: number | null) => void;
  onOpen: () => void;
  /** Pressing leads somewhere. */
  opens: boolean;
}

/** One row for each x at which anything changes; a stretch of a line has a value at its own vertices alone. */
type Row = { readonly x: number } & Readonly<Record<string, number>>;

/** The same chart by Recharts, which knows which point is nearest. Loaded when a reader first points at it. */
export default function LiveChart({ view, layout, hatch, at, onAt, onOpen, opens }: LiveChartProps) {
  const { width, height, plot, yDomain } = layout;
  const runs = inFront(view.series).flatMap((series) =>
    runsOf(series).map((run) => ({ series, run, key: `${series.id} ${run.vertices[0][0]}` })),
  );
  return (
    <LineChart
      width={width}
      height={height}
      data={rowsOf(view, runs)}
      margin={{ left: plot.left, right: width - plot.right, top: plot.top, bottom: height - plot.bottom }}
      accessibilityLayer={false} // the figure around it takes the keys
      onMouseMove={({ activeLabel }) => onAt(typeof activeLabel === "number" ? activeLabel : null)}
      onMouseLeave={() => onAt(null)}
      onClick={onOpen}
      className={opens ? "cursor-pointer" : undefined}
    >
      <XAxis dataKey="x" type="number" domain={[view.x.from, view.x.to]} allowDataOverflow hide />
      <YAxis type="number" scale={view.scale} domain={[...yDomain]} allowDataOverflow hide />
      <Ground view={view} layout={layout} hatch={hatch} />
      {runs.map(({ series, run, key }) => (
        <Line
          key={key}
          dataKey={key}
          type={series.shape === "step" ? "stepAfter" : "linear"}
          stroke={`var(--${series.tone})`}
          strokeWidth={weightOf(series)}
          strokeOpacity={isFaint(series) ? 0.5 : 1}
          strokeDasharray={dashesOf(series, run.dashed)}
          strokeLinecap={series.stroke === "dotted" ? "round" : undefined}
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
          zIndex={0}
        />
      ))}
      <Marks view={view} layout={layout} />
      {at !== null && <Crosshair view={view} layout={layout} at={at} />}
    </LineChart>
  );
}

function rowsOf(view: ChartView, runs: readonly { readonly run: Run; readonly key: string }[]): Row[] {
  const rows = new Map<number, Record<string, number>>(stops(view).map((x) => [x, { x }]));
  for (const { run, key } of runs) {
    for (const [x, y] of run.vertices) {
      const row = rows.get(x) ?? { x };
      rows.set(x, row);
      row[key] = y;
    }
  }
  return [...rows.values()].sort((a, b) => a.x - b.x) as Row[];
}

function Crosshair({ view, layout: { x, y, plot }, at }: { view: ChartView; layout: Layout; at: number }) {
  const shown = (series: ChartSeries) => (series.context ? null : (pointAt(series, at)?.y ?? null));
  return (
    <g pointerEvents="none">
      <path d={`M${x(at)} ${plot.top}V${plot.bottom}`} className="stroke-ink-3" />
      {view.series.map((series) => {
        const value = shown(series);
        return (
          value !== null && (
            <circle
              key={series.id}
              cx={x(at)}
              cy={y(value)}
              r={3.5}
              strokeWidth={1.5}
              className={`stroke-paper ${fillOf[series.tone]}`}
            />
          )
        );
      })}
    </g>
  );
}
