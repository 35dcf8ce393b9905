import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineBuild } from "@/engine/room-face";
import { keepEngineBuild, readEngineBuild } from "../db/engine-builds";

const hashOf = (source: string) => createHash("sha256").update(source).digest("hex").slice(0, 16);

/** Keeps the engine of this version in the database and in the data folder. Returns its hash. */
export async function registerEngine(bundle: string, dataDir: string): Promise<string> {
  const source = readFileSync(bundle, "utf8");
  const hash = hashOf(source);
  await keepEngineBuild(hash, source);
  writeEngine(fileOf(dataDir, hash), source);
  return hash;
}

const loaded = new Map<string, Promise<EngineBuild>>();

/** The engine of that hash, from the data folder or, if the folder is new, from the database. */
export function loadEngine(hash: string, dataDir: string): Promise<EngineBuild> {
  let build = loaded.get(hash);
  if (!build) {
    build = load(hash, dataDir);
    build.catch(() => loaded.delete(hash));
    loaded.set(hash, build);
  }
  return build;
}

async function load(hash: string, dataDir: string): Promise<EngineBuild> {
  const file = fileOf(dataDir, hash);
  if (!existsSync(file) || hashOf(readFileSync(file, "utf8")) !== hash) {
    const source = await readEngineBuild(hash);
    if (source === null) throw new Error(`Engine build ${hash} is neither in the database nor in the data folder.`);
    writeEngine(file, source);
  }
  return import(pathToFileURL(file).href);
}

const fileOf = (dataDir: string, hash: string) => join(dataDir, "engines", `${hash}.mjs`);

function writeEngine(file: string, source: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === source) return;
  mkdirSync(join(file, ".."), { recursive: true });
  const partial = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`; // never half a file under the name
  writeFileSync(partial, source);
  renameSync(partial, file);
}
