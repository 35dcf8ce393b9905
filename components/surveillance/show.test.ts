import { expect, test } from "vitest";
import { marksOf, spanOf, standingsOf } from "./show";

const at = (second: number) => `2026-10-01T10:00:${String(second).padStart(2, "0")}.000Z`;
const deed = (act: "entered" | "withdrawn" | "traded", second: number, price: string | null, side: "buy" | "sell") => ({
  ...{ act, side, price, party: 0, lots: 10, roomTime: at(second) },
});

test("an order stands from its entry to its withdrawal; of two at one price the earlier goes first", () => {
  const evidence = [
    deed("entered", 1, "4.490", "buy"),
    deed("entered", 2, "4.490", "buy"),
    deed("traded", 3, "4.500", "sell"),
    deed("withdrawn", 5, "4.490", "buy"),
    deed("withdrawn", 9, "4.490", "buy"),
  ];
  const second = (ms: number) => (ms - Date.parse(at(0))) / 1000;
  expect(standingsOf({ evidence, to: at(9) }).map(({ from, to }) => [second(from), second(to)])).toEqual([
    [1, 5],
    [2, 9],
  ]);
  expect(marksOf({ evidence })).toMatchObject([{ kind: "traded", price: 4.5, side: "sell" }]);
});

test("an order without a withdrawal stands to the end, and what has no price is not drawn", () => {
  const evidence = [deed("entered", 1, "4.490", "sell"), deed("entered", 2, null, "sell")];
  expect(standingsOf({ evidence, to: at(30) })).toMatchObject([{ price: 4.49, to: Date.parse(at(30)) }]);
});

test("an instant is drawn with ten seconds on either side", () => {
  const [from, to] = spanOf({ from: at(30), to: at(30) });
  expect(to - from).toBe(20_000);
});
