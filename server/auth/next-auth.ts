import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { addressOf } from "../access/address";
import { sessionOf } from "../access/session";
import { isDatabaseAway } from "../api/failure";
import { type Arrived, arriveAsGuest, signIn, signUp } from "./people";
import { type Refused, refused } from "./refused";
import { authSecret } from "./secret";
import { checkSession, cookieLasts, endSession } from "./sessions";
import { agentFamily, type Visitor } from "./visitor";

/** What `authorize` hands to the `jwt` callback: the user and the session row that was opened for this browser. */
interface SessionUser extends User {
  session: string;
  locale: string | null;
}

type AuthorizeRequest = { headers?: Record<string, string> };

/**
 * Three doors, all credentials: a guest's single click, nickname and password, a new account. Sessions are rows; the
 * cookie is a sealed token that names one (`sid`), so that ending the row ends the session wherever the token is.
 * `speaks` hears the language that somebody who comes back had chosen.
 */
export function authOptions(locale: "en" | "zh", speaks: (chosen: string) => void): NextAuthOptions {
  const page = locale === "zh" ? "/zh/sign-in" : "/sign-in";
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: cookieLasts / 1000 },
    pages: { signIn: page, error: page, signOut: page },
    providers: [
      CredentialsProvider({
        id: "guest",
        name: "Guest",
        credentials: {},
        authorize: async (_, request) => enter("guest", async () => arriveAsGuest(await visitorOf(request, locale))),
      }),
      CredentialsProvider({
        id: "password",
        name: "Nickname and password",
        credentials: { nickname: {}, password: {} },
        authorize: async (draft, request) =>
          enter("password", async () => signIn(fields(draft), await visitorOf(request, locale))),
      }),
      CredentialsProvider({
        id: "sign-up",
        name: "New account",
        credentials: { nickname: {}, password: {} },
        authorize: async (draft, request) =>
          enter("sign-up", async () => signUp(fields(draft), await visitorOf(request, locale))),
      }),
    ],
    callbacks: {
      // Nothing about the person is in the token but the two ids.
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: (user as SessionUser).session } : token),
      session: async ({ session, token }) => {
        const signedIn = typeof token.sid === "string" ? await checkSession(token.sid) : null;
        if (!signedIn) throw new Error(sessionEnded);
        return { expires: session.expires, user: { name: signedIn.nickname, guest: signedIn.guest } };
      },
    },
    events: {
      signIn: ({ user }) => {
        const chosen = (user as SessionUser).locale;
        if (chosen) speaks(chosen);
      },
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string" && token.sub) await endSession(token.sub, token.sid);
      },
    },
    logger: {
      error: (code, metadata) => {
        if (code === "JWT_SESSION_ERROR") return; // an ended session: next-auth clears its cookie, nothing is wrong
        console.error("next-auth:", code, metadata);
      },
      warn: () => {},
    },
  };
}

const sessionEnded = "The session has ended.";

const fields = (draft: Record<string, unknown> | undefined) => ({
  nickname: draft?.nickname,
  password: draft?.password,
});

/**
 * next-auth carries a refusal to the page as a message: the door it happened at, the code, and for a throttled one the
 * seconds to wait ("password.too-many-requests.15"). What goes wrong inside goes to the log alone: next-auth would write
 * it into the page's address.
 */
async function enter(door: string, arrive: () => Promise<Arrived | Refused>): Promise<SessionUser> {
  const came = await arrive().catch((thrown) => {
    console.error(`entering by ${door}:`, thrown);
    return refused(isDatabaseAway(thrown) ? "unavailable" : "internal");
  });
  if (came.kind === "arrived") return { id: came.userId, session: came.session, locale: came.locale };
  const { retryAfterSeconds } = came.details;
  throw new Error([door, came.code, retryAfterSeconds].filter((part) => part !== undefined).join("."));
}

async function visitorOf(request: AuthorizeRequest, locale: "en" | "zh"): Promise<Visitor> {
  const headers = new Headers(request.headers);
  return {
    address: addressOf(headers),
    agent: agentFamily(headers.get("user-agent")),
    locale,
    signedIn: await sessionOf({ headers }),
  };
}
