import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorAfter, lists, placeOf } from "./cursor";
import { isoTime, parseTime } from "./time";

test("a cursor leads back to its place in its own list and means nothing in another", () => {
  fc.assert(
    fc.property(fc.constantFrom(...lists), fc.constantFrom(...lists), fc.maxSafeNat(), (list, other, place) => {
      const cursor = cursorAfter(list, place);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(placeOf(cursor, other)).toBe(other === list ? place : null);
    }),
  );
});

test("what is no cursor is refused, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(placeOf(text, "fills")).toBeNull();
    }),
  );
  for (const forged of ["fills:-1", "fills:1:2", "fills:1e3", "fills:", "fills:99999999999999999999"]) {
    expect(placeOf(btoa(forged).replaceAll("=", ""), "fills")).toBeNull();
  }
});

test("room time survives writing and reading; a day that does not exist is no time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
      expect(parseTime(isoTime(at))).toBe(at);
    }),
  );
  for (const text of ["2026-02-30T00:00:00Z", "2026-10-01", "2026-10-01T09:00:00+08:00", "now", ""]) {
    expect(parseTime(text)).toBeNull();
  }
});
