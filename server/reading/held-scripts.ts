import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/**
 * Pages that are read more than handled. They are whole without scripts, so their scripts wait for the reader's first
 * move (decision 0012): text, drawings and tables are there at once on a slow phone. Pages that follow the market are
 * not among them.
 */
const READ =
  /^(\/(en|zh))?\/(prices|benchmarks(\/[a-z]+)?|cost-model|bill|embed\/[a-z-]+|rulebook|realism|scenarios|api-reference)$/;

/** Without its remarks. */
const wake = readFileSync(join(process.cwd(), "server/reading/wake.js"), "utf8").replace(/^\s*\/[/*].*\n/gm, "");

/** Of a page that is read, opened as a document: the answer to this request will hold its scripts back. */
export function holdScripts(request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = "" } = request;
  const fetchedByRouter = headers.rsc !== undefined;
  if (method !== "GET" || fetchedByRouter || !READ.test(url.split("?", 1)[0])) return;
  const accepted = String(headers["accept-encoding"] ?? "");
  delete headers["accept-encoding"]; // what is compressed cannot be changed: we compress afterwards
  gather(response, (body) => send(response, body, accepted));
}

/** Keeps head and body until they are whole, then gives the body to `whole` instead of sending it. */
function gather(response: ServerResponse, whole: (body: Buffer) => Promise<void>): void {
  const { write, end, writeHead } = response;
  const parts: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk as string));
  };
  const tell = (...rest: unknown[]) => {
    for (const one of rest) if (typeof one === "function") one();
  };
  response.flushHeaders = () => {}; // they go with the body, whose length and coding they tell
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(rest.find((one) => typeof one === "object") ?? {}))
      response.setHeader(name, value);
    return response;
  }) as typeof writeHead;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk);
    tell(...rest);
    return true;
  }) as typeof write;
  response.end = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk);
    Object.assign(response, { write, end, writeHead });
    tell(chunk, ...rest);
    void whole(Buffer.concat(parts)).catch((error) => {
      console.error("A page could not be sent:", error);
      response.destroy();
    });
    return response;
  }) as typeof end;
}

async function send(response: ServerResponse, body: Buffer, accepted: string): Promise<void> {
  // What Next answers when there is no such page is an empty one that its scripts fill.
  const isPage = response.statusCode === 200 && String(response.getHeader("content-type")).startsWith("text/html");
  const page = isPage ? Buffer.from(held(body.toString())) : body;
  const wanted = codingsIn(accepted);
  const coding = codings.find(({ name }) => wanted.has(name));
  const sent = coding ? await coding.compress(page) : page;
  if (coding) response.setHeader("content-encoding", coding.name);
  response.appendHeader("vary", "accept-encoding");
  response.setHeader("content-length", sent.length);
  response.end(sent);
}

/** What an Accept-Encoding asks for: names whose weight is not 0 (RFC 9110, 12.5.3). */
const codingsIn = (accepted: string): Set<string> =>
  new Set(
    accepted
      .toLowerCase()
      .split(",")
      .map((part) => part.split(";").map((word) => word.trim()))
      .filter(([, ...more]) => !more.some((word) => /^q=0(\.0*)?$/.test(word)))
      .map(([name]) => name),
  );

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const codings = [
  { name: "br", compress: (page: Buffer) => promisify(brotliCompress)(page, QUICK) },
  { name: "gzip", compress: (page: Buffer) => promisify(gzip)(page) },
] as const;

/**
 * The page with its scripts as inert elements, and the one that wakes them: the files, and the data for them. What shows
 * a part of the page that came later in the stream runs as ever.
 */
export function held(page: string): string {
  const [, nonce] = /<script [^>]*\bnonce="([^"]+)"/.exec(page) ?? [];
  const end = page.lastIndexOf("</body>");
  if (!nonce || end < 0) return page;
  const inert = (part: string) =>
    part
      .replace(/<link rel="preload" as="script"[^>]*>/g, "")
      .replace(/<script (?=src="\/_next\/static\/[^>]*\basync="")/g, '<script type="text/held" ')
      .replace(/<script (?=nonce="[^"]*">\(?self\.__next_f\b)/g, '<script type="text/held" ');
  return `${inert(page.slice(0, end))}<script nonce="${nonce}">${wake}</script>${inert(page.slice(end))}`;
}
