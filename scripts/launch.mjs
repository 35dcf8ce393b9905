// From a fresh clone to a running app: install what is missing, build what has changed, then become the server.
// Plain Node: nothing from node_modules may be needed before it is installed.
import { join } from "node:path";
import { PreparationError, prepare } from "./prepare.mjs";

const root = join(import.meta.dirname, "..");

export async function launch({ dev }) {
  process.chdir(root);
  process.env.NODE_ENV = dev ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  try {
    await prepare({ pages: !dev });
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    console.error(`\n${error.message}\n${error.wayOut}`);
    process.exit(1);
  }
  const { serve } = await import("../.build/server.js");
  await serve({ dev });
}
