import { expect, test } from "vitest";
import type { NewsView } from "@/wire/views";
import { causesOf } from "./explain";

const at = "2026-11-09T15:30:00.000Z";
const fixing = (seq: number, level: string | null, withheldDays = 0): NewsView => ({
  seq,
  roomTime: at,
  kind: "fixing",
  body: { benchmark: "PREM", date: "2026-11-09", level, withheldDays },
});
const listPrice = (seq: number, benchmark: string, previous: number, now: number): NewsView => ({
  seq,
  roomTime: at,
  kind: "list-price",
  body: { benchmark, seller: "Alder", input: now, output: now, previousInput: previous, previousOutput: previous },
});

test("a fixing explains a move only when it moved, and says from where to where", () => {
  const news = [fixing(1, "4.77200"), fixing(2, "4.77200"), fixing(4, "4.55500")];
  expect(causesOf(news, "PREM")).toEqual([
    { kind: "fixing", seq: 4, at, from: "4.77200", to: "4.55500", percent: -4.5, parts: [] },
  ]);
});

test("a seller's new list price counts by its slot price, three parts input to one of output", () => {
  const news: NewsView[] = [
    {
      seq: 3,
      roomTime: at,
      kind: "list-price",
      body: {
        benchmark: "PREM",
        seller: "Alder",
        input: "2.00",
        output: "10.00",
        previousInput: "3.00",
        previousOutput: "10.00",
      },
    },
  ];
  expect(causesOf(news, "PREM")).toMatchObject([{ seller: "Alder", percent: -15.8 }]);
});

test("causes are this benchmark's alone, newest first", () => {
  const news = [listPrice(1, "PREM", 4, 3), listPrice(2, "GPUH", 4, 3), listPrice(3, "PREM", 3, 6)];
  expect(causesOf(news, "PREM").map(({ seq }) => seq)).toEqual([3, 1]);
});

test("a withheld fixing is a cause of its own, and the next one is measured against the level carried through it", () => {
  const causes = causesOf([fixing(1, "4.50000"), fixing(2, null, 1), fixing(3, "4.95000")], "PREM");
  expect(causes).toMatchObject([
    { kind: "fixing", from: "4.50000", to: "4.95000", percent: 10 },
    { kind: "withheld", days: 1 },
  ]);
});

test("news is everybody's, a ruling its benchmark's; both are told by their scenario and id", () => {
  const news: NewsView[] = [
    { seq: 1, roomTime: at, kind: "news", body: { scenario: "rationing", item: "queues", shock: null } },
    { seq: 2, roomTime: at, kind: "ruling", body: { scenario: "squeeze", ruling: "narrow", benchmark: "CHNA" } },
  ];
  expect(causesOf(news, "PREM")).toEqual([{ kind: "news", seq: 1, at, scenario: "rationing", item: "queues" }]);
  expect(causesOf(news, "CHNA")).toEqual([
    { kind: "ruling", seq: 2, at, scenario: "squeeze", item: "narrow" },
    { kind: "news", seq: 1, at, scenario: "rationing", item: "queues" },
  ]);
});

test("a ruling that an item of news tells of is not told twice", () => {
  const news: NewsView[] = [
    { seq: 1, roomTime: at, kind: "ruling", body: { scenario: "squeeze", ruling: "narrow", benchmark: "CHNA" } },
    { seq: 2, roomTime: at, kind: "news", body: { scenario: "squeeze", item: "five-percent", shock: "narrow" } },
  ];
  expect(causesOf(news, "CHNA")).toMatchObject([{ kind: "news", item: "five-percent" }]);
});

test("a fixing that moved comes with the parts its move is the sum of", () => {
  const parts = [
    { cause: "shock:cut", part: "-0.20000" },
    { cause: "own-decision", part: "-0.01700" },
  ];
  const second = fixing(4, "4.55500");
  const news = [fixing(1, "4.77200"), { ...second, body: { ...second.body, causes: parts } }];
  expect(causesOf(news, "PREM")).toMatchObject([{ kind: "fixing", parts }]);
});
