import { expect, type Page, test } from "@playwright/test";
import { wake } from "./wake";

const billTotal = (page: Page) => page.locator("form p[role=status]").first();

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

test.describe("the bill", () => {
  test("is right to the cent, and each unit price opens its source", async ({ page }) => {
    await page.goto("/bill?model=openai/gpt-4o&month=2024-09&workload=own&input=3M&output=1M&batchPercent=0");
    // 5 and 15 dollars a million: 3 × 5 + 1 × 15.
    await expect(billTotal(page)).toHaveText("$30.00");
    await page.getByRole("link", { name: "gpt-4o" }).first().click();
    await expect(page).toHaveURL(/\/prices\?open=\w+#source/);
  });

  test("another model and month are priced in the browser", async ({ page }) => {
    await page.goto("/bill?model=openai/gpt-4o&month=2024-09&workload=own&input=3M&output=1M&batchPercent=0");
    await wake(page);
    await page.getByLabel("Model", { exact: true }).selectOption("openai/gpt-4");
    await expect(billTotal(page)).toHaveText("$150.00"); // 30 and 60
    await expect(page).toHaveURL(/model=openai%2Fgpt-4&/);
  });

  test("a pasted export is priced where it is: nothing of it is sent, and keys are left out", async ({ page }) => {
    await page.goto("/bill");
    await wake(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    await page
      .getByLabel("Paste an export of usage (CSV)")
      .fill(
        [
          "start_time_iso,user_id,api_key_id,model,batch,input_tokens,output_tokens,input_cached_tokens",
          "2024-07-03T00:00:00,user-secret,key-secret,gpt-4o,false,2000000,1000000,0",
          "2024-09-03T00:00:00,user-secret,key-secret,gpt-4o,false,4000000,2000000,0",
        ].join("\n"),
      );
    await page.getByRole("button", { name: "Read" }).click();
    await expect(page.getByText("OpenAI usage: 2 rows, 2 models and months.")).toBeVisible();
    await expect(page.getByText("Left out: user_id, api_key_id.")).toBeVisible();
    const table = page.getByRole("region", { name: "Bills of the file" });
    await expect(table.getByText("$25.00")).toBeVisible(); // 2 × 5 + 1 × 15
    await expect(table.getByText("$50.00")).toBeVisible();
    expect(sent.filter((request) => /secret|2000000|gpt-4o(?!\w)/.test(request.replace(/\/_next\/.*/, "")))).toEqual(
      [],
    );
    expect(page.url()).not.toContain("secret");
  });

  test("a text is counted by OpenAI's own encoding, and becomes a month of input", async ({ page }) => {
    await page.goto("/bill");
    await wake(page);
    await page
      .getByLabel("Text", { exact: true })
      .fill("上海期货交易所正在研究人工智能词元期货市场，以便企业对冲运行大型语言模型的成本。");
    await expect(page.getByText("26 tokens for 40 characters")).toBeVisible({ timeout: 45_000 });
    await page.getByRole("button", { name: "Use as input" }).click();
    await expect(page.getByLabel("Input", { exact: true })).toHaveValue("2600000");
  });

  test("without scripts another month is answered by the server", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/bill?model=openai/gpt-4o&month=2024-09&workload=own&input=3M&output=1M&batchPercent=0");
    await page.getByLabel("Month", { exact: true }).selectOption("2024-06");
    await page.getByRole("button", { name: "Compute" }).click();
    await expect(page.getByText("gpt-4o, June 2024")).toBeVisible();
    await expect(billTotal(page)).toHaveText("$30.00");
    await context.close();
  });
});
