import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";

const password = "correct horse";
const desk = /\/r\/public/;
const freshName = (prefix: string) => `${prefix}-${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`;

/** Pressing before the scripts have come also works, but another way: these tests want the page as it lives. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("form, button")].some((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps")),
    ),
  );
}

async function signUp(page: Page, name: string): Promise<void> {
  await open(page, "/sign-in?way=sign-up");
  await page.getByLabel("Nickname").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL(desk);
}

async function anotherBrowser(browser: Browser): Promise<Page> {
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  return (await browser.newContext({ userAgent, locale: "en-US" })).newPage();
}

const account = async (page: Page) => (await page.request.get("/api/v1/rooms/public/account")).json();

test("one click on the first page and a stranger is at the desk with an account", async ({ page, context }) => {
  await open(page, "/");
  await page.getByRole("button", { name: "Trade as guest" }).first().click();
  await expect(page).toHaveURL(desk);
  expect(await account(page)).toMatchObject({ wealth: "100000.00", marginCash: "50000.00", bankCash: "50000.00" });
  const [session] = (await context.cookies()).filter(({ name }) => name === "next-auth.session-token");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await expect(page.getByText(/^[a-z]+-[a-z]+/).first()).toBeVisible();
});

test("a guest who makes an account keeps the portfolio and is refused names that are taken or reserved", async ({
  page,
}) => {
  await open(page, "/sign-in");
  await page.getByRole("button", { name: "Trade as guest" }).click();
  await expect(page).toHaveURL(desk);
  const order = { symbol: "", side: "buy", type: "market", lots: 3 };
  const { rows } = await (await page.request.get("/api/v1/rooms/public/contracts")).json();
  order.symbol = rows[0].symbol;
  const headers = { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" };
  await page.request.post("/api/v1/rooms/public/orders", { data: order, headers });
  const { deposits, positions } = await account(page);

  await open(page, "/account");
  const name = freshName("Keeper");
  await page.getByLabel("Nickname").fill("admin");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("That nickname is not available.")).toBeVisible();
  await page.getByLabel("Nickname").fill(name);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const after = await account(page);
  expect(after.deposits).toBe(deposits);
  expect(after.positions.map((row: { net: number }) => row.net)).toEqual(
    positions.map((row: { net: number }) => row.net),
  );
});

test("a browser that is signed out from another one is out at once", async ({ page, browser }) => {
  const name = freshName("Two-Places");
  await signUp(page, name);
  const other = await anotherBrowser(browser);
  await open(other, "/sign-in?way=password");
  await other.getByLabel("Nickname").fill(name);
  await other.getByLabel("Password").fill("wrong horse");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("No account has this nickname and password.")).toBeVisible();
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL(desk);

  await open(page, "/account");
  const signOut = page.getByRole("button", { name: "Sign out Firefox on Linux" });
  await signOut.click();
  await expect(signOut).toHaveCount(0);
  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in/);
  expect((await other.request.get("/api/v1/me")).status()).toBe(401);
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
  await other.context().close();
});

test("an API key made on the page trades, and stops when it is revoked", async ({ page, playwright, baseURL }) => {
  await signUp(page, freshName("Key-Maker"));
  await open(page, "/account");
  await page.getByLabel("Name", { exact: true }).fill("my bot");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = await page.locator("code").innerText();
  const bot = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  expect((await bot.get("/api/v1/rooms/public/account")).status()).toBe(200);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await open(page, "/account");
  await page.getByRole("button", { name: "Revoke the key my bot" }).click();
  await expect(page.getByText("No keys yet.", { exact: false })).toBeVisible();
  expect((await bot.get("/api/v1/rooms/public/account")).status()).toBe(401);
  await bot.dispose();
});

test("what is held about a person can be taken along, and then deleted", async ({ page, context }) => {
  const name = freshName("Leaver");
  await signUp(page, name);
  await open(page, "/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as JSON" }).click(),
  ]);
  const file = JSON.parse(await (await import("node:fs/promises")).readFile(await download.path(), "utf8"));
  expect(file.person.nickname).toBe(name);
  expect(file.rooms[0].accounts[0].ledger[0]).toMatchObject({ entry: "deposit", marginChange: "50000.00" });

  await page.getByLabel(`Type ${name} to confirm`).fill(name);
  await page.getByRole("button", { name: "Delete everything about me" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("next-auth.session-token");
  await open(page, "/sign-in?way=password");
  await page.getByLabel("Nickname").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("No account has this nickname and password.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the sign-in page works: guest, wrong password, new account, in Chinese too", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Trade as guest" }).first().click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("link", { name: "Sign in", exact: true }).last().click();
    await page.getByLabel("Nickname").fill("nobody-here");
    await page.getByLabel("Password").fill("wrong horse");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("No account has this nickname and password.")).toBeVisible();
    await page.goto("/zh/sign-in?way=sign-up");
    await page.getByLabel("昵称").fill(freshName("无脚本"));
    await page.getByLabel("密码").fill(password);
    await page.getByRole("button", { name: "创建账户" }).click();
    await expect(page).toHaveURL(/\/zh\/r\/public/);
  });
});

test("a form posted from another site signs nobody in", async ({ page, baseURL }) => {
  const answer = await page.request.post("/api/auth/callback/guest", {
    form: { csrfToken: "0".repeat(64), callbackUrl: "/" },
    headers: { origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toContain("/api/auth/signin");
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  const lured = await page.request.get(
    `${baseURL}/sign-in?callbackUrl=${encodeURIComponent("https://evil.example/x")}`,
  );
  expect(await lured.text()).not.toContain('evil.example/x"');
});

test("every page sends a policy with a nonce of its own, and the headers that keep it to itself", async ({ page }) => {
  const [first, second] = [await page.request.get("/sign-in"), await page.request.get("/sign-in")];
  const policies = [first, second].map((response) => response.headers()["content-security-policy"]);
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/);
  expect(policies[0]).toContain("frame-ancestors 'none'");
  expect(policies[0]).not.toBe(policies[1]);
  expect(first.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  const api = await page.request.get("/api/health");
  expect(api.headers()["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
});

for (const prefix of ["", "/zh"])
  test(`the sign-in and account pages have no accessibility faults axe can find (${prefix || "/"})`, async ({
    page,
  }) => {
    const faults = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    for (const way of ["guest", "password&error=password.wrong-credentials", "sign-up"]) {
      await page.goto(`${prefix}/sign-in?way=${way}`);
      expect(await faults(), way).toEqual([]);
    }
    await page.goto(`${prefix}/sign-in?way=guest`);
    await page.locator("form button[type=submit]").click();
    await expect(page).toHaveURL(desk);
    await page.goto(`${prefix}/account`);
    expect(await faults(), "account").toEqual([]);
  });
