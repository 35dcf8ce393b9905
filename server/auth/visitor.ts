import type { SignedIn } from "../db/sessions";

/** Who is at the door, before they are anyone. */
export interface Visitor {
  /** For the throttle, as a keyed hash. */
  readonly address: string;
  /** Browser family, "Firefox on Linux". */
  readonly agent: string | null;
  readonly locale: "en" | "zh" | null;
  /** The session this browser already has. */
  readonly signedIn: SignedIn | null;
}

const browsers = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Chrome", /\b(Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
] as const;
const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** The family alone: enough to recognise one's own browser in a list, too little to follow anybody by. */
export function agentFamily(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? null);
}
