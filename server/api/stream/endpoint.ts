import { rateLimiter } from "@/server/access/rate-limit";
import { streamOpened } from "@/server/auth/open-streams";
import { StreamQuery } from "@/wire/requests";
import { StreamMessage } from "@/wire/views";
import { refuseTooMany, roomEndpoint } from "../endpoint";
import { Viewer } from "./viewer";

export const getStream = roomEndpoint(
  {
    id: "stream",
    method: "GET",
    path: "/rooms/{room}/stream",
    tag: "market",
    summary: "Server-Sent Events: the market, and your own orders, fills and money when you are a member",
    query: StreamQuery,
    answers: {
      200: {
        schema: StreamMessage,
        text: "A snapshot, then market and own messages. A reconnect with Last-Event-ID goes on from there; reset and a fresh snapshot follow if that is too long ago",
      },
    },
    stream: true,
  },
  async ({ request, caller, room, member, query }) => {
    const limiter = rateLimiter();
    const close = limiter.openStream(caller);
    if (!close) return refuseTooMany({ limit: limiter.mostStreams(caller), perSecond: 0, retryAfterSeconds: 10 });
    const own = caller.kind === "user" ? streamOpened(caller.userId, () => viewer.end()) : null;
    const viewer = new Viewer(room, member, resumeFrom(request, query.lastEventId), () => {
      own?.closed();
      close();
    });
    request.signal.addEventListener("abort", () => viewer.end(), { once: true });
    try {
      await viewer.open();
    } catch (thrown) {
      viewer.end();
      throw thrown;
    }
    return new Response(viewer.body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform", // no proxy, and not Next either, may hold it back to compress it
        "x-accel-buffering": "no",
      },
    });
  },
);

/** A header that is no number of ours starts afresh. */
function resumeFrom(request: Request, parameter: string | undefined): number | null {
  const text = request.headers.get("last-event-id") ?? parameter ?? "";
  const seq = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(seq) ? seq : null;
}
