import { useTranslations } from "next-intl";
import type { AlertView } from "@/wire/views";
import { AxisText } from "../figure/marks";
import { linear, roundTicks } from "../figure/scale";
import { clockTime } from "../market/dates";
import { count } from "../ui/numerals";
import { type Mark, type Minute, marksOf, type Standing, spanOf, standingsOf } from "./show";

const HEIGHT = 168;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 10, 22];
const THINNEST = 2;
const THICKEST = 14;

/** Orders as bars as long as they stood and as thick as they were large, trades as arrows, the market's price as a line. */
export function AlertDrawing(props: {
  alert: AlertView;
  minutes: readonly Minute[];
  width: number;
  className: string;
}) {
  const t = useTranslations("surveillance.drawing");
  const { alert, minutes, width, className } = props;
  const standings = standingsOf(alert);
  const marks = marksOf(alert);
  const span = spanOf(alert);
  const line = minutes
    .map(({ at, close }) => ({ at: Date.parse(at), price: Number(close) }))
    .filter(({ at }) => at >= span[0] && at <= span[1]);
  const prices = [...standings, ...marks, ...line].map(({ price }) => price);
  if (prices.length === 0) return null;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const air = (high - low || high * 0.002) * 0.15;
  const x = linear(span, [LEFT, width - RIGHT]);
  const y = linear([low - air, high + air], [HEIGHT - BOTTOM, TOP]);
  const most = Math.max(...standings.map(({ lots }) => lots), 1);
  const decimals = decimalsIn(alert);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" className={className}>
      <title>{t("title", { orders: standings.length, trades: marks.length })}</title>
      {roundTicks(low - air, high + air, 4).map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} className="stroke-line" />
          <AxisText x={LEFT - 6} y={y(tick) + 4} anchor="end">
            {tick.toFixed(decimals)}
          </AxisText>
        </g>
      ))}
      <path d={`M${LEFT} ${HEIGHT - BOTTOM}H${width - RIGHT}`} className="stroke-line-strong" />
      {[alert.from, alert.to].map((moment, i) => (
        <AxisText
          key={i === 0 ? "from" : "to"}
          x={x(Date.parse(moment))}
          y={HEIGHT - 6}
          anchor={i === 0 ? "start" : "end"}
        >
          {i === 1 && alert.from === alert.to ? "" : clockTime(moment)}
        </AxisText>
      ))}
      {line.length > 1 && (
        <path
          d={line.map(({ at, price }, i) => `${i === 0 ? "M" : "L"}${x(at)} ${y(price)}`).join("")}
          fill="none"
          strokeWidth={1.2}
          className="stroke-ink-3"
        />
      )}
      {standings.map((order, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: orders of an alert never change places
        <OrderBar key={i} order={order} x={x} y={y} most={most} />
      ))}
      {marks.map((mark, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do its trades
        <Arrow key={i} mark={mark} x={x(mark.at)} y={y(mark.price)} />
      ))}
    </svg>
  );
}

type Placed = { x: (at: number) => number; y: (price: number) => number };

function OrderBar({ order, x, y, most }: { order: Standing; most: number } & Placed) {
  const thick = Math.max(THINNEST, (THICKEST * order.lots) / most);
  const [from, to] = [x(order.from), Math.max(x(order.to), x(order.from) + 2)];
  return (
    <g>
      <rect
        x={from}
        y={y(order.price) - thick / 2}
        width={to - from}
        height={thick}
        className={order.side === "buy" ? "fill-up-soft stroke-up" : "fill-down-soft stroke-down"}
      />
      <text x={from + 4} y={y(order.price) + 4} fontSize={11} className="fill-ink">
        {count(order.lots)}
      </text>
    </g>
  );
}

/** Up for a purchase, down for a sale; hollow where self-trade prevention kept it from happening. */
function Arrow({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  const point = mark.side === "buy" ? -6 : 6;
  const hollow = mark.kind === "prevented";
  const tone = mark.side === "buy" ? "up" : "down";
  return (
    <path
      d={`M${x - 5} ${y - point / 2}L${x + 5} ${y - point / 2}L${x} ${y + point}Z`}
      strokeWidth={1.2}
      className={
        tone === "up"
          ? `stroke-up ${hollow ? "fill-surface" : "fill-up"}`
          : `stroke-down ${hollow ? "fill-surface" : "fill-down"}`
      }
    />
  );
}

const decimalsIn = ({ evidence }: AlertView): number =>
  Math.max(2, ...evidence.map(({ price }) => price?.split(".")[1]?.length ?? 0));
