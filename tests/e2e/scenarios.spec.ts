import { expect, test } from "@playwright/test";

const whole = (text: string) => Number(text.replace(/−/g, "-").replace(/[^\d-]/g, "") || "0");

test("a scenario runs in the browser: the chart, and causes that sum to the move to the last digit", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto("/scenarios");
  await page.getByRole("link", { name: "Eighty percent off" }).click();
  await expect(page.getByRole("heading", { name: "Eighty percent off" })).toBeVisible();
  await page.getByLabel("Seed").fill("7");
  await page.getByRole("button", { name: "Run 40 days" }).click();
  await expect(page.getByText("All 40 days, seed 7.")).toBeVisible({ timeout: 240_000 });
  await expect(page).toHaveURL(/\?seed=7$/);

  const why = page.getByRole("table", { name: "Why it moved" });
  await expect(why.getByText("Alder cuts its price by 80 %")).toBeVisible();
  for (const column of [1, 2, 3]) {
    const parts = await why.locator(`tbody tr td:nth-child(${column + 1})`).allInnerTexts();
    const total = await why.locator(`tfoot tr:first-child td:nth-child(${column + 1})`).innerText();
    expect(parts.reduce((sum, text) => sum + whole(text), 0)).toBe(whole(total));
  }
  expect(whole(await why.locator("tfoot tr:first-child td:nth-child(4)").innerText())).toBeLessThan(0);
  await page.getByRole("radio", { name: "GPUH" }).click();
  await expect(page.getByRole("heading", { name: /GPUH with and without/ })).toBeVisible();
});

test("a file of one's own is refused by the path of each field, and runs once it is in order", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/scenarios/rationing");
  const file = {
    id: "my-own",
    title: "A better idea",
    transmission: { passThrough: 0.5, lagDays: 10, demandElasticity: 1 },
    shocks: [{ id: "chips", at: { day: 1 }, lever: "gpu-hour", size: 25, shape: "step" }],
    rulings: [],
    news: [],
  };
  const choose = (content: object) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name: "own.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  await choose(file);
  await expect(page.getByText("shocks[0].size")).toBeVisible();
  await expect(page.getByText("must be at most 20")).toBeVisible();
  file.shocks[0].size = 0.5;
  await choose(file);
  await expect(page.getByText("own.json: my-own is in order")).toBeVisible();
  await expect(page.getByRole("heading", { name: /with and without “A better idea”/ })).toBeVisible({
    timeout: 60_000,
  });
});
