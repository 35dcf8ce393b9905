import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Locator, type Page, test } from "@playwright/test";
import { guestAt } from "./venue";
import { wake } from "./wake";

/** Every chart that has addresses of its own, and a page that shows it. `live` ones are another with each trade. */
const figures = [
  { name: "market", page: "/", live: true },
  { name: "prices", page: "/prices?mix=7:2:1", live: false },
  { name: "benchmarks", page: "/benchmarks", live: false },
  { name: "gpu-hour", page: "/benchmarks", live: false },
  { name: "constant-quality", page: "/benchmarks", live: false },
  { name: "constant-slot", page: "/benchmarks", live: false },
  { name: "benchmark-prem", page: "/benchmarks/prem", live: false },
  { name: "benchmark-chna", page: "/benchmarks/chna", live: false },
  { name: "benchmark-econ", page: "/benchmarks/econ", live: false },
  { name: "cost-model", page: "/cost-model?case=b200&gpuHour=5", live: false },
  { name: "bill", page: "/bill?model=openai/gpt-4o&month=2024-09&workload=own&input=3M&output=1M", live: false },
  { name: "curve-prem", page: "/r/public", live: true },
] as const;

test.describe.configure({ timeout: 180_000 }); // each walks several pages

const pathOf = (href: string | null) =>
  new URL(href ?? "", "http://here").pathname + new URL(href ?? "", "http://here").search;

/** The figure whose data this is, with its ways to take it away in sight. */
async function figureOf(page: Page, name: string): Promise<Locator> {
  const figure = page.locator("figure:visible").filter({ has: page.locator(`a[href*="/${name}.csv"]`) });
  await expect(figure).toHaveCount(1);
  const folded = figure.locator("summary", { hasText: "Take away" });
  if (await folded.count()) await folded.click();
  return figure;
}

const linkOf = async (figure: Locator, name: string) =>
  pathOf(await figure.getByRole("link", { name, exact: true }).getAttribute("href"));

async function dataOf(request: APIRequestContext, csv: string): Promise<{ lines: string[]; rows: object[] }> {
  const [text, json] = await Promise.all([request.get(csv), request.get(csv.replace(".csv", ".json"))]);
  expect(text.status()).toBe(200);
  expect(text.headers()["content-type"]).toContain("text/csv");
  const lines = (await text.text()).trim().split("\n");
  const { rows } = await json.json();
  const data = lines.filter((line) => !line.startsWith("#"));
  return { lines: data.slice(1), rows };
}

for (const { name, page: path, live } of figures) {
  test(`${name}: what is fact, in words, as a table, as data, embedded, and the same again at its address`, async ({
    page,
  }) => {
    await page.goto(path);
    await wake(page);
    const figure = await figureOf(page, name);

    await expect(figure.getByRole("list", { name: "What is fact" }).getByRole("listitem").first()).toBeVisible();
    const described = await figure.getAttribute("aria-describedby");
    expect((await page.locator(`[id="${described}"]`).textContent())?.length).toBeGreaterThan(30);

    await figure.locator("summary", { hasText: "Table" }).click();
    const rows = figure.locator("tbody tr");
    await expect(rows.first()).toBeVisible();
    const { lines, rows: objects } = await dataOf(page.request, await linkOf(figure, "CSV"));
    expect(objects).toHaveLength(lines.length);
    expect(await rows.count()).toBe(lines.length);
    const shown = await rows.locator("td.text-right").allTextContents();
    const numbers = shown.flatMap(
      (text) =>
        text
          .match(/[−\d][\d,.]*/)?.[0]
          .replace(/,/g, "")
          .replace("−", "-") ?? [],
    );
    expect(numbers.length).toBeGreaterThan(0);
    if (!live) for (const number of numbers) expect(lines.join("\n")).toContain(number);

    const title = await figure.getByRole("heading").first().textContent();
    await figure.locator("summary", { hasText: "Cite" }).click();
    await expect(figure.locator("pre:visible").first()).toBeVisible();
    await figure.locator("summary", { hasText: "Embed" }).click();
    const code = (await figure.locator("pre:visible").textContent()) ?? "";
    const embed = /src="([^"]*)"/.exec(code)?.[1].replace(/&amp;/g, "&") ?? "";
    const permalink = await linkOf(figure, "Permalink");

    const answer = await page.request.get(pathOf(embed));
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors *");
    await page.setContent(`<iframe src="${embed}" width="900" height="700"></iframe>`);
    const framed = page.frameLocator("iframe");
    await expect(framed.getByRole("heading", { level: 1, name: title ?? "" })).toBeVisible();
    await expect(framed.locator("figure svg:visible").first()).toBeVisible();

    await page.goto(permalink);
    const again = await figureOf(page, name);
    await expect(again.getByRole("heading").first()).toHaveText(title ?? "");
    expect(await linkOf(again, "Permalink")).toBe(permalink);
  });
}

