"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { rulePath } from "../../layout/places";
import { KeyValue, KeyValueList } from "../../ui/key-value";
import { Meter } from "../../ui/meter";
import { dollars, grouped } from "../../ui/numerals";
import { Signed } from "../../ui/signed";
import { centsOf, sumMoney } from "../exact";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { TransferDialog } from "./transfer-dialog";

/** Equity against what is required of it and where a call begins; then the cash behind it. */
export function Margin() {
  const t = useTranslations("desk.margin");
  const account = useShown(({ market }) => market.account);
  if (!account) return null;
  const [equity, required] = [centsOf(account.equity), centsOf(account.requirement)];
  const variation = sumMoney(account.positions.map((position) => position.sinceSettlement));
  return (
    <section aria-label={t("title")}>
      <PaneHead
        ruled
        title={t("title")}
        aside={
          <Link href={rulePath("7.3")} className="text-ink-3">
            {t("rule")}
          </Link>
        }
      />
      <div className="px-3 pb-3 max-sm:px-4">
        <p className="mb-1 text-right text-12 font-semibold">{t("equityNow", { equity: grouped(account.equity) })}</p>
        <Meter
          label={t("summary", {
            equity: grouped(account.equity),
            required: grouped(account.requirement),
            maintenance: grouped(account.maintenance),
          })}
          value={equity}
          most={Math.max(equity, required) * 1.1}
          marks={
            required === 0
              ? []
              : [
                  {
                    at: centsOf(account.maintenance),
                    label: t("call", { amount: grouped(account.maintenance) }),
                    tone: "warn",
                  },
                  { at: required, label: t("required", { amount: grouped(account.requirement) }) },
                ]
          }
        />
        <KeyValueList className="pt-2 text-12 leading-[19px] max-sm:text-13 max-sm:leading-6">
          <KeyValue name={t("marginCash")}>{dollars(account.marginCash)}</KeyValue>
          <KeyValue name={t("variation")}>
            <Signed value={variation} as="dollars" />
          </KeyValue>
          <span aria-hidden className="col-span-2 my-[5px] border-t border-line" />
          <KeyValue name={t("equity")}>
            <b>{dollars(account.equity)}</b>
          </KeyValue>
          <KeyValue name={t("free")}>{dollars(account.free)}</KeyValue>
          <KeyValue name={t("bank")}>
            {dollars(account.bankCash)} · <TransferDialog />
          </KeyValue>
        </KeyValueList>
      </div>
    </section>
  );
}
