import type { Bill } from "@/tokens/bill/bill";
import { centsText } from "@/tokens/bill/money";
import { lastDayOf } from "@/tokens/prices/dates";
import type { TierPrice } from "@/tokens/prices/tiers";
import { dayNumber } from "../chart/days";
import type { ChartView } from "../chart/view";
import { dollars } from "../ui/numerals";

export interface BillWords {
  readonly title: string;
  readonly unit: (scale: ChartView["scale"]) => string;
  readonly name: string;
}

const LOG_FROM = 8; // dearest over cheapest month
/** A bill that hardly moves is a line across the middle of a log scale; a linear one would show cents as steps. */
const FLAT_BELOW = 1.05;

/** What the same usage cost in each month, as steps. `bills` are by month, without gaps. */
export function billView(bills: readonly Bill[], words: BillWords, openAt: string | null): ChartView {
  const totals = bills.map(({ total }) => total);
  const least = Math.min(...totals);
  const spread = Math.max(...totals) / least;
  const scale = least > 0 && (spread >= LOG_FROM || spread < FLAT_BELOW) ? "log" : "linear";
  const changes = bills.filter(({ total }, i) => i === 0 || total !== totals[i - 1]);
  const until = dayNumber(lastDayOf(bills[bills.length - 1].month));
  return {
    id: "bill",
    title: words.title,
    unit: words.unit(scale),
    scale,
    x: { kind: "date", from: dayNumber(`${bills[0].month}-01`), to: until },
    seam: null,
    series: [
      {
        id: "bill",
        name: words.name,
        tone: "ink",
        shape: "step",
        until,
        points: changes.map((bill) => ({
          x: dayNumber(`${bill.month}-01`),
          y: bill.total / 100,
          text: dollars(centsText(bill.total)),
          as: isDerived(bill) ? "estimated" : "measured",
          open: [...new Set(bill.lines.map(({ prices }) => prices.observation.id))],
        })),
      },
    ],
    events: [],
    openAt,
  };
}

/** Part of it is charged at a price that no source shows for that time, or at another price for want of one. */
export const isDerived = ({ lines }: Bill): boolean =>
  lines.some(
    ({ price, tier, prices, remarks }) => price.derived || remarks.length > 0 || isBeforeKnown(tier, prices.to),
  );

/** The source gives no date, and the days are before the one on which it was read. */
const isBeforeKnown = (tier: TierPrice | null, day: string): boolean =>
  tier !== null && tier.dateKind === "undated" && day < tier.knownOn;
