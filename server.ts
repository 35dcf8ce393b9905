import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { resolve } from "node:path";
import next from "next";
import { stampAddress } from "@/server/access/address";
import { faultIn } from "@/server/access/request-fault";
import { openOperatorDoor } from "@/server/auth/operator-door";
import { claimDataFolder } from "@/server/data-folder";
import { closeConnections } from "@/server/db/client";
import { openDatabase } from "@/server/db/open-database";
import { takeFastLane } from "@/server/fast-lane";
import { openHosts } from "@/server/host/hosts";
import { publicRoom } from "@/server/host/public-room";
import { openRoomPort } from "@/server/port";
import { openPrices } from "@/server/prices/open";
import { holdScripts } from "@/server/reading/held-scripts";
import { StartupError } from "@/server/startup-error";

/** The whole app in one process tree on one port: database → migrations → rooms → pages. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  try {
    await start(dev);
  } catch (error) {
    if (error instanceof StartupError) console.error(`\n${error.message}\n${error.wayOut}`);
    else console.error("\nTokenpit could not start; nothing was lost.", error);
    process.exit(1); // the database ends with us
  }
}

async function start(dev: boolean): Promise<void> {
  const port = portNumber(process.env.PORT ?? "3000");
  const host = process.env.HOST || undefined;
  process.env.NEXT_MANUAL_SIG_HANDLE = "true";

  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = starting;
  const server = createServer((request, response) => answer(request, response));
  await listen(server, port, host);
  openPrices();
  const data = await claimDataFolder(resolve(process.env.DATA_DIR || "data"));
  process.env.NEXTAUTH_SECRET ??= data.secret("session-secret");

  console.log("Tokenpit: starting the database …");
  const database = await openDatabase(data.path);
  process.env.DATABASE_URL = database.url;
  const stopped = new AbortController();
  const hosts = await openHosts({ dataDir: data.path });
  openRoomPort(hosts.port);
  console.log("Tokenpit: opening the market …");
  await hosts.port.query(publicRoom, "view", {}); // its first days pass now, while nobody waits for a page

  const app = next({ dev, port, hostname: host ?? "localhost", dir: process.cwd() });
  const handle = app.getRequestHandler();
  await app.prepare();
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  answer = (request, response) => {
    stampAddress(request);
    const fault = faultIn(request);
    if (fault) return refuse(response, fault);
    if (takeFastLane(request, response)) return;
    if (!dev) holdScripts(request, response);
    return handle(request, response);
  };
  const operatorDoor = openOperatorDoor(data.path, port, host);
  console.log(`\nTokenpit is open at http://localhost:${port}  (data in ${data.path}; Ctrl-C stops it)`);

  /** Stop intake → end streams → last batch → snapshots → database. Everything acknowledged is durable already. */
  const stop = async (): Promise<void> => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    operatorDoor.close();
    setTimeout(() => process.exit(1), 4800).unref();
    server.close();
    await hosts.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 200).unref();
    await closeConnections();
    await database.close();
    data.release();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  stopWithNpm(stop);
}

function refuse(response: ServerResponse, message: string): void {
  response.writeHead(400, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { code: "invalid-request", message, details: {} } }));
}

/** Until the rooms are open: a health check sees 503, a person sees why. */
function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "2" });
  response.end("Tokenpit is starting. Reload in a few seconds.\n");
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartupError(`PORT is "${text}", not a port number.`, "Set PORT to a number from 1 to 65535.");
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program.`,
        EACCES: `This user may not open port ${port}.`,
      };
      const wayOut = `Choose another one: PORT=${port < 1024 ? 3000 : port + 1} npm start`;
      fail(new StartupError(reasons[code ?? ""] ?? `Cannot listen on port ${port}: ${message}`, wayOut));
    });
    server.listen(port, host, done);
  });
}

/** Killing `npm start` must not leave a server behind that nobody sees. npm runs us through a shell, which survives it. */
function stopWithNpm(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const born = family();
  setInterval(() => {
    if (family() !== born) stop();
  }, 250).unref();
}

function parentOf(pid: number): string {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "";
  } catch {
    return ""; // not Linux: only our own parent is watched
  }
}
