import { describe, expect, test } from "vitest";
import {
  beginningAt,
  type ChartPoint,
  type ChartSeries,
  type ChartView,
  nearestStop,
  openedAt,
  pointAt,
  provenances,
  runsOf,
  stops,
} from "./view";

const point = (x: number, y: number | null, as: ChartPoint["as"] = "measured", open?: string[]): ChartPoint => ({
  x,
  y,
  text: String(y),
  as,
  open,
});
const steps = (...points: ChartPoint[]): ChartSeries => ({
  id: "a",
  name: "A",
  tone: "s-prem",
  shape: "step",
  points,
  until: 10,
});
const view = (...series: ChartSeries[]) => ({ series, x: { kind: "date", from: 0, to: 10 } }) as unknown as ChartView;

describe("lines", () => {
  test("a step runs on to the end of what is known", () => {
    expect(runsOf(steps(point(0, 5), point(4, 2)))).toEqual([
      {
        dashed: false,
        vertices: [
          [0, 5],
          [4, 2],
          [10, 2],
        ],
      },
    ]);
  });

  test("a line is dashed where it is estimated, and the jump belongs to the stretch before it", () => {
    expect(runsOf(steps(point(0, 5, "estimated"), point(4, 2)))).toEqual([
      {
        dashed: true,
        vertices: [
          [0, 5],
          [4, 2],
        ],
      },
      {
        dashed: false,
        vertices: [
          [4, 2],
          [10, 2],
        ],
      },
    ]);
  });

  test("where a value is missing there is no line", () => {
    expect(runsOf(steps(point(0, 5), point(2, null), point(6, 3)))).toEqual([
      {
        dashed: false,
        vertices: [
          [0, 5],
          [2, 5],
        ],
      },
      {
        dashed: false,
        vertices: [
          [6, 3],
          [10, 3],
        ],
      },
    ]);
  });

  test("a list price holds until the next one; a plain line is known at its points alone", () => {
    const series = steps(point(0, 5), point(4, 2));
    expect(pointAt(series, 3)?.y).toBe(5);
    expect(pointAt(series, 11)).toBeNull();
    expect(pointAt({ ...series, shape: "line" }, 3)).toBeNull();
  });
});

test("a step cut at its left begins with what was in force there", () => {
  const series = steps(point(0, 5), point(4, 2), point(6, null), point(8, 1));
  expect(beginningAt(series, 5).points.map(({ x, y }) => [x, y])).toEqual([
    [5, 2],
    [6, null],
    [8, 1],
  ]);
  expect(beginningAt(series, 4).points[0]).toBe(series.points[1]);
  expect(beginningAt(series, 7).points.map(({ x }) => x)).toEqual([8]);
});

test("a line may begin where it has no point: a forward curve begins at the last fixing", () => {
  const curve: ChartSeries = { ...steps(point(4, 3), point(8, 5)), shape: "line", start: [1, 2] };
  expect(runsOf(curve)[0].vertices).toEqual([
    [1, 2],
    [4, 3],
    [8, 5],
  ]);
  expect(stops(view(curve))).toEqual([4, 8]);
});

describe("reading a chart", () => {
  test("when the view changes under the crosshair, it stands at the nearest place that there still is", () => {
    expect(nearestStop(view(steps(point(0, 5), point(7, 2))), 6)).toBe(7);
    expect(nearestStop(view(steps()), 6)).toBeNull();
  });

  test("the crosshair stops wherever any line changes, each place once", () => {
    expect(stops(view(steps(point(0, 5), point(4, 2)), steps(point(4, 1), point(7, 3), point(12, 9))))).toEqual([
      0, 4, 7,
    ]);
  });

  test("a place opens what changed there, context only when nothing else did", () => {
    const main = steps(point(4, 2, "measured", ["s1", "s2"]));
    const context = { ...steps(point(4, 1, "measured", ["p7"]), point(6, 1, "measured", ["p8"])), context: true };
    expect(openedAt({ series: [context, main] }, 4)).toEqual(["s1", "s2"]);
    expect(openedAt({ series: [context, main] }, 6)).toEqual(["p8"]);
  });

  test("a chart says of which kinds its figures are", () => {
    expect(provenances({ series: [steps(point(0, 5, "simulated"), point(4, 2))] })).toEqual(["measured", "simulated"]);
  });
});
