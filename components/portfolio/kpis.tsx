import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatRatio } from "@/wire/decimal";
import type { AccountSummary } from "@/wire/views";
import { dayMonth, hourMinute } from "../market/dates";
import { centsOf, moneyOf } from "../market/exact";
import { dollars, percent, signedPercent } from "../ui/numerals";
import { Signed } from "../ui/signed";
import type { EquityLine } from "./equity-line";

/** The result so far, in five numbers. */
export function Kpis({ account, line }: { account: AccountSummary; line: EquityLine }) {
  const t = useTranslations("portfolio.kpis");
  const locale = useLocale();
  const result = moneyOf(centsOf(account.wealth) - centsOf(account.deposits));
  const share = formatRatio(centsOf(result) * 100, centsOf(account.deposits), 2);
  return (
    <dl className="mt-3.5 grid grid-cols-2 border-t-2 border-b border-t-ink border-b-line sm:grid-cols-3 lg:grid-cols-5">
      <Kpi label={t("equity", { time: hourMinute(account.roomTime) })}>{dollars(account.wealth)}</Kpi>
      <Kpi label={t("result", { percent: signedPercent(share, locale) })}>
        <Signed value={result} as="dollars" />
      </Kpi>
      <Kpi label={line.drawdown ? t("drawdown", { date: dayMonth(line.drawdown.date, locale) }) : t("noDrawdown")}>
        {percent(line.drawdown?.percent ?? "0.00", locale)}
      </Kpi>
      <Kpi label={t("free", { equity: dollars(account.equity) })}>{dollars(account.free)}</Kpi>
      <Kpi label={t("bank")}>{dollars(account.bankCash)}</Kpi>
    </dl>
  );
}

function Kpi({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end border-line px-4 py-2.5 max-sm:odd:pl-0 max-sm:even:border-l sm:max-lg:nth-[3n+1]:pl-0 sm:max-lg:nth-[3n+2]:border-l sm:max-lg:nth-[3n]:border-l lg:not-first:border-l lg:first:pl-0">
      <dt className="text-12 text-ink-2">{label}</dt>
      <dd className="text-21 font-semibold">{children}</dd>
    </div>
  );
}
