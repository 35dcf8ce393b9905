import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { basisOf, LEAST_CHANGES, monthMeans } from "@/tokens/bill/basis";
import type { Bill } from "@/tokens/bill/bill";
import type { PriceChoice } from "@/tokens/bill/choices";
import { hedgeParts, lotsFor, lotsWorth, nearestBenchmark } from "@/tokens/bill/hedge";
import { centsText } from "@/tokens/bill/money";
import { sellerName } from "@/tokens/prices/sellers";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { fullDate } from "../chart/days";
import { deskPath, PUBLIC_ROOM } from "../layout/places";
import { KeyValue, KeyValueList } from "../ui/key-value";
import { dollars, grouped, rounded } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import type { HedgeBenchmark } from "./hedge-view";
import { yearMonth } from "./months";

interface HedgeBoxProps {
  bill: Bill;
  choice: PriceChoice;
  spells: readonly TieredSpell[];
  benchmarks: readonly HedgeBenchmark[];
  last: string;
}

const MILLION = 1e6;

/** How many lots would stand for this bill, what of it they follow, and how well they have. */
export function HedgeBox({ bill, choice, spells, benchmarks, last }: HedgeBoxProps) {
  const t = useTranslations("bill.hedge");
  const locale = useLocale();
  const slot =
    choice.kind === "slot" ? choice.slot : (spells.findLast((one) => one.observation.slot)?.observation.slot ?? null);
  const nearest = benchmarks.find(({ id }) => id === nearestBenchmark(choice, slot));
  if (!nearest) return null;
  const { listed, shares } = hedgeParts(bill);
  const tokens = listed.tokens + shares.tokens;
  const lotTokens = nearest.lotSize * MILLION;
  const [ofListed, ofAll] = [lotsFor(listed.tokens, lotTokens), lotsFor(tokens, lotTokens)];
  const worth = lotsWorth(bill.total, nearest.level, nearest.lotSize);
  const own = monthMeans(spells, last);
  const fit = basisOf(own, nearest.means)?.fit;
  const beta = fit?.ok && fit.beta > 0 ? rounded(fit.beta.toFixed(6), 2) : null;
  const least = beta === null ? null : lotsWorth(bill.total, nearest.level, nearest.lotSize, beta);
  const left = ({ over }: { over: number }) =>
    mtok(Math.abs(over)) === NONE ? t("exact") : t(over > 0 ? "over" : "under", { tokens: mtok(Math.abs(over)) });
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-5 lg:grid-cols-2">
      <div>
        <p className="mb-3 max-w-(--measure)">
          {t(slot ? "follows" : "follows-by-home", {
            benchmark: nearest.id,
            lot: nearest.lotSize,
            seller: sellerName(choice.provider),
          })}
        </p>
        <KeyValueList className="gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5 max-sm:[&_dd]:mb-1.5 max-sm:[&_dd]:text-left max-sm:[&_dt]:text-12">
          <KeyValue name={t("listed")}>
            {t("part", { amount: dollars(centsText(listed.amount)), tokens: mtok(listed.tokens) })}
          </KeyValue>
          <KeyValue name={t("shares")}>
            {t("part", { amount: dollars(centsText(shares.amount)), tokens: mtok(shares.tokens) })}
          </KeyValue>
          <KeyValue name={t("lotsListed", { benchmark: nearest.id })}>
            {t("lots", { lots: ofListed.lots, left: left(ofListed) })}
          </KeyValue>
          <KeyValue name={t("lotsAll", { benchmark: nearest.id })} className="font-semibold">
            {t("lots", { lots: ofAll.lots, left: left(ofAll) })}
          </KeyValue>
          <KeyValue name={t("worth", { level: nearest.level, date: fullDate(nearest.date, locale) })}>
            {t("lots", { lots: worth.lots, left: t("value", { amount: dollars(centsText(worth.value)) }) })}
          </KeyValue>
          {least && (
            <KeyValue name={t("leastVariance", { beta: beta ?? "" })}>
              {t("lots", { lots: least.lots, left: t("value", { amount: dollars(centsText(least.value)) }) })}
            </KeyValue>
          )}
        </KeyValueList>
        {nearest.symbols.length > 0 && (
          <p className="mt-3 flex flex-wrap items-baseline gap-x-4">
            <span className="text-ink-2">{t("trade")}</span>
            {nearest.symbols.map((symbol) => (
              <Link key={symbol} href={deskPath(PUBLIC_ROOM, symbol)} className="link max-sm:leading-[36px]">
                {symbol}
              </Link>
            ))}
          </p>
        )}
        <p className="mt-1.5 max-w-(--measure) text-12 text-ink-3">{t("simulated")}</p>
      </div>
      <div className="min-w-0">
        <ul className="mb-4 grid max-w-(--measure) gap-1.5 text-12 text-ink-2">
          <li>{t("rounding")}</li>
          <li>{t("volume")}</li>
          <li>{t("basis", { benchmark: nearest.id })}</li>
        </ul>
        <p className="mb-1 text-12 text-ink-3">{t("measured")}</p>
        <TableScroll label={t("measured")}>
          <Table>
            <thead>
              <tr>
                <Th>{t("benchmark")}</Th>
                <Th numeric>{t("beta")}</Th>
                <Th numeric>{t("correlation")}</Th>
                <Th numeric>{t("changes")}</Th>
                <Th wide className="pl-6">
                  {t("months")}
                </Th>
              </tr>
            </thead>
            <tbody>
              {benchmarks.map(({ id, means, sellers }) => {
                const basis = basisOf(own, means);
                const mark = sellers.includes(choice.provider) ? "*" : "";
                return (
                  <Tr key={id} selected={id === nearest.id}>
                    <Td className="pl-1.5">{`${id}${mark}`}</Td>
                    {basis?.fit.ok ? (
                      <>
                        <Td numeric>
                          {t("fit", { beta: decimals(basis.fit.beta), error: decimals(basis.fit.error) })}
                        </Td>
                        <Td numeric>{decimals(basis.fit.correlation)}</Td>
                      </>
                    ) : (
                      <Td numeric colSpan={2} className="whitespace-normal text-ink-2">
                        {basis
                          ? t(basis.fit.ok ? "never-moved" : basis.fit.reason, { least: LEAST_CHANGES })
                          : t("no-months")}
                      </Td>
                    )}
                    <Td numeric>{basis ? t("moves", { changes: basis.changes, moves: basis.moves }) : ""}</Td>
                    <Td wide className="pl-6">
                      {basis && t("from-to", { from: yearMonth(basis.from, locale), to: yearMonth(basis.to, locale) })}
                    </Td>
                  </Tr>
                );
              })}
            </tbody>
          </Table>
        </TableScroll>
        <p className="mt-1.5 max-w-(--measure) text-12 text-ink-3">
          {t("measuredHow")}
          {benchmarks.some(({ sellers }) => sellers.includes(choice.provider)) &&
            ` ${t("itself", { seller: sellerName(choice.provider) })}`}
        </p>
      </div>
    </div>
  );
}

const NONE = "0.00";

/** Millions of tokens with two decimals, half up: "1,040.25". */
const mtok = (tokens: number): string => {
  const hundredths = String(Math.floor((tokens + 5000) / 10_000)).padStart(3, "0");
  return grouped(`${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`);
};

/** A statistic, not money: two decimals. */
const decimals = (value: number): string => rounded(value.toFixed(6), 2).replace("-", "\u2212");
