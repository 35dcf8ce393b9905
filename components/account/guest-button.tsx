"use client";

import { type ReactNode, useState } from "react";
import { Link } from "@/messages/navigation";
import { type ButtonProps, buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { enter } from "./enter";

interface GuestButtonProps extends Pick<ButtonProps, "variant" | "size" | "className"> {
  /** Where to, once signed in, with its language prefix. */
  callbackUrl: string;
  /** What it says while the account is being opened. */
  busy: ReactNode;
  children: ReactNode;
}

/**
 * One click from anywhere to the desk with an account. Before its script runs, or without, it is the link to the
 * sign-in page, whose form needs none; a refusal is explained there too.
 */
export function GuestButton({ callbackUrl, busy, variant = "primary", size, className, children }: GuestButtonProps) {
  const [opening, setOpening] = useState(false);
  const there = `/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  return (
    <Link
      href={there}
      role="button"
      prefetch={false}
      aria-disabled={opening}
      className={cn(buttonClass(variant, size), className)}
      onClick={async (event) => {
        event.preventDefault();
        if (opening) return;
        setOpening(true);
        const refusal = await enter("guest", {}, callbackUrl);
        // A full load: the header and every pane were made for nobody.
        if (!refusal) window.location.assign(callbackUrl);
        else
          window.location.assign(
            `${event.currentTarget.href}&error=guest.${refusal.code}.${refusal.retryAfterSeconds}`,
          );
      }}
    >
      {opening ? busy : children}
    </Link>
  );
}
