import { decode } from "next-auth/jwt";
import { tidyInPassing } from "../auth/housekeeping";
import { authSecret } from "../auth/secret";
import { checkSession } from "../auth/sessions";
import type { SignedIn } from "../db/sessions";

export type { SignedIn } from "../db/sessions";

/** next-auth's names: the prefixed one, which only an https page can set, goes first. */
const cookieNames = ["__Secure-next-auth.session-token", "next-auth.session-token"];

/** The signed-in person behind a request. Null: nobody, or the cookie is forged, expired, revoked, of somebody gone. */
export async function sessionOf({ headers }: { readonly headers: Headers }): Promise<SignedIn | null> {
  const token = sessionToken(headers);
  const sid = token && (await sidOf(token));
  tidyInPassing();
  return sid ? checkSession(sid) : null;
}

function sessionToken(headers: Headers): string | null {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  for (const name of cookieNames) {
    const found = pairs.find((pair) => pair.startsWith(`${name}=`));
    if (found) return found.slice(name.length + 1);
  }
  return null;
}

async function sidOf(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: authSecret() });
    return typeof claims?.sid === "string" ? claims.sid : null;
  } catch {
    return null; // forged, of another installation, or too old
  }
}
