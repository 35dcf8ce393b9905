import type { IncomingMessage } from "node:http";

/** What is wrong with a request that Next would answer with a fault of its own; null: nothing is. */
export function faultIn({ url = "/", headers }: Pick<IncomingMessage, "url" | "headers">): string | null {
  if (!namesHost(headers.host ?? "")) return "The Host header names no host, with or without a port.";
  try {
    decodeURI(url);
    return null;
  } catch {
    return "The address has a % that is not followed by two hex digits of UTF-8.";
  }
}

/** Pages write their own addresses with it. */
const namesHost = (host: string): boolean =>
  /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`);
