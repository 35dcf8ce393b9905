// Everything a run needs that is not in the repository: packages, the Prisma client, bundles, the built pages.
// Each step is skipped when what it reads has not changed since it last succeeded.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "..");
const out = join(root, ".build");

export class PreparationError extends Error {
  constructor(message, wayOut) {
    super(message);
    this.wayOut = wayOut;
  }
}

export async function prepare({ pages }) {
  mkdirSync(out, { recursive: true });
  const unlock = await lockBuilds();
  try {
    await installPackages();
    const schema = digest(["prisma/schema.prisma", "package-lock.json"]);
    await step("prisma", schema, "generating the database client", "server/db/generated/client.ts", () =>
      node("scripts/prisma-generate.mjs"),
    );
    await step(
      "prices",
      digest(["content/prices", "tokens", "server/prices", "scripts/check-prices.ts"]),
      "checking the prices",
      "content/prices/sources.json",
      checkPrices,
    );
    const programs = [
      "engine",
      "server",
      "wire",
      "tokens",
      "hedging",
      "server.ts",
      "scripts/build.mjs",
      "tsconfig.json",
    ];
    await step(
      "bundles",
      digest([...programs, "package-lock.json"]) + schema,
      "bundling the server",
      ".build/server.js",
      () => node("scripts/build.mjs"),
    );
    if (!pages) return;
    const site = ["app", "components", "content", "messages", "public", "proxy.ts", "mdx-components.tsx"];
    const setup = ["next.config.js", "next.config.mjs", "postcss.config.mjs"];
    const sources = digest([...programs, ...site, ...setup, "package-lock.json"]) + schema;
    await step("pages", sources, "building the pages (half a minute the first time)", ".next/BUILD_ID", () =>
      node("node_modules/next/dist/bin/next", "build"),
    );
  } finally {
    unlock();
  }
}

/** npm's record of what is installed must agree with the lock file; packages for other machines may be missing. */
function packagesAreCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const have = JSON.parse(readFileSync(join(root, "node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === "" || (have[path] ? have[path].version === version : optional),
    );
  } catch {
    return false;
  }
}

async function installPackages() {
  if (packagesAreCurrent()) return;
  await announced("installing packages (about a minute the first time)", async () => {
    const npm = process.env.npm_execpath;
    const args = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
    const env = { NODE_ENV: "development" };
    const result = npm ? await run(process.execPath, [npm, ...args], env) : await run("npm", args, env);
    if (result.status === 0) return;
    throw new PreparationError(
      `Installing the packages failed:\n${indent(result.log)}`,
      /ENOSPC/.test(result.log)
        ? "The disk is full: make room (about 1.2 GB is needed) and start again."
        : "Check that this machine reaches the npm registry (`npm ping`), then start again; `npm ci` shows more.",
    );
  });
}

async function step(name, hash, what, product, work) {
  const stamp = join(out, `${name}.stamp`);
  if (existsSync(join(root, product)) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  rmSync(stamp, { force: true });
  await announced(what, work);
  writeFileSync(stamp, hash);
}

async function announced(what, work) {
  const from = performance.now();
  process.stdout.write(`Tokenpit: ${what} … `);
  try {
    await work();
  } catch (error) {
    console.log("failed");
    throw error;
  }
  console.log(`${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function checkPrices() {
  const { status, log } = await run(process.execPath, ["--import", "tsx", "scripts/check-prices.ts"], {});
  if (status !== 0) {
    throw new PreparationError(
      indent(log),
      "Correct what it names, check it with `npm run check-prices`, and start again.",
    );
  }
}

async function node(script, ...args) {
  const { status, log } = await run(process.execPath, [script, ...args], {});
  if (status === 0) return;
  throw new PreparationError(
    `${script} failed:\n${indent(log)}`,
    /ENOSPC|No space left/.test(log)
      ? "The disk is full: make room and start again."
      : "If you changed the sources, correct what it names; otherwise remove node_modules, .build and .next and start again.",
  );
}

function run(command, args, env) {
  return new Promise((resolve) => {
    let log = "";
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => (log += chunk));
    child.stderr.on("data", (chunk) => (log += chunk));
    child.once("error", (error) => resolve({ status: 1, log: `${log}${error.message}` }));
    child.once("close", (status) => resolve({ status, log }));
  });
}

const indent = (log) =>
  log
    .trim()
    .split("\n")
    .slice(-25)
    .map((line) => `  ${line}`)
    .join("\n");

/** Hash of names and contents of the files and folders named, tests left out. */
function digest(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    let entries;
    try {
      entries = readdirSync(full, { withFileTypes: true });
    } catch {
      hash.update(`${path}\0`).update(readFileSync(full));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name === "generated" || /\.(test|oracle)\.tsx?$/.test(entry.name)) continue;
      add(`${path}/${entry.name}`);
    }
  };
  paths.forEach(add);
  return hash.digest("hex");
}

/** Two starts at once would build over each other: the second waits, then finds everything done. */
async function lockBuilds() {
  const file = join(out, "lock");
  for (let told = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") {
        const wayOut = "Make room, or correct the permissions of this folder, and start again.";
        throw new PreparationError(`Cannot write to ${out}: ${error.message}`, wayOut);
      }
    }
    const holder = Number(readOr(file, "0"));
    if (holder && !isRunning(holder)) rmSync(file, { force: true });
    else if (!told) {
      console.log(`Tokenpit: waiting for another build here (process ${holder}) …`);
      told = true;
    }
    await sleep(200);
  }
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
