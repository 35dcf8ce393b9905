import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { holdScripts } from "./held-scripts";

const PAGE =
  '<html><head><link rel="preload" as="script" nonce="n0" href="/_next/static/a.js"/>' +
  '<script src="/_next/static/a.js" async="" nonce="n0"></script><script src="/old.js" noModule="" nonce="n0"></script></head>' +
  '<body><p>价格 4.559</p><script nonce="n0">$RC("B:0","S:0")</script>' +
  '<script nonce="n0">self.__next_f.push([1,"data"])</script></body></html>';

let stop = () => {};
afterEach(() => stop());

/** A server whose pages come as Next sends them: in pieces, the head with the first. */
async function serving(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    holdScripts(request, response);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page: RequestListener = (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("x-seen-coding", String(request.headers["accept-encoding"]));
  response.flushHeaders();
  const bytes = Buffer.from(PAGE);
  response.write(bytes.subarray(0, 200)); // a Chinese letter may be cut in two
  response.end(bytes.subarray(200));
};

test("a page that is read comes with its scripts and their data held, and with what wakes them under its own nonce", async () => {
  const url = await serving(page);
  const text = await (await fetch(`${url}/prices?mix=7:2:1`)).text();
  expect(text).toContain('<script type="text/held" src="/_next/static/a.js" async="" nonce="n0">');
  expect(text).toContain('<script type="text/held" nonce="n0">self.__next_f.push');
  expect(text).not.toContain("preload");
  expect(text).toContain('<script nonce="n0">$RC("B:0","S:0")</script>'); // shows what came late in the stream
  expect(text).toContain('<script src="/old.js" noModule=""');
  expect(text).toMatch(/<script nonce="n0">\(\(\) => \{[\s\S]*scripts-alive[\s\S]*<\/script><\/body><\/html>$/);
  expect(text).toContain("<p>价格 4.559</p>");
});

test("it is compressed as the reader's browser accepts, and says its length", async () => {
  const url = await serving(page);
  const answers = await Promise.all(
    ["gzip, deflate, br", "gzip", "identity", "br; q=0, gzip", "br;q=0.0;x=1, x-gzip"].map((accept) =>
      fetch(`${url}/zh/bill`, { headers: { "accept-encoding": accept } }),
    ),
  );
  expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual(["br", "gzip", null, "gzip", null]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  for (const { headers } of answers) {
    expect(headers.get("vary")).toContain("accept-encoding");
    expect(headers.get("x-seen-coding")).toBe("undefined");
  }
  const raw = await fetch(`${url}/bill`, { headers: { "accept-encoding": "identity" } });
  expect(raw.headers.get("content-length")).toBe(String(Buffer.byteLength(texts[0])));
});

test("every other page, and what the router fetches of any, goes out as it was written", async () => {
  const url = await serving(page);
  for (const path of ["/", "/r/public/PREM-DEC26", "/r/public/portfolio", "/sign-in", "/scenarios/rationing"])
    expect(await (await fetch(url + path)).text(), path).toBe(PAGE);
  expect(await (await fetch(`${url}/prices`, { headers: { rsc: "1" } })).text()).toBe(PAGE);
  expect(await (await fetch(`${url}/prices`, { method: "POST" })).text()).toBe(PAGE);
});

test("a page that is not there is sent as it was written: its scripts fill it", async () => {
  const url = await serving((request, response) => {
    response.statusCode = 404;
    page(request, response);
  });
  const answer = await fetch(`${url}/embed/nothing`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe(PAGE);
});

test("a page that leads elsewhere keeps its status and its headers", async () => {
  const url = await serving((_request, response) => {
    response.writeHead(307, { location: "/zh/prices", "set-cookie": "NEXT_LOCALE=zh" });
    response.end("/zh/prices");
  });
  const answer = await fetch(`${url}/prices`, { redirect: "manual" });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe("/zh/prices");
  expect(answer.headers.get("set-cookie")).toBe("NEXT_LOCALE=zh");
});
