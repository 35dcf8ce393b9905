import type { HostFailure } from "@/server/port";
import { type ErrorCode, statusOf } from "@/wire/errors";
import { errorBody } from "@/wire/refusal-body";
import type { ErrorBody } from "@/wire/views";

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

export const refuse = (code: ErrorCode, details: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  refuseWith(errorBody(code, details), {}, headers);

/** `beside`: what else the caller should have, such as the rejected order. */
export const refuseWith = (error: ErrorBody, beside: object = {}, headers: Record<string, string> = {}): Response =>
  json({ error, ...beside }, statusOf(error.code as ErrorCode), {
    ...retryHeader(error.code as ErrorCode),
    ...headers,
  });

/** Whoever waits a little may find the server able again. */
const retryHeader = (code: ErrorCode): Record<string, string> =>
  statusOf(code) === 503 ? { "retry-after": code === "read-only" ? "60" : "1" } : {};

export const hostError = (failure: HostFailure): ErrorBody =>
  errorBody(failure.code, failure.code === "internal" ? { incident: failure.incident } : {});

/** Thrown by `ask` and `submit`: the host could not do it. The endpoint answers with the failure's own code. */
export class HostFailed extends Error {
  override name = "HostFailed";
  constructor(readonly failure: HostFailure) {
    super(failure.code);
  }
}

/** Thrown when history has not caught up with what the caller may have seen (503 `lagging`). */
export class Lagging extends Error {
  override name = "Lagging";
}
