/**
 * Whether a change asked for with a cookie comes from one of our own pages. SameSite=Lax keeps cookies out of other
 * sites' posts; this also stops sibling subdomains and old browsers. Bearer keys need no such check: no browser adds them by itself.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return site === "same-origin"; // neither header: no browser of ours sends a change like that
  const sent = URL.canParse(origin) ? new URL(origin).host : null;
  return sent !== null && sent === hostOf(request);
}

/** The host the browser asked for; behind a proxy, the one the proxy was asked for. */
function hostOf(request: Request): string | null {
  const configured = process.env.NEXTAUTH_URL;
  if (configured) return new URL(configured).host;
  return request.headers.get("x-forwarded-host") ?? request.headers.get("host");
}
