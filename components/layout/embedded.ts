/** Said by proxy.ts of pages that other sites frame: they have no navigation. */
export const EMBEDDED_HEADER = "x-embedded";
