"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MarginExplanationView, MarginStepView } from "@/wire/views";
import { clockTime, dayMonth } from "../market/dates";
import { count, dollars, grouped } from "../ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";

/** A margin call and what it led to: what was held as it came, then each step with what the account had left after it. */
export function MarginTold({ told }: { told: MarginExplanationView }) {
  const t = useTranslations("explain.margin");
  const { found, positions, steps, ended } = told;
  return (
    <div className="grid gap-3">
      <p className="max-w-(--measure)">
        {t("found", {
          equity: dollars(found.equity),
          maintenance: dollars(found.maintenance),
          requirement: dollars(found.requirement),
        })}
      </p>
      <Held positions={positions} />
      <ol className="grid max-w-[720px] gap-1.5">
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
          <li key={i} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-t border-line pt-1.5">
            <When at={step.roomTime} />
            <div>
              <p>
                <StepText step={step} />
              </p>
              <p className="text-12 text-ink-3">
                {t("after", { equity: grouped(step.after.equity), requirement: grouped(step.after.requirement) })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {ended === null && <p className="text-ink-2">{t("open")}</p>}
    </div>
  );
}

function When({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <span className="text-ink-3 max-sm:w-14">
      {dayMonth(at, locale)} {clockTime(at)}
    </span>
  );
}

function Held({ positions }: { positions: MarginExplanationView["positions"] }) {
  const t = useTranslations("explain.margin");
  return (
    <TableScroll label={t("positions")}>
      <Table className="w-auto [--row:24px]">
        <caption className="pb-0.5 text-left text-12 text-ink-3">{t("positions")}</caption>
        <thead>
          <tr>
            <Th>{t("contract")}</Th>
            <Th numeric>{t("net")}</Th>
            <Th numeric>{t("mark")}</Th>
            <Th numeric wide>
              {t("settlement")}
            </Th>
            <Th numeric>{t("initial")}</Th>
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <Tr key={position.symbol}>
              <Td>{position.symbol}</Td>
              <Td numeric>{grouped(String(position.net))}</Td>
              <Td numeric>{position.mark}</Td>
              <Td numeric wide>
                {position.settlement}
              </Td>
              <Td numeric>{grouped(position.initialMargin)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function StepText({ step }: { step: MarginStepView }) {
  const t = useTranslations("explain.margin");
  const locale = useLocale();
  switch (step.kind) {
    case "orders-cancelled":
      return t(step.keptReducing ? "cancelledButReducing" : "cancelled", { orders: step.orders });
    case "called":
      return t("called", {
        amount: dollars(step.amount),
        deadline: `${dayMonth(step.deadline, locale)} ${clockTime(step.deadline)}`,
      });
    case "close-out-begun":
      return t(step.why === "deadline" ? "begunAtDeadline" : "begunAtOnce", {
        equity: dollars(step.equity),
        bound: dollars(step.bound),
      });
    case "close-out-order":
      return <CloseOutOrder step={step} />;
    case "met":
      return t("met");
    case "defaulted":
      return t("defaulted", {
        deficit: dollars(step.deficit),
        bank: dollars(step.fromBank),
        fund: dollars(step.fromFund),
        gains: dollars(step.fromGains),
      });
  }
}

function CloseOutOrder({ step }: { step: Extract<MarginStepView, { kind: "close-out-order" }> }) {
  const t = useTranslations("explain.margin");
  const { side, lots, symbol, limit, mark, share, left, shown, fills } = step;
  const filled = fills.reduce((sum, fill) => sum + fill.lots, 0);
  const numbers = { side, lots, symbol, limit, mark, share, left, filled };
  return (
    <>
      {shown === null ? t("orderInLock", numbers) : t("order", { ...numbers, shown })}{" "}
      {t("filled", { filled, prices: fills.map((fill) => `${count(fill.lots)} × ${fill.price}`).join(", ") })}
    </>
  );
}
