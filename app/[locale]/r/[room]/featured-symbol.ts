import { featuredContract } from "@/components/landing/featured";
import { currentSession } from "@/server/access/current-session";
import { membershipIn } from "@/server/access/membership";
import { ask } from "@/server/api/ask";
import { visibleRoom } from "@/server/api/room-access";

/** The contract a desk opens with; null: no such room for this viewer. */
export async function featuredSymbol(roomId: string): Promise<string | null> {
  const session = await currentSession();
  const room = await visibleRoom(roomId, session ? await membershipIn(roomId, session.userId) : null);
  if (!room) return null;
  const [{ value: contracts }, { value: view }] = await Promise.all([
    ask(room.id, "contracts", {}),
    ask(room.id, "view", {}),
  ]);
  return featuredContract(contracts, view.date)?.symbol ?? null;
}
