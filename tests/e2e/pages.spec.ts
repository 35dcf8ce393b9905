import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { wake } from "./wake";

/** Every page a stranger can open. */
const pages = [
  "/",
  "/r/public/PREM-MAR27",
  "/r/public/portfolio",
  "/r/public/leaderboard",
  "/r/public/surveillance",
  "/rulebook",
  "/sign-in",
  "/account",
  "/api-reference",
  "/prices",
  "/prices?show=models&provider=deepseek&known=2026-05-01&open=s0084",
  "/benchmarks",
  "/benchmarks/prem",
  "/benchmarks/gpuh",
  "/cost-model",
  "/scenarios",
  "/scenarios/squeeze-and-halt",
  "/r/public/moves",
  "/realism",
  "/bill",
];
const locales = { en: "", zh: "/zh" };
const widths = [1440, 390, 320];

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return faults;
}

for (const [locale, prefix] of Object.entries(locales)) {
  for (const path of pages) {
    test(`${path} in ${locale}: no error, no string missing, nothing wider than the screen, axe finds nothing`, async ({
      browser,
    }) => {
      test.setTimeout(240_000); // the API page is long, and axe reads all of it
      const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC" });
      const page = await context.newPage();
      const faults = watch(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: width === 390 ? "dark" : "light" });
        await page.goto(`${prefix}${path}`);
        await expect(page.locator("h1").first()).toBeAttached();
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${width} px`).toBeLessThanOrEqual(0);
        await wake(page);
        if (width === 320) continue; // what axe reads there is what it read at 390
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
          `${width} px`,
        ).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(locale === "zh" ? /^zh/ : /^en/);
      // A missing string shows as its key, "desk.ticket.title".
      expect(await page.locator("body").innerText()).not.toMatch(
        /\b(common|desk|landing|account|errors|api|chart|prices|benchmarks|cost|bill|scenarios|scenario-run|moves|causes)\.[a-z]\w*\./,
      );
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}
