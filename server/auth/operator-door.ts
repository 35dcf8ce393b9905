import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How a command on the same machine reaches the running server: a file in the data folder, readable by its owner alone,
 * names the address and this run's secret. Whoever can read it could read the database as well.
 */
export function openOperatorDoor(dataFolder: string, port: number, host?: string): { close(): void } {
  const file = join(dataFolder, "operator.json");
  const secret = randomBytes(32).toString("base64url");
  const everyAddress = host === undefined || host === "0.0.0.0" || host === "::";
  const shown = everyAddress ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  rmSync(file, { force: true }); // a mode given to an existing file would not count
  writeFileSync(file, `${JSON.stringify({ url: `http://${shown}:${port}`, secret })}\n`, { mode: 0o600 });
  process.env.OPERATOR_SECRET = secret;
  return { close: () => rmSync(file, { force: true }) };
}
