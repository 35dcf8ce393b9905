"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { LOOK_COOKIE, type Look, lookAttributes, serializeLook } from "./look";

const LookContext = createContext<{ look: Look; change: (part: Partial<Look>) => void } | null>(null);

/** Fired on `window` after theme, contrast or direction changed: canvas charts re-read their colours then. */
export const LOOK_CHANGED = "look-changed";

const aYear = 31_536_000;

function wear(look: Look, systemContrast: boolean) {
  const attributes = {
    ...lookAttributes(look),
    ...(look.contrast === "system" && systemContrast && { "data-contrast": "high" }),
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value) document.documentElement.setAttribute(name, value);
    else document.documentElement.removeAttribute(name);
  }
  window.dispatchEvent(new Event(LOOK_CHANGED));
}

export function LookProvider({ initial, children }: { initial: Look; children: ReactNode }) {
  const locale = useLocale();
  const [look, setLook] = useState(initial);

  useEffect(() => {
    const wishes = ["(prefers-contrast: more)", "(prefers-color-scheme: dark)"].map((query) => matchMedia(query));
    const rewear = () => wear(look, wishes[0].matches);
    rewear();
    for (const wish of wishes) wish.addEventListener("change", rewear);
    return () => {
      for (const wish of wishes) wish.removeEventListener("change", rewear);
    };
  }, [look]);

  const change = useCallback(
    (part: Partial<Look>) => {
      const next = { ...look, ...part };
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
      document.cookie = `${LOOK_COOKIE}=${serializeLook(next, locale)}; path=/; max-age=${aYear}; samesite=lax`;
      setLook(next);
    },
    [look, locale],
  );

  return <LookContext value={{ look, change }}>{children}</LookContext>;
}

export function useLook() {
  const context = useContext(LookContext);
  if (!context) throw new Error("useLook is for components inside the layout");
  return context;
}
