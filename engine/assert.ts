/** Thrown when an invariant of ours does not hold: a bug, never a user's mistake. */
export class InvariantBroken extends Error {
  override name = "InvariantBroken";
}

/** States what must hold. On in production: a room that broke a law must stop, not go on. */
export function assert(holds: boolean, law: string): asserts holds {
  if (!holds) throw new InvariantBroken(law);
}
