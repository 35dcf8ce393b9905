import { MOST_CARRIED_DAYS, MOST_HELD_DAYS } from "@/engine/benchmark/benchmark";
import { DEVIATIONS, FAR } from "@/engine/benchmark/screens";
import type { RoomConfig } from "@/engine/config";
import { formatMoney, formatPercent } from "@/wire/decimal";
import { dayMonth } from "../market/dates";
import { count, dollars, percent } from "../ui/numerals";

/** What a rule's text may name, written for the reader's language. */
export type Terms = Record<string, string | number>;

/** What the page knows of the room besides its rules. */
export interface RoomFacts {
  seedCommit: string;
  seam: string;
  /** Real minutes that a trading day takes. */
  dayMinutes: number;
}

const MINUTE = 60_000;
const SECOND = 1_000;

/** Every number in the rules, from the room's settings: the texts hold none. */
export function rulebookTerms(config: RoomConfig, facts: RoomFacts, locale: string): Terms {
  const { calendar, listing, orders, limits, settlement, margin, money, participants } = config;
  const rate = (millionths: number) => percent(formatPercent(millionths), locale);
  const cash = (cents: number) => dollars(formatMoney(cents));
  const howMany = (kind: RoomConfig["participants"][number]["kind"]) =>
    participants.filter((participant) => participant.kind === kind).length;
  return {
    firstDay: fullDate(calendar.firstDay, locale),
    seam: fullDate(facts.seam, locale),
    preOpen: timeOfDay(calendar.preOpen),
    open: timeOfDay(calendar.open),
    closingWindow: timeOfDay(calendar.closingWindow),
    close: timeOfDay(calendar.close),
    fixing: timeOfDay(calendar.fixing),
    dayMinutes: Math.round(facts.dayMinutes),
    seedCommit: facts.seedCommit,
    months: listing.months,
    quarters: listing.quarters,
    far: FAR,
    heldDays: MOST_HELD_DAYS,
    carriedDays: MOST_CARRIED_DAYS,
    deviations: DEVIATIONS,
    maxLots: count(orders.maxLots),
    marketProtection: rate(orders.marketProtection),
    priceBand: rate(orders.priceBand),
    clientIdDays: orders.clientIdDays,
    limit: rate(limits.steps[0]),
    limitSteps: limits.steps.map(rate).join(" → "),
    lockMinutes: limits.lockWindow / MINUTE,
    minLots: count(settlement.minLots),
    minPairs: settlement.minPairs,
    maxSpread: rate(settlement.maxSpread),
    maxSpreadTicks: settlement.maxSpreadTicks,
    marginCash: cash(money.marginCash),
    bankCash: cash(money.bankCash),
    fund: cash(money.fund),
    overLimit: formatPercent(margin.overLimit),
    maintenance: rate(margin.maintenance),
    netShare: rate(margin.spreadCredit),
    grossShare: rate(1_000_000 - margin.spreadCredit),
    checkSeconds: margin.checkEvery / SECOND,
    callMinutes: margin.callTime / MINUTE,
    atOnce: rate(margin.closeOutAtOnce),
    closeOutSeconds: margin.closeOutEvery / SECOND,
    closeOutBand: rate(margin.closeOutBand),
    closeOutShare: rate(margin.closeOutShare),
    makers: howMany("market-maker"),
    noise: howMany("noise"),
    hedgers: howMany("hedger"),
    others: howMany("value") + howMany("momentum") + howMany("arbitrage") + howMany("crowd"),
  };
}

const fullDate = (date: string, locale: string): string =>
  locale === "zh" ? `${date.slice(0, 4)}年${dayMonth(date, locale)}` : `${dayMonth(date, locale)} ${date.slice(0, 4)}`;

/** Milliseconds after midnight as "09:00". */
function timeOfDay(ms: number): string {
  const minutes = ms / MINUTE;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
