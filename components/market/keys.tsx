"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { shortcuts } from "../layout/look";
import { useLook } from "../layout/look-provider";
import { Dialog, DialogContent } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { Segmented } from "../ui/segmented";
import { Table, Td, Th, Tr } from "../ui/table";
import { useDesk, useDeskQuote } from "./desk-context";
import { useCancelAll } from "./dock/use-order-actions";
import { TICKET_FORM } from "./ticket/form";
import { steppedByKey, steppedLots } from "./ticket/stepping";

/** Keys act on the page itself only: never while something is typed, chosen or open. */
const acts = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.repeat && event.key === "Enter") return false; // a key held down is one order, not a row of them
  const target = event.target as Element;
  return !target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]");
};

/** What has its own use for arrows and Enter. */
const takesArrows = (target: EventTarget | null) =>
  (target as Element | null)?.closest("button, a, [role=radio], [role=tab], section[tabindex]") != null;

/** Listens, and shows nothing: it follows every quote so that the desk around it need not. */
export function Keys({ setSheet }: { setSheet: (open: boolean) => void }) {
  const { setDraft, signedIn } = useDesk();
  const quote = useDeskQuote();
  const cancelAll = useCancelAll();
  const off = useLook().look.shortcuts === "off";
  /** Enter sends what the keys have set, once: a stray Enter on the page never sends what merely stands in the ticket. */
  const armed = useRef(false);
  useEffect(() => {
    if (off) return;
    const onKey = (event: KeyboardEvent) => {
      if (!acts(event)) return;
      const { key, shiftKey } = event;
      const act = () => {
        if (key === "?") return () => setSheet(true);
        if (key === "C" && shiftKey && signedIn) return () => void cancelAll();
        if (shiftKey && !key.startsWith("Arrow")) return null;
        if (key === "b") return () => setDraft((d) => ({ ...d, side: "buy" }));
        if (key === "s") return () => setDraft((d) => ({ ...d, side: "sell" }));
        if (key === "m") return () => setDraft((d) => ({ ...d, kind: "market" }));
        if (key === "t") return () => setDraft((d) => ({ ...d, kind: "stop" }));
        if (key === "p") return () => setDraft((d) => ({ ...d, kind: "spread" }));
        if (key === "l") return () => setDraft((d) => ({ ...d, kind: "limit" }));
        if (takesArrows(event.target)) return null;
        const steps = (key === "ArrowDown" || key === "ArrowLeft" ? -1 : 1) * (shiftKey ? 10 : 1);
        if (key === "ArrowUp" || key === "ArrowDown")
          return () => setDraft((d) => ({ ...d, ...steppedByKey(d, quote, steps) }));
        if (key === "ArrowLeft" || key === "ArrowRight")
          return () => setDraft((d) => ({ ...d, lots: steppedLots(d.lots, steps) }));
        if (key === "Enter" && armed.current)
          return () => (document.getElementById(TICKET_FORM) as HTMLFormElement | null)?.requestSubmit();
        return null;
      };
      const action = act();
      if (!action) return;
      event.preventDefault();
      action();
      if (!event.shiftKey || key.startsWith("Arrow")) armed.current = key !== "Enter" && key !== "?";
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [setDraft, setSheet, cancelAll, quote, signedIn, off]);
  return null;
}

const sheet: readonly (readonly [keys: readonly string[], name: string])[] = [
  [["B"], "buy"],
  [["S"], "sell"],
  [["L"], "limit"],
  [["M"], "market"],
  [["T"], "stop"],
  [["P"], "spread"],
  [["↑", "↓"], "tick"],
  [["←", "→"], "lots"],
  [["Shift"], "ten"],
  [["Enter"], "send"],
  [["Shift", "C"], "cancelAll"],
  [["?"], "sheet"],
];

export function CheatSheet({ open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const t = useTranslations("desk.keys");
  const { look, change } = useLook();
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent title={t("title")} description={t("about")}>
        <Segmented
          label={t("title")}
          value={look.shortcuts}
          onValueChange={(shortcuts) => change({ shortcuts })}
          options={shortcuts.map((value) => ({ value, label: t(`are.${value}`) }))}
          className="mb-2 w-fit"
        />
        <Table>
          <thead>
            <tr>
              <Th>{t("key")}</Th>
              <Th>{t("does")}</Th>
            </tr>
          </thead>
          <tbody>
            {sheet.map(([keys, name]) => (
              <Tr key={name}>
                <Td>
                  <span className="inline-flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </Td>
                <Td className="whitespace-normal">{t(name)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </DialogContent>
    </Dialog>
  );
}
