"use client";

import { useTranslations } from "next-intl";
import type { FinalSettlementView, LedgerRow } from "@/wire/views";
import { FinalSettlementTold } from "../../explain/final-settlement";
import { type Disclosure, Explanation, useDisclosure, WhyButton, WhyRow } from "../../explain/why";
import { Signed } from "../../ui/signed";
import { Td, Tr } from "../../ui/table";
import { useDesk } from "../desk-context";
import { DockTable, dockCell } from "./dock-table";
import { useLedger } from "./history";
import { When } from "./when";

const settles = (row: LedgerRow) => row.entry === "variation" || row.entry === "final-settlement";

/** Daily and final settlements as they touched this account: from, to, and what they paid. */
export function Settlements() {
  const t = useTranslations("desk.settlements");
  const ledger = useLedger();
  const rows = ledger.rows.filter(settles);
  return (
    <DockTable
      label={t("title")}
      columns={[
        { name: t("time") },
        { name: t("contract") },
        { name: t("kind"), wide: true },
        { name: t("net"), numeric: true },
        { name: t("from"), numeric: true },
        { name: t("to"), numeric: true },
        { name: t("paid"), numeric: true },
      ]}
      isEmpty={rows.length === 0}
      empty={t("empty")}
      loading={ledger.state === "loading"}
      error={ledger.state === "failed" ? ledger.error : null}
    >
      {rows.map((row) =>
        row.entry === "final-settlement" && row.symbol !== null ? (
          <Final key={row.seq} row={row} symbol={row.symbol} />
        ) : (
          <Cells key={row.seq} row={row} />
        ),
      )}
    </DockTable>
  );
}

/** A month's end; its price answers which days it is the mean of. */
function Final({ row, symbol }: { row: LedgerRow; symbol: string }) {
  const why = useDisclosure();
  const { api } = useDesk();
  return (
    <>
      <Cells row={row} why={why} />
      <WhyRow of={why} columns={7}>
        <Explanation<FinalSettlementView> path={`${api.base}/contracts/${symbol}/final-settlement`}>
          {(told) => <FinalSettlementTold told={told} />}
        </Explanation>
      </WhyRow>
    </>
  );
}

function Cells({ row, why }: { row: LedgerRow; why?: Disclosure }) {
  const t = useTranslations("desk.settlements");
  const ask = useTranslations("explain")("askPrice");
  return (
    <Tr>
      <Td className={dockCell}>
        <When at={row.roomTime} />
      </Td>
      <Td className={dockCell}>{row.symbol}</Td>
      <Td className={`${dockCell} text-ink-2`} wide>
        {t(row.entry === "variation" ? "daily" : "final")}
      </Td>
      <Td className={dockCell} numeric>
        {row.lots !== null && <Signed value={String(row.lots)} coloured={false} />}
      </Td>
      <Td className={dockCell} numeric>
        {row.previousPrice}
      </Td>
      <Td className={dockCell} numeric>
        {why ? (
          <WhyButton of={why} label={ask}>
            {row.price}
          </WhyButton>
        ) : (
          row.price
        )}
      </Td>
      <Td className={dockCell} numeric>
        <Signed value={row.marginChange} />
      </Td>
    </Tr>
  );
}
