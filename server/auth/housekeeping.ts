import { forgetOldSessions } from "../db/sessions";
import { idleGuests } from "../db/users";
import { forgetExpiredTries } from "./guesses";
import { leave } from "./leave";

const every = 10 * 60_000;
/** A guest's session ends after 30 days without a visit, so after 35 nobody can come back as this guest. */
const guestsKept = 35 * 24 * 3_600_000;
const guestsAtOnce = 20;
let next = 0;

/** Forgets what has served its purpose. Done in passing by somebody's visit: it needs no clock of its own. */
export function tidyInPassing(now = Date.now()): void {
  if (now < next) return;
  next = now + every;
  tidy(now).catch((failure) =>
    console.error("Forgetting old sessions, tries and guests failed; tried again later:", failure),
  );
}

export async function tidy(now: number): Promise<void> {
  await Promise.all([forgetOldSessions(new Date(now)), forgetExpiredTries(now)]);
  for (const guest of await idleGuests(new Date(now - guestsKept), guestsAtOnce)) await leave(guest);
}
