import type { Refusal } from "@/engine/refusals";

/** Why the engine said no, by rule. A new reason does not compile until it has a status. */
const refusals = {
  "unknown-contract": { status: 404, means: "No such contract is listed in this room." },
  "unknown-account": { status: 404, means: "No such account in this room." },
  "unknown-order": { status: 404, rule: "4.4", means: "You have no such open order here." },
  closed: { status: 409, rule: "1.2", means: "The market is closed." },
  auction: { status: 409, rule: "1.2", means: "Only limit orders are accepted while orders collect for an auction." },
  "order-terms": { status: 422, rule: "4.2", means: "Two terms of the order contradict each other." },
  "stop-price": { status: 422, rule: "4.2", means: "The trigger or trail of a stop is out of range." },
  "good-till": { status: 422, rule: "4.2", means: "The last day of the order is over, or no date." },
  "reduce-only": { status: 409, rule: "4.2", means: "There is no position for a reduce-only order to reduce." },
  "not-adjacent": { status: 422, rule: "2.4", means: "The two months of a spread are not next to each other." },
  "leg-locked": { status: 409, rule: "2.4", means: "One month of the spread cannot trade, so neither did." },
  "not-halted": { status: 409, rule: "4.7", means: "The month is not halted." },
  "scenario-running": { status: 409, means: "A scenario runs already; one at a time." },
  lots: { status: 422, rule: "4.2", means: "The order is too small or too large." },
  "outside-limits": { status: 422, rule: "5.1", means: "The price is beyond today's limits." },
  "price-band": { status: 422, rule: "4.3", means: "The price is too far through the mark." },
  "no-opposite-side": { status: 409, rule: "4.3", means: "Nobody is on the other side for a market order to meet." },
  "post-only": { status: 409, rule: "4.2", means: "A post-only order would have traded." },
  "fok-unfilled": { status: 409, rule: "4.2", means: "A fill-or-kill order could not be filled whole." },
  "duplicate-id": { status: 409, rule: "4.6", means: "Another order of yours holds this client order id." },
  "already-filled": { status: 409, rule: "4.4", means: "At least that many lots are filled already." },
  "position-limit": { status: 409, rule: "5.3", means: "The position could grow beyond its limit." },
  "insufficient-margin": { status: 409, rule: "7.4", means: "Not enough margin." },
  "margin-call": { status: 409, rule: "7.5", means: "During a margin call only orders that reduce a position pass." },
  "close-out": { status: 409, rule: "7.5", means: "The venue is closing this account's positions." },
  "transfer-limit": { status: 409, rule: "7.1", means: "That is more than may be transferred." },
} as const satisfies Record<Refusal["reason"], ErrorMeaning>;

/** What is decided before or around the engine. */
const requestErrors = {
  "malformed-json": { status: 400, means: "The body is not JSON." },
  "invalid-request": { status: 400, means: "The request does not have the documented form." },
  "off-tick": { status: 422, means: "The price is finer than the contract's tick." },
  "bad-cursor": { status: 400, means: "The cursor is none of this list's." },
  "wrong-content-type": { status: 415, means: "The body must be sent as application/json." },
  "body-too-large": { status: 413, means: "The body is too large." },
  "not-signed-in": { status: 401, means: "Sign in, or send an API key as a bearer token." },
  "bad-key": { status: 401, means: "The API key is unknown or revoked." },
  "not-a-member": { status: 403, means: "You are not a member of this room; join it first." },
  "not-the-owner": { status: 403, means: "Only the room's owner or its teachers may do that." },
  "cross-site": { status: 403, means: "A signed-in change must come from this site's own pages." },
  "unknown-room": { status: 404, means: "There is no such room, or it is not open to you." },
  "bad-scenario": { status: 422, means: "The scenario is not in order; `problems` names every field and the reason." },
  "unknown-scenario": { status: 404, means: "There is no such scenario." },
  "unknown-benchmark": { status: 404, means: "No such benchmark in this room." },
  "not-found": { status: 404, means: "There is nothing at this address." },
  "room-ended": { status: 409, means: "The room has ended." },
  "too-many-requests": { status: 429, means: "Too many requests; wait and send again." },
  internal: { status: 500, means: "A fault of ours. Nothing was changed; the incident is recorded." },
  "room-stopped": { status: 503, means: "The room is being recovered; try again shortly." },
  "read-only": { status: 503, means: "The room can be read but not traded in until an operator has looked at it." },
  "older-engine": {
    status: 409,
    means: "The room still runs on an engine that does not know this; it changes after its next close.",
  },
  overloaded: { status: 503, means: "Too many orders are waiting; try again shortly." },
  "shutting-down": { status: 503, means: "The server is restarting; try again shortly." },
  "unknown-fill": { status: 404, means: "You have no such fill here." },
  "unknown-margin-call": { status: 404, means: "You have no such margin call here." },
  recomputing: { status: 503, means: "The explanation is being worked out from the journal; ask again in a moment." },
  "explanations-busy": { status: 503, means: "Many explanations are being worked out; ask again in a few seconds." },
  "explanation-too-long": {
    status: 410,
    means: "What led to it lies too far back to be worked out again. The lists of fills, orders and trades remain.",
  },
  "explanation-too-old": {
    status: 410,
    means: "The engine of that day could not say why yet. The lists of fills, orders and trades remain.",
  },
  lagging: { status: 503, means: "History has not caught up with the room yet; try again shortly." },
  unavailable: { status: 503, means: "The database does not answer; nothing was changed." },
} as const satisfies Record<string, ErrorMeaning>;

/** What people may be told about their own account. */
const accountErrors = {
  "nickname-invalid": { status: 422, means: "A nickname has 3 to 24 letters, digits, - or _." },
  "nickname-reserved": { status: 422, means: "That nickname is not available." },
  "nickname-taken": { status: 409, means: "Somebody has that nickname." },
  "password-invalid": { status: 422, means: "A password has 8 to 200 characters and is not the nickname." },
  "wrong-password": { status: 403, means: "The current password is wrong." },
  "already-account": { status: 409, means: "This is an account already, not a guest." },
  "no-password": { status: 409, means: "This account has no password to change." },
  "key-name": { status: 422, means: "A key has a name of 1 to 40 characters." },
  "too-many-keys": { status: 409, means: "An account has at most 20 keys; revoke one first." },
  "session-only": { status: 403, means: "Account settings need a signed-in browser; a key can only trade." },
  unconfirmed: { status: 422, means: "Type the nickname exactly to confirm." },
} as const satisfies Record<string, ErrorMeaning>;

interface ErrorMeaning {
  readonly status: number;
  /** Of the rulebook. */
  readonly rule?: string;
  readonly means: string;
}

/** The published table: code → HTTP status and meaning. */
export const errorTable = { ...refusals, ...requestErrors, ...accountErrors } as const;
export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as ErrorCode[];
export const statusOf = (code: ErrorCode): number => errorTable[code].status;
export const ruleOf = (code: ErrorCode): string | null => (errorTable[code] as ErrorMeaning).rule ?? null;
