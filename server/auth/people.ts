import { Nickname, nicknameLength, Password, passwordLength } from "@/wire/people";
import * as users from "../db/users";
import { forgiveAddress, forgiveNickname, tryOnce } from "./guesses";
import { guestName } from "./guest-name";
import { tidyInPassing } from "./housekeeping";
import { joinRoom, publicRoom } from "./join";
import { foldNickname, isReserved } from "./nickname";
import { hashPassword, verifyPassword } from "./password";
import { type Refused, refused } from "./refused";
import { endOtherSessions, endSession, forgetSessionsOf, openSession } from "./sessions";
import type { Visitor } from "./visitor";

/** A browser that is signed in now. */
export interface Arrived {
  readonly kind: "arrived";
  readonly userId: string;
  readonly session: string;
  /** The language the person chose in another browser; null: whatever this one speaks. */
  readonly locale: string | null;
}

/** One click: a name, an account in the public room, a session. Whoever is signed in already stays who they are. */
export async function arriveAsGuest(visitor: Visitor): Promise<Arrived | Refused> {
  if (visitor.signedIn) {
    const { userId, session } = visitor.signedIn;
    return { kind: "arrived", userId, session, locale: null };
  }
  const tooMany = await tryOnce("newcomer", visitor.address);
  if (tooMany) return tooMany;
  tidyInPassing();
  for (let attempt = 0; attempt < 8; attempt++) {
    const nickname = guestName(attempt);
    const nicknameKey = foldNickname(nickname);
    const made = await users.createPerson({
      nickname,
      nicknameKey,
      guest: true,
      passwordHash: null,
      locale: visitor.locale,
    });
    if (made !== "nickname-taken") return admit(made.id, visitor);
  }
  throw new Error("No free guest name in eight tries.");
}

/** A new person with a password; or, when a guest asks, the same person and portfolio under the new name. */
export async function signUp(
  draft: { nickname: unknown; password: unknown },
  visitor: Visitor,
): Promise<Arrived | Refused> {
  const checked = checkDraft(draft);
  if ("kind" in checked) return checked;
  if (visitor.signedIn?.guest) return guestToAccount(visitor.signedIn.userId, checked, visitor);
  const tooMany = await tryOnce("newcomer", visitor.address);
  if (tooMany) return tooMany;
  tidyInPassing();
  const made = await users.createPerson({
    nickname: checked.nickname,
    nicknameKey: foldNickname(checked.nickname),
    guest: false,
    passwordHash: await hashPassword(checked.password),
    locale: visitor.locale,
  });
  return made === "nickname-taken" ? refused("nickname-taken") : admit(made.id, visitor);
}

/** Nickname and password. Unknown names cost the same work as wrong passwords and get the same answer. */
export async function signIn(
  draft: { nickname: unknown; password: unknown },
  visitor: Visitor,
): Promise<Arrived | Refused> {
  const { nickname, password } = draft;
  if (typeof nickname !== "string" || typeof password !== "string") return refused("wrong-credentials");
  const typed = nickname.slice(0, 4 * nicknameLength.most);
  const nicknameKey = foldNickname(typed);
  const tooMany = (await tryOnce("address", visitor.address)) ?? (await tryOnce("nickname", nicknameKey));
  if (tooMany) return tooMany;
  tidyInPassing();

  const person = nicknameKey.includes("\0") ? null : await users.personByKey(nicknameKey); // no text for a database
  const given = password.slice(0, 4 * passwordLength.most);
  const verdict = await verifyPassword(given, person?.passwordHash ?? null);
  if (!person || verdict === "wrong") return refused("wrong-credentials");
  if (verdict === "right-but-rehash") await users.setPasswordHash(person.id, await hashPassword(given));
  await Promise.all([forgiveNickname(nicknameKey), forgiveAddress(visitor.address)]);
  if (visitor.signedIn) await endSession(visitor.signedIn.userId, visitor.signedIn.session);
  // Everybody has an account in the public room; if its opening was cut short, it is finished now, or by the next visit.
  await joinRoom(publicRoom, person.id);
  return arrive(person.id, visitor, person.locale);
}

/** The same row, so the same portfolio. Sessions opened before the password existed end. */
async function guestToAccount(userId: string, draft: Draft, visitor: Visitor): Promise<Arrived | Refused> {
  const { nickname, password } = draft;
  const passwordHash = await hashPassword(password);
  const made = await users.makeAccount(userId, { nickname, nicknameKey: foldNickname(nickname), passwordHash });
  if (made === "nickname-taken") return refused("nickname-taken");
  if (!made) return refused("already-account");
  const arrived = await arrive(userId, visitor);
  await endOtherSessions(userId, arrived.session);
  forgetSessionsOf(userId);
  return arrived;
}

/** Other sessions end, since whoever else knew the old password may hold one. */
export async function changePassword(
  { userId, nickname, session }: { userId: string; nickname: string; session: string },
  draft: { current: string; next: string },
): Promise<{ kind: "changed"; sessionsEnded: number } | Refused> {
  const next = checkPassword(draft.next, nickname);
  if (next === null) return refused("password-invalid", { ...passwordLength });
  const stored = await users.passwordHashOf(userId);
  if (stored === null) return refused("no-password");
  const nicknameKey = foldNickname(nickname);
  const tooMany = await tryOnce("nickname", nicknameKey);
  if (tooMany) return tooMany;
  if ((await verifyPassword(draft.current, stored)) === "wrong") return refused("wrong-password");
  await users.setPasswordHash(userId, await hashPassword(next));
  await forgiveNickname(nicknameKey);
  return { kind: "changed", sessionsEnded: await endOtherSessions(userId, session) };
}

interface Draft {
  readonly nickname: string;
  readonly password: string;
}

function checkDraft(draft: { nickname: unknown; password: unknown }): Draft | Refused {
  const nickname = Nickname.safeParse(draft.nickname);
  if (!nickname.success) return refused("nickname-invalid", { ...nicknameLength });
  if (isReserved(nickname.data)) return refused("nickname-reserved");
  const password = checkPassword(draft.password, nickname.data);
  if (password === null) return refused("password-invalid", { ...passwordLength });
  return { nickname: nickname.data, password };
}

/** Null: too short, too long, or the nickname itself. */
function checkPassword(typed: unknown, nickname: string): string | null {
  const password = Password.safeParse(typed);
  return password.success && foldNickname(password.data) !== foldNickname(nickname) ? password.data : null;
}

/** A person who got no account because the room cannot take one now was never here. */
async function admit(userId: string, visitor: Visitor): Promise<Arrived | Refused> {
  const joined = await joinRoom(publicRoom, userId);
  if (joined.kind === "failed") {
    await users.erasePerson(userId, []);
    return refused(joined.code);
  }
  return arrive(userId, visitor);
}

const arrive = async (userId: string, visitor: Visitor, locale: string | null = null): Promise<Arrived> => ({
  kind: "arrived",
  userId,
  session: await openSession(userId, visitor.agent),
  locale,
});
