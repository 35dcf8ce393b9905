import { forgetOldSessions } from "../db/sessions";
import { forgetExpiredTries } from "./guesses";

const every = 10 * 60_000;
let next = 0;

/** Forgets what has served its purpose. Done in passing by somebody's visit: it needs no clock of its own. */
export async function tidyNowAndThen(): Promise<void> {
  const now = Date.now();
  if (now < next) return;
  next = now + every;
  await Promise.all([forgetOldSessions(new Date(now)), forgetExpiredTries(now)]);
}
