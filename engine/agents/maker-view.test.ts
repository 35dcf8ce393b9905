import { describe, expect, test } from "vitest";
import { MakerView } from "./maker-view";

const MINUTE = 60_000;

/** Has seen the middle of month 1 move by `ticks` up and down again, every minute. */
function after(ticks: number, minutes = 120): MakerView {
  const view = new MakerView();
  for (let i = 0; i <= minutes; i++) view.sees(1, 4500 + (i % 2) * ticks, i * MINUTE, 1);
  return view;
}

describe("what a market maker learns", () => {
  test("volatility is what it has seen, and it shows less while prices move fast", () => {
    expect(after(10).variance).toBeGreaterThan(5 * after(1).variance);
    expect(after(10).boldness).toBeLessThan(after(1).boldness);
  });

  test("a night's gap is news, not volatility", () => {
    const view = after(1);
    const before = view.variance;
    view.sleep();
    view.sees(1, 5000, 500 * MINUTE, 1);
    expect(view.variance).toBe(before);
  });

  test("one print is no new world: it counts at most so many times what was expected", () => {
    const view = after(1);
    const before = view.variance;
    view.sees(1, 6000, 121 * MINUTE, 1);
    expect(view.variance).toBeLessThan(2.5 * before);
  });

  test("an order moves its view against the maker's trade, by the root of its size, and more when prices are volatile", () => {
    const moved = (view: MakerView, share: number) => {
      const before = view.lean(1);
      view.traded(1, share, 1);
      return view.lean(1) - before;
    };
    expect(moved(new MakerView(), -0.1)).toBeGreaterThan(0); // it sold: somebody wanted to buy
    expect(moved(new MakerView(), 0.4)).toBeCloseTo(2 * moved(new MakerView(), 0.1), 10);
    expect(moved(after(10), -0.1)).toBeGreaterThan(2 * moved(after(1), -0.1));
  });

  test("a trade in one month moves that month most, the others less, and little when its average is nearly known", () => {
    const view = new MakerView();
    view.traded(1, -0.1, 1);
    expect(view.lean(1)).toBeGreaterThan(view.lean(2));
    expect(view.lean(2)).toBeGreaterThan(0);
    const late = new MakerView();
    late.traded(0, -0.1, 1 / 22);
    expect(late.lean(2)).toBeLessThan(view.lean(2) / 20);
  });

  test("what order flow taught fades, in one month sooner than along the curve", () => {
    const view = new MakerView();
    view.traded(1, -0.1, 1);
    const [own, level] = [view.lean(1) - view.level, view.level];
    view.fade(20 * MINUTE);
    expect((view.lean(1) - view.level) / own).toBeLessThan(view.level / level);
  });

  test("takers who reach further make it reckon with that", () => {
    const view = new MakerView();
    const before = view.reach;
    for (let i = 0; i < 50; i++) view.reached(6);
    expect(view.reach).toBeGreaterThan(2 * before);
  });

  test("news is an expectation that is not what it was", () => {
    const view = new MakerView();
    view.hears(455_900);
    expect([view.hears(455_900), view.hears(460_000), view.hears(460_000)]).toEqual([false, true, false]);
  });
});
