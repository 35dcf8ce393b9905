"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dollars, grouped, MINUS } from "../../ui/numerals";
import { Table, Td, Tr } from "../../ui/table";
import { moneyOf } from "../exact";
import { useShown } from "../live/use-market";
import { RuleLink } from "../pane";
import { explainRequirement } from "./requirement";

/** How the requirement comes about, month by month, so that the column above and the total meet. */
export function RequirementTold() {
  const t = useTranslations("desk.requirement");
  const account = useShown(({ market }) => market.account);
  const orders = useShown(({ market }) => market.orders);
  const contracts = useShown(({ market }) => market.contracts);
  const told = account && explainRequirement(account, orders, contracts);
  if (!account || !told || told.months.length === 0) return null;
  const { months, credit, total } = told;
  const money = (cents: number) => grouped(moneyOf(cents));
  const rule = (number: string) => (chunks: ReactNode) => <RuleLink number={number}>{chunks}</RuleLink>;
  return (
    <details className="border-t border-line px-2.5 py-1 max-sm:px-4">
      <summary className="min-h-6 cursor-pointer content-center text-ink-2 hover:text-ink max-sm:min-h-(--ctl)">
        {t("title", { total: dollars(account.requirement) })}
      </summary>
      <Table aria-label={t("table")} className="w-auto max-sm:w-full">
        <tbody>
          {months.map(({ symbol, lots, initial, charge }) => (
            <Tr key={symbol}>
              <Td>{symbol}</Td>
              <Td numeric className="text-ink-2">
                {t("charge", { lots, initial: money(initial) })}
              </Td>
              <Td numeric>{money(charge)}</Td>
            </Tr>
          ))}
          <Tr>
            <Td>{t("credit")}</Td>
            <Td />
            <Td numeric>{credit === 0 ? money(0) : `${MINUS}${money(credit)}`}</Td>
          </Tr>
          <Tr className="border-line-strong font-semibold">
            <Td>{t("total")}</Td>
            <Td />
            <Td numeric>{money(total)}</Td>
          </Tr>
        </tbody>
      </Table>
      <p className="max-w-(--measure) py-1.5 text-ink-2">
        {t.rich("how", { initial: rule("7.2"), credit: rule("7.3"), maintenance: dollars(account.maintenance) })}
      </p>
    </details>
  );
}