test("every chart in the list has data and a page to embed; one that is not is answered with the list", async ({
  page,
}) => {
  await page.goto("/benchmarks");
  const csv = await linkOf(await figureOf(page, "benchmarks"), "CSV");
  const unknown = await page.request.get(csv.replace("benchmarks.csv", "nothing.csv"));
  expect(unknown.status()).toBe(404);
  const { charts } = (await unknown.json()).error.details;
  for (const { name } of figures) expect(charts).toContain(name);
  for (const name of charts.filter((one: string) => one !== "alert")) {
    const { lines } = await dataOf(page.request, csv.replace("benchmarks.csv", `${name}.csv`));
    expect(lines.length, name).toBeGreaterThan(1);
    expect((await page.request.get(`/zh/embed/${name}`)).status(), name).toBe(200);
  }
});

test("an alert has a chart of its own: its table is the evidence, and its address opens it", async ({ page }) => {
  const alerts: { no: number; evidence: unknown[] }[] = (
    await (await page.request.get("/api/v1/rooms/public/alerts")).json()
  ).rows;
  const { version } = (await (await page.request.get("/charts/none/alert.csv")).json()).error.details;
  const beyond = (alerts[0]?.no ?? 0) + 1;
  expect((await page.request.get(`/charts/${version}/alert.csv?alert=${beyond}`)).status()).toBe(404);
  for (const { no, evidence } of alerts.slice(0, 3)) {
    const { lines } = await dataOf(page.request, `/charts/${version}/alert.csv?alert=${no}`);
    expect(lines).toHaveLength(evidence.length);
    await page.goto(`/r/public/surveillance?alert=${no}`);
    const figure = await figureOf(page, "alert");
    expect(await linkOf(figure, "Permalink")).toContain(`alert=${no}`);
  }
});

test("one's own equity has a table and files, and nothing for other people's pages", async ({ page, context }) => {
  await page.goto("/r/public");
  const desk = await guestAt(context, new URL(page.url()).pathname.split("/").at(-1) ?? "");
  await desk.goto("/r/public/portfolio");
  const figure = desk.getByRole("figure", { name: "Equity" });
  await expect(figure.getByRole("list", { name: "What is fact" })).toContainText("simulated");
  const csv = (await figure.getByRole("link", { name: "CSV", exact: true }).getAttribute("href")) ?? "";
  expect(csv).toMatch(/^data:text\/csv/); // in the page, so no address that somebody else could open
  const text = decodeURIComponent(csv.slice(csv.indexOf(",") + 1));
  expect(text).toContain(",You,100000.00,simulated,");
  const saved = desk.waitForEvent("download");
  await figure.getByRole("link", { name: "CSV", exact: true }).click();
  expect(readFileSync(await (await saved).path(), "utf8")).toBe(text);
  await expect(figure.getByText("Embed")).toHaveCount(0);
  await expect(figure.getByText("Cite")).toHaveCount(0);
});

test("a point of the desk's curve chooses its month, and the page stays", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/r/public");
  await wake(page);
  const curve = page.getByRole("slider", { name: /forward curve/ });
  await curve.focus();
  await page.keyboard.press("End");
  await expect(page.locator("figure .recharts-surface")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/SEP27|[A-Z]{3}\d\d$/);
  const last = page.locator("table tbody tr[class*='relative'] a").first();
  await expect(last).toBeVisible();
  await expect(page.locator("a[aria-current=true]")).toHaveCount(1);
});

test("an image has the page's own letters in it, and says how far it is fact", async ({ page }) => {
  await page.goto("/cost-model");
  await wake(page);
  const figure = await figureOf(page, "cost-model");
  const saved = page.waitForEvent("download");
  await figure.getByRole("button", { name: "SVG" }).click();
  const svg = readFileSync(await (await saved).path(), "utf8");
  expect(svg).toMatch(/@font-face\{font-family:"GeistSans";src:url\(data:font\/woff2;base64,/);
  expect(svg).toContain(">estimated</text>");
  expect(svg).not.toMatch(/url\((?!data:|["']?#)/);
});

test("without scripts every figure is drawn, and its table opens", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  const page = await context.newPage();
  for (const { name, page: path } of figures) {
    await page.goto(path);
    const figure = await figureOf(page, name);
    await expect(figure.locator("svg:visible").first()).toBeVisible();
    await figure.locator("summary", { hasText: "Table" }).click();
    await expect(figure.locator("tbody tr").first()).toBeVisible();
  }
  await context.close();
});
