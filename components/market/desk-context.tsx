"use client";

import { useLocale } from "next-intl";
import {
  createContext,
  type Dispatch,
  type MouseEvent,
  type ReactNode,
  type SetStateAction,
  use,
  useCallback,
  useMemo,
  useState,
} from "react";
import { getPathname, usePathname } from "@/messages/navigation";
import type { ContractQuote } from "@/wire/views";
import { deskPath } from "../layout/places";
import { RoomApi } from "./api";
import { useLiveMarket, useShown } from "./live/use-market";
import { type Draft, emptyDraft } from "./ticket/draft";
import { startPrice } from "./ticket/stepping";

/** Times of the trading day, milliseconds after midnight of room time (rule 1.2). */
export interface DayTimes {
  readonly open: number;
  readonly closingWindow: number;
  readonly close: number;
  readonly fixing: number;
}

interface Desk {
  readonly room: string;
  readonly symbol: string;
  readonly api: RoomApi;
  readonly signedIn: boolean;
  readonly times: DayTimes;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  /** Under 900 px the ticket is a drawer. */
  readonly ticketOpen: boolean;
  readonly openTicket: (open: boolean) => void;
}

const DeskContext = createContext<Desk | null>(null);
/** Apart, because it changes with every key typed and few parts look at it. */
const DraftContext = createContext<Draft>(emptyDraft);

export function DeskProvider(props: {
  room: string;
  symbol: string;
  signedIn: boolean;
  times: DayTimes;
  children: ReactNode;
}) {
  const { room, signedIn, times, children } = props;
  // Another contract is another address but the same stream: the path says which, without loading the page anew.
  const inPath = usePathname().split("/").at(-1) ?? "";
  const symbol = useShown(({ market }) => {
    const listed = market.contracts.map((quote) => quote.symbol);
    return [inPath, props.symbol].find((one) => listed.includes(one)) ?? listed[0];
  });
  const api = useMemo(() => new RoomApi(room), [room]);
  const market = useLiveMarket();
  const touchOf = (contract: string, side: Draft["side"]) => {
    const quote = market.get().market.contracts.find((listed) => listed.symbol === contract);
    return quote ? startPrice(side, quote) : "";
  };
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft, price: touchOf(symbol, emptyDraft.side) }));
  const [ticketOpen, openTicket] = useState(false);
  const [draftOf, setDraftOf] = useState(symbol);
  if (draftOf !== symbol) {
    setDraftOf(symbol);
    // another contract's prices mean nothing here
    setDraft((kept) => ({ ...kept, price: touchOf(symbol, kept.side), trigger: "", target: "", stopLoss: "" }));
  }
  const desk = useMemo(
    () => ({ room, symbol, api, signedIn, times, setDraft, ticketOpen, openTicket }),
    [room, symbol, api, signedIn, times, ticketOpen],
  );
  return (
    <DeskContext value={desk}>
      <DraftContext value={draft}>{children}</DraftContext>
    </DeskContext>
  );
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("useDesk needs a DeskProvider above it");
  return desk;
}

export const useDraft = (): Draft => use(DraftContext);

/** The quote of the contract on the desk. The server sends no page for a contract that is not listed. */
export function useDeskQuote(): ContractQuote {
  const { symbol } = useDesk();
  return useShown(({ market }) => market.contracts.find((quote) => quote.symbol === symbol) ?? market.contracts[0]);
}

/** href and onClick of a link to another contract: a real address, followed without leaving the stream. */
export function useContractLink(): (symbol: string) => { href: string; onClick: (event: MouseEvent) => void } {
  const { room } = useDesk();
  const locale = useLocale();
  return useCallback(
    (symbol) => {
      const href = getPathname({ href: deskPath(room, symbol), locale });
      return {
        href,
        onClick: (event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          window.history.pushState(null, "", href);
        },
      };
    },
    [room, locale],
  );
}
