import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { AxisText, Label, Seam, SimulatedGround } from "../figure/marks";
import { type Drawing, Redrawn } from "../figure/redrawn";
import { dayNumber, keepApart, linear, linePath, roundTicks, type Scale, stepPath } from "../figure/scale";
import { longMonthName, monthName } from "../market/dates";
import { rounded } from "../ui/numerals";

export interface DatedPrice {
  date: string;
  price: string;
}

/** A month of the forward curve: what the market pays now for it. */
export interface CurvePoint {
  symbol: string;
  month: string; // "2027-03"
  lastTradingDay: string;
  price: string;
}

export interface MarketFigureData {
  measured: readonly DatedPrice[];
  seam: string;
  /** Simulated fixings since the seam, oldest first. */
  fixings: readonly DatedPrice[];
  today: string;
  curve: readonly CurvePoint[];
  featured: string;
}

const drawings: readonly Drawing[] = [
  { width: 288, height: 184, className: "min-[360px]:hidden" },
  { width: 328, height: 190, className: "hidden min-[360px]:block min-[480px]:hidden" },
  { width: 448, height: 250, className: "hidden min-[480px]:block sm:hidden" },
  { width: 592, height: 320, className: "hidden sm:block lg:hidden" },
  { width: 672, height: 372, className: "hidden lg:block xl:hidden" },
  { width: 912, height: 404, className: "hidden xl:block" },
];

/** Measured list prices as steps, the seam, then simulated fixings and the forward curve on hatched ground. */
export function MarketFigure({ data }: { data: MarketFigureData }) {
  const t = useTranslations("landing.figure");
  const locale = useLocale();
  const summary = t("summary", {
    firstPrice: rounded(data.measured[0].price, 3),
    firstMonth: `${longMonthName(data.measured[0].date.slice(0, 7), locale)} ${data.measured[0].date.slice(0, 4)}`,
    highest: rounded(highestOf(data.measured), 3),
    lastPrice: rounded(data.measured.at(-1)!.price, 3),
    months: data.curve.length,
    curve: data.curve
      .map((point) => t("summaryPoint", { month: monthAndYear(point.month, locale), price: point.price }))
      .join(t("summaryJoin")),
  });
  return (
    <Redrawn summary={summary} drawings={drawings}>
      {(drawing) => <Drawn data={data} drawing={drawing} />}
    </Redrawn>
  );
}

const highestOf = (prices: readonly DatedPrice[]) =>
  prices.reduce((high, { price }) => (Number(price) > Number(high) ? price : high), prices[0].price);

const monthAndYear = (month: string, locale: string) =>
  locale === "zh"
    ? `${month.slice(0, 4)}年${monthName(month, locale)}`
    : `${longMonthName(month, locale)} ${month.slice(0, 4)}`;

function Drawn({ data, drawing }: { data: MarketFigureData; drawing: Drawing }) {
  const t = useTranslations("landing.figure");
  const hatch = useId();
  const { width, height } = drawing;
  const roomy = width >= 592;
  const plot = { right: width - (roomy ? 44 : 34), top: roomy ? 26 : 22, bottom: height - (roomy ? 28 : 24) };

  const first = dayNumber(data.measured[0].date);
  const last = dayNumber(data.curve.at(-1)?.lastTradingDay ?? data.today);
  const beyond = data.curve.length > 0 ? 0.035 : 0.2; // without a curve, the seam still needs room for its words
  const x = linear([first, last + (last - first) * beyond], [0, plot.right]);
  const xOf = (date: string) => x(dayNumber(date));
  const values = [...data.measured, ...data.fixings, ...data.curve].map(({ price }) => Number(price));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = linear([low - (high - low) * 0.12, high + (high - low) * 0.05], [plot.bottom, plot.top]);
  const yOf = (price: string) => y(Number(price));

  const seam = Math.round(xOf(data.seam)) + 0.5;
  const now = xOf(data.today);
  const lastMeasured = data.measured.at(-1)!;
  const lastFixing = data.fixings.at(-1) ?? lastMeasured;
  return (
    <>
      <SimulatedGround id={hatch} x={seam} y={plot.top} width={plot.right - seam} height={plot.bottom - plot.top} />
      <PriceAxis y={y} plot={plot} domain={[low, high]} />
      <TimeAxis x={x} from={data.measured[0].date} until={last} plot={plot} roomy={roomy} />
      <Seam
        x={seam}
        top={plot.top}
        bottom={plot.bottom}
        measured={roomy ? t("measuredLong") : t("measured")}
        simulated={t("simulated")}
      />
      <path
        d={stepPath(data.measured.map(({ date, price }) => [xOf(date), yOf(price)]))}
        fill="none"
        strokeWidth={2}
        className="stroke-s-prem"
      />
      <path
        d={stepPath(
          [[seam, yOf(lastMeasured.price)], ...data.fixings.map(({ date, price }) => [xOf(date), yOf(price)] as const)],
          Math.max(now, seam),
        )}
        fill="none"
        strokeWidth={2}
        className="stroke-s-prem"
      />
      <Curve
        data={data}
        xOf={xOf}
        yOf={yOf}
        from={[Math.max(now, seam), yOf(lastFixing.price)]}
        right={plot.right}
        roomy={roomy}
      />
      <Remarks data={data} xOf={xOf} yOf={yOf} seam={seam} right={plot.right} roomy={roomy} wide={width >= 672} />
    </>
  );
}

type Plot = { right: number; top: number; bottom: number };

