import { z } from "zod";
import {
  Farewell,
  KeyDraft,
  KeyRow,
  keyNameLength,
  NewKeyView,
  PasswordChange,
  ProfileChange,
  ProfileView,
  SessionRow,
} from "@/wire/people";
import { type SignedIn, sessionOf } from "../access/session";
import { endKey, makeKey, mostKeys } from "../auth/api-keys";
import { leave } from "../auth/leave";
import { foldNickname } from "../auth/nickname";
import { changePassword } from "../auth/people";
import type { Refused } from "../auth/refused";
import { endOtherSessions, endSession } from "../auth/sessions";
import { type KeyInfo, keysOf } from "../db/api-keys";
import { liveSessionsOf } from "../db/sessions";
import { passwordHashOf, personOf, setLocale } from "../db/users";
import { type Operation, openEndpoint } from "./endpoint";
import { exportOf } from "./me-export";
import { HostFailed, json, refuse } from "./respond";

type Body<B> = { readonly me: SignedIn; readonly body: B; readonly path: Readonly<Record<string, string>> };

/** One's own account, from a signed-in browser only: a key that leaked must not be able to make another or lock its owner out. */
const sessionEndpoint = <B extends z.ZodType>(
  operation: Omit<Operation<z.ZodType, B>, "tag">,
  answer: (asked: Body<z.output<B>>) => Promise<Response>,
) => {
  const described = { ...operation, tag: "account" } as Operation<z.ZodType, B>;
  const endpoint = openEndpoint(described, async ({ request, caller, body, path }) => {
    if (caller.kind !== "user") return refuse("not-signed-in");
    const me = caller.via === "session" ? await sessionOf(request) : null;
    return me ? answer({ me, body, path }) : refuse("session-only");
  });
  return Object.assign(endpoint, { access: "signed-in" as const });
};

const done = { 204: { text: "Done" } };
const nothing = () => new Response(null, { status: 204 });
const refuseFor = ({ code, details }: Refused): Response =>
  code === "wrong-credentials" ? refuse("wrong-password") : refuse(code, details);

export const getMe = sessionEndpoint(
  {
    id: "getMe",
    method: "GET",
    path: "/me",
    summary: "Who you are here",
    answers: { 200: { schema: ProfileView, text: "Your profile" } },
  },
  async ({ me }) => {
    const profile = await profileOf(me);
    return profile ? json(profile) : refuse("not-signed-in");
  },
);

export const patchMe = sessionEndpoint(
  { id: "changeMe", method: "PATCH", path: "/me", summary: "Your language", body: ProfileChange, answers: done },
  async ({ me, body }) => {
    await setLocale(me.userId, body.locale);
    return nothing();
  },
);

export const deleteMe = sessionEndpoint(
  {
    id: "deleteMe",
    method: "DELETE",
    path: "/me",
    summary: "Delete yourself: open orders end; name, sessions, keys and memberships go; the account stays a number",
    body: Farewell,
    answers: done,
    refusals: ["unconfirmed"],
  },
  async ({ me, body }) => {
    if (foldNickname(body.nickname) !== foldNickname(me.nickname)) return refuse("unconfirmed");
    const left = await leave(me.userId);
    if (left.kind === "failed") throw new HostFailed(left);
    return nothing();
  },
);

export const postPassword = sessionEndpoint(
  {
    id: "changePassword",
    method: "POST",
    path: "/me/password",
    summary: "Change your password; every other session ends",
    body: PasswordChange,
    answers: { 200: { schema: z.object({ sessionsEnded: z.int() }), text: "Changed" } },
    refusals: ["password-invalid", "wrong-password", "no-password"],
  },
  async ({ me, body }) => {
    const changed = await changePassword(me, body);
    return changed.kind === "changed" ? json({ sessionsEnded: changed.sessionsEnded }) : refuseFor(changed);
  },
);

export const listSessions = sessionEndpoint(
  {
    id: "listSessions",
    method: "GET",
    path: "/me/sessions",
    summary: "Where you are signed in",
    answers: { 200: { schema: z.object({ rows: z.array(SessionRow) }), text: "Last used first" } },
  },
  async ({ me }) => {
    return json({ rows: await sessionsOf(me) });
  },
);

