import { defineRouting } from "next-intl/routing";

/** English unprefixed, Simplified Chinese under /zh. */
export const routing = defineRouting({ locales: ["en", "zh"], defaultLocale: "en", localePrefix: "as-needed" });

export type Locale = (typeof routing.locales)[number];
