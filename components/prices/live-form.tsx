"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";

interface LiveFormProps {
  action: string;
  label: string;
  /** Values that an address need not name. */
  usual: Readonly<Record<string, string>>;
  /** What else its page's address keeps: hidden fields. */
  carried?: Readonly<Record<string, string>>;
  children: ReactNode;
  className?: string;
}

const A_PAUSE = 200; // ms: a slider reports every step

/** A form that asks for its page again as soon as something is chosen. Without scripts it has a button. */
export function LiveForm({ action, label, usual, carried = {}, children, className }: LiveFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const submit = () => {
    if (!form.current) return;
    const chosen = [...new FormData(form.current)].map(([name, value]) => [name, String(value)] as const);
    const query = new URLSearchParams(
      chosen.filter(([name, value]) => value !== "" && usual[name] !== value).map((pair) => [...pair]),
    );
    router.replace(query.size > 0 ? `${action}?${query}` : action, { scroll: false });
  };
  return (
    <form
      ref={form}
      action={action}
      aria-label={label}
      className={className}
      onChange={() => {
        clearTimeout(waiting.current);
        waiting.current = setTimeout(submit, A_PAUSE);
      }}
    >
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
