import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { ContractQuote, FillView, Page as Rows } from "@/wire/views";

const room = "/api/v1/rooms/public";

/** A contract that somebody bids for and somebody offers, with room for a price between the two. */
export async function wideContract(request: APIRequestContext): Promise<ContractQuote> {
  await expect
    .poll(async () => (await wide(request))?.symbol ?? null, { message: "a two-sided contract", timeout: 30_000 })
    .not.toBeNull();
  return (await wide(request)) as ContractQuote;
}

async function wide(request: APIRequestContext): Promise<ContractQuote | undefined> {
  const answer = await (await request.get(`${room}/contracts`)).json();
  const quotes: ContractQuote[] = answer.rows ?? answer.contracts ?? answer;
  return quotes
    .filter(({ bid, ask, locked }) => bid && ask && !locked && ticks(ask) - ticks(bid) >= 3)
    .sort((a, b) => ticks(b.ask) - ticks(b.bid) - (ticks(a.ask) - ticks(a.bid)))[0];
}

export const ticks = (price: string | null): number => Math.round(Number(price) * 1000);
export const priceOf = (n: number): string => (n / 1000).toFixed(3);

/** A new person, in one click, at the desk. */
export async function guestAt(context: BrowserContext, symbol: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/r/public/${symbol}`);
  await page.getByRole("button", { name: "Trade as guest" }).first().click();
  await expect(page.getByText("Margin cash").first()).toBeVisible();
  return page;
}

export async function fillTicket(page: Page, side: "Buy" | "Sell", lots: number, price: string): Promise<void> {
  await page.getByRole("radiogroup", { name: "Side" }).getByRole("radio", { name: side }).click();
  await page.locator("input[name=price]").fill(price);
  await page.locator("input[name=lots]").fill(String(lots));
}

export async function send(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  await expect(button).toBeEnabled();
  await button.click();
}

export async function fillsOf(page: Page): Promise<FillView[]> {
  const answer = await page.request.get(`${room}/fills`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as Rows<FillView>).rows;
}
