import { describe, expect, test } from "vitest";
import { currentEdition } from "@/server/prices/data";
import { dayNumber } from "../chart/days";
import { pointAt } from "../chart/view";
import { type Choice, choiceQuery, type Params, parseChoice } from "./choice";
import { numberEvents } from "./explorer-events";
import { catalogueOf, explorerSeries } from "./explorer-series";

const data = currentEdition().data;
const catalogue = catalogueOf(data);
const choose = (params: Params = {}): Choice => parseChoice(params, catalogue);
const on = (date: string) => dayNumber(date);
const seriesOf = (params: Params, id: string) => {
  const found = explorerSeries(choose(params), data, {}).find((series) => series.id === id);
  if (!found) throw new Error(`no series ${id}`);
  return found;
};
const textOn = (params: Params, id: string, date: string) => pointAt(seriesOf(params, id), on(date))?.text ?? null;

describe("what a reader chose", () => {
  test("is all in the address: reading it back gives the same choice", () => {
    const chosen = choose({
      show: "models",
      provider: "anthropic",
      kind: "mix",
      mix: "own",
      c: "5",
      i: "3",
      o: "2",
      known: "2026-05-01",
      until: "2026-10-28",
    });
    expect(chosen).toMatchObject({
      provider: "anthropic",
      mix: { cached: 5, input: 3, output: 2 },
      known: "2026-05-01",
      until: "2026-10-28",
    });
    expect(parseChoice(choiceQuery(chosen, catalogue), catalogue)).toEqual(chosen);
  });

  test("by itself it needs no address, and nonsense is as if it were not there", () => {
    expect(choiceQuery(choose(), catalogue)).toEqual({});
    const nonsense = {
      show: "x",
      mix: "0:0",
      kind: "cached",
      scale: "cubic",
      known: "2026-02-30",
      open: "../../etc",
      provider: "<b>",
    };
    expect(choose(nonsense)).toEqual(choose());
  });
});

describe("benchmarks over time", () => {
  test("end at the last measured fixings of PREM, CHNA and ECON", () => {
    expect(["PREM", "CHNA", "ECON"].map((id) => textOn({}, id, "2026-09-23"))).toEqual(["4.559", "1.906", "0.4439"]);
  });

  test("with fewer sellers than rule 3.3 asks for the average is an estimate", () => {
    expect(pointAt(seriesOf({}, "PREM"), on("2023-03-14"))).toMatchObject({ text: "24.826", as: "estimated" });
    expect(pointAt(seriesOf({}, "PREM"), on("2023-12-13"))?.as).toBe("measured");
  });

  test("like for like, new sellers do not move them: PREM is down 59 % since March 2023, CHNA 5.3 times what it was", () => {
    const like = { measure: "like-for-like" };
    const change = (id: string, from: string) =>
      Number(textOn(like, id, "2026-09-23")) / Number(textOn(like, id, from));
    expect(change("PREM", "2023-03-14")).toBeCloseTo(1 - 0.593, 3);
    expect(change("CHNA", "2024-05-06")).toBeCloseTo(5.3, 1);
  });

  test("what is simulated begins at the seam and is marked so", () => {
    const simulated = { PREM: [{ date: "2026-09-24", text: "4.601" }] };
    const prem = explorerSeries(choose(), data, simulated).find(({ id }) => id === "PREM");
    expect(prem?.points.at(-1)).toMatchObject({ text: "4.601", as: "simulated", x: on("2026-09-24") });
    expect(prem?.points.filter(({ x }) => x <= on("2026-09-23")).some(({ as }) => as === "simulated")).toBe(false);
  });
});

describe("what was known on a day", () => {
  test("nothing learnt later is shown, and nothing of a later day", () => {
    const then = explorerSeries(choose({ known: "2025-01-15" }), data, {});
    expect(Math.max(...then.flatMap(({ points }) => points.map(({ x }) => x)))).toBeLessThanOrEqual(on("2025-01-15"));
  });

  test("a price learnt late is not in what was known before", () => {
    // DeepSeek's price of 17 August 2026 was first seen on 23 September.
    expect(textOn({ known: "2026-09-01" }, "CHNA", "2026-09-01")).toBe("1.691");
    expect(textOn({}, "CHNA", "2026-09-01")).toBe("1.906");
  });
});

