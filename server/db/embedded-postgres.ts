import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../startup-error";
import { findBinaries } from "./postgres-binaries";
import { commandLine, type Identity, unprivilegedIdentity } from "./postgres-identity";
import { outlivePredecessor } from "./postgres-predecessor";

/** A PostgreSQL server that lives and dies with this process. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Of the running server; changes when it had to be started again. */
  readonly pid: () => number;
  /** Fast shutdown: sessions end, everything committed is on disk. */
  stop(): Promise<void>;
}

/** A database with less room than this cannot even start a new log file. */
const leastBytes = 64 * 1024 * 1024;
/** For a predecessor to end. */
const patienceMs = 10_000;
const settings = ["shared_buffers=64MB", "max_wal_size=256MB", "max_connections=60", "jit=off"];

/**
 * Starts the server of `dir`, creating it at first. A server that dies under us is started again on the same port, so
 * that connection strings stay true.
 */
export async function startEmbeddedPostgres(dir: string): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  mkdirSync(dirname(dir), { recursive: true });
  const identity = unprivilegedIdentity(binaries.postgres, dir);
  const passwordFile = `${dir}.password`;
  if (!existsSync(join(dir, "PG_VERSION"))) createCluster(binaries.initdb, dir, passwordFile, identity);
  const port = await freePort();
  let server = await startServer(binaries.postgres, dir, port, identity);
  let stopping = false;

  const watch = () =>
    server.once("exit", async () => {
      for (let pause = 250; !stopping; pause = Math.min(pause * 2, 5000)) {
        await sleep(pause);
        if (stopping) return;
        try {
          server = await startServer(binaries.postgres, dir, port, identity);
          return watch();
        } catch (error) {
          console.error(`PostgreSQL did not come back: ${(error as Error).message}`);
        }
      }
    });
  watch();

  return {
    url: `postgresql://app:${readFileSync(passwordFile, "utf8")}@127.0.0.1:${port}/postgres`,
    pid: () => server.pid!,
    stop: async () => {
      stopping = true;
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
    },
  };
}

function createCluster(initdb: string, dir: string, passwordFile: string, identity: Identity): void {
  rmSync(dir, { recursive: true, force: true }); // what an interrupted first start left
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (identity.options.uid !== undefined) chownSync(dir, identity.options.uid, identity.options.uid);
  const password = randomBytes(18).toString("hex");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const handover = `${passwordFile}.${process.pid}`;
  writeFileSync(handover, `${password}\n`, { mode: identity.options.uid === undefined ? 0o600 : 0o644 });
  const login = ["-A", "scram-sha-256", "-U", "app", `--pwfile=${handover}`];
  const [command, args] = commandLine(identity.prefix, initdb, [
    ...["-D", dir, ...login],
    ...["-E", "UTF8", "--locale=C", "--data-checksums", "--no-instructions"],
  ]);
  const { status, stderr, stdout, error } = spawnSync(command, args, { ...identity.options, encoding: "utf8" });
  rmSync(handover);
  if (status !== 0) {
    rmSync(dir, { recursive: true, force: true });
    throw cannotStart("create its database folder", `${error?.message ?? ""}${stdout ?? ""}\n${stderr ?? ""}`, dir);
  }
}

async function startServer(postgres: string, dir: string, port: number, identity: Identity): Promise<ChildProcess> {
  const [command, args] = commandLine([...identity.prefix, ...identity.diesWithUs], postgres, [
    ...["-D", dir, "-h", "127.0.0.1", "-p", String(port), "-k", ""],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const until = performance.now() + patienceMs;
  for (;;) {
    await outlivePredecessor(dir, until);
    const server = spawn(command, args, { ...identity.options, stdio: ["ignore", "ignore", "pipe"] });
    const log = await readyOrLog(server);
    if (log === null) return server;
    // One that was being born when its parent was killed shows its pid file only now; of one that was killed, the last
    // sessions may still be ending.
    const passing = /lock file "postmaster\.pid" (already exists|is empty)|pre-existing shared memory block/.test(log);
    if (!passing || performance.now() > until) throw cannotStart("start", log, dir);
    const halfGone = performance.now() > until - patienceMs / 2;
    if (halfGone && log.includes("is empty")) rmSync(join(dir, "postmaster.pid"), { force: true }); // nobody writes it
    await sleep(100);
  }
}

/** Null once it accepts connections; what it last said if it ended instead. */
function readyOrLog(server: ChildProcess): Promise<string | null> {
  let log = "";
  return new Promise((resolve) => {
    server.stderr?.on("data", (chunk) => {
      log += chunk;
      if (!log.includes("ready to accept connections")) return;
      server.removeAllListeners("error").removeAllListeners("close");
      server.stderr?.removeAllListeners("data").resume();
      resolve(null);
    });
    server.once("error", (error) => resolve(error.message));
    server.once("close", () => resolve(log));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function freeBytes(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}

function cannotStart(what: string, log: string, dir: string): StartupError {
  const last = log.trim().split("\n").slice(-6).join("\n  ");
  const full = /No space left on device|ENOSPC/.test(log) || freeBytes(dirname(dir)) < leastBytes;
  return new StartupError(
    full ? `The disk that holds ${dir} is full.` : `The bundled PostgreSQL could not ${what} in ${dir}:\n  ${last}`,
    full
      ? "Free some space, or set DATA_DIR to a folder on another disk; nothing was lost."
      : "Fix what it names, set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server (15 or later).",
  );
}
