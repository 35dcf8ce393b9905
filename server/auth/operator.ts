import { timingSafeEqual } from "node:crypto";
import { Nickname, nicknameLength } from "@/wire/people";
import { createPerson, personByKey } from "../db/users";
import { makeKey, mostKeys } from "./api-keys";
import { joinRoom, publicRoom } from "./join";
import { foldNickname } from "./nickname";
import { type Refused, refused } from "./refused";
import { keyedHash } from "./secret";

export interface OperatorKey {
  readonly kind: "made";
  readonly user: string;
  readonly key: string;
  readonly room: string;
  /** A person made here has no password: they trade by key alone. */
  readonly created: boolean;
}

/** Whether a request comes from somebody who can read this installation's data folder (operator-door.ts). */
export function isOperator(headers: Headers): boolean {
  const secret = process.env.OPERATOR_SECRET;
  if (!secret) return false;
  const sent = keyedHash("operator", headers.get("authorization") ?? "");
  const expected = keyedHash("operator", `Bearer ${secret}`);
  return timingSafeEqual(Buffer.from(sent), Buffer.from(expected));
}

/** A key for a person, who is made and brought into the public room if need be. */
export async function makeOperatorKey(user: string, name: string): Promise<OperatorKey | Refused> {
  const nickname = Nickname.safeParse(user);
  if (!nickname.success) return refused("nickname-invalid", { ...nicknameLength });
  const nicknameKey = foldNickname(nickname.data);
  const known = await personByKey(nicknameKey);
  const made =
    known ??
    (await createPerson({ nickname: nickname.data, nicknameKey, guest: false, passwordHash: null, locale: null }));
  // Two commands at once made the same person: the other one was first.
  const person = made === "nickname-taken" ? await personByKey(nicknameKey) : made;
  if (!person) return refused("nickname-taken");
  const joined = await joinRoom(publicRoom, person.id);
  if (joined.kind === "failed") return refused(joined.code);
  const key = await makeKey(person.id, name);
  if (!key) return refused("too-many-keys", { most: mostKeys });
  return { kind: "made", user: person.nickname, key: key.key, room: publicRoom, created: known === null };
}
