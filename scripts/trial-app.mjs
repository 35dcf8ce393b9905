// The built app on a free port, with a data folder of its own that goes when it stops: for tests and benchmarks.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "..");

/** Starts the app, runs `work(url, dataDir)`, and stops the app whatever happens. */
export async function withApp(settings, work) {
  const data = mkdtempSync(join(tmpdir(), "tokenpit-trial-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, DATABASE_URL: "", NEXTAUTH_URL: url, ...settings };
  const app = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const keep = (chunk) => {
    log += chunk;
  };
  app.stdout.on("data", keep);
  app.stderr.on("data", keep);
  const gone = new Promise((resolve) => app.once("exit", resolve));
  try {
    await healthy(url, app);
    return await work(url, data);
  } catch (error) {
    throw new Error(`${error.message}\n${log.slice(-4000)}`);
  } finally {
    app.kill("SIGTERM");
    await Promise.race([gone, sleep(8_000)]);
    if (app.exitCode === null && app.signalCode === null) app.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
}

async function healthy(url, app) {
  for (let i = 0; i < 600; i++) {
    if (app.exitCode !== null) throw new Error("The app stopped while starting.");
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error("The app did not become healthy in two minutes.");
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
