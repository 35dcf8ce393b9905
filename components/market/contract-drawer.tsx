"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { rulePath } from "../layout/places";
import { Dialog, DialogTrigger, DrawerContent } from "../ui/dialog";
import { KeyValue, KeyValueList } from "../ui/key-value";
import { count, dollars, percent } from "../ui/numerals";
import { dayMonth, longMonthName } from "./dates";
import { useDeskQuote } from "./desk-context";
import { decimalsOf, levelText } from "./exact";
import { useShown } from "./live/use-market";

/** The contract's terms, and how the month it settles on is coming along. */
export function ContractDrawer() {
  const t = useTranslations("desk.contract");
  return (
    <>
      <Dialog>
        <DialogTrigger className="link">{t("open")}</DialogTrigger>
        <DrawerContent title={t("title")}>
          <Terms />
        </DrawerContent>
      </Dialog>
      <Dialog>
        <DialogTrigger className="link">{t("openSettles")}</DialogTrigger>
        <DrawerContent title={t("settlesTitle")}>
          <HowItSettles />
        </DrawerContent>
      </Dialog>
    </>
  );
}

function Terms() {
  const t = useTranslations("desk.contract");
  const bar = useTranslations("desk.bar");
  const locale = useLocale();
  const quote = useDeskQuote();
  const perLot = { unit: quote.unit, size: count(quote.lotSize) };
  return (
    <div className="grid gap-3 text-13">
      <p className="text-15 font-semibold">{quote.symbol}</p>
      <p className="text-ink-2">{bar(`about.${quote.benchmark}`)}</p>
      <KeyValueList>
        <KeyValue name={t("lot")}>{t("lotValue", perLot)}</KeyValue>
        <KeyValue name={t("tick")}>{`$${quote.tick}`}</KeyValue>
        <KeyValue name={t("tickValue")}>{dollars(quote.tickValue)}</KeyValue>
        <KeyValue name={t("initial")}>{dollars(quote.initialMargin)}</KeyValue>
        <KeyValue name={t("feeTaker")}>{dollars(quote.feeTaker)}</KeyValue>
        <KeyValue name={t("feeMaker")}>{dollars(quote.feeMaker)}</KeyValue>
        <KeyValue name={t("limits", { percent: percent(quote.limitPercent, locale) })}>
          {quote.limitLow} – {quote.limitHigh}
        </KeyValue>
        <KeyValue name={bar("volume")}>{count(quote.volume)}</KeyValue>
        <KeyValue name={bar("openInterest")}>{count(quote.openInterest)}</KeyValue>
        <KeyValue name={t("lastTradingDay")}>{dayMonth(quote.lastTradingDay, locale)}</KeyValue>
      </KeyValueList>
      <p className="text-ink-2">{t("money")}</p>
      <Link href={rulePath("2.1")} className="link">
        {t("rules")}
      </Link>
    </div>
  );
}

function HowItSettles() {
  const t = useTranslations("desk.contract");
  const locale = useLocale();
  const quote = useDeskQuote();
  const benchmark = useShown(({ market }) => market.benchmarks.find((row) => row.id === quote.benchmark));
  const decimals = decimalsOf(quote.tick);
  const month = longMonthName(quote.month, locale);
  const left = quote.fixingsTotal - quote.fixingsKnown;
  return (
    <div className="grid gap-3 text-13">
      <p>{t("settles.mean", { month, total: quote.fixingsTotal })}</p>
      <KnownPart known={quote.fixingsKnown} total={quote.fixingsTotal} />
      {quote.fixingsMean === null ? (
        <p>{t("settles.none", { month })}</p>
      ) : (
        <p>
          {t("settles.known", {
            known: quote.fixingsKnown,
            total: quote.fixingsTotal,
            mean: levelText(quote.fixingsMean, decimals + 1),
            left,
          })}
        </p>
      )}
      <KeyValueList>
        <KeyValue name={t("settles.level")}>{levelText(quote.benchmarkLevel, decimals + 2)}</KeyValue>
        <KeyValue name={t("settles.mark")}>{quote.mark}</KeyValue>
        <KeyValue name={t("settles.final")}>{dayMonth(quote.lastTradingDay, locale)}</KeyValue>
      </KeyValueList>
      {benchmark && benchmark.sellers.length > 0 && (
        <>
          <h3 className="border-t border-line pt-2">{t("settles.sellers")}</h3>
          <p className="text-ink-2">
            {t(quote.unit === "Mtok" ? "settles.sellersHowTokens" : "settles.sellersHowHours")}
          </p>
          <KeyValueList>
            {benchmark.sellers.map((seller) => (
              <KeyValue key={seller.name} name={seller.name}>
                {seller.slotPrice}
                {seller.since && (
                  <span className="text-ink-3"> · {t("settles.since", { day: dayMonth(seller.since, locale) })}</span>
                )}
              </KeyValue>
            ))}
          </KeyValueList>
        </>
      )}
      <Link href={rulePath("6.3")} className="link">
        {t("settles.rule")}
      </Link>
    </div>
  );
}

/** One square per fixing of the month: filled once it is known. */
function KnownPart({ known, total }: { known: number; total: number }) {
  const t = useTranslations("desk.contract");
  const fixings = Array.from({ length: total }, (_, day) => ({ day, known: day < known }));
  return (
    <div role="img" aria-label={t("settles.knownLabel", { known, total })} className="flex flex-wrap gap-1">
      {fixings.map((fixing) => (
        <span
          key={fixing.day}
          className={`size-3 border border-ink ${fixing.known ? "bg-ink" : "border-dashed bg-transparent"}`}
        />
      ))}
    </div>
  );
}
