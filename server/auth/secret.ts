import { createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where this installation keeps what must survive a restart. */
export const dataDir = (): string => path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? "data");

const kept = new Map<string, string>();

/** A secret kept in a file only its owner can read; made at first use, by whichever process comes first. */
function keptSecret(name: string): string {
  const file = path.join(dataDir(), name);
  const known = kept.get(file);
  if (known) return known;
  if (!existsSync(file)) make(file);
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new Error(`${file} is damaged: delete it to get a new one (everybody signs in again).`);
  kept.set(file, secret);
  return secret;
}

/** Written aside and then linked into place: a second process making it at the same moment sees all of it or nothing. */
function make(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Signs cookies. Several machines behind one address share it through NEXTAUTH_SECRET. */
export const authSecret = (): string => process.env.NEXTAUTH_SECRET || keptSecret("auth-secret");

/** Proves that a command comes from someone who can read this installation's files. */
export const operatorSecret = (): string => keptSecret("operator-secret");

/** A name for something that must be recognised again but not read: nicknames and addresses in the throttle table. */
export function keyedHash(kind: string, text: string): string {
  return createHmac("sha256", authSecret()).update(`${kind}\0${text}`).digest("hex");
}