export const deleteSession = sessionEndpoint(
  {
    id: "endSession",
    method: "DELETE",
    path: "/me/sessions/{id}",
    summary: "Sign one of your browsers out",
    answers: done,
  },
  async ({ me, path }) => (isId(path.id) && (await endSession(me.userId, path.id)) ? nothing() : refuse("not-found")),
);

export const deleteOtherSessions = sessionEndpoint(
  {
    id: "endOtherSessions",
    method: "DELETE",
    path: "/me/sessions",
    summary: "Sign all your other browsers out",
    answers: done,
  },
  async ({ me }) => {
    await endOtherSessions(me.userId, me.session);
    return nothing();
  },
);

export const listKeys = sessionEndpoint(
  {
    id: "listKeys",
    method: "GET",
    path: "/me/keys",
    summary: "Your API keys, without the keys themselves",
    answers: { 200: { schema: z.object({ rows: z.array(KeyRow) }), text: "Newest first" } },
  },
  async ({ me }) => json({ rows: await keysOfMe(me) }),
);

export const postKey = sessionEndpoint(
  {
    id: "makeKey",
    method: "POST",
    path: "/me/keys",
    summary: "Make an API key; it is shown this once",
    body: KeyDraft,
    answers: { 201: { schema: NewKeyView, text: "Send it as `Authorization: Bearer …`" } },
    refusals: ["key-name", "too-many-keys"],
  },
  async ({ me, body }) => {
    const name = body.name.trim();
    if (name === "" || [...name].length > keyNameLength) return refuse("key-name", { most: keyNameLength });
    const made = await makeKey(me.userId, name);
    if (!made) return refuse("too-many-keys", { most: mostKeys });
    return json({ ...toKeyRow(made), key: made.key } satisfies NewKeyView, 201);
  },
);

export const deleteKey = sessionEndpoint(
  { id: "revokeKey", method: "DELETE", path: "/me/keys/{id}", summary: "Revoke an API key", answers: done },
  async ({ me, path }) => (isId(path.id) && (await endKey(me.userId, path.id)) ? nothing() : refuse("not-found")),
);

export const getExport = sessionEndpoint(
  {
    id: "exportMe",
    method: "GET",
    path: "/me/export",
    summary: "Everything held about you, as a JSON file",
    answers: { 200: { text: "The file" } },
  },
  async ({ me }) => {
    const pieces = exportOf(me.userId);
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done: finished, value } = await pieces.next();
        if (finished) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    });
    const file = `tokenpit-${encodeURIComponent(me.nickname)}.json`;
    return new Response(stream, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="tokenpit.json"; filename*=UTF-8''${file}`,
      },
    });
  },
);

/** What the account page is made of: the same rows that the API answers with. */
export async function accountPage(me: SignedIn) {
  const [profile, sessions, keys] = await Promise.all([profileOf(me), sessionsOf(me), keysOfMe(me)]);
  return profile && { profile, sessions, keys };
}

async function profileOf(me: SignedIn): Promise<ProfileView | null> {
  const [person, hash] = await Promise.all([personOf(me.userId), passwordHashOf(me.userId)]);
  if (!person) return null;
  const { nickname, guest, locale, createdAt } = person;
  return { nickname, guest, locale, password: hash !== null, createdAt: createdAt.toISOString() };
}

async function sessionsOf(me: SignedIn): Promise<SessionRow[]> {
  const sessions = await liveSessionsOf(me.userId, new Date());
  return sessions.map(({ id, agent, createdAt, lastSeenAt }) => ({
    id,
    agent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === me.session,
  }));
}

const keysOfMe = async (me: SignedIn): Promise<KeyRow[]> => (await keysOf(me.userId)).map(toKeyRow);

const toKeyRow = ({ id, name, hint, createdAt, lastUsedAt }: KeyInfo): KeyRow => ({
  id,
  name,
  hint,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** In the order they are documented. */
export const meOperations = [
  getMe,
  patchMe,
  deleteMe,
  getExport,
  postPassword,
  listSessions,
  deleteSession,
  deleteOtherSessions,
  listKeys,
  postKey,
  deleteKey,
];
