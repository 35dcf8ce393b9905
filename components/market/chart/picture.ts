import {
  CandlestickSeries,
  ColorType,
  CrosshairMode,
  createChart,
  HistogramSeries,
  type IChartApi,
  type IPrimitivePaneRenderer,
  type ISeriesApi,
  type ISeriesPrimitive,
  LineSeries,
  LineStyle,
  LineType,
  type SeriesAttachedParameter,
  TickMarkType,
  type Time,
  type UTCTimestamp,
} from "lightweight-charts";
import type { Interval } from "../api";
import { clockTime, dayMonth, hourMinute, monthName } from "../dates";
import {
  drawEvents,
  drawLevelNames,
  drawOwnLines,
  type EventMark,
  type LevelName,
  type OwnLine,
  type Scales,
} from "./marks";
import type { Palette } from "./palette";
import type { Candle, Step } from "./series";

export interface PictureOptions {
  readonly palette: Palette;
  readonly locale: string;
  readonly decimals: number;
  readonly interval: Interval;
  /** The candle under the crosshair; null: the pointer left. */
  readonly onPoint: (candle: Candle | null) => void;
}

const SPACING = 9;

/** The candles on a canvas: everything imperative about them is in here. */
export class Picture {
  private readonly chart: IChartApi;
  private readonly candles: ISeriesApi<"Candlestick">;
  private readonly volume: ISeriesApi<"Histogram">;
  private readonly benchmark: ISeriesApi<"Line">;
  private readonly marks: Marks;
  private shown: readonly Candle[] = [];

  constructor(host: HTMLElement, options: PictureOptions) {
    const { palette, locale, decimals, interval, onPoint } = options;
    this.chart = createChart(host, {
      autoSize: true,
      localization: {
        locale: locale === "zh" ? "zh-CN" : "en-US",
        timeFormatter: (time: Time) => {
          const at = (time as number) * 1000;
          return interval === "1d" ? dayMonth(at, locale) : `${dayMonth(at, locale)} ${clockTime(at).slice(0, 5)}`;
        },
      },
      crosshair: { mode: CrosshairMode.Magnet },
      rightPriceScale: { borderVisible: true, scaleMargins: { top: 0.14, bottom: 0.22 } },
      timeScale: {
        timeVisible: interval !== "1d",
        secondsVisible: false,
        rightOffset: 2,
        barSpacing: SPACING,
        minBarSpacing: 3,
        maxBarSpacing: 24,
        tickMarkFormatter: (time: Time, type: TickMarkType) => tickText((time as number) * 1000, type, locale),
      },
      // A page scrolls by the wheel; the chart is dragged and pinched.
      handleScroll: { mouseWheel: false },
      handleScale: { mouseWheel: false },
    });
    const priceFormat = { type: "price", precision: decimals, minMove: 1 / 10 ** decimals } as const;
    this.volume = this.chart.addSeries(HistogramSeries, {
      priceScaleId: "volume",
      priceFormat: { type: "volume" },
      lastValueVisible: false,
      priceLineVisible: false,
    });
    this.volume.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
    this.benchmark = this.chart.addSeries(LineSeries, {
      lineType: LineType.WithSteps,
      lineWidth: 1,
      lastValueVisible: false,
      priceLineVisible: false,
      crosshairMarkerVisible: false,
      priceFormat,
    });
    this.candles = this.chart.addSeries(CandlestickSeries, {
      priceFormat,
      priceLineStyle: LineStyle.Dotted,
      priceLineWidth: 1,
    });
    this.marks = new Marks(palette);
    this.candles.attachPrimitive(this.marks);
    this.wear(palette);
    this.chart.subscribeCrosshairMove(({ time }) => {
      onPoint(time === undefined ? null : (this.shown.find((candle) => candle.time === time) ?? null));
    });
  }

  /** Colours of the tokens as they are now. */
  wear(palette: Palette): void {
    const { surface, grid, lineStrong, ink, ink3, up, down, volume, font } = palette;
    this.chart.applyOptions({
      layout: {
        background: { type: ColorType.Solid, color: surface },
        textColor: ink3,
        fontFamily: font,
        fontSize: 11,
        attributionLogo: false, // named in the line under the chart instead
      },
      grid: { vertLines: { visible: false }, horzLines: { color: grid } },
      rightPriceScale: { borderColor: lineStrong },
      timeScale: { borderColor: lineStrong },
      crosshair: {
        vertLine: { color: lineStrong, labelBackgroundColor: palette.ink2 },
        horzLine: { color: lineStrong, labelBackgroundColor: palette.ink2 },
      },
    });
    // Up is hollow, down is filled, whichever colour rises.
    this.candles.applyOptions({
      upColor: surface,
      borderUpColor: up,
      wickUpColor: up,
      downColor: down,
      borderDownColor: down,
      wickDownColor: down,
      priceLineColor: ink,
    });
    this.volume.applyOptions({ color: volume });
    this.benchmark.applyOptions({ color: ink });
    this.marks.wear(palette);
  }

