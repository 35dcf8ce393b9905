import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { wake } from "./wake";

/** The chart in the reader's hands: it takes the keys, and says what it points at. */
const chartOf = (page: Page) => page.getByRole("slider", { name: /arrow keys read the values/ }).first();
const pathOf = (href: string | null) => new URL(href ?? "").pathname + new URL(href ?? "").search;

test("without scripts prices are text, a drawing and a table, and the choice is a form that works", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  const page = await context.newPage();
  for (const path of ["/benchmarks/prem", "/prices"]) {
    await page.goto(path);
    await expect(page.locator("figure svg:visible").first()).toBeVisible();
    await page.locator("figure summary").first().click();
    expect(await page.locator("figure table tbody tr").count()).toBeGreaterThan(20);
  }
  await page.getByLabel("Series").selectOption("models");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/show=models/);
  await page.locator("select[name=provider]").selectOption("deepseek");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("figure", { name: /other models of DeepSeek/ })).toBeVisible();
  await page.goto("/zh/prices?show=models&provider=deepseek"); // last: from here on the context is led to Chinese
  await expect(page.getByRole("figure", { name: /DeepSeek 的其他模型/ })).toBeVisible();
  await context.close();
});

test("a choice is at once in the address, and the address alone brings it back", async ({ page }) => {
  await page.goto("/prices");
  await page.getByText("Like for like", { exact: true }).click();
  await expect(page).toHaveURL(/measure=like-for-like/);
  await page.getByText("7:2:1", { exact: true }).click();
  await expect(page).toHaveURL(/mix=7%3A2%3A1|mix=7:2:1/);
  await expect(page.getByRole("figure", { name: "Benchmarks: price at 7:2:1, like for like" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("figure", { name: "Benchmarks: price at 7:2:1, like for like" })).toBeVisible();
});

test("arrow keys read the chart, value by value, and Enter opens where one is from", async ({ page }) => {
  await page.goto("/prices?show=models&provider=openai&model=gpt-4o");
  await wake(page);
  const chart = chartOf(page);
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(page.locator(".recharts-surface")).toBeVisible();
  await expect(chart).toHaveAttribute("aria-valuetext", /2024 · gpt-4o 7\.5$/);
  await page.keyboard.press("Enter");
  await expect(page.locator("#source")).toContainText("input 5, output 15");
});

test("each number of the chart opens what the event of that number changed, at the first press and without scripts", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  const page = await context.newPage();
  await page.goto("/prices");
  const numbers = page.locator("figure a:visible").filter({ hasText: /^\d: / });
  expect(await numbers.count()).toBe(7);
  for (let no = 1; no <= 7; no++) {
    const listed = page.locator("aside li").filter({ has: page.getByText(String(no), { exact: true }) });
    const opened = (await listed.getByRole("link").getAttribute("href")) ?? "";
    const box = await numbers.nth(no - 1).boundingBox();
    if (!box) throw new Error(`number ${no} is not drawn`);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await numbers.nth(no - 1).click();
    await expect(page).toHaveURL(new RegExp(`${opened.split("?")[1].replace(/\./g, "\\.")}$`));
    await expect(page.locator("#source")).toBeVisible();
  }
  await context.close();
});

test("a figure of the table opens its source: name, licence, kind of date, confidence", async ({ page }) => {
  await page.goto("/benchmarks/prem");
  await page.locator("figure summary").first().click();
  await page.getByRole("link", { name: "2 sources of PREM, 23 Sep 2026" }).click();
  await expect(page).toHaveURL(/open=s0099\.s0100/);
  const source = page.locator("#source");
  for (const said of ["claude-opus-5-5", "Licence: MIT", "first seen", "Confidence", "genai-prices"])
    await expect(source).toContainText(said);
});

test("the price of long requests opens its source, with the length and the price that it goes with", async ({
  page,
}) => {
  await page.goto("/prices?open=t0086");
  const source = page.locator("#source");
  for (const said of ["gpt-5.6-sol", "more than 271,999 tokens", "input 5, output 30", "line 87 of price-tiers.csv"])
    await expect(source).toContainText(said);
});

test("what was known on a day leaves out what was learnt later", async ({ page }) => {
  const valueAtTheEnd = () => chartOf(page).getAttribute("aria-valuetext");
  await page.goto("/prices?known=2026-09-01");
  await wake(page);
  await expect.poll(valueAtTheEnd).toContain("1 Sep 2026 · PREM mean 6.243 · CHNA mean 1.691");
  await expect(page.getByText("Only what the sources showed by 1 Sep 2026")).toBeVisible();
  await page.getByRole("link", { name: "Show all that is known" }).click();
  await expect(page).toHaveURL(/\/prices$/);
});

test("feed errors are listed with what was wrong, and open like any row", async ({ page }) => {
  await page.goto("/prices");
  const row = page.locator("#never").getByRole("row", { name: "27 Mar 2026, glm-5.1" });
  await expect(row).toContainText("6 / 24");
  await expect(row).toContainText("Yuan entered as dollars");
  await row.getByRole("link").click();
  await expect(page.locator("#source")).toContainText("feed error");
});

test("a chart's data is at an address that names its version, and no other version is answered with it", async ({
  page,
}) => {
  await page.goto("/prices?mix=7:2:1");
  const csv = pathOf(await page.getByRole("link", { name: "CSV" }).getAttribute("href"));
  expect(csv).toMatch(/^\/charts\/[0-9a-f]{12}\/prices\.csv\?mix=7:2:1$/);
  const answer = await page.request.get(csv);
  expect(answer.headers()["x-data-version"]).toMatch(/^[0-9a-f]{12}$/);
  const text = await answer.text();
  expect(text).toContain("# title: Mean price of each benchmark’s sellers: price at 7:2:1\n");
  expect(text).toContain("from,series,value,as,observations\n");
  const { rows } = await (await page.request.get(csv.replace(".csv", ".json"))).json();
  expect(rows).toHaveLength(
    text
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("#")).length - 1,
  );
  expect((await page.request.get(csv.replace(/[0-9a-f]{12}/, "0123456789ab"))).status()).toBe(404);
  expect((await page.request.get(csv.replace("prices.csv", "nothing.csv"))).status()).toBe(404);
});

