"use client";

import { useTranslations } from "next-intl";
import { count, grouped } from "../../ui/numerals";
import { Signed } from "../../ui/signed";
import { Td, Tr } from "../../ui/table";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { useOrderName, useReasonText } from "../ticket/outcome";
import { DockTable, dockCell } from "./dock-table";
import { useRows } from "./use-rows";
import { When } from "./when";

/** Orders that ended, each with why. */
export function EndedOrders() {
  const t = useTranslations("desk.orders");
  const { api } = useDesk();
  const open = useShown(({ market }) => market.orders);
  const fills = useShown(({ market }) => market.fills.length);
  const all = useRows(api.allOrders, `${open.map(({ id, seq }) => `${id}.${seq}`).join()} ${fills}`);
  const reasonText = useReasonText();
  const nameOf = useOrderName();
  const ended = all.rows.filter(({ status }) => status !== "open");
  return (
    <div>
      <PaneHead ruled title={t("ended")} />
      <DockTable
        label={t("ended")}
        columns={[
          { name: t("time") },
          { name: t("contract") },
          { name: t("order") },
          { name: t("price"), numeric: true },
          { name: t("average"), numeric: true },
          { name: t("what") },
        ]}
        isEmpty={ended.length === 0}
        empty={t("endedEmpty")}
        loading={all.state === "loading"}
        error={all.state === "failed" ? all.error : null}
      >
        {ended.map((order) => (
          <Tr key={order.id}>
            <Td className={dockCell}>
              <When at={order.roomTime} />
            </Td>
            <Td className={dockCell}>{nameOf(order)}</Td>
            <Td className={`${dockCell} ${order.side === "buy" ? "text-up" : "text-down"}`}>
              {t("sideLots", { side: order.side, lots: order.lots })}
            </Td>
            <Td className={dockCell} numeric>
              {order.stop && (
                <span className="text-ink-3">
                  {t("stopPrice")} {order.stop.price}{" "}
                </span>
              )}
              {order.price ?? t("market")}
            </Td>
            <Td className={dockCell} numeric>
              {order.averagePrice}
            </Td>
            <Td className={`${dockCell} text-ink-2`}>
              {t(`status.${order.status}`, { filled: count(order.filledLots) })}
              {order.reason !== null && order.status !== "filled" && <> · {reasonText(order.reason)}</>}
            </Td>
          </Tr>
        ))}
      </DockTable>
    </div>
  );
}

/** Read again whenever cash has moved. */
export function useLedger() {
  const { api } = useDesk();
  const cash = useShown(({ market }) => `${market.account?.marginCash} ${market.account?.bankCash}`);
  return useRows(api.ledger, cash);
}

/** Every movement of cash, with the balances after it. */
export function Ledger() {
  const t = useTranslations("desk.ledger");
  const ledger = useLedger();
  return (
    <DockTable
      label={t("title")}
      columns={[
        { name: t("time") },
        { name: t("entry") },
        { name: t("contract"), wide: true },
        { name: t("marginChange"), numeric: true },
        { name: t("bankChange"), numeric: true, wide: true },
        { name: t("marginCash"), numeric: true },
        { name: t("bankCash"), numeric: true, wide: true },
      ]}
      isEmpty={ledger.rows.length === 0}
      empty={t("empty")}
      loading={ledger.state === "loading"}
      error={ledger.state === "failed" ? ledger.error : null}
    >
      {ledger.rows.map((row) => (
        <Tr key={row.seq}>
          <Td className={dockCell}>
            <When at={row.roomTime} />
          </Td>
          <Td className={dockCell}>{t(`entries.${row.entry}`)}</Td>
          <Td className={`${dockCell} text-ink-2`} wide>
            {row.symbol}
            {row.lots !== null && row.price !== null && t("detail", { lots: row.lots, price: row.price })}
          </Td>
          <Td className={dockCell} numeric>
            <Signed value={row.marginChange} coloured={false} />
          </Td>
          <Td className={dockCell} numeric wide>
            <Signed value={row.bankChange} coloured={false} />
          </Td>
          <Td className={dockCell} numeric>
            {grouped(row.marginCash)}
          </Td>
          <Td className={dockCell} numeric wide>
            {grouped(row.bankCash)}
          </Td>
        </Tr>
      ))}
    </DockTable>
  );
}
