import { textWidth } from "./labels";
import type { Layout } from "./layout";
import { AxisText, Label } from "./lettering";
import { Bands, Dots, OrdersAndTrades, Words } from "./mark-drawing";
import { linePath, stepPath } from "./scale";
import { Seam, SimulatedGround } from "./seam";
import { fillOf, strokeOf } from "./tones";
import { type ChartSeries, type ChartView, runsOf } from "./view";

interface Drawn {
  view: ChartView;
  layout: Layout;
}

/** Everything behind the lines: the ground of what is simulated, gridlines, axes. `hatch` is an id of its own. */
export function Ground({ view, layout, hatch }: Drawn & { hatch: string }) {
  const { plot, x, y, xTicks, yTicks } = layout;
  const valuesAtRight = view.axis === "right";
  const seam = view.seam && Math.round(x(view.seam.x)) + 0.5;
  return (
    <>
      {seam !== null && (
        <SimulatedGround id={hatch} x={seam} y={plot.top} width={plot.right - seam} height={plot.bottom - plot.top} />
      )}
      {yTicks.map(({ at, text }) => (
        <g key={at}>
          <path
            d={`M${plot.left} ${Math.round(y(at)) + 0.5}H${plot.right}`}
            className="stroke-line in-data-[contrast=high]:opacity-40"
          />
          <AxisText
            x={valuesAtRight ? plot.right + 8 : plot.left - 8}
            y={y(at) + 4}
            anchor={valuesAtRight ? "start" : "end"}
          >
            {text}
          </AxisText>
        </g>
      ))}
      <path d={`M${plot.left} ${plot.bottom + 0.5}H${plot.right}`} className="stroke-line-strong" />
      {xTicks.map(({ at, text }) => (
        <g key={at}>
          {x(at) > plot.left + 1 && (
            <path d={`M${Math.round(x(at)) + 0.5} ${plot.bottom}v5`} className="stroke-line-strong" />
          )}
          <AxisText {...underTick(x(at), text, layout)} y={plot.bottom + 20}>
            {text}
          </AxisText>
        </g>
      ))}
      <Bands view={view} layout={layout} />
    </>
  );
}

/** In the middle under its tick, as far as it is not cut at an edge of the drawing; at the axis it begins with it. */
function underTick(x: number, text: string, { plot, width }: Layout): { x: number; anchor: "start" | "middle" } {
  if (plot.left > 0 && x < plot.left + 1) return { x, anchor: "start" };
  const half = textWidth(text, 11) / 2;
  return { x: Math.min(Math.max(x, half), width - half), anchor: "middle" };
}

export const lineClass = (series: ChartSeries): string =>
  `fill-none ${strokeOf[series.tone]} ${isFaint(series) ? "opacity-50" : ""} ${strokeWidths[weightOf(series)]}`;

/** What is thin: lines to compare with. Faint as well where it has no colour of its own. */
export const isFaint = ({ tone, context }: ChartSeries): boolean => context === true && tone !== "ink";
export const weightOf = ({ tone, context, stroke }: ChartSeries): 1.2 | 1.5 | 2 =>
  context || tone === "ink-3" ? 1.2 : stroke === "dotted" ? 1.5 : 2;
const strokeWidths = { 1.2: "stroke-[1.2]", 1.5: "stroke-[1.5]", 2: "stroke-2" } as const;

export const DASHES = "5 3";
const DOTS = "1 3";
/** A stretch is dashed where it is estimated, and all of a line that is no fact yet. */
export const dashesOf = ({ stroke }: ChartSeries, estimated: boolean): string | undefined =>
  stroke === "dotted" ? DOTS : estimated || stroke === "dashed" ? DASHES : undefined;

/** The lines of a drawing that stands still. */
export function Lines({ view, layout: { x, y } }: Drawn) {
  return inFront(view.series).flatMap((series) =>
    runsOf(series).map(({ dashed, vertices }) => {
      const points = vertices.map(([vx, vy]) => [x(vx), y(vy)] as const);
      return (
        <path
          key={`${series.id} ${vertices[0][0]}`}
          d={series.shape === "step" ? stepPath(points) : linePath(points)}
          strokeDasharray={dashesOf(series, dashed)}
          strokeLinecap={series.stroke === "dotted" ? "round" : undefined}
          className={lineClass(series)}
        />
      );
    }),
  );
}

/** Context first, so that it never covers what it is context of. */
export const inFront = (series: readonly ChartSeries[]): ChartSeries[] =>
  series.toSorted((a, b) => Number(b.context ?? false) - Number(a.context ?? false));

/** Everything before the lines: the seam, numbered events, each line's name and last value. */
export function Marks({ view, layout }: Drawn) {
  const { plot, x, labels, events, narrow } = layout;
  return (
    <>
      <OrdersAndTrades view={view} layout={layout} />
      {view.seam && (
        <Seam
          x={Math.round(x(view.seam.x)) + 0.5}
          top={plot.top}
          bottom={plot.bottom}
          measured={view.seam.measured}
          simulated={view.seam.simulated}
        />
      )}
      <Dots view={view} layout={layout} />
      <Words view={view} layout={layout} />
      {labels.map(({ series, x: at, y, name, value, note }) => (
        <g key={series.id}>
          <Label
            x={at}
            y={y + 4}
            size={series.context ? 11.5 : 12.5}
            className={`${fillOf[series.tone]} ${series.context ? "" : "font-semibold"}`}
          >
            {narrow ? name : `${name} ${value}`}
          </Label>
          {narrow && !series.context && (
            <Label x={at} y={y + 19} size={12.5} className={fillOf[series.tone]}>
              {value}
            </Label>
          )}
          {note && (
            <Label x={at} y={y + 19}>
              {note}
            </Label>
          )}
        </g>
      ))}
      {events.map((event) => (
        <EventNumber key={event.no} {...event} />
      ))}
    </>
  );
}

/** The number of an event, in its square. */
export const EventNumber = ({ no, x, y }: { no: number; x: number; y: number }) => (
  <g>
    <rect x={x - 8} y={y - 8} width={16} height={16} rx={2} className="fill-ink" />
    <text x={x} y={y + 4} textAnchor="middle" fontSize={11} className="fill-paper font-semibold">
      {no}
    </text>
  </g>
);

/** A whole chart that stands still. */
export function Drawing({ view, layout, hatch }: Drawn & { hatch: string }) {
  return (
    <>
      <Ground view={view} layout={layout} hatch={hatch} />
      <Lines view={view} layout={layout} />
      <Marks view={view} layout={layout} />
    </>
  );
}
