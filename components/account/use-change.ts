"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/messages/navigation";
import type { ErrorBody } from "@/wire/views";
import { type Sent, send } from "./send";

/** One kind of change on the page: whether it is under way, and why the last one was refused. */
export function useChange({ refresh = true } = {}) {
  const router = useRouter();
  const shared = useTranslations("errors");
  const own = useTranslations("account.failed");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorBody | null>(null);

  async function change<Answer>(method: string, path: string, body?: unknown): Promise<Sent<Answer>> {
    setBusy(true);
    setError(null);
    const sent = await send<Answer>(method, path, body);
    setBusy(false);
    if (!sent.ok) setError(sent.error);
    else if (refresh) router.refresh(); // the lists are the server's
    return sent;
  }

  return { busy, error, text: error && textOf(error), change };

  function textOf({ code, details }: ErrorBody): string {
    if (code === "unreachable") return own("unreachable");
    const numbers = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
    );
    return shared.has(code) ? shared(code, numbers) : own("other", { code });
  }
}
