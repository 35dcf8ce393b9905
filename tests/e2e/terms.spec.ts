import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import type { BookView, ContractQuote, OrderView, Page as Rows } from "@/wire/views";
import { fillTicket, guestAt, priceOf, send, ticks, wideContract } from "./venue";

const room = "/api/v1/rooms/public";

const quoteOf = async (request: APIRequestContext, symbol: string): Promise<ContractQuote> => {
  const { rows } = (await (await request.get(`${room}/contracts`)).json()) as Rows<ContractQuote>;
  return rows.find((row) => row.symbol === symbol) as ContractQuote;
};
const ordersOf = async (page: Page): Promise<OrderView[]> =>
  ((await (await page.request.get(`${room}/orders?state=all`)).json()) as Rows<OrderView>).rows;
const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).click();

test("a stop waits, is seen waiting, and fires when the last trade reaches it", async ({ browser, request }) => {
  test.setTimeout(180_000);
  const { symbol } = await wideContract(request);
  const page = await guestAt(await browser.newContext(), symbol);
  const quote = await quoteOf(request, symbol);
  const trigger = priceOf(Math.max(ticks(quote.last), ticks(quote.ask)) + 3);
  await choose(page, "Stop");
  await page.locator("input[name=trigger]").fill(trigger);
  await page.locator("input[name=lots]").fill("2");
  await expect(page.getByText("waits for its trigger")).toBeVisible();
  await send(page, new RegExp(`^Buy 2 ${symbol} stop ${trigger}$`));
  await expect(page.getByText(`waits until the last trade is ${trigger} or higher`)).toBeVisible();
  await page.getByRole("tab", { name: /^Orders/ }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${symbol}.*Buy 2.*stop ${trigger}`) })).toBeVisible();

  // Buying through the trigger makes it the last trade.
  const book = (await (await request.get(`${room}/book?symbol=${symbol}&depth=50`)).json()) as BookView;
  const below = book.asks.filter(([price]) => ticks(price) < ticks(trigger)).reduce((sum, [, lots]) => sum + lots, 0);
  await choose(page, "Market");
  await page.locator("input[name=lots]").fill(String(below + 5));
  await send(page, new RegExp(`^Buy ${below + 5} ${symbol} at market$`));
  await expect
    .poll(async () => (await ordersOf(page)).find(({ stop }) => stop !== null), { timeout: 60_000 })
    .toMatchObject({ status: "filled", stop: { price: trigger, firedAt: expect.any(String) } });
});

test("a bracket says what its exits would make, and they grow with what fills", async ({ browser, request }) => {
  const { symbol } = await wideContract(request);
  const page = await guestAt(await browser.newContext(), symbol);
  const quote = await quoteOf(request, symbol);
  const entry = priceOf(ticks(quote.ask) + 5); // takes, whatever the touch does meanwhile
  const [target, stop] = [priceOf(ticks(entry) + 100), priceOf(ticks(entry) - 100)];
  await fillTicket(page, "Buy", 3, entry);
  await page.getByRole("button", { name: "More terms" }).click();
  await page.locator("input[name=target]").fill(target);
  await page.locator("input[name=stopLoss]").fill(stop);
  const hundred = (Number(quote.tickValue) * 100 * 3).toFixed(2);
  await expect(page.getByText(`+$${hundred} before fees`)).toBeVisible();
  await expect(page.getByText(`−$${hundred} before fees`)).toBeVisible();
  await send(page, new RegExp(`^Buy 3 ${symbol} at ${entry}$`));
  await expect(page.getByText("Its exits wait for what fills.")).toBeVisible();
  await page.getByRole("tab", { name: /^Orders/ }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${symbol}.*Sell 3.*${target}.*reduce-only`) })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`stop.*Sell 3.*stop ${stop}`) })).toBeVisible();
});

test("a spread shows both legs and trades both months", async ({ browser, request }) => {
  const { symbol } = await wideContract(request);
  const page = await guestAt(await browser.newContext(), symbol.replace(/-.*/, "-DEC26"));
  await choose(page, "Spread");
  await expect(page.getByRole("cell", { name: /-JAN27$/ })).toBeVisible();
  await page.locator("input[name=difference]").fill("0.300"); // no dearer than that: takes what there is
  await send(page, /^Buy 1 DEC26 − JAN27 at \+0\.300/);
  await expect(page.getByText(/^Bought 1 .* DEC26 − JAN27 at/)).toBeVisible();
  const [order] = await ordersOf(page);
  expect(order).toMatchObject({
    status: "filled",
    legs: [expect.stringMatching(/DEC26/), expect.stringMatching(/JAN27/)],
  });
});

test("a halted month says until when, collects limit orders, and reopens at one price", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const symbol = "GPUH-SEP27"; // far from what the other tests trade
  const operator = JSON.parse(readFileSync(join(process.env.E2E_DATA_DIR ?? "data", "operator.json"), "utf8"));
  const ask = (resume: boolean) =>
    request.post("/api/auth/operator/halt", {
      headers: { authorization: `Bearer ${operator.secret}` },
      data: { room: "public", symbol, resume },
    });
  const page = await guestAt(await browser.newContext(), symbol);
  expect((await ask(false)).status()).toBe(200);
  await expect(page.getByText(`${symbol} is halted.`)).toBeVisible();
  await choose(page, "Market");
  await expect(
    page.getByText("Orders are collecting for the auction (rule 1.2): only limit orders now."),
  ).toBeVisible();
  const { limitLow, limitHigh } = await quoteOf(request, symbol);
  await page.locator("input[name=lots]").fill("2");
  await choose(page, "Limit");
  await page.locator("input[name=price]").fill(limitHigh);
  await send(page, new RegExp(`^Buy 2 ${symbol} at ${limitHigh}$`));
  await expect(page.getByText(`Buy 2 ${symbol} rests at ${limitHigh}.`)).toBeVisible();
  const other = await guestAt(await browser.newContext(), symbol);
  await fillTicket(other, "Sell", 2, limitLow);
  await send(other, new RegExp(`^Sell 2 ${symbol} at ${limitLow}$`));
  await expect(other.getByText(`Sell 2 ${symbol} rests at ${limitLow}.`)).toBeVisible();
  await expect(page.getByText(/^Now [\d,]+ lots would trade at/)).toBeVisible();
  expect((await ask(true)).status()).toBe(200);
  await expect(page.getByText(`${symbol} is halted.`)).toBeHidden();
  await expect(page.getByText("auction", { exact: true }).first()).toBeVisible(); // the tape's print, without a side
});
