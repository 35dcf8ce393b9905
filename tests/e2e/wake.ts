import type { Page } from "@playwright/test";

/** The scripts of a page that is read wait for its reader's first move: makes it, and waits until React has the page. */
export async function wake(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => {
    const held = document.querySelector('script[type="text/held"]');
    return !held && Object.keys(document.body).some((key) => key.startsWith("__react"));
  });
}
