import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ContractQuote } from "@/wire/views";
import { longMonthName } from "../market/dates";
import { decimalsOf, dollars } from "../ui/numerals";
import { priceOf } from "./featured";
import { LivePrice } from "./live-figure";

interface HeroProps {
  contract: ContractQuote;
  today: string;
  /** What to do first: trade as a guest, or on to the desk. */
  actions: ReactNode;
  figure: ReactNode;
}

/** The question, the market's answer, the first action, and the figure that answers it. */
export function Hero({ contract, today, actions, figure }: HeroProps) {
  const t = useTranslations("landing");
  const locale = useLocale();
  const month = longMonthName(contract.month, locale);
  const nextYear = contract.month.slice(0, 4) !== today.slice(0, 4);
  return (
    <section className="grid gap-5 pt-5 lg:grid-cols-[416px_1fr] lg:gap-16 lg:pt-8">
      <div>
        <h1 className="text-[1.75rem] leading-8 font-semibold tracking-[-.025em] text-balance sm:text-[2.75rem] sm:leading-12">
          {t(nextYear ? "headline" : "headlineThisYear", { month })}
        </h1>
        <p className="mt-3 text-15 text-ink-2 sm:mt-5 sm:text-17">
          {t.rich("lede", { price: () => <LivePrice symbol={contract.symbol} fallback={priceOf(contract)} /> })}
        </p>
        <div className="mt-4 flex flex-wrap gap-2.5 sm:mt-6.5 max-sm:*:flex-1">{actions}</div>
        <p className="mt-2.5 text-12 leading-[18px] text-ink-3 sm:mt-3.5">{t("token")}</p>
        <Specification contract={contract} />
      </div>
      {figure}
    </section>
  );
}

function Specification({ contract }: { contract: ContractQuote }) {
  const t = useTranslations("landing.spec");
  const locale = useLocale();
  const units = new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en-US", {
    notation: "compact",
    compactDisplay: "long",
  });
  return (
    <dl className="mt-6.5 grid grid-cols-[auto_1fr] border-t border-line max-sm:hidden *:border-b *:border-line *:py-[7px] [&>dt]:pr-[18px] [&>dt]:text-ink-3">
      <dt>{t("lot")}</dt>
      <dd>
        {t("lotValue", { size: units.format(contract.lotSize * 1_000_000), value: dollars(notionalOf(contract)) })}
      </dd>
      <dt>{t("margin")}</dt>
      <dd>{t("marginValue", { margin: dollars(contract.initialMargin) })}</dd>
      <dt>{t("settles")}</dt>
      <dd>{t("settlesValue", { month: longMonthName(contract.month, locale), fixings: contract.fixingsTotal })}</dd>
    </dl>
  );
}

/** Price of one lot in dollars. The price is a whole number of ticks and a tick of a lot whole cents, so this is exact. */
function notionalOf({ last, mark, tick, tickValue }: ContractQuote): string {
  const ticks = Math.round(Number(last ?? mark) * 10 ** decimalsOf(tick));
  const cents = ticks * Math.round(Number(tickValue) * 100);
  return (cents / 100).toFixed(2);
}
