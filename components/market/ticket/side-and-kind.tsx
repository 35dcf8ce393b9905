"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "../../ui/segmented";
import { useDraft } from "../desk-context";
import { type Draft, isStop, type OrderKind } from "./draft";

type Mode = "limit" | "market" | "stop" | "spread";
const stops = ["stop", "stop-limit", "trailing"] as const satisfies readonly OrderKind[];

/** Which way, and what kind of order. The three kinds of stops share one choice, and are told apart below it. */
export function SideAndKind({ change }: { change: (part: Partial<Draft>) => void }) {
  const t = useTranslations("desk.ticket");
  const draft = useDraft();
  const { kind } = draft;
  const mode: Mode = kind === "stop-limit" || kind === "trailing" ? "stop" : kind;
  return (
    <>
      <Segmented
        label={t("side")}
        value={draft.side}
        onValueChange={(side) => change({ side })}
        options={[
          { value: "buy", label: t("buy"), tone: "buy" },
          { value: "sell", label: t("sell"), tone: "sell" },
        ]}
      />
      <Segmented<Mode>
        label={t("type")}
        value={mode}
        onValueChange={(next) => change({ kind: next })}
        options={(["limit", "market", "stop", "spread"] as const).map((value) => ({ value, label: t(value) }))}
      />
      {isStop(draft) && (
        <Segmented<(typeof stops)[number]>
          label={t("stopKind")}
          value={kind as (typeof stops)[number]}
          onValueChange={(next) => change({ kind: next })}
          options={stops.map((value) => ({ value, label: t(`stopKinds.${value}`) }))}
        />
      )}
    </>
  );
}
