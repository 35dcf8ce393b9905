import { expect, test } from "@playwright/test";

const attributesOf = (html: string, tag: RegExp, attribute: string): string[] =>
  [...html.matchAll(tag)].map(([found]) => new RegExp(`${attribute}="([^"]*)"`).exec(found)?.[1] ?? "");

test("every page of the sitemap answers, and says in its own language what it is", async ({ request }) => {
  test.setTimeout(240_000);
  const map = await (await request.get("/sitemap.xml")).text();
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  expect(pages).toEqual(expect.arrayContaining(["/", "/zh", "/prices", "/zh/prices", "/benchmarks/prem", "/rulebook"]));
  const titles = new Map<string, string>();
  for (const path of pages) {
    const chinese = /^\/zh(\/|$)/.test(path);
    const answer = await request.get(path, { headers: { "accept-language": chinese ? "zh" : "en" } });
    expect(answer.status(), path).toBe(200);
    const html = await answer.text();
    const [title = ""] = /(?<=<title>)[^<]+/.exec(html) ?? [];
    const [description = ""] = attributesOf(html, /<meta name="description"[^>]*>/g, "content");
    expect(title, path).toMatch(/ · Tokenpit$/);
    expect(description.length, path).toBeGreaterThan(20);
    for (const text of [title, description])
      expect(/[\u4e00-\u9fff]/.test(text) || text === "API · Tokenpit", path).toBe(
        chinese || text === "API · Tokenpit",
      );
    expect(attributesOf(html, /<meta property="og:title"[^>]*>/g, "content"), path).toHaveLength(1);
    expect(attributesOf(html, /<meta property="og:description"[^>]*>/g, "content"), path).toEqual([description]);
    expect(attributesOf(html, /<link rel="canonical"[^>]*>/g, "href").map((one) => new URL(one).pathname)).toEqual([
      path,
    ]);
    expect(attributesOf(html, /<meta name="robots"[^>]*>/g, "content"), path).toEqual([]);
    expect(titles.get(title), `${path} is called as another page is`).toBeUndefined();
    if (title !== "API · Tokenpit") titles.set(title, path);
  }
});

test("pages about oneself are kept out of search engines, and robots are told where the map is", async ({
  request,
}) => {
  for (const path of ["/account", "/sign-in", "/zh/sign-in", "/r/public/portfolio"]) {
    const html = await (await request.get(path)).text();
    expect(attributesOf(html, /<meta name="robots"[^>]*>/g, "content"), path).toEqual(["noindex"]);
  }
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /api/");
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
});

test("headings go down one step at a time, under one title", async ({ page }) => {
  for (const path of ["/", "/prices", "/benchmarks/prem", "/cost-model", "/bill", "/scenarios/rationing", "/realism"]) {
    await page.goto(path);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4")]
        .filter((one) => one.checkVisibility())
        .map(({ tagName }) => Number(tagName[1])),
    );
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1);
    expect(
      levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1),
      path,
    ).toEqual([]);
  }
});

/** Names and codes are the same in every language; three words of English on end are a sentence of it. */
const ENGLISH = "[A-Za-z]{2,}(\\s+[A-Za-z]{2,}){2,}";

test("on Chinese pages whatever is English says so", async ({ page }) => {
  for (const path of [
    "/zh/prices?open=s0099.p0434",
    "/zh/benchmarks/prem",
    "/zh/cost-model",
    "/zh/scenarios/rationing",
  ]) {
    await page.goto(path);
    const unmarked = await page.evaluate((pattern) => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.textContent ?? "";
        const within = node.parentElement;
        if (!within?.checkVisibility() || within.closest("[lang=en], script, style, code")) continue;
        if (new RegExp(pattern).test(text) && !/[\u4e00-\u9fff]/.test(text)) found.push(text);
      }
      return found;
    }, ENGLISH);
    expect(unmarked, path).toEqual([]);
  }
});
