import { count } from "../ui/numerals";
import type { Layout } from "./layout";
import { Label } from "./lettering";
import type { Band, Mark, OrderBar, Remark, TradeArrow } from "./marks";
import { bandPath, keepApart } from "./scale";
import { fillOf, strokeOf } from "./tones";
import type { ChartSeries, ChartView } from "./view";

interface Drawn {
  view: ChartView;
  layout: Layout;
}

const isBand = (mark: Mark): mark is Band => mark.kind === "band";
const isOrder = (mark: Mark): mark is OrderBar => mark.kind === "order";
const isTrade = (mark: Mark): mark is TradeArrow => mark.kind === "trade";
const isRemark = (mark: Mark): mark is Remark => mark.kind === "remark";

/** Grounds that lie behind the lines. */
export function Bands({ view, layout: { x, y } }: Drawn) {
  return view.marks
    ?.filter(isBand)
    .map((band) => (
      <path
        key={band.edges[0]?.[0] ?? 0}
        d={bandPath(band.edges.map(([at, top, bottom]) => [x(at), y(top), y(bottom)]))}
        className="fill-down-soft in-data-[contrast=high]:stroke-down"
      />
    ));
}

/** A dot on each point of a line that has them: hollow, but for the one the chart is about. */
export function Dots({ view, layout }: Drawn) {
  return view.series
    .filter(({ dots }) => dots)
    .flatMap((series) =>
      series.points.flatMap((point) =>
        point.y === null ? [] : [<Dot key={`${series.id} ${point.x}`} {...{ series, point, layout }} />],
      ),
    );
}

function Dot(props: { series: ChartSeries; point: ChartSeries["points"][number]; layout: Layout }) {
  const { series, point, layout } = props;
  const { x, y, width } = layout;
  const radius = (point.chosen ? 4.6 : 3) - (width < 480 ? 0.2 : 0);
  const fill = point.chosen ? fillOf[series.tone] : "fill-surface";
  return (
    <circle
      cx={x(point.x)}
      cy={y(point.y as number)}
      r={radius}
      strokeWidth={2}
      className={`${fill} ${strokeOf[series.tone]}`}
    />
  );
}

const THINNEST = 2;
const THICKEST = 14;

/** Orders as bars as long as they stood and as thick as they were large, trades as arrows. */
export function OrdersAndTrades({ view, layout }: Drawn) {
  const orders = (view.marks ?? []).filter(isOrder);
  const most = Math.max(1, ...orders.map(({ lots }) => lots));
  return (
    <>
      {orders.map((order, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: orders of a chart never change places
        <Order key={i} order={order} thick={Math.max(THINNEST, (THICKEST * order.lots) / most)} layout={layout} />
      ))}
      {writtenLots(orders, layout).map(({ x, y, lots }) => (
        <text key={`${x} ${y}`} x={x} y={y + 4} fontSize={11} className="fill-ink">
          {count(lots)}
        </text>
      ))}
      {(view.marks ?? []).filter(isTrade).map((trade, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do its trades
        <Arrow key={i} trade={trade} layout={layout} />
      ))}
    </>
  );
}

function Order({ order, thick, layout: { x, y } }: { order: OrderBar; thick: number; layout: Layout }) {
  const [from, to] = [x(order.from), Math.max(x(order.to), x(order.from) + 2)];
  return (
    <rect
      x={from}
      y={y(order.y) - thick / 2}
      width={to - from}
      height={thick}
      className={order.side === "buy" ? "fill-up-soft stroke-up" : "fill-down-soft stroke-down"}
    />
  );
}

const DIGIT = 7;
const LINE = 12;

/** How many lots, written where no other size stands: of many orders beside each other some sizes are left out. */
export function writtenLots(orders: readonly OrderBar[], { x, y }: Pick<Layout, "x" | "y">) {
  const wanted = orders.map((order) => ({ x: x(order.from) + 4, y: y(order.y), lots: order.lots }));
  const rows: { y: number; labels: typeof wanted }[] = [];
  for (const label of wanted.toSorted((a, b) => b.lots - a.lots)) {
    const row = rows.find((one) => Math.abs(one.y - label.y) < LINE);
    if (row) row.labels.push(label);
    else rows.push({ y: label.y, labels: [label] });
  }
  return rows.flatMap(({ labels }) =>
    keepApart(labels, Math.max(...labels.map(({ lots }) => 6 + DIGIT * `${lots}`.length))),
  );
}

function Arrow({ trade, layout }: { trade: TradeArrow; layout: Layout }) {
  const [x, y] = [layout.x(trade.x), layout.y(trade.y)];
  const point = trade.side === "buy" ? -6 : 6;
  const [stroke, fill] = trade.side === "buy" ? ["stroke-up", "fill-up"] : ["stroke-down", "fill-down"];
  return (
    <path
      d={`M${x - 5} ${y - point / 2}L${x + 5} ${y - point / 2}L${x} ${y + point}Z`}
      strokeWidth={1.2}
      className={`${stroke} ${trade.hollow ? "fill-surface" : fill}`}
    />
  );
}

/** Values over their points, names along lines, and remarks. */
export function Words({ view, layout }: Drawn) {
  const { x, y, width, along, pointLabels } = layout;
  const remarks = (view.marks ?? []).filter(isRemark);
  return (
    <>
      {remarks
        .filter(({ least = 0, most = Number.POSITIVE_INFINITY }) => width >= least && width <= most)
        .flatMap((remark) =>
          remark.lines.map((line, i) => (
            <Label
              key={line}
              x={x(remark.x) - (remark.anchor === "end" ? 8 : 0)}
              y={y(remark.y) + 20 + i * 15}
              anchor={remark.anchor}
              className={remark.strong ? "fill-ink font-medium" : undefined}
            >
              {line}
            </Label>
          )),
        )}
      {along.map((label) => (
        <Label key={label.series.id} x={label.x} y={label.y} anchor={label.anchor}>
          {label.text}
        </Label>
      ))}
      {pointLabels.map(({ px, py, text, name, below, big }) => (
        <g key={`${px} ${py}`}>
          <Label
            x={px}
            y={below ? py + 17 : py - (name ? (big ? 27 : 24) : 9)}
            anchor="middle"
            size={big ? 16 : 12.5}
            className="fill-ink font-semibold"
          >
            {text}
          </Label>
          {name && (
            <Label
              x={px}
              y={below ? py + 30 : py - 12}
              anchor="middle"
              className={big ? "fill-ink font-medium" : undefined}
            >
              {name}
            </Label>
          )}
        </g>
      ))}
    </>
  );
}
