"use client";

import { type ReactElement, type ReactNode, Suspense, useState } from "react";

interface LazyMenuProps {
  label: string;
  icon: ReactNode;
  className: string;
  /** Begins to fetch the menu. */
  fetch: () => void;
  /** The menu, open, around its button. */
  children: (trigger: ReactElement) => ReactNode;
}

/** A menu's button. The menu is fetched when somebody reaches for it: most pages are read without opening one. */
export function LazyMenu({ label, icon, className, fetch, children }: LazyMenuProps) {
  const [reached, setReached] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label={label}
      className={className}
      // The menu says these itself, and a child's own would win over it.
      {...(reached ? {} : { "aria-haspopup": "menu", "aria-expanded": false, onPointerEnter: fetch, onFocus: fetch })}
      onClick={reached ? undefined : () => setReached(true)}
    >
      {icon}
    </button>
  );
  return reached ? <Suspense fallback={trigger}>{children(trigger)}</Suspense> : trigger;
}
