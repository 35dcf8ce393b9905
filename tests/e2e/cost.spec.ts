import { expect, test } from "@playwright/test";
import { wake } from "./wake";

test.describe("the cost model", () => {
  test("a lever moves the price at once, and the address carries it to somebody else", async ({ page }) => {
    await page.goto("/cost-model?case=b200");
    await wake(page);
    await expect(page.getByText("$0.3744")).toBeVisible();
    await page.getByRole("textbox", { name: "GPU-hour" }).fill("13.34");
    await expect(page.getByText("$0.7489")).toBeVisible();
    await expect(page).toHaveURL(/case=b200.*gpuHour=13\.34/);
    await page.reload();
    await expect(page.getByText("$0.7489")).toBeVisible();
  });

  test("what cannot be is refused with its bounds beside the field", async ({ page }) => {
    await page.goto("/cost-model");
    await wake(page);
    await page.getByRole("textbox", { name: "Utilisation" }).fill("130");
    await expect(page.getByText("130 is outside 1 to 100. Counted with 50")).toBeVisible();
  });

  test("a price seen is explained by one lever at a time", async ({ page }) => {
    await page.goto("/cost-model?case=h800-decode&seen=0.1576575");
    await expect(page.getByText(/Utilisation cannot explain it: 200/)).toBeVisible();
  });

  test("without scripts the form is answered by the server", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/cost-model?case=b200");
    await page.getByRole("textbox", { name: "GPU-hour" }).fill("13.34");
    await page.getByRole("button", { name: "Compute" }).click();
    await expect(page.getByText("$0.7489")).toBeVisible();
    await context.close();
  });
});
