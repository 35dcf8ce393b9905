"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { ErrorBody } from "@/wire/views";
import { cn } from "../ui/cn";
import { Note } from "../ui/note";
import { type Told, tell } from "./tell";

export interface Disclosure {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly id: string;
}

export function useDisclosure(): Disclosure {
  const [open, setOpen] = useState(false);
  return { open, toggle: () => setOpen((was) => !was), id: useId() };
}

/** What is asked about, as the button that asks: `label` is the question for those who hear it. */
export function WhyButton({ of, label, children }: { of: Disclosure; label?: string; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-expanded={of.open}
      aria-controls={of.id}
      onClick={of.toggle}
      className="relative inline-flex min-h-6 items-center decoration-line-strong underline-offset-3 hover:text-accent hover:underline max-sm:min-h-(--row)"
    >
      {children}
      {label && <span className="sr-only">, {label}</span>}
      <ChevronDown
        size={12}
        strokeWidth={1.5}
        aria-hidden
        className={cn("absolute left-full ml-0.5 text-ink-3", of.open && "rotate-180")}
      />
    </button>
  );
}

/** The row below the one it is about. It stays in view where the table scrolls sideways. */
export function WhyRow({ of, columns, children }: { of: Disclosure; columns: number; children: ReactNode }) {
  return (
    <tr id={of.id} hidden={!of.open}>
      <td colSpan={columns} className="p-0">
        {of.open && (
          <div className="sticky left-0 max-w-[calc(100vw-2*var(--bar-pad))] border-l-2 border-line-strong bg-sunken px-3 py-2.5 [--ground:var(--sunken)] whitespace-normal max-sm:max-w-[100vw] max-sm:px-4">
            {children}
          </div>
        )}
      </td>
    </tr>
  );
}

/** The same within a cell or a paragraph: what it tells comes below the button. */
export function InlineWhy({ ask, children }: { ask: string; children: ReactNode }) {
  const disclosure = useDisclosure();
  return (
    <>
      <WhyButton of={disclosure}>{ask}</WhyButton>
      <div
        id={disclosure.id}
        hidden={!disclosure.open}
        className="border-l-2 border-line-strong bg-sunken px-3 py-2.5 [--ground:var(--sunken)]"
      >
        {disclosure.open && children}
      </div>
    </>
  );
}

/** Fetches what `path` tells and shows it; while it is worked out it says so, and what went wrong in words. */
export function Explanation<T>({ path, children }: { path: string; children: (told: T) => ReactNode }) {
  const t = useTranslations("explain");
  const [told, setTold] = useState<Told<T> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    tell<T>(path, stop.signal).then(setTold, () => {}); // ended by us: it was closed
    return () => stop.abort();
  }, [path]);
  if (told === null)
    return (
      <p role="status" className="text-ink-2">
        {t("working")}
      </p>
    );
  return <InView>{told.ok ? children(told.value) : <Failure error={told.error} />}</InView>;
}

/** What has come after a wait is worth a look: the list scrolls as far as it must. */
function InView({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return <div ref={place}>{children}</div>;
}

function Failure({ error }: { error: ErrorBody }) {
  const t = useTranslations("explain");
  const errors = useTranslations("errors");
  const known = error.code.startsWith("explanation") || error.code === "recomputing";
  return <Note>{known && errors.has(error.code) ? errors(error.code) : t("failed")}</Note>;
}
