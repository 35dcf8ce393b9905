import { StartupError } from "@/server/startup-error";
import { inWords } from "@/tokens/prices/problems";
import { currentEdition } from "./data";
import { BadPriceData } from "./load";

const MOST_SHOWN = 10;

/** Reads the prices before anything opens: a file with a bad row keeps the server from starting, and says which. */
export function openPrices(): void {
  try {
    currentEdition();
  } catch (error) {
    if (!(error instanceof BadPriceData)) throw error;
    const { problems, folder } = error;
    const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more`] : [];
    const lines = [...problems.slice(0, MOST_SHOWN).map(inWords), ...more].map((line) => `  ${line}`);
    throw new StartupError(
      [`The prices in ${folder} are not in order:`, ...lines].join("\n"),
      "Correct these rows, check them with `npm run check-prices`, and start again (docs/adding-a-price.md).",
    );
  }
}
