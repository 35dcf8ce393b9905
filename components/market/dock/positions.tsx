"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { PositionRow } from "@/wire/views";
import { grouped } from "../../ui/numerals";
import { Signed } from "../../ui/signed";
import { Td, Tr } from "../../ui/table";
import { weekdayName } from "../dates";
import { useContractLink, useDesk } from "../desk-context";
import { sumMoney } from "../exact";
import { useShown } from "../live/use-market";
import { WordButton } from "../pane";
import { closing } from "../ticket/draft";
import { ActionsBelow, DockTable, dockCell } from "./dock-table";
import { Protect } from "./protect";

const columns = 9;
const none: readonly PositionRow[] = [];

/** What is held, what it made since the last settlement and since entry, and the way out of it. */
export function Positions() {
  const t = useTranslations("desk.positions");
  const locale = useLocale();
  const positions = useShown(({ market }) => market.account?.positions ?? none);
  const settled = useShown(({ market }) => market.contracts[0]?.settlementDate ?? null);
  const held = positions.filter(({ net }) => net !== 0);
  return (
    <DockTable
      label={t("title")}
      columns={[
        { name: t("contract") },
        { name: t("net"), numeric: true },
        { name: t("entry"), numeric: true },
        { name: settled ? t("settled", { day: weekdayName(settled, locale) }) : t("start"), numeric: true, wide: true },
        { name: t("mark"), numeric: true, wide: true },
        { name: t("today"), numeric: true },
        { name: t("sinceEntry"), numeric: true },
        { name: t("requirement"), numeric: true, wide: true },
        { name: <span className="sr-only">{t("close")}</span>, wide: true },
      ]}
      isEmpty={held.length === 0}
      empty={t("empty")}
      foot={
        held.length > 1 && (
          <tr className="border-t border-line-strong">
            <Td className={dockCell}>{t("total")}</Td>
            <Td className={dockCell} />
            <Td className={dockCell} />
            <Td className={dockCell} wide />
            <Td className={dockCell} wide />
            <Td className={dockCell} numeric>
              <Signed value={sumMoney(held.map((p) => p.sinceSettlement))} />
            </Td>
            <Td className={`${dockCell} max-sm:pr-4`} numeric>
              <Signed value={sumMoney(held.map((p) => p.unrealised))} />
            </Td>
            <Td className={dockCell} numeric wide>
              {grouped(sumMoney(held.map((p) => p.requirement)))}
            </Td>
            <Td className={dockCell} wide />
          </tr>
        )
      }
    >
      {held.map((position) => (
        <Position key={position.symbol} position={position} />
      ))}
    </DockTable>
  );
}

function Position({ position }: { position: PositionRow }) {
  const t = useTranslations("desk.positions");
  const { setDraft, openTicket, symbol } = useDesk();
  const [protecting, setProtecting] = useState(false);
  const link = useContractLink();
  const { net } = position;
  const close = (event: React.MouseEvent) => {
    if (position.symbol !== symbol) link(position.symbol).onClick(event);
    setDraft(closing(net));
    openTicket(true);
  };
  const actions = (
    <>
      <WordButton
        aria-expanded={protecting}
        aria-label={t("protectThis", { symbol: position.symbol })}
        onClick={() => setProtecting(!protecting)}
      >
        {t("protect")}
      </WordButton>
      <WordButton onClick={close} aria-label={t("closeThis", { symbol: position.symbol })}>
        {t("close")}
      </WordButton>
    </>
  );
  const row = (
    <Tr>
      <Td className={dockCell}>
        <a {...link(position.symbol)} className="text-ink hover:underline">
          {position.symbol}
        </a>
      </Td>
      <Td className={dockCell} numeric>
        {t(net > 0 ? "long" : "short", { lots: Math.abs(net) })}
      </Td>
      <Td className={dockCell} numeric>
        {position.averageEntry}
      </Td>
      <Td className={dockCell} numeric wide>
        {position.settlement}
      </Td>
      <Td className={dockCell} numeric wide>
        {position.mark}
      </Td>
      <Td className={dockCell} numeric>
        <Signed value={position.sinceSettlement} />
      </Td>
      <Td className={`${dockCell} max-sm:pr-4`} numeric>
        <Signed value={position.unrealised} />
      </Td>
      <Td className={dockCell} numeric wide>
        {grouped(position.requirement)}
      </Td>
      <Td className={dockCell} numeric wide>
        <span className="inline-flex gap-3">{actions}</span>
      </Td>
    </Tr>
  );
  return (
    <>
      {row}
      <ActionsBelow columns={columns}>{actions}</ActionsBelow>
      {protecting && (
        <tr>
          <td colSpan={columns} className="px-2.5 pb-2 max-sm:px-4">
            <Protect position={position} done={() => setProtecting(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
