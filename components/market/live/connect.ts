import type { StreamMessage } from "@/wire/views";
import { frameReader, waitBefore } from "./sse";
import type { LiveMarket } from "./store";

/** The server writes at least a comment every few seconds; silence beyond this is shown, and beyond the next ends the connection. */
const STALE_AFTER = 8_000;
const GIVE_UP_AFTER = 25_000;
/** A stream that lasted this long ended in good order. */
const LASTED = 10_000;
/** A refusal that no reconnect cures: the room is not there, or not for this viewer. */
const final = new Set([401, 403, 404, 410]);

/** Keeps the store fed until the returned function is called. Resumes after the last event the store knows. */
export function connect(market: LiveMarket, url: string): () => void {
  const stop = new AbortController();
  let wake: () => void = () => {};

  const hurry = () => {
    if (document.visibilityState === "visible") wake();
  };
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      stop.signal.addEventListener("abort", wake, { once: true });
    });

  void (async () => {
    for (let attempt = 0; !stop.signal.aborted; attempt++) {
      let heard = false;
      const began = Date.now();
      const outcome = await listen(market, url, stop.signal, () => {
        heard = true;
      });
      if (stop.signal.aborted) return;
      // Streams are ended now and then to ask anew who listens: the first return is at once and nobody need know.
      if (heard) attempt = 0;
      if (heard && Date.now() - began > LASTED) continue;
      if (outcome.kind === "refused" && final.has(outcome.status)) {
        market.heard("ended");
        return;
      }
      market.heard("reconnecting");
      await pause(waitBefore(attempt, Math.random(), outcome.kind === "refused" ? outcome.retryAfter : null));
    }
  })();

  return () => {
    stop.abort();
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
  };
}

type Ending = { kind: "closed" } | { kind: "refused"; status: number; retryAfter: number | null };

/** One connection, from request to end. */
async function listen(market: LiveMarket, url: string, stop: AbortSignal, onMessage: () => void): Promise<Ending> {
  const connection = new AbortController();
  const end = () => connection.abort();
  stop.addEventListener("abort", end, { once: true });
  let lastBytes = Date.now();
  const watch = setInterval(() => {
    const silence = Date.now() - lastBytes;
    if (silence > GIVE_UP_AFTER) end();
    else if (silence > STALE_AFTER) market.heard("stale");
  }, 1_000);

  try {
    const response = await fetch(url, {
      headers: { accept: "text/event-stream", "last-event-id": String(market.seq) },
      cache: "no-store",
      signal: connection.signal,
    });
    if (!response.ok || !response.body) {
      const seconds = Number(response.headers.get("retry-after"));
      return { kind: "refused", status: response.status, retryAfter: Number.isFinite(seconds) ? seconds : null };
    }
    const push = frameReader((frame) => {
      market.receive(JSON.parse(frame.data) as StreamMessage);
      onMessage();
    });
    const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await text.read();
      if (done) return { kind: "closed" };
      lastBytes = Date.now();
      market.heard("live");
      push(value);
    }
  } catch {
    return { kind: "closed" }; // the network went away, or we ended it
  } finally {
    clearInterval(watch);
    stop.removeEventListener("abort", end);
    end();
  }
}
