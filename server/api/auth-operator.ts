import { z } from "zod";
import { statusOf } from "@/wire/errors";
import { isOperator, makeOperatorKey } from "../auth/operator";

const Ask = z.object({ user: z.string().max(200), name: z.string().trim().min(1).max(40).default("command line") });

/** POST /api/auth/operator: `npm run create-key`. Opening an account is a room command, so the running server does it. */
export async function operatorKey(request: Request): Promise<Response> {
  if (!isOperator(request.headers)) return answer("not-signed-in", { reason: "not this run's operator secret" });
  const ask = Ask.safeParse(await request.json().catch(() => null));
  if (!ask.success) return answer("invalid-request", {});
  const made = await makeOperatorKey(ask.data.user, ask.data.name);
  if (made.kind === "made") return Response.json(made, { status: 201 });
  return answer(made.code === "wrong-credentials" ? "not-signed-in" : made.code, made.details);
}

const answer = (code: Parameters<typeof statusOf>[0], details: Record<string, unknown>): Response =>
  Response.json({ error: { code, details } }, { status: statusOf(code), headers: { "cache-control": "no-store" } });
