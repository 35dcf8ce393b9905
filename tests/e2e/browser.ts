import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

export interface Browser {
  readonly executablePath?: string;
  readonly args: string[];
}

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chromium that browser tests run in: the one named by E2E_CHROMIUM, Playwright's own, the system's, or, on Linux x64,
 * the one that comes as an npm package and needs no system library.
 */
export async function findBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (process.env.E2E_CHROMIUM) return { executablePath: process.env.E2E_CHROMIUM, args };
  if (existsSync(chromium.executablePath())) return { args };
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system) return { executablePath: system, args };
  if (process.platform === "linux" && process.arch === "x64") {
    process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x"; // makes the package unpack the libraries it brings
    const { default: packaged } = await import("@sparticuz/chromium");
    return {
      executablePath: await packaged.executablePath(),
      args: ["--no-sandbox", "--disable-dev-shm-usage", ...args],
    };
  }
  throw new Error("No Chromium found. Run `npx playwright install chromium`, or set E2E_CHROMIUM to one.");
}