describe("models of a seller", () => {
  const gpt4o = { show: "models", provider: "openai", model: "gpt-4o" };

  test("a single kind of token is written as its source wrote it, a mix is worked out", () => {
    expect(textOn({ ...gpt4o, kind: "output" }, "gpt-4o", "2024-06-01")).toBe("15");
    expect(textOn({ ...gpt4o, kind: "input" }, "gpt-4o", "2024-06-01")).toBe("5");
    expect(textOn(gpt4o, "gpt-4o", "2024-06-01")).toBe("7.5");
  });

  test("the chosen model stands out, the seller's others are context", () => {
    const series = explorerSeries(choose(gpt4o), data, {});
    expect(series.filter(({ context }) => !context).map(({ id }) => id)).toEqual(["gpt-4o"]);
    expect(series.length).toBeGreaterThan(20);
  });

  test("by itself the model is shown whose price moved most often", () => {
    expect(choose({ show: "models", provider: "deepseek" }).model).toBe("deepseek-chat");
    expect(choose({ show: "models", provider: "deepseek", model: "gpt-4o" }).model).toBe("deepseek-chat");
  });

  test("every point opens the observation it is", () => {
    const ids = new Set([...data.points, ...data.slotPrices].map(({ id }) => id));
    for (const show of ["benchmarks", "premium", "economy", "models"])
      for (const { points } of explorerSeries(choose({ show }), data, {}))
        for (const { open } of points) expect(open?.every((id) => ids.has(id)) && open.length > 0).toBe(true);
  });

  test("no feed error is ever drawn as a price", () => {
    const wrong = new Set(
      data.points.filter(({ flag }) => flag === "feed-error" || flag === "cancelled").map(({ id }) => id),
    );
    for (const provider of catalogue.keys())
      for (const { points } of explorerSeries(choose({ show: "models", provider }), data, {}))
        for (const { open } of points) expect(open?.some((id) => wrong.has(id))).toBe(false);
  });
});

describe("numbered events", () => {
  const numberedIn = (params: Params) => {
    const series = explorerSeries(choose(params), data, {});
    return { series, ...numberEvents(data.events, series, { from: on("2023-03-01"), to: on("2026-09-23") }) };
  };

  test("are at most seven, in order of date, each on a line that is shown", () => {
    const { listed, marks } = numberedIn({});
    expect(marks.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(marks.every(({ y }) => y !== null)).toBe(true);
    const numbered = listed.filter(({ no }) => no !== null);
    expect(numbered.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(numbered.map(({ event }) => event.date)).toEqual(numbered.map(({ event }) => event.date).toSorted());
  });

  test("are those that moved a line most: no event without a number moved one further", () => {
    const { series, listed } = numberedIn({});
    const furthest = ({ observations }: { observations: readonly string[] }) =>
      Math.max(
        0,
        ...series.flatMap(({ points }) =>
          points.map((point, i) => {
            const before = points[i - 1]?.y;
            const isIts = point.open?.some((id) => observations.includes(id));
            return isIts && before && point.y ? Math.abs(Math.log(point.y / before)) : 0;
          }),
        ),
      );
    const [numbered, others] = [true, false].map((has) =>
      listed.filter(({ no }) => (no !== null) === has).map(({ event }) => furthest(event)),
    );
    expect(Math.min(...numbered)).toBeGreaterThanOrEqual(Math.max(...others));
    expect(listed.find(({ event }) => event.date === "2026-09-23")?.no).toBe(7); // PREM falls 20.5 %
  });

  test("open what their own event changed", () => {
    const { listed, marks } = numberedIn({});
    for (const { no, told } of marks)
      expect(told?.observations).toEqual(listed.find((one) => one.no === no)?.event.observations);
  });

  test("a line that begins has not moved", () => {
    expect(numberedIn({ show: "models", provider: "deepseek" }).marks).toEqual([]);
  });
});
