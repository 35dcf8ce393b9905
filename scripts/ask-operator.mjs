// How a command on the same machine asks the running server: through the address and secret that the server left in the
// data folder (server/auth/operator-door.ts).
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const dataDir = resolve(process.env.DATA_DIR || join(import.meta.dirname, "..", "data"));

export function leave(what, wayOut) {
  console.error(`${what}\n${wayOut}`);
  process.exit(1);
}

/** The answer's JSON. Any other end says what is wrong and what to do; `refusals`: by error code, [what, way out]. */
export async function askOperator(path, body, refusals) {
  const { url, secret } = readDoor();
  const response = await fetch(`${url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
    body: JSON.stringify(body),
  }).catch(() =>
    leave(
      `The Tokenpit of ${dataDir} does not answer at ${url}.`,
      "It may have been killed: start it with `npm start` and repeat.",
    ),
  );
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const { code, details } = answer.error ?? { code: `HTTP ${response.status}`, details: {} };
  if (code === "read-only") leave(...readOnly);
  if (response.status === 503) leave("The market is not open yet.", "Wait a few seconds and repeat the command.");
  return leave(...(refusals[code]?.(details) ?? [`The server refused: ${code}.`, "Its log says more."]));
}

/** Waiting does not help: the room's journal does not replay to what was recorded. */
const readOnly = [
  "The room is read-only: its journal does not replay to what was recorded, so it takes no commands.",
  "Nothing is lost. The server's log says from which entry on they differ. Stop it and start the version of Tokenpit that\n" +
    "ran the room before; to have a market meanwhile, start with another DATA_DIR.",
];

function readDoor() {
  try {
    return JSON.parse(readFileSync(join(dataDir, "operator.json"), "utf8"));
  } catch (error) {
    if (error.code === "EACCES")
      leave(`This user may not read ${dataDir}.`, "Run the command as the user that runs Tokenpit.");
    return leave(
      `No Tokenpit is running on ${dataDir}.`,
      "Start it with `npm start` and repeat the command beside it; with another data folder, set DATA_DIR to it.",
    );
  }
}