  /** All candles anew. */
  show(candles: readonly Candle[]): void {
    this.shown = candles;
    this.candles.setData(candles.map((candle) => ({ ...candle, time: candle.time as UTCTimestamp })));
    this.volume.setData(candles.map(({ time, volume }) => ({ time: time as UTCTimestamp, value: volume })));
    const scale = this.chart.timeScale();
    // Few candles fill the width; many show their latest.
    if (candles.length * SPACING < scale.width()) scale.fitContent();
    else scale.scrollToRealTime();
  }

  /** The same candles with the last one grown or a new one begun. */
  grow(candles: readonly Candle[]): void {
    this.shown = candles;
    const last = candles.at(-1);
    if (!last) return;
    const time = last.time as UTCTimestamp;
    this.candles.update({ time, open: last.open, high: last.high, low: last.low, close: last.close });
    this.volume.update({ time, value: last.volume });
  }

  showBenchmark(steps: readonly Step[], names: readonly LevelName[]): void {
    this.benchmark.setData(steps.map(({ time, value }) => ({ time: time as UTCTimestamp, value })));
    this.marks.showLevels(steps.length > 0 ? names : []);
  }

  showVolume(visible: boolean): void {
    this.volume.applyOptions({ visible });
  }

  showOwn(lines: readonly OwnLine[]): void {
    this.marks.showOwn(lines);
  }

  showEvents(events: readonly EventMark[]): void {
    this.marks.showEvents(events);
  }

  remove(): void {
    this.chart.remove();
  }
}

function tickText(at: number, type: TickMarkType, locale: string): string {
  const iso = new Date(at).toISOString();
  if (type === TickMarkType.Year) return iso.slice(0, 4);
  if (type === TickMarkType.Month) return monthName(iso.slice(0, 7), locale);
  if (type === TickMarkType.DayOfMonth) return dayMonth(at, locale);
  return hourMinute(at);
}

/** What the library has no series for: own lines, numbered events, the names of benchmark levels. */
class Marks implements ISeriesPrimitive<Time> {
  private attachedTo: SeriesAttachedParameter<Time> | null = null;
  private own: readonly OwnLine[] = [];
  private events: readonly EventMark[] = [];
  private levels: readonly LevelName[] = [];
  private readonly views = [
    {
      zOrder: () => "top" as const,
      renderer: () => ({
        draw: (target: Parameters<IPrimitivePaneRenderer["draw"]>[0]) =>
          target.useMediaCoordinateSpace(({ context, mediaSize }) => this.draw(context, mediaSize)),
      }),
    },
  ];

  constructor(private palette: Palette) {}

  attached(parameter: SeriesAttachedParameter<Time>): void {
    this.attachedTo = parameter;
  }
  detached(): void {
    this.attachedTo = null;
  }
  paneViews() {
    return this.views;
  }

  wear(palette: Palette): void {
    this.palette = palette;
    this.attachedTo?.requestUpdate();
  }
  showOwn(lines: readonly OwnLine[]): void {
    this.own = lines;
    this.attachedTo?.requestUpdate();
  }
  showEvents(events: readonly EventMark[]): void {
    this.events = events;
    this.attachedTo?.requestUpdate();
  }
  showLevels(levels: readonly LevelName[]): void {
    this.levels = levels;
    this.attachedTo?.requestUpdate();
  }

  private draw(context: CanvasRenderingContext2D, { width, height }: { width: number; height: number }): void {
    if (!this.attachedTo) return;
    const { chart, series } = this.attachedTo;
    const scales: Scales = {
      width,
      height,
      y: (price) => series.priceToCoordinate(price),
      x: (time) => chart.timeScale().timeToCoordinate(time as UTCTimestamp),
    };
    drawLevelNames(context, this.levels, scales, this.palette);
    drawEvents(context, this.events, scales, this.palette);
    drawOwnLines(context, this.own, scales, this.palette);
  }
}
