import { headers } from "next/headers";
import { isHttps } from "@/server/access/csrf-cookie";

/** As the reader's browser calls us: what is copied into another page, or told to a search engine, must lead back here. */
export async function ownOrigin(): Promise<string> {
  const sent = await headers();
  const configured = process.env.NEXTAUTH_URL;
  return configured ? new URL(configured).origin : `${isHttps(sent) ? "https" : "http"}://${sent.get("host") ?? ""}`;
}
