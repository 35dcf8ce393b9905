import { type Bar, type BarView, barScale } from "./bars";
import { textWidth } from "./labels";

const ROW = 40;
const STACKED_ROW = 56;
const THICK = 16;
const NARROW = 480;
const TEXT = 13;
const GAP = 12;

export const barHeight = ({ bars }: BarView, width: number): number =>
  bars.length * (width < NARROW ? STACKED_ROW : ROW) + 1;

/** Name, bar, value and share in a row each; on a phone the bar stands under its name. */
export function BarDrawing({ view: { bars }, width }: { view: BarView; width: number }) {
  const stacked = width < NARROW;
  const row = stacked ? STACKED_ROW : ROW;
  const widest = (of: (bar: Bar) => string) => Math.ceil(Math.max(...bars.map((bar) => textWidth(of(bar), TEXT))));
  const share = widest(({ share: text }) => text);
  const value = widest(({ text }) => text);
  const left = stacked ? 0 : widest(({ name }) => name) + 20;
  const right = stacked ? width : width - share - value - 2 * GAP - 8;
  const x = barScale(bars, right - left);
  return bars.map((bar, i) => {
    const top = i * row + 0.5;
    const [from, to] = [left + x(Math.min(bar.from, bar.to)), left + x(Math.max(bar.from, bar.to))];
    const baseline = top + (stacked ? 22 : 24);
    return (
      <g key={bar.name} className={bar.total ? "font-semibold" : undefined}>
        <path d={`M0 ${top}H${width}`} className={bar.total ? "stroke-ink" : "stroke-line"} />
        <text x={0} y={baseline} fontSize={TEXT} className={bar.total ? "fill-ink" : "fill-ink-2"}>
          {bar.name}
        </text>
        <rect
          x={from}
          y={top + (stacked ? 32 : (row - THICK) / 2)}
          width={Math.max(2, to - from)}
          height={THICK}
          strokeDasharray={bar.total || bar.as !== "estimated" ? undefined : "5 3"}
          className={bar.total ? "fill-ink" : bar.to < bar.from ? "fill-none stroke-ink" : "fill-sunken stroke-ink"}
        />
        <text x={width - share - GAP} y={baseline} fontSize={TEXT} textAnchor="end" className="fill-ink">
          {bar.text}
        </text>
        <text x={width} y={baseline} fontSize={TEXT} textAnchor="end" className="fill-ink-3 font-normal">
          {bar.share}
        </text>
      </g>
    );
  });
}