test("a version that was published stays: its page, its data and its embedded chart show what they showed then", async ({
  page,
}) => {
  const first = "8ceb4d8e3aa1";
  await page.goto(`/prices?mix=7:2:1&data=${first}`);
  await expect(page.getByText(`as they were published in data version ${first}`)).toBeVisible();
  const csv = pathOf(await page.getByRole("link", { name: "CSV" }).getAttribute("href"));
  expect(csv).toBe(`/charts/${first}/prices.csv?mix=7:2:1`);
  const answer = await page.request.get(csv);
  expect(answer.headers()["x-data-version"]).toBe(first);
  await page.getByText("Like for like", { exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`data=${first}.*measure=like-for-like|measure=like-for-like.*data=${first}`));
  await page.goto(`/embed/benchmark-prem?data=${first}`);
  await expect(page.locator("figcaption")).toContainText(`Data version ${first}`);
  await page.goto(`/bill?data=${first}`);
  await expect(page.getByText(`as they were published in data version ${first}`)).toBeVisible();
  await page.getByRole("link", { name: /To the current version/ }).click();
  await expect(page).not.toHaveURL(/data=/);
  await page.goto("/prices?data=0123456789ab");
  await expect(page.getByText("No data version 0123456789ab was ever published.")).toBeVisible();
});

test("what the room fixed is cited to a day: its address shows no later fixing", async ({ page }) => {
  await page.goto("/prices");
  const csv = pathOf(await page.getByRole("link", { name: "CSV" }).getAttribute("href"));
  const [, until] = /until=(\d{4}-\d\d-\d\d)/.exec(csv) ?? [];
  const lastOf = async (path: string) =>
    (await (await page.request.get(path)).text()).match(/^\d{4}-\d\d-\d\d/gm)?.at(-1);
  expect(await lastOf(csv)).toBe(until);
  const earlier = "2026-10-09";
  const last = await lastOf(csv.replace(until ?? "", earlier));
  expect((last ?? "") <= earlier && (last ?? "") > "2026-09-23").toBe(true);
  await page.goto("/prices?known=2022-06-01");
  await expect(page.getByText("No price was known yet on 1 Jun 2022")).toBeVisible();
});

test("an embedded chart has no navigation and may be framed; no other page may", async ({ page }) => {
  const answer = await page.goto("/embed/prices");
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(answer?.headers()["x-frame-options"]).toBeUndefined();
  await expect(page.getByRole("figure")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.locator("head base")).toHaveAttribute("target", "_blank");
  const other = await page.request.get("/prices");
  expect(other.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(other.headers()["x-frame-options"]).toBe("DENY");
  expect((await page.request.get("/embed/nothing")).status()).toBe(404);
});

test("an image carries its source line, and says what of it is simulated", async ({ page }) => {
  await page.goto("/prices");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const svg = readFileSync(await (await saved).path(), "utf8");
  expect(svg).toContain("First-party list prices");
  expect(svg).toContain("simulated · play money");
  expect(svg).not.toContain("var(--");
  const png = page.waitForEvent("download");
  await page.getByRole("button", { name: "PNG" }).click();
  const picture = readFileSync(await (await png).path());
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.length).toBeGreaterThan(20_000);
});

for (const id of ["prem", "chna", "econ"]) {
  test(`the reader's browser reproduces every published fixing of ${id}`, async ({ page }) => {
    await page.goto(`/benchmarks/${id}`);
    await page.getByRole("button", { name: "Recompute in this browser" }).click();
    await expect(page.getByRole("status")).toContainText(/(\d{3}) days in \d+ ms: \1 of \1 equal/, { timeout: 60_000 });
    await expect(page.getByRole("status")).toContainText("It reproduces every published fixing.");
  });
}

test("with the gate at 1 the series begins with the first seller, and the browser agrees with the server", async ({
  page,
}) => {
  await page.goto("/benchmarks/prem");
  await page.getByLabel("Least sellers (3.3)").selectOption("1");
  await expect(page).toHaveURL(/gate=1/);
  await page.getByRole("button", { name: "Recompute in this browser" }).click();
  await expect(page.getByRole("status")).toContainText(/(\d{3}) of \1 equal/, { timeout: 60_000 });
  await expect(page.getByRole("status")).toContainText("196 of 922 days differ");
});
