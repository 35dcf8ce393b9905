import type { z } from "zod";
import type { Caller } from "@/server/access/caller";
import { membershipIn } from "@/server/access/membership";
import { type Counted, rateLimiter, type TooMany } from "@/server/access/rate-limit";
import { isSameOrigin } from "@/server/access/same-origin";
import type { Membership } from "@/server/db/members";
import type { RoomCard } from "@/server/db/rooms";
import type { ErrorCode } from "@/wire/errors";
import { NoQuery } from "@/wire/requests";
import { answerFailure } from "./failure";
import { readBody, readQuery } from "./read";
import { refuse } from "./respond";
import { visibleRoom } from "./room-access";

/** What the published document says about a handler, and what is checked before it is called. */
export interface Operation<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: `/${string}`;
  readonly tag: "rooms" | "market" | "trading" | "account" | "prices" | "service";
  readonly summary: string;
  readonly query?: Q;
  readonly body?: B;
  /** Schemas by status; a list can be had as CSV too. */
  readonly answers: Readonly<Record<number, { readonly schema?: z.ZodType; readonly text: string }>>;
  readonly csv?: boolean;
  readonly stream?: boolean;
  /** Refusals particular to this operation; the common ones go without saying. */
  readonly refusals?: readonly ErrorCode[];
  /** Writes this body counts as, one unless told. */
  readonly counts?: (body: z.output<B>) => number;
}

export type Access = "anyone" | "viewer" | "signed-in" | "member";
export interface Handler {
  (request: Request, caller: Caller): Promise<Response>;
  readonly operation: Operation;
  readonly access: Access;
}

interface Asked<Q, B> {
  readonly request: Request;
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
}
interface AskedOfRoom<Q, B> extends Asked<Q, B> {
  readonly room: RoomCard;
  readonly member: Membership | null;
}
interface AskedByMember<Q, B> extends AskedOfRoom<Q, B> {
  readonly caller: User;
  readonly member: Membership;
}
export type User = Extract<Caller, { kind: "user" }>;
type Answer<A> = (asked: A) => Promise<Response>;

/** Anyone may ask. */
export const openEndpoint = <Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  answer: Answer<Asked<z.output<Q>, z.output<B>>>,
): Handler => handler(operation, "anyone", answer);

/** Anyone who may see the room: everybody a public one, members the others. */
export const roomEndpoint = <Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  answer: Answer<AskedOfRoom<z.output<Q>, z.output<B>>>,
): Handler => handler(operation, "viewer", (asked) => inRoom(asked, answer));

/** Signed in, whether or not a member yet. */
export const signedInEndpoint = <Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  answer: Answer<AskedOfRoom<z.output<Q>, z.output<B>> & { readonly caller: User }>,
): Handler =>
  handler(operation, "signed-in", async (asked) => {
    const { caller } = asked;
    return caller.kind === "user" ? inRoom(asked, (seen) => answer({ ...seen, caller })) : refuse("not-signed-in");
  });

/** Members of the room: whatever they ask is about their own account there. */
export const memberEndpoint = <Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  answer: Answer<AskedByMember<z.output<Q>, z.output<B>>>,
): Handler =>
  handler(operation, "member", async (asked) => {
    const { caller } = asked;
    if (caller.kind !== "user") return refuse("not-signed-in");
    return inRoom(asked, async (seen) => {
      const { member } = seen;
      return member ? answer({ ...seen, caller, member }) : refuse("not-a-member", { room: seen.room.id });
    });
  });

async function inRoom<Q, B>(asked: Asked<Q, B>, answer: Answer<AskedOfRoom<Q, B>>): Promise<Response> {
  const { caller, path } = asked;
  const member = caller.kind === "user" ? await membershipIn(path.room, caller.userId) : null;
  const room = await visibleRoom(path.room, member);
  return room ? answer({ ...asked, room, member }) : refuse("unknown-room", { room: path.room });
}

function handler<Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  access: Access,
  answer: Answer<Asked<z.output<Q>, z.output<B>>>,
): Handler {
  const { method, counts } = operation;
  const counted: Counted = method === "GET" ? "reads" : "writes";
  const run = async (request: Request, caller: Caller): Promise<Response> => {
    const tooMany = rateLimiter().take(caller, counted, 1, Date.now());
    if (tooMany) return refuseTooMany(tooMany);
    const byCookie = caller.kind === "user" && caller.via === "session";
    if (byCookie && method !== "GET" && !isSameOrigin(request)) return refuse("cross-site");
    const url = new URL(request.url);
    const path = pathParameters(operation.path, url.pathname);
    if (!path) return refuse("not-found");
    const query = readQuery(url, operation.query ?? NoQuery);
    if (!query.ok) return query.refusal;
    let body: z.output<B> = undefined as z.output<B>;
    if (operation.body) {
      const read = await readBody(request, operation.body);
      if (!read.ok) return read.refusal;
      body = read.value;
      const more = (counts?.(body) ?? 1) - 1;
      const moreTooMany = more > 0 ? rateLimiter().take(caller, counted, more, Date.now()) : null;
      if (moreTooMany) return refuseTooMany(moreTooMany);
    }
    return answer({ request, caller, path, query: query.value as z.output<Q>, body });
  };
  const guarded = async (request: Request, caller: Caller): Promise<Response> => {
    const response = await run(request, caller).catch((thrown) => answerFailure(thrown, operation.id));
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    if (allowsOtherSites(caller)) {
      response.headers.set("access-control-allow-origin", "*");
      response.headers.set("access-control-expose-headers", "retry-after, x-next-cursor, x-seq");
    }
    return response;
  };
  return Object.assign(guarded, { operation: operation as unknown as Operation, access });
}

/** Other sites' pages may read what is public, or what they hold a key for; never what a cookie opened. */
const allowsOtherSites = (caller: Caller): boolean => caller.kind === "anonymous" || caller.via === "key";

export const refuseTooMany = ({ retryAfterSeconds, limit, perSecond }: TooMany): Response =>
  refuse("too-many-requests", { retryAfterSeconds, limit, perSecond }, { "retry-after": String(retryAfterSeconds) });

/** "/rooms/{room}/orders/{id}" against the end of a path; null: it is another path, or no text. */
export function pathParameters(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = pathname.split("/").slice(-wanted.length + 1);
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.slice(1).entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (given[i] !== part) return null;
    } else {
      try {
        found[name] = decodeURIComponent(given[i] ?? "");
      } catch {
        return null;
      }
      if (found[name].includes("\0")) return null; // no text that a database can look for
    }
  }
  return found;
}
