"use client";

import { useCallback, useState } from "react";
import type { ReplaceRequest } from "@/wire/requests";
import type { ErrorBody } from "@/wire/views";
import { useDesk } from "../desk-context";
import { useLiveMarket } from "../live/use-market";

/** Cancelling and changing one order; a refusal stays with it until the next try. */
export function useOrderActions(id: string) {
  const { api } = useDesk();
  const market = useLiveMarket();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorBody | null>(null);

  const cancel = useCallback(async () => {
    setBusy(true);
    const answer = await api.cancel(id);
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) market.ownOrders([answer.value]);
  }, [api, market, id]);

  const replace = useCallback(
    async (change: ReplaceRequest) => {
      setBusy(true);
      const answer = await api.replace(id, change);
      setBusy(false);
      setError(answer.ok ? null : answer.error);
      if (answer.ok) market.ownOrders([answer.value]);
      return answer.ok;
    },
    [api, market, id],
  );
  return { busy, error, cancel, replace };
}

/** All open orders of the account, in every contract. */
export function useCancelAll() {
  const { api } = useDesk();
  const market = useLiveMarket();
  return useCallback(async () => {
    const answer = await api.cancelAll();
    if (answer.ok) market.ownOrders(answer.value.rows);
    return answer;
  }, [api, market]);
}
