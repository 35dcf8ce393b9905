/**
 * A place in a list: the sequence number of the last row seen. Opaque to clients, and bound to its list so that a cursor
 * of one list means nothing in another. Lists read newest first and go on below the cursor, so rows that arrive while
 * someone pages never shift what they see.
 */
export const lists = [
  "orders",
  "fills",
  "ledger",
  "trades",
  "candles",
  "fixings",
  "equity",
  "margin-calls",
  "moves",
  "alerts",
] as const;
export type ListName = (typeof lists)[number];

export const cursorAfter = (list: ListName, place: number): string => toBase64Url(`${list}:${place}`);

/** The place, or null if this is no cursor of that list. */
export function placeOf(cursor: string, list: ListName): number | null {
  const text = fromBase64Url(cursor);
  const [name, digits, rest] = text?.split(":") ?? [];
  if (name !== list || rest !== undefined || !/^\d{1,16}$/.test(digits ?? "")) return null;
  const place = Number(digits);
  return Number.isSafeInteger(place) ? place : null;
}

const toBase64Url = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function fromBase64Url(text: string): string | null {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(text)) return null;
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return null; // a length that no base64 text has
  }
}