function PriceAxis({ y, plot, domain }: { y: Scale; plot: Plot; domain: readonly [number, number] }) {
  return (
    <>
      {roundTicks(domain[0] - (domain[1] - domain[0]) * 0.1, domain[1] + (domain[1] - domain[0]) * 0.04).map((tick) => (
        <g key={tick}>
          <path
            d={`M0 ${Math.round(y(tick)) + 0.5}H${plot.right}`}
            className="stroke-line in-data-[contrast=high]:opacity-40"
          />
          <AxisText x={plot.right + 8} y={y(tick) + 4}>
            {tick.toFixed(2)}
          </AxisText>
        </g>
      ))}
      <path d={`M0 ${plot.bottom + 0.5}H${plot.right}`} className="stroke-line-strong" />
    </>
  );
}

/** Every January by its year, every July by its name. */
function TimeAxis(props: { x: Scale; from: string; until: number; plot: Plot; roomy: boolean }) {
  const t = useTranslations("landing.figure");
  const locale = useLocale();
  const { x, plot } = props;
  const firstYear = Number(props.from.slice(0, 4));
  const halves = Array.from({ length: 12 }, (_, i) => `${firstYear + Math.floor(i / 2)}-${i % 2 === 0 ? "01" : "07"}`);
  return halves
    .map((month) => ({ month, at: x(dayNumber(`${month}-01`)) }))
    .filter(
      ({ month, at }) => dayNumber(`${month}-01`) < props.until && at < plot.right - 8 && (props.roomy || at > 12),
    )
    .map(({ month, at }) => (
      <g key={month}>
        {at > 0 && <path d={`M${Math.round(at) + 0.5} ${plot.bottom}v5`} className="stroke-line-strong" />}
        <AxisText x={at} y={plot.bottom + 18} anchor={at > 12 ? "middle" : "start"}>
          {month.endsWith("01") ? t("year", { year: month.slice(0, 4) }) : monthName(month, locale)}
        </AxisText>
      </g>
    ));
}

interface Placing {
  data: MarketFigureData;
  xOf: (date: string) => number;
  yOf: (price: string) => number;
  roomy: boolean;
}

/** Time-true points, hollow but for the featured one, each label above its point where there is room. */
function Curve({ data, xOf, yOf, from, right, roomy }: Placing & { from: readonly [number, number]; right: number }) {
  const locale = useLocale();
  const points = data.curve.map((point) => ({ ...point, x: xOf(point.lastTradingDay), y: yOf(point.price) }));
  const isFeatured = (point: CurvePoint) => point.symbol === data.featured;
  // A label close to today would hide the last fixings.
  const others = points.filter((point) => !isFeatured(point) && point.x - from[0] > 34);
  const labelled = keepApart([...points.filter(isFeatured), ...(roomy ? others.toReversed() : [])], 46);
  return (
    <>
      <path
        d={linePath([from, ...points.map(({ x, y }) => [x, y] as const)])}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray="1 3"
        strokeLinecap="round"
        className="stroke-s-prem"
      />
      {points.map((point) => (
        <circle
          key={point.symbol}
          cx={point.x}
          cy={point.y}
          r={(isFeatured(point) ? 4.6 : 3) - (roomy ? 0 : 0.4)}
          strokeWidth={2}
          className={isFeatured(point) ? "fill-s-prem stroke-s-prem" : "fill-surface stroke-s-prem"}
        />
      ))}
      {labelled.map((point) => {
        const big = isFeatured(point) && roomy;
        const x = Math.min(point.x, right - (big ? 23 : 18)); // the last label stays off the price axis
        return (
          <g key={point.symbol}>
            <Label
              x={x}
              y={point.y - (big ? 27 : 24)}
              anchor="middle"
              size={big ? 16 : 12.5}
              className="fill-ink font-semibold"
            >
              {point.price}
            </Label>
            <Label x={x} y={point.y - 12} anchor="middle" className={big ? "fill-ink font-medium" : undefined}>
              {big ? longMonthName(point.month, locale) : monthName(point.month, locale)}
            </Label>
          </g>
        );
      })}
    </>
  );
}

/** What a reader would ask about: three remarks on a roomy drawing, the last measured price on a phone. */
function Remarks(props: Placing & { seam: number; right: number; wide: boolean }) {
  const { data, xOf, yOf, seam, right, roomy, wide } = props;
  const t = useTranslations("landing.figure");
  const lastPrice = data.measured.at(-1)!.price;
  const shown = rounded(lastPrice, 3);
  if (!roomy)
    return (
      <Label x={seam - 6} y={yOf(lastPrice) + 17} anchor="end" className="fill-ink font-medium">
        {shown}
      </Label>
    );
  const plateau = (xOf("2025-05-22") + xOf("2025-11-18")) / 2;
  const ahead = (seam + right) / 2;
  return (
    <>
      {wide &&
        [t("plateau1"), t("plateau2")].map((line, i) => (
          <Label key={line} x={plateau} y={yOf("6.7911") + 20 + i * 16} anchor="middle">
            {line}
          </Label>
        ))}
      <Label x={seam - 10} y={yOf(lastPrice) + 20} anchor="end" className="fill-ink font-medium">
        {wide ? t("lastStep", { price: shown }) : shown}
      </Label>
      {right - seam > 170 &&
        [t("ahead1"), t("ahead2")].map((line, i) => (
          <Label key={line} x={ahead} y={yOf("6.2") + i * 15} anchor="middle">
            {line}
          </Label>
        ))}
    </>
  );
}
