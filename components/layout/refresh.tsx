"use client";

import { useEffect } from "react";
import { useRouter } from "@/messages/navigation";

/** Asks the server for the page again now and then, while somebody looks: marks move, and a page to read needs no stream. */
export function RefreshWhileVisible({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
