import type { IncomingMessage } from "node:http";

const header = "x-tokenpit-address";

/**
 * Writes down where a request came from, over whatever the client claims: done by server.ts before anyone reads it.
 * Behind a proxy of our own (TRUST_PROXY=1) the last entry of x-forwarded-for, which that proxy appended, is believed.
 */
export function stampAddress(request: IncomingMessage): void {
  const forwarded = process.env.TRUST_PROXY === "1" ? request.headers["x-forwarded-for"] : undefined;
  const nearest = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  request.headers[header] = nearest || request.socket.remoteAddress || "unknown";
}

/** For throttles and rate limits only; never stored but as a short-lived keyed hash. */
export function addressOf(headers: Headers): string {
  const address = headers.get(header) ?? "unknown";
  return address.startsWith("::ffff:") ? address.slice(7) : address; // IPv4 on a socket that speaks both
}
