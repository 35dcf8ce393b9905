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

/**
 * For throttles and rate limits only; never stored but as a short-lived keyed hash. One IPv6 customer holds a /64, so its
 * first four groups count as one address.
 */
export function addressOf(headers: Headers): string {
  const address = headers.get(header) ?? "unknown";
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7); // IPv4 on a socket for both
  return address.includes(":") ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [before, after] = address.split("%")[0].split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after?.split(":").filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(":")}::/64`;
}
