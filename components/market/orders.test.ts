import { expect, test } from "vitest";
import { exampleOrder } from "./live/snapshot.example";
import { groupTied, isWaiting } from "./orders";

const stop = { source: "last", price: "4.500", trail: null, firedAt: null } as const;
const order = (id: string, role?: "entry" | "target" | "stop" | "oco", others: string[] = []) =>
  exampleOrder({ id, tie: role ? { role, others } : null });
const told = (orders: ReturnType<typeof order>[]) => groupTied(orders).map(({ order: o, under }) => [o.id, under]);

test("a bracket stands together: the entry, its target, its stop, whatever came between them", () => {
  const bracket = [order("1", "entry", ["2", "3"]), order("2", "target", ["1", "3"]), order("9")];
  expect(told([...bracket, order("3", "stop", ["1", "2"])])).toEqual([
    ["1", null],
    ["2", "target"],
    ["3", "stop"],
    ["9", null],
  ]);
});

test("exits whose entry has filled stand together without it, and so does an OCO", () => {
  expect(told([order("2", "target", ["1", "3"]), order("9"), order("3", "stop", ["1", "2"])])).toEqual([
    ["2", null],
    ["3", "stop"],
    ["9", null],
  ]);
  expect(told([order("4", "oco", ["5"]), order("9"), order("5", "oco", ["4"])])).toEqual([
    ["4", null],
    ["5", "oco"],
    ["9", null],
  ]);
});

test("every order stands there once", () => {
  const orders = [order("1", "entry", ["2", "3"]), order("2", "target", ["1", "3"]), order("3", "stop", ["1", "2"])];
  for (const turned of [orders, orders.toReversed(), [orders[1], orders[0], orders[2]]]) {
    expect(
      told(turned)
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(["1", "2", "3"]);
    expect(told(turned)[0]).toEqual(["1", null]);
  }
});

test("a stop waits until it fires, and not once it has ended", () => {
  expect(isWaiting(exampleOrder({ stop }))).toBe(true);
  expect(isWaiting(exampleOrder({ stop: { ...stop, firedAt: "2026-11-17T11:42:06.000Z" } }))).toBe(false);
  expect(isWaiting(exampleOrder({ stop, status: "cancelled" }))).toBe(false);
  expect(isWaiting(exampleOrder({}))).toBe(false);
});
