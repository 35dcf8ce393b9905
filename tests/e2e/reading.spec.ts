import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { wake } from "./wake";

/** The pages of facts, with the scripts that they may need before a reader does anything. */
const pages = [
  "/prices",
  "/benchmarks",
  "/benchmarks/prem",
  "/cost-model",
  "/bill",
  "/embed/prices",
  "/rulebook",
  "/realism",
  "/scenarios",
];
const MOST = 150_000; // bytes gzipped, inline ones included
const MOST_AFTER = 215_000;

/** Bytes of scripts that came, gzipped one by one, and those of the page's own. */
async function scriptsOf(page: Page, path: string, then: () => Promise<void>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/javascript/.test(response.headers()["content-type"] ?? ""))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  const inline = await (await page.goto(path, { waitUntil: "networkidle" }))?.text();
  await then();
  const own = [...(inline ?? "").matchAll(/<script nonce="[^"]*">([\s\S]*?)<\/script>/g)]
    .map(([, text]) => text)
    .join("");
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, gzipSync(own).length);
}

for (const path of pages) {
  test(`${path} runs next to no script before its reader moves, and no more than it must after`, async ({ page }) => {
    const before = await scriptsOf(page, path, async () => {});
    expect(before).toBeLessThan(MOST);
    const after = await scriptsOf(page, path, async () => {
      await wake(page);
      await page.waitForLoadState("networkidle");
    });
    expect(after).toBeLessThan(MOST_AFTER);
    console.log(
      `${path}: ${(before / 1000).toFixed(1)} kB before the first move, ${(after / 1000).toFixed(1)} kB after`,
    );
  });
}

/** Every script file comes late, so that a test can act before any is there. */
const slowly = (page: Page) =>
  page.route("**/_next/static/**/*.js", async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });

test("a button that is pressed before there are scripts is pressed again once they are there", async ({ page }) => {
  await slowly(page);
  await page.goto("/benchmarks/prem");
  await page.getByRole("button", { name: "Recompute in this browser" }).click();
  await expect(page.getByRole("status")).toContainText("It reproduces every published fixing.", { timeout: 60_000 });
});

test("what is chosen, written or ticked before there are scripts counts once they are there", async ({ page }) => {
  await slowly(page);
  await page.goto("/cost-model");
  const levers = { "GPU-hour": "7", Utilisation: "61", "Markup on cost": "33" };
  for (const [name, text] of Object.entries(levers)) await page.getByRole("textbox", { name }).fill(text);
  await expect(page).toHaveURL(/gpuHour=7.*markup=33.*utilisation=61/);
  for (const [name, text] of Object.entries(levers))
    await expect(page.getByRole("textbox", { name })).toHaveValue(text);
  await page.goto("/prices");
  await page.getByText("Like for like", { exact: true }).click();
  await expect(page).toHaveURL(/measure=like-for-like/);
  await page.goto("/prices");
  for (const mix of ["own", "7:2:1"]) await page.locator(`label:has(input[name=mix][value="${mix}"])`).click();
  await page.getByText("Linear", { exact: true }).click();
  await expect(page).toHaveURL(/mix=7(:|%3A)2(:|%3A)1/);
  await expect(page).toHaveURL(/scale=linear/);
  await page.goto("/prices");
  await page.getByLabel("Series").selectOption("models");
  await expect(page).toHaveURL(/show=models/);
});

test("a page that is not there says so without a move of the reader's", async ({ page }) => {
  await page.goto("/embed/nothing");
  await expect(page.getByRole("heading").first()).toBeVisible();
});

test("the keyboard alone brings the scripts: Tab leads to a chart that the arrow keys read", async ({ page }) => {
  await page.goto("/prices");
  await page.keyboard.press("Tab");
  const chart = page.getByRole("slider", { name: /arrow keys read the values/ }).first();
  await expect(chart).toBeVisible();
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(chart).toHaveAttribute("aria-valuetext", /2023 · ECON/);
});
