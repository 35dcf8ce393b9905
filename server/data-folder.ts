import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "./startup-error";

/** The process before us may be shutting down, which takes less than five seconds. */
const patienceMs = 6000;

/** The folder that holds everything this installation must keep. One process at a time. */
export interface DataFolder {
  readonly path: string;
  /** A random secret that is made once and kept, readable by its owner alone. */
  secret(name: string): string;
  release(): void;
}

export async function claimDataFolder(path: string): Promise<DataFolder> {
  let lock: Server;
  try {
    mkdirSync(path, { recursive: true });
    lock = await lockFolder(realpathSync(path));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    const what = code === "ENOSPC" ? `The disk that holds ${path} is full.` : `Cannot write to ${path}: ${message}`;
    throw new StartupError(what, "Make room or correct its permissions, or set DATA_DIR to another folder.");
  }
  return {
    path: realpathSync(path),
    secret: (name) => keptSecret(join(path, name)),
    release: () => lock.close(),
  };
}

/**
 * Listening on a socket file is the lock: the kernel ends it with the process, however the process ends, so no pid can
 * go stale. Whoever connects is told who holds it.
 */
async function lockFolder(path: string): Promise<Server> {
  const address = socketAddress(path);
  for (let waited = 0; ; waited += 200) {
    const lock = await listen(address);
    if (lock) return lock;
    const holder = await askHolder(address);
    if (holder === null) {
      if (process.platform !== "win32") rmSync(address, { force: true });
    } else if (waited >= patienceMs) {
      throw new StartupError(
        `The data folder ${path} is in use by another Tokenpit (process ${holder}).`,
        `Stop that one first (kill ${holder}), or set DATA_DIR to another folder.`,
      );
    }
    await sleep(holder === null ? 0 : 200);
  }
}

/** Paths of sockets are short (107 bytes on Linux). */
function socketAddress(path: string): string {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\tokenpit-${hash}`;
  const inside = relative(process.cwd(), join(path, "lock"));
  return inside.length < 100 ? inside : join(tmpdir(), `tokenpit-${hash}.lock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.on("error", () => {}).end(String(process.pid)));
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

/** The process that holds the lock; null if the file was left by one that is gone. */
function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = "";
    const visitor = connect(address);
    visitor.setTimeout(1000, () => visitor.destroy());
    visitor.on("data", (chunk) => {
      answer += chunk;
    });
    visitor.once("error", () => resolve(null));
    visitor.once("close", () => resolve(answer || "unknown"));
  });
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
