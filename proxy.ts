import { randomBytes } from "node:crypto";
import type { NextRequest } from "next/server";
import createMiddleware from "next-intl/middleware";
import { EMBEDDED_HEADER } from "@/components/layout/embedded";
import { routing } from "@/messages/routing";
import { csrfCookieName, csrfTokenOf, isHttps, newCsrfCookie } from "@/server/access/csrf-cookie";

/**
 * Before every page: its language, its content security policy, and on the sign-in page the token its forms need.
 * /zh/… is Chinese, anything else English; a first visit is led to its browser's language.
 */
export default function proxy(request: NextRequest) {
  const https = isHttps(request.headers);
  const nonce = randomBytes(16).toString("base64");
  const embedded = EMBEDDED.test(request.nextUrl.pathname);
  const policy = policyOf(nonce, https, embedded);
  if (embedded) request.headers.set(EMBEDDED_HEADER, "yes");
  else request.headers.delete(EMBEDDED_HEADER);
  // Next reads the nonce from this header and puts it on each script it writes.
  request.headers.set("content-security-policy", policy);
  const csrf = needsCsrfCookie(request, https) ? newCsrfCookie() : null;
  if (csrf) request.cookies.set(csrfCookieName(https), csrf); // the page reads it in this same request

  const response = inItsLanguage(request);
  response.headers.set("content-security-policy", policy);
  if (csrf)
    response.cookies.set(csrfCookieName(https), csrf, { httpOnly: true, sameSite: "lax", path: "/", secure: https });
  return response;
}

const inItsLanguage = createMiddleware(routing);

/** Charts for other sites' pages: theirs alone may be framed by anyone, and the layout leaves its navigation out. */
const EMBEDDED = /^(\/(en|zh))?\/embed\//;

/**
 * Every page is rendered for its request (it reads how the person wants it to look), so every page has a nonce: only
 * scripts that we wrote, and what those load, run. Two things are weaker. Styles may be inline: React writes `style`
 * attributes, and charts position their parts with them. And a page that was built ahead could not carry a nonce; there
 * is none, and what is served as a file gets the policy of files in next.config.js.
 */
function policyOf(nonce: string, https: boolean, embedded: boolean): string {
  const dev = process.env.NODE_ENV === "development"; // React's error overlay evaluates, hot reload opens a socket
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embedded ? "*" : "'none'"}`,
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * For the form that works without scripts, so only as a document is opened: a page fetched ahead of a click would change
 * the token while another page is signing somebody in with it.
 */
const needsCsrfCookie = (request: NextRequest, https: boolean): boolean =>
  /^(\/zh)?\/sign-in$/.test(request.nextUrl.pathname) &&
  ["document", null].includes(request.headers.get("sec-fetch-dest")) &&
  csrfTokenOf(request.cookies.get(csrfCookieName(https))?.value) === null;

export const config = {
  // Pages only: the API, the stream and files are not to pay for it.
  matcher: ["/((?!api/|_next/|.*\\..*).*)"],
};
