import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { wake } from "./wake";

const GPT_4O = "/bill?model=openai/gpt-4o&month=2024-09&workload=own&input=3M&output=1M&batchPercent=0";
const billTotal = (page: Page) => page.locator("form p[role=status]").first();

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await wake(page);
}

async function read(page: Page, text: string): Promise<void> {
  await page.getByLabel("Paste usage: CSV, TSV or JSON").fill(text);
  await page.getByRole("button", { name: "Read", exact: true }).click();
}

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);

async function withoutScripts(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  await act(await context.newPage());
  await context.close();
}

test.describe("a bill", () => {
  test("is right to the cent, and each unit price opens its source", async ({ page }) => {
    await page.goto(GPT_4O);
    // 5 and 15 dollars a million: 3 × 5 + 1 × 15.
    await expect(billTotal(page)).toHaveText("$30.00");
    await page.getByRole("link", { name: "gpt-4o" }).first().click();
    await expect(page).toHaveURL(/\/prices\?open=\w+#source/);
  });

  test("what cannot be is refused beside its field, with a code and the way out; the last bill stays", async ({
    page,
  }) => {
    await open(page, GPT_4O);
    await page.getByLabel("Of output: reasoning").fill("2M");
    await expect(
      page.getByText("2,000,000 of reasoning do not fit in 1,000,000 of output. Raise output"),
    ).toBeVisible();
    await expect(page.locator("code", { hasText: "reasoning-over-output" })).toBeVisible();
    await expect(billTotal(page)).toHaveText("$30.00");
  });

  test("a text is counted by OpenAI's own encoding, and becomes a month of input", async ({ page }) => {
    await open(page, "/bill");
    await page
      .getByLabel("Text", { exact: true })
      .fill("上海期货交易所正在研究人工智能词元期货市场，以便企业对冲运行大型语言模型的成本。");
    await expect(page.getByText("26 tokens for 40 characters")).toBeVisible({ timeout: 45_000 });
    await page.getByRole("button", { name: "Use as input" }).click();
    await expect(page.getByLabel("Input", { exact: true })).toHaveValue("2600000");
  });
});

test.describe("without scripts", () => {
  test("another model and month are answered by the server", async ({ browser }) => {
    await withoutScripts(browser, async (page) => {
      await page.goto(GPT_4O);
      await page.getByLabel("Model", { exact: true }).selectOption("openai/gpt-4");
      await page.getByLabel("Month", { exact: true }).selectOption("2024-06");
      await page.getByRole("button", { name: "Compute" }).click();
      await expect(page.getByText("gpt-4, June 2024")).toBeVisible();
      await expect(billTotal(page)).toHaveText("$150.00"); // 30 and 60
      await expect(page.getByRole("heading", { name: "Hedge this bill" })).toBeVisible();
    });
  });

  test("shares in long requests and writes kept for an hour are priced, and refusals are told", async ({ browser }) => {
    await withoutScripts(browser, async (page) => {
      await page.goto("/bill?model=openai/gpt-5.5&month=2026-09&workload=own&input=10M&longPercent=20");
      await expect(billTotal(page)).toHaveText("$60.00"); // 8 × 5 + 2 × 10
      await page.getByLabel("In long requests, %").fill("120");
      await page.getByRole("button", { name: "Compute" }).click();
      await expect(page.getByText("120 % is more than all of it. At most 100.")).toBeVisible();
    });
  });
});

test.describe("prices of long requests and of an hour's writes", () => {
  test("are lines of the bill with their source; a share typed is priced at once", async ({ page }) => {
    await open(page, "/bill?model=openai/gpt-5.5&month=2026-09&workload=own&input=10M");
    await expect(billTotal(page)).toHaveText("$50.00");
    await page.getByLabel("In long requests, %").fill("20");
    await expect(billTotal(page)).toHaveText("$60.00");
    const table = page.getByRole("region", { name: "The bill, line by line" });
    await expect(table.getByText("Input, long requests")).toBeVisible();
    await expect(
      table.getByText("prompts over 271,999 tokens · genai-prices 0.1.8").locator("visible=true"),
    ).toBeVisible();
    await expect(page).toHaveURL(/longPercent=20/);
  });

  test("where a seller has none, the line says so instead of charging in silence", async ({ page }) => {
    await page.goto(
      "/bill?model=deepseek/deepseek-v4-pro&month=2026-09&workload=own&input=10M&cacheWrite=1M&cacheWriteHour=1M&longPercent=50",
    );
    await expect(page.getByText("no price of long requests is known").locator("visible=true").first()).toBeVisible();
    await expect(page.getByText("no price of an hour’s write is known").locator("visible=true").first()).toBeVisible();
  });

  test("an hour's write of Claude costs twice its input", async ({ page }) => {
    await page.goto("/bill?model=anthropic/claude-opus-5-5&month=2026-09&workload=own&cacheWrite=3M&cacheWriteHour=1M");
    await expect(page.getByText("Cache write, 1 hour")).toBeVisible();
    // The price is of 23 September: 2 × 5 + 1 × 8.
    await expect(billTotal(page)).toHaveText("$18.00");
  });
});

test.describe("the choice of a model", () => {
  /** Not the select, whose role is the same. */
  const box = (page: Page) => page.locator("input[role=combobox]");

  test("by keyboard: type a family and a seller, walk the list, take one", async ({ page }) => {
    await open(page, GPT_4O);
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await box(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect(box(page)).toHaveAttribute("aria-expanded", "true");
    const list = page.getByRole("listbox", { name: "Models by seller" });
    await expect(list.getByRole("option", { selected: true })).toHaveText(/^gpt-4o/);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("openai gpt-4");
    await expect(list.getByRole("group", { name: "OpenAI" })).toBeVisible();
    const active = () => box(page).getAttribute("aria-activedescendant");
    const first = await active();
    await page.keyboard.press("ArrowDown");
    await expect.poll(active).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    await expect.poll(active).toBe(first);
    await expect(page.locator(`[id="${first}"]`)).toHaveText(/gpt-4.*from March 2023/);
    await page.keyboard.press("Enter");
    await expect(box(page)).toHaveValue("gpt-4");
    await expect(billTotal(page)).toHaveText("$150.00");
    await expect(page).toHaveURL(/model=openai%2Fgpt-4&/);
  });

  test("Escape closes the list and changes nothing; what nobody sells is told", async ({ page }) => {
    await open(page, GPT_4O);
    await box(page).focus();
    await page.keyboard.type("no such model");
    await expect(page.getByText("No model or seller is called “no such model”.").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box(page)).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("Tab");
    await expect(box(page)).toHaveValue("gpt-4o");
    await expect(billTotal(page)).toHaveText("$30.00");
  });

  test("by pointer: found by seller and name", async ({ page }) => {
    await open(page, GPT_4O);
    await box(page).fill("anthropic haiku 4.5");
    await page.getByRole("option", { name: /^claude-haiku-4-5 / }).click();
    await expect(box(page)).toHaveValue("claude-haiku-4-5");
    await expect(page).toHaveURL(/anthropic%2Fclaude-haiku-4-5&/);
  });

  test("the open list has no accessibility fault", async ({ page }) => {
    await open(page, GPT_4O);
    await box(page).fill("gpt");
    await expect(page.getByRole("listbox")).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });
});

test.describe("a file of usage", () => {
  test("an export known by name is priced where it is: nothing of it is sent, and keys are left out", async ({
    page,
  }) => {
    await open(page, "/bill");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    await read(
      page,
      [
        "start_time_iso,user_id,api_key_id,model,batch,input_tokens,output_tokens,input_cached_tokens",
        "2024-07-03T00:00:00,user-secret,key-secret,gpt-4o,false,2000000,1000000,0",
        "2024-09-03T00:00:00,user-secret,key-secret,gpt-4o,false,4000000,2000000,0",
      ].join("\n"),
    );
    await expect(page.getByText("OpenAI usage: 2 rows read, 2 models and months, 9,000,000 tokens.")).toBeVisible();
    await expect(page.getByText("Left out: user_id, api_key_id.")).toBeVisible();
    const table = page.getByRole("region", { name: "Bills of the file" });
    await expect(table.getByText("$25.00")).toBeVisible(); // 2 × 5 + 1 × 15
    await expect(table.getByText("$50.00")).toBeVisible();
    const usage = /secret|2000000|gpt-4o(?!\w)/;
    expect(sent.filter((request) => usage.test(request.replace(/\/_next\/.*/, "")))).toEqual([]);
    expect(page.url()).not.toContain("secret");
  });

  test("of unknown columns is mapped: guessed first, changed by the reader, people never shown", async ({ page }) => {
    await open(page, "/bill");
    await read(
      page,
      '\uFEFFTag;Mitarbeiter (user);Modell (model);rein;raus;hits\r\n03.09.2024;ann@example.org;gpt-4o;"1.000.000";1.000.000;0\r\n',
    );
    const form = page.getByRole("form", { name: "Which column is what" });
    await expect(form.getByLabel("Date", { exact: true })).toHaveValue("Tag");
    await expect(form.getByLabel("Model", { exact: true })).toHaveValue("Modell (model)");
    await expect(form).not.toContainText("ann@example.org");
    await expect(form.getByText("Still needed: Input, Output.")).toBeVisible();
    await expect(form.locator("code", { hasText: "column-missing" })).toBeVisible();
    await expect(form.getByRole("button", { name: "Read all rows" })).toBeDisabled();
    expect(await faults(page)).toEqual([]);
    await form.getByLabel("Input", { exact: true }).selectOption("rein");
    await form.getByLabel("Output", { exact: true }).selectOption("raus");
    await form.getByRole("button", { name: "Read all rows" }).click();
    await expect(page.getByText("A table: 1 row read, 1 model and month, 2,000,000 tokens.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Bills of the file" }).getByText("$20.00").first()).toBeVisible();
    await page.getByRole("button", { name: "Say which column is what" }).click();
    await expect(form).toBeVisible();
  });

  test("cached tokens in a column that the reader chooses are part of input, until the reader says that they come on top", async ({
    page,
  }) => {
    await open(page, "/bill");
    await read(page, "date,model,input,warm,output\n2026-08-01,gpt-5.6-sol,2000000,200000,600000\n");
    const form = page.getByRole("form", { name: "Which column is what" });
    await expect(form.getByLabel("Cached input is")).toBeDisabled();
    await form.getByLabel("Cached input", { exact: true }).selectOption("warm");
    await expect(form.getByLabel("Cached input is")).toHaveValue("inside");
    await expect(form.getByText("Guessed: cached tokens are part of “input”, as OpenAI counts")).toBeVisible();
    await form.getByRole("button", { name: "Read all rows" }).click();
    await expect(page.getByText("1 model and month, 2,600,000 tokens.")).toBeVisible();
    await page.getByRole("button", { name: "Say which column is what" }).click();
    await form.getByLabel("Cached input", { exact: true }).selectOption("warm");
    await form.getByLabel("Cached input is").selectOption("beside");
    await form.getByRole("button", { name: "Read all rows" }).click();
    await expect(page.getByText("1 model and month, 2,800,000 tokens.")).toBeVisible();
  });

  test("rows that cannot be read are listed by number, reason and code; totals say what was read and what was not", async ({
    page,
  }) => {
    await open(page, "/bill");
    await read(
      page,
      [
        "date,model,input,output",
        "2024-09-03,gpt-4o,1000000,1000000",
        "2031-01-01,gpt-4o,5,5",
        "2021-01-01,gpt-4o,5,5",
        "2024-09-04,gpt-4o,many,5",
        "2024-09-05,,5,5",
        "2024-09-06,gpt-4o,5",
      ].join("\n"),
    );
    await page.getByRole("button", { name: "Read all rows" }).click();
    await expect(page.getByText("A table: 1 row read")).toBeVisible();
    await expect(page.getByText("5 rows were not read, with 35 tokens that can be counted.")).toBeVisible();
    const rows = page.getByRole("region", { name: "Rows that were not read" });
    for (const [no, code] of [
      ["3", "day-in-future"],
      ["4", "before-first-price"],
      ["5", "not-a-count"],
      ["6", "no-model"],
      ["7", "cells"],
    ]) {
      await expect(rows.getByRole("row", { name: new RegExp(`^${no} .*${code}$`) })).toBeVisible();
    }
    expect(await faults(page)).toEqual([]);
  });

  test("FOCUS rows are read by the text of their SKU, and stand beside what was billed", async ({ page }) => {
    await open(page, "/bill");
    await read(
      page,
      [
        "ChargePeriodStart,ChargeCategory,SkuId,SkuMeter,ConsumedQuantity,ConsumedUnit,BilledCost,BillingCurrency",
        "2024-09-01T00:00:00Z,Usage,gpt-4o,Input Tokens,1000,1000 Tokens,4.50,USD",
        "2024-09-01T00:00:00Z,Usage,gpt-4o,Output Tokens,1,1M Tokens,13.5,USD",
        "2024-09-01T00:00:00Z,Tax,,,,,1.8,USD",
      ].join("\n"),
    );
    await expect(
      page.getByText("FOCUS cost and usage: 2 rows read, 1 model and month, 2,000,000 tokens."),
    ).toBeVisible();
    const table = page.getByRole("region", { name: "Bills of the file" });
    await expect(table.getByText("$18.00").first()).toBeVisible();
    await expect(table.getByText("$20.00").first()).toBeVisible();
    await expect(page.getByText("ChargeCategory is Tax")).toBeVisible();
  });

  test("a charge is held against the list price of its own day; another currency and an unknown model are told and in no total", async ({
    page,
  }) => {
    await open(page, "/bill");
    await read(
      page,
      [
        "ChargePeriodStart,ChargeCategory,SkuId,SkuMeter,SkuPriceDetails,ConsumedQuantity,ConsumedUnit,BilledCost,ListCost,BillingCurrency",
        "2026-08-01T00:00:00Z,Usage,gpt-5.6-sol,Input Tokens,,3000000,Tokens,14,15,USD",
        "2026-08-01T00:00:00Z,Usage,gpt-5.6-sol,Output Tokens,,1000000,Tokens,28,30,USD",
        "2026-08-02T00:00:00Z,Usage,gpt-5.6-sol,Output Tokens,,500000,Tokens,12,13,EUR",
        '2026-08-02T00:00:00Z,Usage,x,Output Tokens,"{""ModelName"":""house-model""}",70,Tokens,1,1,USD',
      ].join("\n"),
    );
    const table = page.getByRole("region", { name: "Bills of the file" });
    // 3 × 5 + 30: the price fell on 21 August, which is not this row's day.
    await expect(table.getByRole("row", { name: /^1 Aug 2026 gpt-5.6-sol .* \$42.00 \$45.00 \$45.00 / })).toBeVisible();
    await expect(
      table.getByRole("row", { name: /^Total of 1 of 3 rows 4,000,000 \$42.00 \$45.00 \$45.00 / }),
    ).toBeVisible();
    await expect(page.getByText(/^Billed is \$3\.00 \(6\.7.%\) less than the list price/)).toBeVisible();
    await expect(page.getByText("The file’s own ListCost is our list price to the cent.")).toBeVisible();
    await expect(table.getByRole("cell", { name: "EUR 12.00" })).toBeVisible();
    await expect(page.getByText(/1 row billed in EUR, 500,000 tokens.*not-in-dollars/)).toBeVisible();
    await expect(page.getByText(/1 row of a model that is not in our data, 70 tokens.*model-unknown/)).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  test("JSON lines and requests of known length: long ones are priced as such", async ({ page }) => {
    await open(page, "/bill");
    await read(
      page,
      [
        {
          created: "2026-09-02",
          model: "gpt-5.5",
          n_requests: 1,
          usage: { prompt_tokens: 300_000, completion_tokens: 0 },
        },
        {
          created: "2026-09-02",
          model: "gpt-5.5",
          n_requests: 1,
          usage: { prompt_tokens: 200_000, completion_tokens: 0 },
        },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    await expect(page.getByLabel("Requests", { exact: true })).toHaveValue("n_requests");
    await page.getByRole("button", { name: "Read all rows" }).click();
    const table = page.getByRole("region", { name: "Bills of the file" });
    await expect(table.getByRole("columnheader", { name: "In long requests" })).toBeVisible();
    await expect(table.getByText("$4.00").first()).toBeVisible(); // 0.3 × 10 + 0.2 × 5
  });

  test("a workbook is refused with the way out", async ({ page }) => {
    await open(page, "/bill");
    await page.locator("input[type=file]").setInputFiles({
      name: "usage.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from("PK\u0003\u0004 \0\0"),
    });
    await expect(page.getByText("usage.xlsx is no text. Save the workbook as CSV and open that.")).toBeVisible();
    await expect(page.locator("code", { hasText: "not-text" })).toBeVisible();
  });

  test("of 50 MB is read while the page stays free to use", async ({ page }) => {
    test.slow();
    await open(page, "/bill");
    const line = "2024-09-03,gpt-4o,1000,10,someone's note of what this was for\n";
    const rows = Math.ceil((50 * 1024 * 1024) / line.length);
    await page.evaluate(
      ([text, times]) => {
        const file = new File([`date,model,input,output,note\n${text.repeat(times)}`], "big.csv", { type: "text/csv" });
        const given = new DataTransfer();
        given.items.add(file);
        const input = document.querySelector("input[type=file]") as HTMLInputElement;
        input.files = given.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      [line, rows] as const,
    );
    await page.getByRole("button", { name: "Read all rows" }).click();
    const longest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let [last, most] = [performance.now(), 0];
          const timer = setInterval(() => {
            const now = performance.now();
            most = Math.max(most, now - last);
            last = now;
            if (document.body.textContent?.includes("rows read")) {
              clearInterval(timer);
              resolve(most);
            }
          }, 10);
        }),
    );
    expect(longest).toBeLessThan(1000);
    await expect(page.getByText(`A table: ${rows.toLocaleString("en")} rows read`)).toBeVisible();
  });
});

test.describe("a hedge of the bill", () => {
  test("is in whole lots, with what is over or under and how many months were measured", async ({ page }) => {
    await page.goto("/bill?model=openai:premium&month=2026-07&workload=own&input=300M&output=100M");
    const hedge = page.locator("#hedge");
    await expect(hedge.getByText("PREM is the benchmark nearest to OpenAI’s price.")).toBeVisible();
    await expect(hedge.getByText("= 400.00 Mtok")).toBeVisible();
    await expect(hedge.getByText("4 lots, nothing left over").first()).toBeVisible();
    await expect(hedge.getByRole("row", { name: /^PREM\*.*±.*\(\d+ moved\)/ })).toBeVisible();
  });

  test("says that too few months are known of a new model", async ({ page }) => {
    await page.goto("/bill?model=openai/gpt-6-sol&month=2026-09&workload=rag");
    await expect(page.locator("#hedge").getByText("too few months: 12 changes are the least").first()).toBeVisible();
  });
});

test("nothing on the page moves while it arrives and comes alive", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) seen.shift += (one as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, "/bill");
  await expect(page.locator("input[role=combobox]")).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02);
  await context.close();
});
