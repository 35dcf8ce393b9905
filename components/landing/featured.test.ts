import { expect, test } from "vitest";
import { featuredContract } from "./featured";

const contract = (symbol: string, month: string, lastTradingDay: string) => ({
  symbol,
  benchmark: symbol.split("-")[0],
  month,
  lastTradingDay,
});
const [oct, dec, mar] = [
  contract("PREM-OCT26", "2026-10", "2026-10-30"),
  contract("PREM-DEC26", "2026-12", "2026-12-31"),
  contract("PREM-MAR27", "2027-03", "2027-03-31"),
];

test("the headline asks about the nearest quarter more than three months off", () => {
  expect(featuredContract([oct, dec, mar], "2026-10-01")?.symbol).toBe("PREM-MAR27");
  expect(featuredContract([dec, mar], "2026-09-01")?.symbol).toBe("PREM-DEC26");
});

test("of the first benchmark alone, and the farthest month when none is so far off", () => {
  expect(featuredContract([oct, contract("GPUH-MAR27", "2027-03", "2027-03-31")], "2026-10-01")?.symbol).toBe(
    "PREM-OCT26",
  );
  expect(featuredContract([], "2026-10-01")).toBeNull();
});
