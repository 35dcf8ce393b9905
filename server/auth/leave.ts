import { membershipsOf } from "../db/members";
import { erasePerson, personOf } from "../db/users";
import { type HostFailure, roomPort } from "../port";
import { forgetKeysOf } from "./api-keys";
import { throttleKey } from "./guesses";
import { foldNickname } from "./nickname";
import { endStreamsOf } from "./open-streams";
import { forgetSessionsOf } from "./sessions";

/**
 * Deletes a person. Their open orders end first, so that nothing of theirs goes on trading; then every row that says
 * who they were goes at once. The account stays as a number, and what it holds is the venue's to close by rule 7.
 * If a room cannot take the cancels now, nothing is removed.
 */
export async function leave(userId: string): Promise<{ readonly kind: "left" } | HostFailure> {
  const person = await personOf(userId);
  if (!person) return { kind: "left" };
  const places = await membershipsOf(userId);
  const failure = await endOrders(places);
  if (failure) return failure;
  await erasePerson(userId, [throttleKey("nickname", foldNickname(person.nickname))]);
  forgetSessionsOf(userId);
  forgetKeysOf(userId);
  endStreamsOf(userId);
  await endOrders(places); // those that were on their way meanwhile: from now on nobody could
  return { kind: "left" };
}

async function endOrders(places: Awaited<ReturnType<typeof membershipsOf>>): Promise<HostFailure | null> {
  for (const { room, accounts } of places) {
    if (accounts.length === 0) continue;
    const outcomes = await roomPort().submit(
      room,
      accounts.map((account) => ({ kind: "cancel-all" as const, account })),
    );
    for (const outcome of outcomes) if (outcome.kind === "failed" && !over.has(outcome.code)) return outcome;
  }
  return null;
}

/** No order can be open in a room that has ended or is gone. */
const over = new Set<HostFailure["code"]>(["room-ended", "unknown-room"]);
