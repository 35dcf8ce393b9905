import { daysBetween } from "../market/dates";

interface Listed {
  symbol: string;
  benchmark: string;
  month: string;
  lastTradingDay: string;
}

const QUARTERS = ["03", "06", "09", "12"];
const A_QUARTER = 95;

/** The contract the headline asks about: of the room's first benchmark, the nearest quarter more than three months off. */
export function featuredContract<Contract extends Listed>(
  contracts: readonly Contract[],
  today: string,
): Contract | null {
  const months = contracts.filter(({ benchmark }) => benchmark === contracts[0]?.benchmark);
  const far = months.find(
    ({ month, lastTradingDay }) => QUARTERS.includes(month.slice(5)) && daysBetween(today, lastTradingDay) > A_QUARTER,
  );
  return far ?? months.at(-1) ?? null;
}

/** The price that stands for a contract: its last trade since the settlement, else its mark. */
export const priceOf = (quote: { last: string | null; mark: string }): string => quote.last ?? quote.mark;
