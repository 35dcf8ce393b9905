import { alertsOf, haltsOf } from "@/server/db/alerts";
import { candlesOf } from "@/server/db/history";
import { toAlertView } from "@/wire/alert-views";
import { toNewsView } from "@/wire/from-events";
import { formatPrice, notationFor } from "@/wire/notation";
import { PagingQuery } from "@/wire/requests";
import { isoTime } from "@/wire/time";
import { AlertView, type NewsView, pageOf } from "@/wire/views";
import { ask, contractsOf } from "./ask";
import { roomEndpoint } from "./endpoint";
import { runsRoom } from "./halts";
import { cutPage, oneMore, pageStart } from "./page";
import { json, refuse } from "./respond";

export const listAlerts = roomEndpoint(
  {
    id: "listAlerts",
    method: "GET",
    path: "/rooms/{room}/alerts",
    tag: "market",
    summary: "What surveillance found: patterns, the numbers that decided and their evidence, newest first",
    query: PagingQuery.omit({ format: true }),
    answers: {
      200: {
        schema: pageOf(AlertView),
        text: "A page of alerts. Whose they are is told to whoever runs the room, and to the person it is",
      },
    },
  },
  async ({ room, member, caller, query }) => {
    const start = pageStart("alerts", query);
    if (!start) return refuse("bad-cursor");
    const [{ notation }, { seq }, found] = await Promise.all([
      contractsOf(room.id),
      ask(room.id, "view", {}),
      alertsOf(room.id, oneMore(start)),
    ]);
    const { shown, next } = cutPage("alerts", found, start.limit, (event) => event.seq);
    const reader = {
      account: member?.account ?? null,
      runsRoom: caller.kind === "user" && runsRoom(room, member, caller),
    };
    return json({ rows: shown.map((event) => toAlertView(event, notation, reader)), next, seq });
  },
);

/** Begun and ended, newest first: as news items, for the page that shows them. */
export async function roomHalts(room: string, limit: number): Promise<NewsView[]> {
  const [{ notation }, events] = await Promise.all([contractsOf(room), haltsOf(room, limit)]);
  return events.flatMap((event) => toNewsView(event, notation) ?? []);
}

const MOST_MINUTES = 420; // a trading day and its auction

/** Closing prices of a contract's minutes between two moments, oldest first; minutes are kept for five room days. */
export async function minutesOf(room: string, symbol: string, [from, to]: readonly [number, number]) {
  const [{ notation }, candles] = await Promise.all([
    contractsOf(room),
    candlesOf(room, symbol, "1m", Math.floor(from), { before: Math.ceil(to), limit: MOST_MINUTES }),
  ]);
  const written = notationFor(symbol, notation);
  return candles.toReversed().map(({ at, close }) => ({ at: isoTime(at), close: formatPrice(close, written) }));
}
