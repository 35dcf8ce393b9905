"use client";

import { useTranslations } from "next-intl";
import type { FinalSettlementView } from "@/wire/views";
import { FinalSettlementTold } from "../explain/final-settlement";
import { Explanation, InlineWhy } from "../explain/why";

/** Below a final settlement of the ledger: the days it is the mean of. */
export function SettledDays({ room, symbol }: { room: string; symbol: string }) {
  const t = useTranslations("explain.final");
  return (
    <InlineWhy ask={t("ask")}>
      <Explanation<FinalSettlementView> path={`/api/v1/rooms/${room}/contracts/${symbol}/final-settlement`}>
        {(told) => <FinalSettlementTold told={told} />}
      </Explanation>
    </InlineWhy>
  );
}
