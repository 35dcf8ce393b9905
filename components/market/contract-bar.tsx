"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "../ui/cn";
import { Dialog, DialogTrigger, DrawerContent } from "../ui/dialog";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "../ui/menu";
import { count, percent, signed } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { ContractDrawer } from "./contract-drawer";
import { LeftPane } from "./curve/left-pane";
import { dayMonth, daysBetween, weekdayName } from "./dates";
import { useContractLink, useDesk, useDeskQuote } from "./desk-context";
import { decimalsOf, levelText } from "./exact";
import { useShown } from "./live/use-market";

/** What is traded, at what price, against what: one line of numbers, each with its name under it. */
export function ContractBar() {
  const t = useTranslations("desk.bar");
  const locale = useLocale();
  const { times } = useDesk();
  const quote = useDeskQuote();
  const today = useShown(({ market }) => market.room.date);
  const benchmark = useShown(({ market }) => market.benchmarks.find((row) => row.id === quote.benchmark));
  const decimals = decimalsOf(quote.tick);
  const level = levelText(quote.benchmarkLevel, decimals);
  const basis = levelText(quote.basis, decimals);
  const fixedAt = new Date(times.fixing).toISOString().slice(11, 16);
  const fixed = benchmark?.date
    ? t("benchmarkFixed", { when: `${weekdayName(benchmark.date, locale)} ${fixedAt}` })
    : t("benchmarkStart");

  return (
    <section
      aria-label={t("label", { symbol: quote.symbol })}
      className="flex min-w-0 items-center overflow-hidden bg-surface px-3 max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-3 max-sm:px-4 max-sm:py-2.5"
    >
      <h1 className="sr-only">{t("heading", { symbol: quote.symbol })}</h1>
      <div className="shrink-0 pr-2.5 max-sm:pr-0">
        <SymbolMenu symbol={quote.symbol} />
        <small className="block truncate text-11 text-ink-3 max-sm:hidden">{t(`about.${quote.benchmark}`)}</small>
        <span className="hidden text-28 leading-[30px] font-semibold tracking-[-.02em] max-sm:block">
          {quote.last ?? quote.mark}
        </span>
      </div>
      <div className="shrink-0 border-l border-line px-2.5 max-sm:ml-auto max-sm:border-0 max-sm:px-0 max-sm:text-right">
        <div className="flex items-baseline gap-2 whitespace-nowrap max-sm:justify-end">
          <span className="text-21 leading-[26px] font-semibold max-sm:hidden">{quote.last ?? quote.mark}</span>
          {quote.change !== null && quote.changePercent !== null && (
            <span className="text-12 font-medium max-sm:text-13 max-sm:font-semibold">
              <Signed value={quote.change} /> <Signed value={quote.changePercent} as="percent" arrow={false} />
            </span>
          )}
        </div>
        <small className="block text-11 text-ink-3 max-sm:hidden">
          {quote.last === null ? t("notTraded", { mark: quote.mark }) : t("last", { mark: quote.mark })}
        </small>
        <small className="hidden text-12 text-ink-3 max-sm:block">
          {t("benchmarkAndBasis", { level, basis: signed(basis) })}
        </small>
      </div>
      <Cell value={level} name={fixed} />
      <Cell value={<Signed value={basis} coloured={false} />} name={t("basis")} className="max-md:hidden" />
      <Cell
        value={quote.settlement}
        name={
          quote.settlementDate
            ? t("settlement", { day: weekdayName(quote.settlementDate, locale) })
            : t("settlementStart")
        }
        className="max-[1000px]:hidden"
      />
      <Cell
        value={`${quote.limitLow} – ${quote.limitHigh}`}
        name={t("limits", { percent: percent(quote.limitPercent, locale) })}
        className="max-[1160px]:hidden"
      />
      <Cell
        value={quote.low === null ? "" : `${quote.low} – ${quote.high}`}
        name={t("range")}
        className="max-[1400px]:hidden"
      />
      <Cell value={count(quote.volume)} name={t("volume")} className="max-[1280px]:hidden" />
      <Cell value={count(quote.openInterest)} name={t("openInterest")} className="max-[1360px]:hidden" />
      <Cell
        value={dayMonth(quote.lastTradingDay, locale)}
        name={t("lastTradingDay", { days: daysBetween(today, quote.lastTradingDay) })}
        className="max-[1240px]:hidden"
      />
      <div className="ml-auto flex shrink-0 gap-3.5 pl-3 whitespace-nowrap max-sm:hidden">
        <ContractDrawer />
      </div>
    </section>
  );
}

function Cell({ value, name, className }: { value: ReactNode; name: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "shrink-0 border-l border-line px-2.5 text-13 font-medium whitespace-nowrap max-sm:hidden",
        className,
      )}
    >
      <div className="leading-5">{value || "\u00a0"}</div>
      <small className="block text-11 font-normal text-ink-3">{name}</small>
    </div>
  );
}

const symbolClass =
  "inline-flex min-h-6 items-center gap-0.5 rounded-ctl text-17 leading-6 font-semibold tracking-[-.01em] max-sm:text-15";

/** All contracts, a column for each benchmark. Where the left pane has no room it opens here, with the same list in it. */
function SymbolMenu({ symbol }: { symbol: string }) {
  const t = useTranslations("desk.bar");
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="max-lg:hidden">
        <Menu modal={false}>
          <MenuTrigger className={symbolClass} aria-label={t("choose", { symbol })}>
            {symbol}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </MenuTrigger>
          <MenuContent align="start" className="grid auto-cols-auto grid-flow-col gap-x-1 divide-x divide-line">
            <ContractItems />
          </MenuContent>
        </Menu>
      </div>
      <div className="lg:hidden">
        <Dialog open={open} onOpenChange={setOpen}>
          <DialogTrigger className={symbolClass} aria-label={t("choose", { symbol })}>
            {symbol}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </DialogTrigger>
          <DrawerContent side="left" title={t("contracts")} className="[&>div:last-child]:p-0">
            {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the links inside act; this only closes the drawer after one did */}
            <div onClick={(event) => (event.target as Element).closest("a, svg g") && setOpen(false)}>
              <LeftPane />
            </div>
          </DrawerContent>
        </Dialog>
      </div>
    </>
  );
}

function ContractItems() {
  const contracts = useShown(({ market }) => market.contracts);
  const link = useContractLink();
  const benchmarks = [...new Set(contracts.map(({ benchmark }) => benchmark))];
  return benchmarks.map((benchmark) => (
    <div key={benchmark}>
      <MenuLabel className="font-medium text-ink">{benchmark}</MenuLabel>
      {contracts
        .filter((quote) => quote.benchmark === benchmark)
        .map((quote) => (
          <MenuItem key={quote.symbol} asChild>
            <a {...link(quote.symbol)}>
              <span className="min-w-12">
                <span className="sr-only">{quote.benchmark} </span>
                {quote.symbol.split("-")[1]}
              </span>
              <span className="min-w-14 text-right">{quote.last ?? quote.mark}</span>
              <span className="min-w-18 text-right">{quote.change !== null && <Signed value={quote.change} />}</span>
            </a>
          </MenuItem>
        ))}
    </div>
  ));
}
