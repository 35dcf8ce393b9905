import { expect, test } from "vitest";
import { haltsOf } from "./halt-list";

const at = (minute: number) => `2026-10-29T10:${String(minute).padStart(2, "0")}:00.000Z`;
const said = (seq: number, symbol: string, until: string | null) => ({
  ...{ seq, roomTime: at(seq), kind: "halt", body: { symbol, until } },
});

test("a halt ends with the first end of its month after it; one without an end lasts", () => {
  const news = [said(4, "PREM-DEC26", at(50)), said(3, "CHNA-DEC26", null), said(2, "CHNA-DEC26", at(40))];
  expect(haltsOf(news)).toEqual([
    { symbol: "PREM-DEC26", from: at(4), ended: null, until: at(50) },
    { symbol: "CHNA-DEC26", from: at(2), ended: at(3), until: at(40) },
  ]);
});

test("halted again while halted, the first goes on as the second", () => {
  const news = [said(3, "PREM-DEC26", null), said(2, "PREM-DEC26", at(50)), said(1, "PREM-DEC26", at(40))];
  expect(haltsOf(news).map(({ from, ended }) => [from, ended])).toEqual([
    [at(2), at(3)],
    [at(1), at(2)],
  ]);
});
