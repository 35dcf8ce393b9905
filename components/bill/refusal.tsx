import type { ReactNode } from "react";
import { Note } from "../ui/note";

/** Why something typed or read was not taken: a sentence with its numbers and the way out, and a code that stays. */
export function Refusal({ code, children, className }: { code: string; children: ReactNode; className?: string }) {
  return (
    <Note tone="warn" className={className}>
      {children} <code className="text-ink-2">{code}</code>
    </Note>
  );
}
