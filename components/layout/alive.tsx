"use client";

import { useEffect } from "react";

/** Tells server/reading/wake.js that the page's scripts are there, so that what was pressed too early is done now. */
export function Alive() {
  useEffect(() => {
    window.dispatchEvent(new Event("scripts-alive"));
  }, []);
  return null;
}
