"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { defaultRoomConfig } from "@/engine/default-config";
import type { ScenarioFile } from "@/wire/scenario";
import type { ScenarioProblem } from "@/wire/scenario-check";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Note } from "../ui/note";
import { VisuallyHidden } from "../ui/visually-hidden";

interface OwnFileProps {
  onAccepted: (file: ScenarioFile) => void;
}

type Read =
  | { readonly name: string; readonly id: string }
  | { readonly name: string; readonly problems: readonly ScenarioProblem[] };

/** Takes a scenario of the reader's own: in order, it runs; else every field that is not is named, with the reason. */
export function OwnFile({ onAccepted }: OwnFileProps) {
  const t = useTranslations("scenario-run.own");
  const [read, setRead] = useState<Read | null>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const [{ checkScenarioText }, { venueOf }] = await Promise.all([
      import("@/wire/scenario-check"),
      import("@/wire/scenario"),
    ]);
    const checked = checkScenarioText(await file.text(), venueOf(defaultRoomConfig));
    if (!checked.ok) setRead({ name: file.name, problems: checked.problems });
    else {
      setRead({ name: file.name, id: checked.file.id });
      onAccepted(checked.file);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button inside does */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-wrap items-center gap-x-4 gap-y-2 border border-dashed border-line-strong px-3 py-2.5",
          over && "bg-accent-soft",
        )}
      >
        <p className="min-w-0 flex-1 basis-56 text-ink-2">{t("text")}</p>
        <label className={cn(buttonClass(), "cursor-pointer focus-within:outline-2 focus-within:outline-accent")}>
          {t("choose")}
          <VisuallyHidden>
            <input
              type="file"
              name="scenario"
              accept=".json,application/json"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = ""; // the same file may be chosen again, corrected
              }}
            />
          </VisuallyHidden>
        </label>
      </div>
      <div role="status" className="mt-2">
        {read && "id" in read && <p className="text-ink-2">{t("accepted", read)}</p>}
        {read && "problems" in read && <Refused {...read} />}
      </div>
    </>
  );
}

function Refused({ name, problems }: { name: string; problems: readonly ScenarioProblem[] }) {
  const t = useTranslations("scenario-run");
  return (
    <Note tone="warn" title={t("own.refused", { name, count: problems.length })}>
      <ul className="mt-1">
        {problems.map(({ path, reason, details }) => (
          <li key={`${path} ${reason}`} className="break-words">
            {path !== "" && <code className="font-mono">{path}</code>} {t(`problems.${reason}`, { ...details })}
          </li>
        ))}
      </ul>
    </Note>
  );
}
