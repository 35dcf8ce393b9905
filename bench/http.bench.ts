import { Agent, request } from "node:http";
import { median, type Result } from "./result";

const CONNECTIONS = 32;
const ROUND_MS = 4_000;
const ROUNDS = 3;
const BATCH = 100;

export interface RunningServer {
  /** "http://localhost:4300", started with RATE_LIMIT_FACTOR=1000 while the room trades. */
  readonly url: string;
  /** Of a member of `room`. */
  readonly key: string;
  readonly room: string;
}

/**
 * Orders a second over HTTP, each acknowledged only once it is on disk, beside a Route Handler of the same server that
 * does nothing but answer. The orders are immediate-or-cancel bids at the lower limit: real commands through journal,
 * engine and history, which leave book and money as they were. Rounds take turns, and the medians are reported.
 */
export async function benchHttp(server: RunningServer): Promise<Result[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const order = await harmlessOrder(server, agent);
    const orders = `/api/v1/rooms/${server.room}/orders`;
    const one = () => send(server, agent, "POST", orders, order);
    const many = () => send(server, agent, "POST", orders, Array(BATCH).fill(order));
    const trivial = () => send(server, agent, "POST", "/api/v1/nothing", order);

    const rates: Record<"one" | "many" | "trivial", number[]> = { one: [], many: [], trivial: [] };
    const waits: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const answered = {
        trivial: await load(trivial, 404),
        one: await load(one, 201),
        many: await load(many, 200),
      };
      if (round === 0) continue; // warms up
      for (const kind of ["one", "many", "trivial"] as const) rates[kind].push(answered[kind].perSecond);
      waits.push(...answered.one.waits);
    }
    const peer = Math.round(median(rates.trivial));
    const single = Math.round(median(rates.one));
    const batched = Math.round(median(rates.many) * BATCH);
    const of = (value: number) => Math.round((value / peer) * 100) / 100;
    const sorted = waits.sort((a, b) => a - b);
    const share = (q: number) => Math.round(sorted[Math.floor(sorted.length * q)] * 10) / 10;
    return [
      {
        name: "HTTP orders/s, one a request, durable (peer: requests/s of a trivial Route Handler)",
        value: single,
        unit: "orders/s",
        peer,
        ratio: of(single),
      },
      {
        name: `HTTP orders/s in batches of ${BATCH}, durable (peer: requests/s of a trivial Route Handler)`,
        value: batched,
        unit: "orders/s",
        peer,
        ratio: of(batched),
      },
      { name: `HTTP order acknowledged, ${CONNECTIONS} at once, median`, value: share(0.5), unit: "ms" },
      { name: `HTTP order acknowledged, ${CONNECTIONS} at once, 99th percentile`, value: share(0.99), unit: "ms" },
    ];
  } finally {
    agent.destroy();
  }
}

async function harmlessOrder(server: RunningServer, agent: Agent): Promise<object> {
  const { status, body } = await send(server, agent, "GET", `/api/v1/rooms/${server.room}/contracts`);
  if (status !== 200) throw new Error(`the contracts of room ${server.room} answered ${status}: ${body}`);
  const [{ symbol, limitLow }] = JSON.parse(body).rows;
  return { symbol, side: "buy", type: "limit", lots: 1, price: limitLow, timeInForce: "ioc" };
}

/** Keeps every connection busy for a round. Any answer but the expected one makes the number meaningless. */
async function load(ask: () => Promise<{ status: number; body: string }>, expected: number) {
  const waits: number[] = [];
  const start = performance.now();
  const end = start + ROUND_MS;
  const worker = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      const { status, body } = await ask();
      const refused = expected !== 404 && body.includes('"error"');
      if (status !== expected || refused) throw new Error(`expected ${expected}, got ${status}: ${body.slice(0, 300)}`);
      waits.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return { perSecond: (waits.length / (performance.now() - start)) * 1_000, waits };
}

function send(server: RunningServer, agent: Agent, method: string, path: string, sent?: unknown) {
  const text = sent === undefined ? undefined : JSON.stringify(sent);
  const headers = { authorization: `Bearer ${server.key}`, ...(text && { "content-type": "application/json" }) };
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(`${server.url}${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    asked.on("error", reject);
    asked.end(text);
  });
}
