"use client";

import { useState } from "react";

/** Copies a text; without scripts it is not there, and the text beside it can be selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="link min-h-6 noscript:hidden"
      aria-live="polite"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      }}
    >
      {copied ? done : label}
    </button>
  );
}
