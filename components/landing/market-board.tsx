"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import type { ContractQuote } from "@/wire/views";
import { deskPath } from "../layout/places";
import { hourMinute, weekdayAndDay } from "../market/dates";
import { useShown } from "../market/live/use-market";
import { decimalsOf, grouped, rounded } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { Table, Td, Th, Tr } from "../ui/table";
import { CurveSparkline } from "./curve-sparkline";
import { priceOf } from "./featured";

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

/**
 * All months of all benchmarks as they trade now: a row is a forward curve. Phones show of each the month that the
 * headline asks about.
 */
export function MarketBoard({ room, featured }: { room: string; featured: ContractQuote }) {
  const t = useTranslations("landing.market");
  const contracts = useShown(({ market }) => market.contracts);
  const benchmarks = [...new Set(contracts.map(({ benchmark }) => benchmark))];
  const months = [...new Set(contracts.map(({ month }) => month))].toSorted();
  return (
    <Table className="[--row:30px]">
      <thead>
        <tr>
          <Th>{t("benchmark")}</Th>
          <Th numeric wide>
            {t("level")}
          </Th>
          {months.map((month) => (
            <Th key={month} numeric end={month === featured.month} className={onPhones(month, featured)}>
              {contracts.find((quote) => quote.month === month)?.symbol.split("-")[1]}
            </Th>
          ))}
          <Th className="w-[112px] pl-4 max-xl:hidden">
            <span className="sr-only">{t("curve")}</span>
          </Th>
        </tr>
      </thead>
      <tbody className="text-15">
        {benchmarks.map((benchmark) => (
          <CurveRow
            key={benchmark}
            room={room}
            benchmark={benchmark}
            months={months}
            featured={featured}
            contracts={contracts.filter((quote) => quote.benchmark === benchmark)}
          />
        ))}
      </tbody>
    </Table>
  );
}

const onPhones = (month: string, featured: ContractQuote) => (month === featured.month ? "" : "max-[780px]:hidden");

interface CurveRowProps {
  room: string;
  benchmark: string;
  months: readonly string[];
  featured: ContractQuote;
  contracts: readonly ContractQuote[]; // of this benchmark
}

function CurveRow({ room, benchmark, months, featured, contracts }: CurveRowProps) {
  const t = useTranslations("landing");
  const [first] = contracts;
  return (
    <Tr>
      <Td className="py-2 align-top">
        <Link
          href={deskPath(room, contracts.find(({ month }) => month === featured.month)?.symbol ?? first.symbol)}
          className="font-semibold text-ink hover:text-accent"
        >
          {benchmark}
        </Link>
        <small className="block text-12 leading-4 text-ink-3 whitespace-normal lg:max-w-52">
          {t(`benchmarksShort.${benchmark}`)}
        </small>
      </Td>
      <Td numeric wide className="py-2 align-top text-ink-2">
        {grouped(rounded(first.benchmarkLevel, decimalsOf(first.tick)))}
      </Td>
      {months.map((month) => {
        const quote = contracts.find((one) => one.month === month);
        return (
          <Td
            key={month}
            numeric
            end={month === featured.month}
            className={`relative py-2 align-top hover:bg-sunken ${onPhones(month, featured)}`}
          >
            {quote && <MonthPrice room={room} quote={quote} />}
          </Td>
        );
      })}
      <Td className="py-2 pl-4 align-top max-xl:hidden">
        <CurveSparkline
          benchmark={benchmark}
          symbol={`${benchmark}-${featured.symbol.split("-")[1]}`}
          contracts={contracts}
        />
      </Td>
    </Tr>
  );
}

function MonthPrice({ room, quote }: { room: string; quote: ContractQuote }) {
  const price = priceOf(quote);
  return (
    <>
      <Link href={deskPath(room, quote.symbol)} className="stretched text-ink hover:text-accent">
        <span className="sr-only">{quote.symbol} </span>
        <span key={price} className="just-changed">
          {grouped(price)}
        </span>
      </Link>
      <small className="block text-12 leading-4 text-ink-3">
        {quote.change === null ? "\u00a0" : <Signed value={quote.change} />}
      </small>
    </>
  );
}
