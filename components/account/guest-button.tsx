"use client";

import { useLocale } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { getPathname } from "@/messages/navigation";
import { Button, type ButtonProps } from "../ui/button";
import { enter } from "./enter";

interface GuestButtonProps extends Pick<ButtonProps, "variant" | "size" | "className"> {
  /** Where to, once signed in, with its language prefix. */
  callbackUrl: string;
  /** What it says while the account is being opened. */
  busy: ReactNode;
  children: ReactNode;
}

/**
 * One click from anywhere to the desk with an account. Before its script runs, or without, it leads to the sign-in page,
 * whose own form needs none; a refusal is explained there too.
 */
export function GuestButton({ callbackUrl, busy, children, ...button }: GuestButtonProps) {
  const [opening, setOpening] = useState(false);
  const signInPage = getPathname({ href: "/sign-in", locale: useLocale() });

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (opening) return;
    setOpening(true);
    const refusal = await enter("guest", {}, callbackUrl);
    // A full load: the header and every pane were made for nobody.
    if (!refusal) return window.location.assign(callbackUrl);
    const error = `guest.${refusal.code}.${refusal.retryAfterSeconds}`;
    window.location.assign(`${signInPage}?${new URLSearchParams({ callbackUrl, error })}`);
  }

  return (
    <form action={signInPage} onSubmit={onSubmit} className="contents">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Button type="submit" variant="primary" aria-disabled={opening} {...button}>
        {opening ? busy : children}
      </Button>
    </form>
  );
}
