import { expect, test } from "vitest";
import { exampleSnapshot } from "../live/snapshot.example";
import { resultAt, wrongSide } from "./bracket";

const quote = exampleSnapshot().contracts[1]; // ten cents a tick and lot

test("an exit makes (exit − entry) × lots × tick value, the other way round for a short", () => {
  expect(resultAt("4.700", "4.640", "buy", 40, quote)).toBe("240.00");
  expect(resultAt("4.600", "4.640", "buy", 40, quote)).toBe("-160.00");
  expect(resultAt("4.600", "4.640", "sell", 40, quote)).toBe("160.00");
});

test("half a price, or no lots, makes nothing", () => {
  expect(resultAt("", "4.640", "buy", 40, quote)).toBeNull();
  expect(resultAt("4.7005", "4.640", "buy", 40, quote)).toBeNull();
  expect(resultAt("4.700", "4.640", "buy", 0, quote)).toBeNull();
});

test("a target belongs where the entry gains, a stop where it loses (4.2)", () => {
  expect(wrongSide("4.700", "target", "4.640", "buy", quote)).toBe(false);
  expect(wrongSide("4.640", "target", "4.640", "buy", quote)).toBe(true);
  expect(wrongSide("4.700", "stop", "4.640", "buy", quote)).toBe(true);
  expect(wrongSide("4.700", "stop", "4.640", "sell", quote)).toBe(false);
  expect(wrongSide("", "stop", "4.640", "sell", quote)).toBe(false);
});
