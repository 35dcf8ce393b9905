export const doors = ["guest", "password", "sign-up"] as const;
export type Door = (typeof doors)[number];

/** Why somebody was not let in: "password.too-many-requests.15" taken apart. */
export interface EntryRefusal {
  readonly door: Door;
  readonly code: string;
  readonly retryAfterSeconds: number;
}

export function parseEntryError(text: string | null | undefined): EntryRefusal | null {
  if (!text) return null;
  const [door, code, seconds] = text.split(".");
  const known = doors.find((one) => one === door);
  // next-auth's own errors ("Callback", a lost CSRF cookie) name no door.
  if (!known || !code) return { door: "password", code: "expired", retryAfterSeconds: 0 };
  return { door: known, code, retryAfterSeconds: Number(seconds) || 0 };
}

/** Goes through one of the doors of /api/auth without leaving the page. Null: signed in. */
export async function enter(
  door: Door,
  fields: Record<string, string>,
  callbackUrl: string,
): Promise<EntryRefusal | null> {
  try {
    const answer = await post(`callback/${door}`, { ...fields, callbackUrl });
    return parseEntryError(new URL(answer.url, window.location.href).searchParams.get("error"));
  } catch {
    return { door, code: "unreachable", retryAfterSeconds: 0 };
  }
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  await post("signout", {});
}

async function post(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const first = await postOnce(path, fields);
  return lostItsToken(first) ? postOnce(path, fields) : first;
}

async function postOnce(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return (await fetch(`/api/auth/${path}`, { method: "POST", body })).json();
}

/** How next-auth says that the token was not the cookie's: another tab may have renewed the cookie in between. */
const lostItsToken = ({ url }: { url: string }) => new URL(url, window.location.href).searchParams.has("csrf");
