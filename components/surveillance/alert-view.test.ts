import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import surveillance from "@/messages/en/surveillance.json";
import type { AlertView } from "@/wire/views";
import { chartCsv } from "../chart/chart-data";
import { layOut } from "../chart/layout";
import { stops } from "../chart/view";
import { alertChart } from "./alert-view";

const messages: Record<string, unknown> = { surveillance };
const t = createTranslator({ locale: "en", messages, namespace: "surveillance" }) as unknown as Parameters<
  typeof alertChart
>[2];
const at = (minute: number) => `2026-10-09T14:${String(minute).padStart(2, "0")}:00.000Z`;
const deed = (act: "entered" | "withdrawn" | "traded", minute: number, price: string, lots: number) => ({
  ...{ act, side: "buy", party: 0, roomTime: at(minute), price, lots },
});
const alert = {
  ...{ no: 1, pattern: "marking-the-close", symbol: "PREM-OCT26", from: at(48), to: at(59), figures: [] },
  evidence: [deed("entered", 48, "4.321", 5), deed("withdrawn", 50, "4.321", 5), deed("traded", 59, "4.322", 10)],
} as unknown as AlertView;
const minutes = [48, 52, 58].map((minute) => ({ at: at(minute), close: "4.321" }));

test("an alert is drawn in room time: orders while they stood, trades where they were", () => {
  const { view } = alertChart(alert, minutes, t);
  expect(view.marks).toMatchObject([
    { kind: "order", from: Date.parse(at(48)), to: Date.parse(at(50)), lots: 5 },
    { kind: "trade", x: Date.parse(at(59)), hollow: false },
  ]);
  expect(stops(view)).toHaveLength(3);
  expect(layOut(view, 600, 200, "en").xTicks.map(({ text }) => text)).toEqual(["14:48:00", "14:59:00"]);
});

test("no two values on its axis read the same", () => {
  const texts = layOut(alertChart(alert, [], t).view, 600, 200, "en").yTicks.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test("its files are the evidence", () => {
  const origin = { title: "a", unit: "b", source: "c", version: "d", address: "e" };
  expect(chartCsv(alertChart(alert, minutes, t).view, origin)).toContain(
    "time,act,lots,price\n14:48:00,bid entered,5,4.321\n",
  );
});
