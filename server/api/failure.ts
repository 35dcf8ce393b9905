import { randomUUID } from "node:crypto";
import { HostFailed, hostError, Lagging, refuse, refuseWith } from "./respond";

/** PostgreSQL and Prisma codes that mean the database is away, full or shutting down, not that the question was wrong. */
const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|53\w{3}|57P0[123]|58\w{3}|P1001|P1002|P1008|P1017|P2024|P2037)$/;
const awayText =
  /connection (terminated|timeout|refused|closed)|server closed the connection|timeout exceeded when trying/i;

/** Answers a throw. What went wrong is in the log under the incident; the caller learns nothing of the inside. */
export function answerFailure(thrown: unknown, where: string): Response {
  if (thrown instanceof HostFailed) return refuseWith(hostError(thrown.failure));
  if (thrown instanceof Lagging) return refuse("lagging");
  const incident = randomUUID();
  console.error(`incident ${incident} at ${where}:`, thrown);
  return isDatabaseAway(thrown) ? refuse("unavailable") : refuse("internal", { incident });
}

export function isDatabaseAway(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Object && depth < 8; error = causeOf(error), depth++) {
    const { code, originalCode, message, name } = error as Record<string, unknown>;
    if (name === "PrismaClientInitializationError") return true;
    if ([code, originalCode].some((c) => typeof c === "string" && away.test(c))) return true;
    if (typeof message === "string" && awayText.test(message)) return true;
    if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

/** Prisma keeps the driver's error in `meta.driverAdapterError`. */
function causeOf(error: object): unknown {
  const { cause, meta } = error as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  return cause ?? meta?.driverAdapterError;
}
