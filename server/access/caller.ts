import { checkKey } from "../auth/api-keys";
import { addressOf } from "./address";
import { sessionOf } from "./session";

/** Who asks. Handlers get it ready-made, so that tests and other mounts can say who it is. */
export type Caller =
  | { readonly kind: "anonymous"; readonly address: string }
  | {
      readonly kind: "user";
      readonly userId: string;
      readonly nickname: string;
      readonly guest: boolean;
      readonly via: "session" | "key";
      readonly address: string;
    };

/** A request that names a key stands or falls with it: a wrong key never falls back to the cookie beside it. */
export async function callerOf(request: Request): Promise<Caller | "bad-key"> {
  const address = addressOf(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const [scheme, key] = authorization.split(/\s+/, 2);
    const holder = scheme.toLowerCase() === "bearer" && key ? await checkKey(key) : null;
    if (!holder) return "bad-key";
    const { userId, nickname, guest } = holder;
    return { kind: "user", userId, nickname, guest, via: "key", address };
  }
  const session = await sessionOf(request);
  if (!session) return { kind: "anonymous", address };
  const { userId, nickname, guest } = session;
  return { kind: "user", userId, nickname, guest, via: "session", address };
}
