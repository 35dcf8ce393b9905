/** One message of an event stream, as the HTML standard frames it. */
export interface Frame {
  readonly event: string;
  readonly data: string;
  readonly id: string | null;
}

/**
 * Cuts a stream of text into frames. The browser's EventSource does the same, but cannot start from a known event
 * (it sends no Last-Event-ID on its first request) and hides the status and Retry-After of a refusal.
 */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: string) => void {
  let rest = "";
  let event = "";
  let data: string[] = [];
  let id: string | null = null;

  const line = (text: string) => {
    if (text === "") {
      if (data.length > 0) onFrame({ event: event || "message", data: data.join("\n"), id });
      event = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) return; // a comment: keeps the connection alive
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
    else if (field === "id") id = value;
  };

  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const text of lines) line(text);
  };
}

/** How long to wait before the nth try: quick at first, then patient, never more than 15 s; scattered so that a class does not return at once. */
export function waitBefore(attempt: number, scatter: number, retryAfterSeconds: number | null): number {
  const base = Math.min(15_000, 500 * 2 ** Math.min(attempt, 6));
  return Math.max((retryAfterSeconds ?? 0) * 1000, base) * (0.75 + scatter / 2);
}
