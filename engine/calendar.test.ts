import { expect, test } from "vitest";
import { Calendar, listedMonths, symbolOf } from "./calendar";

const HOUR = 3_600_000;
const times = { preOpen: 9 * HOUR, open: 9 * HOUR, closingWindow: 14.75 * HOUR, close: 15 * HOUR, fixing: 15.5 * HOUR };
const calendar = new Calendar({ firstDay: "2026-10-01", ...times });
const at = (text: string) => Date.parse(`${text}:00Z`);

test("trading days are Monday to Friday, no holidays, and day 1 is the config's (1.1)", () => {
  const dates = [1, 2, 3, 7, 8, 62, 66].map((no) => calendar.day(no).date);
  expect(dates).toEqual([
    "2026-10-01",
    "2026-10-02",
    "2026-10-05",
    "2026-10-09",
    "2026-10-12",
    "2026-12-25",
    "2026-12-31",
  ]);
  expect(new Calendar({ firstDay: "2026-10-03", ...times }).day(1).date).toBe("2026-10-05");
});

test("a thousand days agree with the machine's own calendar", () => {
  let date = Date.parse("2026-10-01T00:00:00Z");
  for (let no = 1; no <= 1000; no++) {
    while (new Date(date).getUTCDay() % 6 === 0) date += 24 * HOUR;
    const day = calendar.day(no);
    expect(day.date).toBe(new Date(date).toISOString().slice(0, 10));
    expect(day.open).toBe(date + times.open);
    expect(day.fixing).toBe(date + times.fixing);
    expect(day.month).toBe(day.date.slice(0, 7));
    date += 24 * HOUR;
  }
});

test("the day at a moment is the latest that has begun", () => {
  expect(calendar.dayAt(0).no).toBe(1);
  expect(calendar.dayAt(at("2026-10-01T09:00")).no).toBe(1);
  expect(calendar.dayAt(at("2026-10-02T08:59")).no).toBe(1);
  expect(calendar.dayAt(at("2026-10-02T09:00")).no).toBe(2);
  expect(calendar.dayAt(at("2026-10-04T12:00")).no).toBe(2);
  expect(calendar.dayAt(at("2026-10-05T08:59")).no).toBe(2);
  expect(calendar.dayAt(at("2026-10-05T09:00")).no).toBe(3);
});

test("OCT26 has 22 fixings, 1 to 30 October, and NOV26 21 from Monday the 2nd (W11)", () => {
  expect(calendar.daysIn("2026-10")).toBe(22);
  expect(calendar.lastDayOf("2026-10").date).toBe("2026-10-30");
  expect(calendar.daysIn("2026-11")).toBe(21);
  expect(calendar.day(calendar.lastDayOf("2026-10").no + 1).date).toBe("2026-11-02");
  const mid = new Calendar({ firstDay: "2026-10-15", ...times });
  expect(mid.daysIn("2026-10")).toBe(12); // the first month counts from day 1
});

test("listed are the current month, the next five and two quarters: 30 October lists APR27, 30 November MAY27 (2.3, W11)", () => {
  const whole = { months: 6, quarters: 2 };
  const fresh = (before: string, after: string) =>
    listedMonths(whole, after).filter((month) => !listedMonths(whole, before).includes(month));
  expect(listedMonths(whole, "2026-10")).toEqual([
    "2026-10",
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-02",
    "2027-03",
    "2027-06",
    "2027-09",
  ]);
  expect(fresh("2026-10", "2026-11")).toEqual(["2027-04"]);
  expect(fresh("2026-11", "2026-12")).toEqual(["2027-05"]);
  expect(listedMonths({ months: 1, quarters: 2 }, "2026-12")).toEqual(["2026-12", "2027-03", "2027-06"]);
});

test("symbols read PREM-DEC26 (2.3)", () => {
  expect(symbolOf("PREM", "2026-12")).toBe("PREM-DEC26");
  expect(symbolOf("GPUH", "2027-01")).toBe("GPUH-JAN27");
});

test("continuous trading pauses from the close to the next open", () => {
  expect(calendar.addContinuous(at("2026-10-01T10:00"), HOUR)).toBe(at("2026-10-01T11:00"));
  expect(calendar.addContinuous(at("2026-10-01T14:50"), HOUR / 2)).toBe(at("2026-10-02T09:20"));
  expect(calendar.addContinuous(at("2026-10-01T15:00"), HOUR / 2)).toBe(at("2026-10-02T09:30"));
  expect(calendar.addContinuous(at("2026-10-02T15:30"), HOUR / 2)).toBe(at("2026-10-05T09:30"));
  expect(calendar.addContinuous(at("2026-10-01T14:30"), HOUR / 2)).toBe(at("2026-10-01T15:00"));
});

test("active time skips nights and weekends, and adds up: a then b is a + b (1.3)", () => {
  expect(calendar.activeDay()).toBe(6.5 * HOUR);
  const start = calendar.day(1).preOpen;
  expect(calendar.addActive(start, 6.5 * HOUR)).toBe(at("2026-10-01T15:30"));
  expect(calendar.addActive(at("2026-10-01T15:30"), 1)).toBe(at("2026-10-02T09:00") + 1);
  expect(calendar.addActive(at("2026-10-02T15:00"), HOUR)).toBe(at("2026-10-05T09:30"));
  expect(calendar.addActive(start, 13 * HOUR)).toBe(at("2026-10-02T15:30"));
  for (let i = 0; i < 500; i++) {
    const [a, b] = [(i * 7_919_117) % (20 * HOUR), (i * 104_729_113) % (50 * HOUR)];
    expect(calendar.addActive(calendar.addActive(start, a), b)).toBe(calendar.addActive(start, a + b));
  }
});
