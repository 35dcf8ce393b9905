"use client";

import { useCallback, useRef, useState } from "react";
import type { ErrorBody, OrderView } from "@/wire/views";
import type { Answer } from "../api";
import { useLiveMarket } from "../live/use-market";

export type Sending =
  | { readonly state: "idle" }
  | { readonly state: "sending" }
  | { readonly state: "done"; readonly order: OrderView }
  | { readonly state: "refused"; readonly error: ErrorBody };

/**
 * Sends an order once. Every order carries a client order id; when no answer came back the same id is sent again, so
 * that an order which did arrive is not placed twice (4.6). `what` tells one order from another.
 */
export function useSubmit() {
  const market = useLiveMarket();
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const unanswered = useRef<{ what: string; id: string } | null>(null);
  const busy = useRef(false);

  const submit = useCallback(
    async (what: string, send: (clientOrderId: string) => Promise<Answer<OrderView>>) => {
      if (busy.current) return;
      busy.current = true;
      setSending({ state: "sending" });
      const id = unanswered.current?.what === what ? unanswered.current.id : newClientOrderId();
      unanswered.current = { what, id };
      const answer = await send(id);
      busy.current = false;
      if (answer.ok || answer.error.code !== "unreachable") unanswered.current = null;
      if (answer.ok) {
        const others = answer.value.others ?? [];
        market.ownOrders([answer.value, ...others.map((other) => ({ ...other, fills: [] }))]);
        setSending({ state: "done", order: answer.value });
      } else setSending({ state: "refused", error: answer.error });
    },
    [market],
  );
  const forget = useCallback(() => setSending({ state: "idle" }), []);
  return { sending, submit, forget };
}

/** 24 random hex digits; `randomUUID` needs a secure context, which a classroom's plain http address is not. */
const newClientOrderId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
