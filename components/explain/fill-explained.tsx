"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FillExplanationView } from "@/wire/views";
import { clockTime, dayMonth } from "../market/dates";
import { BeforeAfter, KeyValue, KeyValueList } from "../ui/key-value";
import { count, dollars, grouped, signed, signOf } from "../ui/numerals";
import { Table, Td, Th, Tr } from "../ui/table";

/** Why a fill came out as it did: in sentences, and beside them the numbers. */
export function FillExplained({ told }: { told: FillExplanationView }) {
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_260px]">
      <div className="grid content-start gap-3">
        <Sentences told={told} />
        {told.sweep && <Levels levels={told.sweep.levels} />}
      </div>
      <Figures told={told} />
    </div>
  );
}

function useMoment(): (when: string) => string {
  const locale = useLocale();
  return (when) => `${dayMonth(when, locale)} ${clockTime(when)}`;
}

function Sentences({ told }: { told: FillExplanationView }) {
  const { entry, trigger, queue, sweep, auction, spread, fill, fee } = told;
  const t = useTranslations("explain.fill");
  const moment = useMoment();
  const short = fee.charged !== fee.due;
  return (
    <div className="grid max-w-(--measure) content-start gap-1.5">
      {trigger && (
        <p>
          {t(trigger.trade === null ? "triggerAlready" : "trigger", {
            source: trigger.source,
            reached: trigger.reached,
            price: trigger.price,
            time: moment(trigger.roomTime),
          })}
        </p>
      )}
      {entry === null ? (
        <p>{t("noEntry")}</p>
      ) : (
        <p>{t(`entry.${entry.how}`, { lots: entry.lots, price: entry.price, time: moment(entry.roomTime) })}</p>
      )}
      {spread && <Pair of={spread} />}
      {queue && <Queue of={queue} />}
      {sweep && (
        <p>
          {t(sweep.own ? "ownSweep" : "otherSweep", {
            side: sweep.aggressor,
            levels: sweep.levels.length,
            lots: sweep.levels.reduce((sum, { lots }) => sum + lots, 0),
            time: moment(sweep.roomTime),
          })}
        </p>
      )}
      {sweep && <p>{againstMiddle(told, t)}</p>}
      {auction && (
        <p>{t("auction", { ...auction, side: auction.side ?? "none", own: fill.lots, time: moment(fill.roomTime) })}</p>
      )}
      {short && <p>{t("feeShort", { due: dollars(fee.due), charged: dollars(fee.charged) })}</p>}
      {fill.liquidity === "maker" && <p>{t("makerMargin")}</p>}
    </div>
  );
}

function Pair({ of }: { of: NonNullable<FillExplanationView["spread"]> }) {
  const t = useTranslations("explain.fill");
  const { near, far, side, limit, difference, nearPrice, farPrice } = of;
  return <p>{t("spread", { near, far, side, limit, difference, nearPrice, farPrice })}</p>;
}

function Queue({ of }: { of: NonNullable<FillExplanationView["queue"]> }) {
  const t = useTranslations("explain.fill");
  const moment = useMoment();
  const { ahead, traded, left, since, tranche } = of;
  return <p>{t(tranche ? "tranche" : "queue", { ahead, traded, left, since: moment(since) })}</p>;
}

function againstMiddle(
  { fill, sweep, spread, overMid }: FillExplanationView,
  t: ReturnType<typeof useTranslations<"explain.fill">>,
): string {
  const before = spread && fill.symbol === spread.far ? spread.farBefore : sweep?.before;
  if (!overMid || !before || before.bid === null || before.ask === null || before.mid === null) return t("noMiddle");
  const numbers = { bid: before.bid, ask: before.ask, mid: before.mid, price: fill.price, lots: fill.lots };
  const sign = signOf(overMid.price);
  if (sign === 0) return t("atMiddle", numbers);
  const by = { by: grouped(overMid.price.replace("-", "")), money: dollars(overMid.money.replace("-", "")) };
  return t(sign > 0 ? "overMiddle" : "underMiddle", { ...numbers, ...by });
}

function Figures({ told }: { told: FillExplanationView }) {
  const { fee, net, before, after, overMid, fill } = told;
  const t = useTranslations("explain.figures");
  return (
    <KeyValueList className="content-start gap-y-0.5">
      <KeyValue name={t("price")}>{fill.price}</KeyValue>
      {overMid && <KeyValue name={t("overMid")}>{signed(overMid.price)}</KeyValue>}
      {overMid && <KeyValue name={t("overMidMoney")}>{signed(overMid.money)}</KeyValue>}
      <KeyValue name={t("fee", { lots: fill.lots, perLot: fee.perLot })}>{grouped(fee.charged)}</KeyValue>
      <KeyValue name={t("net")}>
        <BeforeAfter before={signed(count(net.before))} after={signed(count(net.after))} />
      </KeyValue>
      <KeyValue name={t("equity")}>
        <BeforeAfter before={grouped(before.equity)} after={grouped(after.equity)} />
      </KeyValue>
      <KeyValue name={t("requirement")}>
        <BeforeAfter before={grouped(before.requirement)} after={grouped(after.requirement)} />
      </KeyValue>
      <KeyValue name={t("free")}>
        <BeforeAfter before={grouped(before.free)} after={grouped(after.free)} />
      </KeyValue>
    </KeyValueList>
  );
}

/** The levels of the sweep; the explained fill's own is marked by weight and by a number of its own. */
function Levels({ levels }: { levels: NonNullable<FillExplanationView["sweep"]>["levels"] }) {
  const t = useTranslations("explain.levels");
  return (
    <Table className="w-auto min-w-56 justify-self-start [--row:22px] max-sm:w-full">
      <caption className="pb-0.5 text-left text-12 text-ink-3">{t("title")}</caption>
      <thead>
        <tr>
          <Th numeric>{t("price")}</Th>
          <Th numeric>{t("lots")}</Th>
          <Th numeric>{t("own")}</Th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ price, lots, own }) => (
          <Tr key={price} className={own > 0 ? "font-medium" : undefined}>
            <Td numeric>{price}</Td>
            <Td numeric>{count(lots)}</Td>
            <Td numeric>{own > 0 ? count(own) : ""}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
