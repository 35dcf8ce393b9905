import { addressOf } from "@/server/access/address";
import { callerOf } from "@/server/access/caller";
import { rateLimiter } from "@/server/access/rate-limit";
import type { Handler } from "./endpoint";
import { refuseTooMany } from "./endpoint";
import { answerFailure } from "./failure";
import { refuse } from "./respond";

/** A handler as a Route Handler: finds out who asks, then calls it. */
export function mount(handler: Handler): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const caller = await callerOf(request);
      return caller === "bad-key" ? refuseKey(request) : await handler(request, caller);
    } catch (thrown) {
      return answerFailure(thrown, handler.operation.id);
    }
  };
}

/** The same for what must answer without the database, whoever asks. */
export const mountForAnyone = (handler: Handler) => (request: Request) =>
  handler(request, { kind: "anonymous", address: addressOf(request.headers) });

/** Guessing keys counts against the address. */
function refuseKey(request: Request): Response {
  const tooMany = rateLimiter().take(
    { kind: "anonymous", address: addressOf(request.headers) },
    "writes",
    1,
    Date.now(),
  );
  const response = tooMany ? refuseTooMany(tooMany) : refuse("bad-key", {}, { "www-authenticate": "Bearer" });
  response.headers.set("access-control-allow-origin", "*");
  return response;
}

/** Other sites' pages may send a key. "*" allows no cookies, so nothing a browser is signed in to is within reach. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      "access-control-allow-headers": "authorization, content-type, last-event-id",
      "access-control-max-age": "86400",
    },
  });

export const notFound = async (): Promise<Response> => refuse("not-found");
