"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { NewsView } from "@/wire/views";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Margin } from "./account/margin";
import { Announcer } from "./announcer";
import { OrderBook, TouchBook } from "./book/order-book";
import { Tape } from "./book/tape";
import { ChartPane } from "./chart/chart-pane";
import { ContractBar } from "./contract-bar";
import { LeftPane } from "./curve/left-pane";
import { type DayTimes, DeskProvider, useDesk } from "./desk-context";
import { Dock } from "./dock/dock";
import { CheatSheet, Keys } from "./keys";
import type { Snapshot } from "./live/reduce";
import { MarketProvider, useShown } from "./live/use-market";
import { useQueue } from "./live/use-queue";
import { HeaderClock } from "./room-clock";
import { LinkState, StatusBar } from "./status-bar";
import { Strips } from "./strips";
import { TICKET_FORM } from "./ticket/form";
import { Ticket } from "./ticket/ticket";

export interface DeskProps {
  room: string;
  symbol: string;
  /** The market as the server knew it while it made the page; the stream goes on from its `seq`. */
  snapshot: Snapshot;
  /** Fixings and list prices before that. */
  news: readonly NewsView[];
  times: DayTimes;
  /** The way in for a visitor, in place of the submit button. */
  guestEntry: ReactNode;
}

/** The trading desk of one room, standing at one contract. */
export function Desk({ room, symbol, snapshot, news, times, guestEntry }: DeskProps) {
  return (
    <MarketProvider snapshot={snapshot} news={news} streamUrl={`/api/v1/rooms/${encodeURIComponent(room)}/stream`}>
      <DeskProvider room={room} symbol={symbol} signedIn={snapshot.account !== null} times={times}>
        <Frame guestEntry={guestEntry} />
      </DeskProvider>
    </MarketProvider>
  );
}

const tabs = ["chart", "book", "order", "positions"] as const;
type PhoneTab = (typeof tabs)[number];

/**
 * One set of panes, laid out by width: a grid from 1,200 px (curve | chart | book | ticket, the dock below), without the
 * curve under that, with the ticket as a drawer under 900, and one pane at a time under 640.
 */
function Frame({ guestEntry }: { guestEntry: ReactNode }) {
  const t = useTranslations("desk");
  const [sheet, setSheet] = useState(false);
  const [tab, setTab] = useState<PhoneTab>("chart");
  const { symbol, ticketOpen, openTicket } = useDesk();
  useQueue();
  const stale = useShown(({ link }) => link === "stale" || link === "reconnecting");
  useTitle();
  const on = (name: PhoneTab) => (tab === name ? "" : "max-sm:hidden");
  useEffect(() => {
    if (ticketOpen) setTab("order");
  }, [ticketOpen]);

  return (
    <main
      id="content"
      data-density="desk"
      data-stale={stale || undefined}
      className="grid grid-cols-[minmax(0,1fr)] content-start text-12 text-ink leading-[18px] sm:h-[calc(100dvh-var(--bar)-1px)] sm:grid-rows-[52px_auto_minmax(0,1fr)_24px] sm:overflow-hidden data-stale:[--down:var(--ink-3)] data-stale:[--ink-2:var(--ink-3)] data-stale:[--ink:var(--ink-3)] data-stale:[--up:var(--ink-3)]"
    >
      <a
        href={`#${TICKET_FORM}`}
        className="link absolute -top-20 left-2 z-50 bg-surface px-3 py-2 focus:top-1 max-md:hidden"
      >
        {t("skipToOrder")}
      </a>
      <HeaderClock />
      <Announcer />
      <Keys setSheet={setSheet} />
      <ContractBar />
      <div className="border-line sm:border-t">
        <Strips />
        <p className="px-4 py-1 empty:hidden sm:hidden">
          <TroubleOnPhone />
        </p>
      </div>
      <PhoneTabs tab={tab} setTab={setTab} />
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] content-start bg-surface sm:content-stretch sm:grid-cols-[minmax(0,1fr)_228px] sm:grid-rows-[minmax(0,1fr)_268px] sm:gap-px sm:bg-line md:grid-cols-[minmax(0,1fr)_228px_292px] lg:grid-cols-[240px_minmax(0,1fr)_228px_292px]">
        <div className="row-span-2 overflow-y-auto bg-surface max-lg:hidden">
          <LeftPane />
        </div>
        <div className={cn("flex min-h-0 min-w-0 flex-col bg-surface", on("chart"))}>
          <ChartPane />
        </div>
        <div className={cn("flex min-h-0 flex-col overflow-hidden bg-surface", on("book"))}>
          <OrderBook />
          <Tape />
        </div>
        <TicketPane className={on("order")}>
          <div className="sm:hidden">
            <TouchBook />
          </div>
          <Ticket key={symbol} guestEntry={guestEntry} />
          <div className="max-sm:hidden">
            <Margin />
          </div>
        </TicketPane>
        <div className={cn("min-h-0 min-w-0 bg-surface sm:col-span-2 sm:row-start-2 lg:col-start-2", on("positions"))}>
          <Dock guestEntry={guestEntry} />
          <div className="sm:hidden">
            <Margin />
          </div>
        </div>
      </div>
      <StatusBar openKeys={() => setSheet(true)} />
      <Button
        variant="primary"
        className="fixed right-3 bottom-8 z-20 max-sm:hidden md:hidden"
        aria-expanded={ticketOpen}
        onClick={() => openTicket(!ticketOpen)}
      >
        {t("openTicket")}
      </Button>
      <CheatSheet open={sheet} setOpen={setSheet} />
    </main>
  );
}

/** From 900 px a column, under it a drawer over the book, under 640 a tab. One and the same form throughout. */
function TicketPane({ className, children }: { className: string; children: ReactNode }) {
  const t = useTranslations("desk");
  const { ticketOpen, openTicket } = useDesk();
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ticketOpen) return;
    pane.current?.querySelector<HTMLElement>("[name=lots]")?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) openTicket(false);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [ticketOpen, openTicket]);
  return (
    <div
      ref={pane}
      className={cn(
        "overflow-y-auto bg-surface md:row-span-2",
        "sm:max-md:fixed sm:max-md:inset-y-0 sm:max-md:right-0 sm:max-md:z-30 sm:max-md:w-[320px] sm:max-md:border-l sm:max-md:border-line sm:max-md:shadow-pop",
        !ticketOpen && "sm:max-md:hidden",
        className,
      )}
    >
      <button type="button" onClick={() => openTicket(false)} className="link hidden min-h-9 px-3 sm:max-md:block">
        {t("closeTicket")}
      </button>
      {children}
    </div>
  );
}

function PhoneTabs({ tab, setTab }: { tab: PhoneTab; setTab: (tab: PhoneTab) => void }) {
  const t = useTranslations("desk.phone");
  return (
    <nav
      aria-label={t("label")}
      className="sticky top-0 z-20 grid grid-cols-4 border-y border-line bg-surface text-13 sm:hidden"
    >
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? "true" : undefined}
          onClick={() => setTab(name)}
          className="min-h-11 text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_var(--ink)]"
        >
          {t(name)}
        </button>
      ))}
    </nav>
  );
}

function TroubleOnPhone() {
  const link = useShown((shown) => shown.link);
  return link === "stale" || link === "reconnecting" ? <LinkState /> : null;
}

/** Another contract without another page still is another title. */
function useTitle() {
  const t = useTranslations();
  const { symbol } = useDesk();
  useEffect(() => {
    document.title = `${t("desk.title", { symbol })} · ${t("common.title")}`;
  }, [t, symbol]);
}
