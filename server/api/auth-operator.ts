import { z } from "zod";
import { isOperator, makeOperatorKey } from "../auth/operator";
import { answerFailure } from "./failure";
import { json, refuse } from "./respond";

const Ask = z.strictObject({
  user: z.string().max(200),
  name: z.string().trim().min(1).max(40).default("command line"),
});

/** POST /api/auth/operator: `npm run create-key`. Opening an account is a room command, so the running server does it. */
export async function operatorKey(request: Request): Promise<Response> {
  if (!isOperator(request.headers)) return refuse("not-signed-in", { needs: "this run's operator secret" });
  const ask = Ask.safeParse(await request.json().catch(() => null));
  if (!ask.success) return refuse("invalid-request");
  try {
    const made = await makeOperatorKey(ask.data.user, ask.data.name);
    if (made.kind === "made") return json(made, 201, { "cache-control": "no-store" });
    return refuse(made.code === "wrong-credentials" ? "not-signed-in" : made.code, made.details);
  } catch (thrown) {
    return answerFailure(thrown, "operatorKey");
  }
}
