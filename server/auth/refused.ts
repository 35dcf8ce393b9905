import type { ErrorCode } from "@/wire/errors";

/** Why a person could not do something about their own account. A value, with the numbers that decided it. */
export interface Refused {
  readonly kind: "refused";
  readonly code: ErrorCode | "wrong-credentials";
  readonly details: Record<string, unknown>;
}

export const refused = (code: Refused["code"], details: Record<string, unknown> = {}): Refused => ({
  kind: "refused",
  code,
  details,
});
