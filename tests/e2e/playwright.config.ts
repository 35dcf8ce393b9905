import { defineConfig } from "@playwright/test";
import { findBrowser } from "./browser";

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../../.build/e2e",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-US",
    timezoneId: "UTC",
    colorScheme: "light",
    trace: "retain-on-failure",
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
});
