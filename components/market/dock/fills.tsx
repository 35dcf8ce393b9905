"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FillExplanationView, FillView } from "@/wire/views";
import { FillExplained } from "../../explain/fill-explained";
import { type Disclosure, Explanation, useDisclosure, WhyButton, WhyRow } from "../../explain/why";
import { count, grouped } from "../../ui/numerals";
import { Td, Tr } from "../../ui/table";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import { DockTable, dockCell } from "./dock-table";
import { useRows } from "./use-rows";
import { When } from "./when";

/** Every trade of one's own, newest first. */
export function Fills() {
  const t = useTranslations("desk.fills");
  const { api } = useDesk();
  const live = useShown(({ market }) => market.fills);
  const past = useRows(api.fills, String(live[0]?.seq ?? 0));
  const fills = useMemo(() => {
    const known = new Set(past.rows.map(({ id }) => id));
    return [...live.filter(({ id }) => !known.has(id)), ...past.rows];
  }, [live, past.rows]);
  return (
    <DockTable
      label={t("title")}
      columns={[
        { name: t("time") },
        { name: t("contract") },
        { name: t("side") },
        { name: t("lots"), numeric: true },
        { name: t("price"), numeric: true },
        { name: t("fee"), numeric: true },
        { name: t("liquidity"), wide: true },
      ]}
      isEmpty={fills.length === 0}
      empty={t("empty")}
      loading={past.state === "loading"}
      error={past.state === "failed" ? past.error : null}
    >
      {fills.map((fill) => (
        <Fill key={fill.id} fill={fill} />
      ))}
    </DockTable>
  );
}

/** One fill; its price answers why it is that one. */
function Fill({ fill }: { fill: FillView }) {
  const why = useDisclosure();
  const { api } = useDesk();
  return (
    <>
      <FillCells fill={fill} why={why} />
      <WhyRow of={why} columns={7}>
        <Explanation<FillExplanationView> path={`${api.base}/fills/${fill.seq}/explanation`}>
          {(told) => <FillExplained told={told} />}
        </Explanation>
      </WhyRow>
    </>
  );
}

function FillCells({ fill, why }: { fill: FillView; why: Disclosure }) {
  const t = useTranslations("desk.fills");
  const ask = useTranslations("explain")("askPrice");
  return (
    <Tr>
      <Td className={dockCell}>
        <When at={fill.roomTime} />
      </Td>
      <Td className={dockCell}>{fill.symbol}</Td>
      <Td className={`${dockCell} ${fill.side === "buy" ? "text-up" : "text-down"}`}>{t(fill.side)}</Td>
      <Td className={dockCell} numeric>
        {count(fill.lots)}
      </Td>
      <Td className={dockCell} numeric>
        <WhyButton of={why} label={ask}>
          {fill.price}
        </WhyButton>
      </Td>
      <Td className={dockCell} numeric>
        {grouped(fill.fee)}
      </Td>
      <Td className={`${dockCell} text-ink-2`} wide>
        {t(fill.liquidity)}
      </Td>
    </Tr>
  );
}
