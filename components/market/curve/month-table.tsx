"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ContractQuote } from "@/wire/views";
import { count } from "../../ui/numerals";
import { Signed } from "../../ui/signed";
import { Table, Td, Th, Tr } from "../../ui/table";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { useContractLink, useDeskQuote } from "../desk-context";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { useMonths } from "./use-months";

const cell = "px-1.5 first:pl-2.5 last:pr-2.5 max-sm:first:pl-4 max-sm:last:pr-4";

export function MonthTable() {
  const t = useTranslations("desk.curve");
  const quote = useDeskQuote();
  const months = useMonths(quote.benchmark);
  return (
    <Table>
      <thead>
        <tr className="[&>th]:text-11">
          <Th className={cell}>{t("month")}</Th>
          <Th className={cell} numeric>
            {t("last")}
          </Th>
          <Th className={cell} numeric>
            {t("change")}
          </Th>
          <Th className={cell} numeric>
            {t("openInterest")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <MonthRow key={month.symbol} quote={month} name={month.symbol.split("-")[1]} selected={month === quote} />
        ))}
      </tbody>
    </Table>
  );
}

function MonthRow({ quote, name, selected }: { quote: ContractQuote; name: string; selected?: boolean }) {
  const t = useTranslations("desk.curve");
  const link = useContractLink();
  return (
    <Tr selected={selected} className="relative border-t-0 hover:bg-sunken">
      <Td className={cell}>
        <a
          {...link(quote.symbol)}
          aria-current={selected ? "true" : undefined}
          className="stretched text-ink aria-[current]:font-semibold"
        >
          {name}
        </a>
      </Td>
      <Td className={cell} numeric>
        {quote.last ?? quote.mark}
      </Td>
      <Td className={cell} numeric>
        {quote.haltedUntil ? (
          <span className="text-warn">{t("halted")}</span>
        ) : (
          quote.change !== null && <Signed value={quote.change} />
        )}
      </Td>
      <Td className={`${cell} text-ink-3`} numeric>
        {count(quote.openInterest)}
      </Td>
    </Tr>
  );
}

/** The other benchmarks at the month nearest to the one on the desk. */
export function OtherBenchmarks() {
  const t = useTranslations("desk.curve");
  const quote = useDeskQuote();
  const contracts = useShown(({ market }) => market.contracts);
  const others = useMemo(() => sameMonthElsewhere(contracts, quote), [contracts, quote]);
  if (others.length === 0) return null;
  return (
    <section>
      <PaneHead ruled title={t("others")} aside={quote.symbol.split("-")[1]} />
      <Table>
        <VisuallyHeaded columns={[t("benchmarkColumn"), t("last"), t("change"), t("openInterest")]} />
        <tbody>
          {others.map((other) => (
            <MonthRow
              key={other.symbol}
              quote={other}
              name={other.month === quote.month ? other.benchmark : other.symbol}
            />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** One contract of each other benchmark: the same month, else the first later one, else its last. */
export function sameMonthElsewhere(contracts: readonly ContractQuote[], quote: ContractQuote): ContractQuote[] {
  const benchmarks = [...new Set(contracts.map(({ benchmark }) => benchmark))].filter((b) => b !== quote.benchmark);
  return benchmarks.map((benchmark) => {
    const months = contracts.filter((contract) => contract.benchmark === benchmark);
    return months.find(({ month }) => month >= quote.month) ?? months[months.length - 1];
  });
}

function VisuallyHeaded({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className="h-0 p-0">
            <VisuallyHidden>{column}</VisuallyHidden>
          </th>
        ))}
      </tr>
    </thead>
  );
}
