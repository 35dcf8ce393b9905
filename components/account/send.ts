import type { ErrorBody } from "@/wire/views";

export type Sent<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: ErrorBody };

/** A change to one's own account. Never throws: no answer is a refusal like any other. */
export async function send<Answer>(method: string, path: string, body?: unknown): Promise<Sent<Answer>> {
  try {
    const response = await fetch(`/api/v1/me${path}`, {
      method,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const answer = response.status === 204 ? null : await response.json();
    if (response.ok) return { ok: true, answer };
    return { ok: false, error: answer.error };
  } catch {
    return { ok: false, error: { code: "unreachable", message: "", details: {} } };
  }
}
