import type { ErrorBody } from "@/wire/views";

export type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorBody };

/** An explanation is made by replay: the first answer may be that it is on its way. Seconds to wait before asking again. */
const pauses = [2, 2, 3, 4, 5, 5];
const passing = new Set([
  ...["recomputing", "explanations-busy", "lagging", "too-many-requests"],
  ...["unreachable", "unavailable", "room-stopped", "shutting-down"],
]);

/** Asks until there is an answer that lasts, or patience ends. Throws only when `signal` ends it. */
export async function tell<T>(path: string, signal: AbortSignal): Promise<Told<T>> {
  for (const seconds of pauses) {
    const told = await ask<T>(path, signal);
    if (told.ok || !passing.has(told.error.code)) return told;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
  return ask(path, signal);
}

async function ask<T>(path: string, signal: AbortSignal): Promise<Told<T>> {
  try {
    const response = await fetch(path, { signal });
    const answer = await response.json();
    return response.ok ? { ok: true, value: answer } : { ok: false, error: answer.error };
  } catch (failure) {
    if (signal.aborted) throw failure;
    return { ok: false, error: { code: "unreachable", message: "", details: {} } };
  }
}
