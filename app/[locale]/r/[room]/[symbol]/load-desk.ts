import type { DayTimes } from "@/components/market/desk-context";
import { currentSession } from "@/server/access/current-session";
import { membershipIn } from "@/server/access/membership";
import { roomCauses } from "@/server/api/market-history";
import { visibleRoom } from "@/server/api/room-access";
import { roomSnapshot, type Snapshot } from "@/server/api/stream/snapshot";
import { roomConfig } from "@/server/db/rooms";
import type { NewsView } from "@/wire/views";

/** List prices and fixings: enough for all the days a chart shows. */
const causes = 300;

export interface LoadedDesk {
  readonly signedIn: boolean;
  readonly snapshot: Snapshot;
  readonly news: NewsView[];
  readonly times: DayTimes;
}

/** Null: no such room for this viewer, or no such contract in it. */
export async function loadDesk(roomId: string, symbol: string): Promise<LoadedDesk | null> {
  const session = await currentSession();
  const member = session ? await membershipIn(roomId, session.userId) : null;
  const room = await visibleRoom(roomId, member);
  if (!room) return null;
  const [snapshot, news, config] = await Promise.all([
    roomSnapshot(room, member),
    roomCauses(roomId, causes),
    roomConfig(roomId),
  ]);
  if (!config || !snapshot.contracts.some((quote) => quote.symbol === symbol)) return null;
  const { open, closingWindow, close, fixing } = config.calendar;
  return {
    signedIn: session !== null,
    snapshot,
    news,
    times: { open, closingWindow, close, fixing },
  };
}
