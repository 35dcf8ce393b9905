"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { parseDecimal } from "@/wire/decimal";
import { Button } from "../../ui/button";
import { Dialog, DialogContent, DialogTrigger } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import { KeyValue, KeyValueList } from "../../ui/key-value";
import { dollars } from "../../ui/numerals";
import { Segmented } from "../../ui/segmented";
import { moneyOf } from "../exact";
import { useShown } from "../live/use-market";
import { TransferResult, useTransfer } from "./use-transfer";

/** Money between the bank and the margin account (7.1). */
export function TransferDialog() {
  const t = useTranslations("desk.transfer");
  const transfer = useTransfer();
  return (
    <Dialog onOpenChange={transfer.forget}>
      <DialogTrigger className="link max-sm:min-h-(--ctl)">{t("open")}</DialogTrigger>
      <DialogContent title={t("title")} description={t("about")}>
        <TransferForm transfer={transfer} />
      </DialogContent>
    </Dialog>
  );
}

function TransferForm({ transfer }: { transfer: ReturnType<typeof useTransfer> }) {
  const t = useTranslations("desk.transfer");
  const account = useShown(({ market }) => market.account);
  const [direction, setDirection] = useState<"in" | "out">("in");
  const [amount, setAmount] = useState("");
  if (!account) return null;
  const parsed = parseDecimal(amount.trim(), 2);
  const most = direction === "in" ? account.bankCash : account.transferable;
  const bound = parseDecimal(most, 2);
  const valid = parsed.ok && parsed.value > 0 && bound.ok && parsed.value <= bound.value;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (valid && transfer.state !== "sending")
      transfer.bring(`${direction === "out" ? "-" : ""}${moneyOf(parsed.value)}`);
  };
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-3">
      <Segmented
        label={t("direction")}
        value={direction}
        onValueChange={(value) => {
          setDirection(value);
          transfer.forget();
        }}
        options={[
          { value: "in", label: t("in") },
          { value: "out", label: t("out") },
        ]}
      />
      <Field label={t("amount")} hint={t("most", { amount: dollars(most) })}>
        {(ids) => (
          <TextInput
            {...ids}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            aria-invalid={(amount !== "" && !valid) || undefined}
            onChange={(event) => {
              setAmount(event.target.value);
              transfer.forget();
            }}
            className="text-right"
          />
        )}
      </Field>
      <KeyValueList>
        <KeyValue name={t("marginCash")}>{dollars(account.marginCash)}</KeyValue>
        <KeyValue name={t("bankCash")}>{dollars(account.bankCash)}</KeyValue>
      </KeyValueList>
      <TransferResult transfer={transfer} />
      <Button type="submit" variant="primary" disabled={!valid || transfer.state === "sending"}>
        {valid ? t("submit", { amount: dollars(moneyOf(parsed.value)), direction }) : t("submitBlank")}
      </Button>
    </form>
  );
}
