import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "../auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: csrf, session, the three ways in, the way out. */
export async function nextAuth(request: NextRequest, context: Context): Promise<Response> {
  // Without a configured address, ours is the one the browser asked for (LAN, another port, a container).
  if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST = "1";
  let chosen: string | null = null;
  const options = authOptions(localeOf(request), (language) => {
    chosen = language;
  });
  const response: Response = await NextAuth(request as never, context as never, options);
  if (chosen) response.headers.append("set-cookie", `NEXT_LOCALE=${chosen}; Path=/; SameSite=Lax`);
  return response;
}

/** The language of the page the request comes from, as next-intl's cookie remembers it. */
const localeOf = (request: NextRequest): "en" | "zh" =>
  request.cookies.get("NEXT_LOCALE")?.value === "zh" ? "zh" : "en";
