import { describe, expect, test } from "vitest";
import { layOut } from "./layout";
import { writtenLots } from "./mark-drawing";
import { type Mark, placeLabels } from "./marks";
import type { ChartPoint, ChartSeries, ChartView } from "./view";

const point = (x: number, y: number): ChartPoint => ({ x, y, text: String(y), as: "simulated" });
const view = (more: Partial<ChartView>): ChartView => ({
  ...{ id: "x", title: "X", unit: "$", scale: "linear", seam: null, events: [], openAt: null },
  x: { kind: "number", from: 0, to: 100 },
  series: [],
  ...more,
});
const label = (x: number, more: Partial<Mark> = {}) => ({ kind: "label", x, y: 5, text: String(x), ...more }) as Mark;
const plain = { width: 800, x: (n: number) => n * 8, y: (n: number) => n, plot: { left: 0, right: 800 } };

describe("labels over points", () => {
  test("of two that would touch the earlier named stays; over and under a line do not touch", () => {
    const placed = placeLabels([label(50), label(52), label(60), label(51, { below: true })], plain);
    expect(placed.map(({ text }) => text)).toEqual(["50", "60", "51"]);
  });

  test("a label at the edge stays off the axis, and one that asks for room waits for a drawing that has it", () => {
    expect(placeLabels([label(100)], plain)[0].px).toBe(782);
    expect(placeLabels([label(10, { least: 900 })], plain)).toEqual([]);
  });

  test("the chosen one is larger, but not on a phone", () => {
    expect(placeLabels([label(50, { chosen: true })], plain)[0].big).toBe(true);
    expect(placeLabels([label(50, { chosen: true })], { ...plain, width: 340 })[0].big).toBe(false);
  });
});

describe("orders", () => {
  const scales = { x: (n: number) => n, y: (n: number) => n };
  const order = (from: number, y: number, lots: number) => ({
    ...({ kind: "order", side: "buy", to: from + 5 } as const),
    ...{ from, y, lots },
  });

  test("of many orders at one price the largest sizes are written, none over another", () => {
    const many = Array.from({ length: 40 }, (_, i) => order(i * 5, 100, 100 + i));
    const written = writtenLots(many, scales).toSorted((a, b) => a.x - b.x);
    expect(written.some(({ lots }) => lots === 139)).toBe(true);
    for (const [i, one] of written.slice(1).entries()) expect(one.x - written[i].x).toBeGreaterThanOrEqual(27);
  });

  test("orders at other prices have their own sizes", () => {
    expect(
      writtenLots([order(0, 100, 5), order(0, 130, 7)], scales)
        .map(({ lots }) => lots)
        .toSorted(),
    ).toEqual([5, 7]);
  });

  test("their prices lie on the axis although there is no line", () => {
    const { yDomain } = layOut(view({ marks: [order(1, 4.3, 5), order(2, 4.6, 5)] }), 400, 200, "en");
    expect(yDomain[0]).toBeLessThan(4.3);
    expect(yDomain[1]).toBeGreaterThan(4.6);
  });
});

describe("names along level lines", () => {
  const level = (y: number): ChartSeries => ({
    ...{ id: "level", name: "benchmark", tone: "ink", shape: "step", context: true, named: "along" },
    points: [point(0, y)],
    until: 100,
  });
  const curve = (...points: ChartPoint[]): ChartSeries => ({
    ...{ id: "curve", name: "Mark", tone: "s-prem", shape: "line", named: "no" },
    points,
    until: 100,
  });
  const placed = (...series: ChartSeries[]) => layOut(view({ series, axis: "none" }), 220, 152, "en").along[0];

  test("a name stands at the end where the other line does not run", () => {
    const rising = curve(point(0, 3620), point(50, 3700), point(100, 3920));
    const falling = curve(point(0, 3920), point(30, 3640), point(100, 3626));
    expect(placed(level(3617), rising)).toMatchObject({ anchor: "end", text: "benchmark 3617" });
    const under = placed(level(3617), falling);
    const lineAt = layOut(view({ series: [level(3617), falling], axis: "none" }), 220, 152, "en").y(3617);
    expect(under.y).toBeGreaterThan(lineAt);
  });

  test("it takes no room at the right: the plot is as wide as the drawing", () => {
    expect(layOut(view({ series: [level(1)], axis: "none" }), 220, 152, "en").plot.right).toBe(220);
  });
});

describe("axes", () => {
  const line: ChartSeries = {
    ...{ id: "a", name: "A", tone: "s-prem", shape: "line", named: "no" },
    points: [point(0, 4.3211), point(100, 4.3219)],
    until: 100,
  };

  test("an axis has no value between two ticks of a price", () => {
    const { yTicks } = layOut(view({ series: [line], decimals: 3 }), 600, 400, "en");
    expect(new Set(yTicks.map(({ text }) => text)).size).toBe(yTicks.length);
    expect(yTicks.every(({ at, text }) => Math.abs(at - Number(text)) < 1e-9)).toBe(true);
  });

  test("a line that hardly moves is not blown up into mountains", () => {
    const still = { ...line, points: [point(0, 100_000), point(100, 100_000.05)] };
    const { y } = layOut(view({ series: [still] }), 600, 400, "en");
    expect(Math.abs(y(100_000) - y(100_000.05))).toBeLessThan(1);
  });

  test("values at the right leave the left edge to the line", () => {
    expect(layOut(view({ series: [line], axis: "right" }), 600, 400, "en").plot.left).toBe(0);
  });

  test("named ticks that would run into each other are left out, the first stays", () => {
    const ticks = ["Oct", "Nov", "Dec", "Sep"].map((text, i) => ({ at: [10, 15, 30, 100][i], text }));
    const x = { kind: "number", from: 0, to: 100, ticks } as const;
    const { xTicks } = layOut(view({ series: [line], x, axis: "none" }), 220, 152, "en");
    expect(xTicks.map(({ text }) => text)).toEqual(["Oct", "Dec", "Sep"]);
  });
});
