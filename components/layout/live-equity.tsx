"use client";

import { useEffect, useState } from "react";
import { dollars } from "../ui/numerals";

const EQUITY = "equity-changed";

/** Whoever listens to the caller's own stream tells the header: one connection serves the whole page. */
export function announceEquity(equity: string) {
  window.dispatchEvent(new CustomEvent(EQUITY, { detail: equity }));
}

/** The caller's equity as the page was made, then as the stream says. */
export function LiveEquity({ initial }: { initial: string }) {
  const [equity, setEquity] = useState(initial);
  useEffect(() => {
    const onEquity = (event: Event) => setEquity((event as CustomEvent<string>).detail);
    window.addEventListener(EQUITY, onEquity);
    return () => window.removeEventListener(EQUITY, onEquity);
  }, []);
  return <b>{dollars(equity)}</b>;
}
