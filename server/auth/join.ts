import type { AccountNo } from "@/engine/units";
import { giveAccount, memberOf, reserveMember } from "../db/members";
import { type HostFailure, type RoomId, roomPort } from "../port";

/** The room everybody may trade in. */
export const publicRoom: RoomId = "public";

export type Joined = { readonly kind: "joined"; readonly account: AccountNo } | HostFailure;

/**
 * Gives a person an account in a room, once. Who may join is the caller's question.
 *
 * The member row comes first and carries the owner number; the engine opens one account per owner; then the number is
 * written down. A crash in between leaves a member without an account, and the next call finishes the same steps.
 */
export async function joinRoom(room: RoomId, userId: string): Promise<Joined> {
  const member = await memberOf(room, userId);
  if (member) return { kind: "joined", account: member.account };

  const reserved = await reserveMember(room, userId, "trader");
  if (!reserved) throw new Error("Nobody joins a room after their account was deleted.");
  const [outcome] = await roomPort().submit(room, [{ kind: "open-account", owner: reserved.owner }]);
  if (outcome.kind === "failed") return outcome;
  if (outcome.kind !== "account-opened") throw new Error(`Opening an account came to "${outcome.kind}".`);
  await giveAccount(room, reserved.member, outcome.account);
  return { kind: "joined", account: outcome.account };
}
