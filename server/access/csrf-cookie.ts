import { createHash, randomBytes } from "node:crypto";
import { authSecret } from "../auth/secret";

/**
 * next-auth's double-submit token: "token|sha256(token + secret)" in an httpOnly cookie, the token alone in the form.
 * It hands one out only to scripts; we make it where a page needs it, so that the forms work without any script.
 */
export function isHttps(headers: Headers): boolean {
  const configured = process.env.NEXTAUTH_URL;
  return configured ? configured.startsWith("https:") : headers.get("x-forwarded-proto") === "https";
}

export const csrfCookieName = (https: boolean): string =>
  https ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";

const sealOf = (token: string): string => createHash("sha256").update(`${token}${authSecret()}`).digest("hex");

export function newCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${sealOf(token)}`;
}

/** The token a form must send beside this cookie; null if the cookie is missing or not one of ours. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token, seal] = (cookie ?? "").split("|");
  return token && seal === sealOf(token) ? token : null;
}
