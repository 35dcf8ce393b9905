"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { ContractQuote } from "@/wire/views";
import { deskPath } from "../layout/places";
import { hourMinute, monthName, weekdayAndDay } from "../market/dates";
import { useShown } from "../market/live/use-market";
import { count, decimalsOf, grouped, rounded } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { Table, Td, Th, Tr } from "../ui/table";
import { CurveSparkline } from "./curve-sparkline";

/** Room day, date and time, and whether one can trade right now. */
export function RoomMoment() {
  const t = useTranslations("landing.market");
  const locale = useLocale();
  const room = useShown(({ market }) => market.room);
  const link = useShown((shown) => shown.link);
  const time = hourMinute(room.roomTime);
  if (link === "stale" || link === "reconnecting") return <span className="text-warn">{t("stale", { time })}</span>;
  const date = weekdayAndDay(room.date, locale);
  return (
    <span className="text-13 text-ink-2">
      <span className="max-sm:hidden">{t("room", { day: room.day, date, time, speed: room.speed })}</span>
      <span className="sm:hidden">{time}</span>
      {` · ${t(`phase.${room.phase}`)}`}
    </span>
  );
}

/** All months of all benchmarks, as they trade now. */
export function MarketBoard({ room }: { room: string }) {
  const t = useTranslations("landing");
  const locale = useLocale();
  const contracts = useShown(({ market }) => market.contracts);
  const months = contracts.map(({ month }) => month).toSorted();
  return (
    <Table className="[--row:38px] max-md:[--row:44px]">
      <thead>
        <tr>
          <Th>{t("market.contract")}</Th>
          <Th className="max-md:hidden">{t("market.tracks")}</Th>
          <Th numeric wide>
            {t("market.benchmark")}
          </Th>
          <Th numeric>{t("market.last")}</Th>
          <Th numeric end>
            {t("market.change")}
          </Th>
          <Th numeric wide>
            {t("market.percent")}
          </Th>
          <Th numeric className="max-md:hidden">
            {t("market.bid")}
          </Th>
          <Th numeric className="max-md:hidden">
            {t("market.ask")}
          </Th>
          <Th numeric wide className="max-md:pr-0">
            {t("market.volume")}
          </Th>
          <Th className="w-[132px] pl-7 max-md:hidden">
            {months.length > 0 &&
              t("market.curve", {
                first: monthName(months[0], locale),
                last: monthName(months.at(-1)!, locale),
              })}
          </Th>
        </tr>
      </thead>
      <tbody className="text-15">
        {contracts.map((quote) => (
          <Row key={quote.symbol} room={room} quote={quote} curve={contracts} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ room, quote, curve }: { room: string; quote: ContractQuote; curve: readonly ContractQuote[] }) {
  const t = useTranslations("landing");
  const price = (value: string | null) => (value === null ? "" : grouped(value));
  return (
    <Tr>
      <Td>
        <Link href={deskPath(room, quote.symbol)} className="font-semibold text-ink hover:text-accent">
          {quote.symbol}
        </Link>
        <small className="-mt-1 block text-12 text-ink-3 md:hidden">{t(`benchmarksShort.${quote.benchmark}`)}</small>
      </Td>
      <Td className="text-ink-2 max-md:hidden">{t(`benchmarks.${quote.benchmark}`)}</Td>
      <Td numeric wide>
        {grouped(rounded(quote.benchmarkLevel, decimalsOf(quote.tick)))}
      </Td>
      <Td numeric className="font-semibold">
        <span key={quote.last} className="just-changed">
          {price(quote.last)}
        </span>
      </Td>
      <Td numeric end>
        {quote.change !== null && <Signed value={quote.change} />}
      </Td>
      <Td numeric wide>
        {quote.changePercent !== null && <Signed value={quote.changePercent} arrow={false} />}
      </Td>
      <Td numeric className="max-md:hidden">
        {price(quote.bid)}
      </Td>
      <Td numeric className="max-md:hidden">
        {price(quote.ask)}
      </Td>
      <Td numeric wide className="max-md:pr-0">
        {count(quote.volume)}
      </Td>
      <Td className="pl-7 max-md:hidden">
        <CurveSparkline benchmark={quote.benchmark} symbol={quote.symbol} contracts={curve} />
      </Td>
    </Tr>
  );
}
