import { createHmac } from "node:crypto";

/** Seals cookies and keys the hashes below. server.ts makes it once and keeps it, unless the operator names one. */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: the app must be started through server.ts.");
  return secret;
}

/** A name for something that must be recognised again but not read: nicknames and addresses in the throttle table. */
export function keyedHash(kind: string, text: string): string {
  return createHmac("sha256", authSecret()).update(`${kind}\0${text}`).digest("hex");
}
