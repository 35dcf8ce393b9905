"use client";

import { useEffect, useState } from "react";
import type { OrderRequest, SpreadRequest } from "@/wire/requests";
import type { ErrorBody, PreviewAnswer } from "@/wire/views";
import type { Answer } from "../api";
import { useDesk, useDeskQuote } from "../desk-context";
import { useShown } from "../live/use-market";

export interface Preview {
  /** Of the draft as it stands, or (while the room is asked again) as it stood. */
  readonly answer: PreviewAnswer | null;
  readonly error: ErrorBody | null;
  /** Whether the answer is about this very draft. */
  readonly current: boolean;
}

/** Typing settles for this long before the room is asked. */
const SETTLE = 250;
/** A draft that stands is asked about again when the touch or the account moved, at most this often. */
const AGAIN = 2_000;

/** What the room says the draft would do now. The ticket computes no margin of its own: there is one rule, the room's. */
export const usePreview = (request: OrderRequest | null): Preview => {
  const { api } = useDesk();
  return useAsked(request, api.preview);
};

/** The same of a spread. */
export const useSpreadPreview = (request: SpreadRequest | null): Preview => {
  const { api } = useDesk();
  return useAsked(request, api.previewSpread);
};

function useAsked<R>(
  request: R | null,
  ask: (request: R, signal: AbortSignal) => Promise<Answer<PreviewAnswer>>,
): Preview {
  const { signedIn } = useDesk();
  const quote = useDeskQuote();
  const requirement = useShown(({ market }) => market.account?.requirement ?? "");
  const phase = useShown(({ market }) => market.room.phase);
  const key = request && signedIn ? JSON.stringify(request) : null;
  const surroundings = `${quote.bid} ${quote.ask} ${quote.mark} ${requirement} ${phase} ${quote.state}`;
  const [told, setTold] = useState<{
    key: string;
    around: string;
    at: number;
    answer: PreviewAnswer | null;
    error: ErrorBody | null;
  }>();

  useEffect(() => {
    if (key === null || (told?.key === key && told.around === surroundings)) return;
    const stop = new AbortController();
    const wait = told?.key === key ? Math.max(SETTLE, told.at + AGAIN - Date.now()) : SETTLE;
    const timer = setTimeout(async () => {
      try {
        const answer = await ask(JSON.parse(key) as R, stop.signal);
        const at = Date.now();
        setTold(
          answer.ok
            ? { key, around: surroundings, at, answer: answer.value, error: null }
            : { key, around: surroundings, at, answer: null, error: answer.error },
        );
      } catch {
        // ended by us: a newer question is on its way
      }
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [ask, key, surroundings, told]);

  if (key === null || !told) return { answer: null, error: null, current: false };
  const current = told.key === key;
  return { answer: told.answer, error: current ? told.error : null, current };
}
