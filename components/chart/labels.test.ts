import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitting, spread, textWidth } from "./labels";

const label = (y: number, optional = false) => ({ y, above: 8, below: 8, optional });

describe("labels at the ends of lines", () => {
  test("a label that stands alone stays beside its line", () => {
    expect(spread([label(40), label(200)], 0, 300)).toEqual([40, 200]);
  });

  test("of two on one height the later goes below the earlier", () => {
    expect(spread([label(100), label(100)], 0, 300)).toEqual([100, 116]);
  });

  test("nothing hangs over the bottom: those above make room", () => {
    expect(spread([label(285), label(290)], 0, 300)).toEqual([276, 292]);
  });

  test("a context label is left out where it would cover another", () => {
    expect(spread([label(100), label(105, true), label(130, true)], 0, 300)).toEqual([100, null, 130]);
  });

  test("no two labels ever overlap, wherever their lines end", () => {
    const someLabels = fc.array(fc.record({ y: fc.integer({ min: 0, max: 400 }), optional: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(someLabels, (ends) => {
        const placed = spread(
          ends.map(({ y, optional }) => label(y, optional)),
          0,
          400,
        )
          .filter((y) => y !== null)
          .sort((a, b) => a - b);
        for (let i = 1; i < placed.length; i++) expect(placed[i] - placed[i - 1]).toBeGreaterThanOrEqual(16);
      }),
    );
  });

  test("a name too long for its room ends in an ellipsis and fits", () => {
    const cut = fitting("gemini-3.6/3.7-flash", 12, 80);
    expect(cut).toMatch(/^gemini.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
    expect(fitting("PREM", 12, 80)).toBe("PREM");
  });
});
