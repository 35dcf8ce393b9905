// npm run create-key -- --user NAME [--name "what it is for"] [--json]
// Asks the running server, through the address and secret it left in the data folder (server/auth/operator-door.ts):
// opening a trading account is a command to the room, and only the server has the room.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const usage = 'Usage: npm run create-key -- --user NAME [--name "what it is for"] [--json]';
const dataDir = resolve(process.env.DATA_DIR || join(import.meta.dirname, "..", "data"));

function leave(what, wayOut) {
  console.error(`${what}\n${wayOut}`);
  process.exit(1);
}

function readArguments() {
  const options = { user: { type: "string" }, name: { type: "string" }, json: { type: "boolean" } };
  try {
    const { values } = parseArgs({ options });
    if (values.user) return values;
  } catch (error) {
    leave(error.message, usage);
  }
  leave("Whose key? --user is missing.", usage);
}

function readDoor() {
  try {
    return JSON.parse(readFileSync(join(dataDir, "operator.json"), "utf8"));
  } catch (error) {
    if (error.code === "EACCES")
      leave(`This user may not read ${dataDir}.`, "Run the command as the user that runs Tokenpit.");
    leave(
      `No Tokenpit is running on ${dataDir}.`,
      "Start it with `npm start` and repeat the command beside it; with another data folder, set DATA_DIR to it.",
    );
  }
}

const refusals = {
  "nickname-invalid": () => ["A name has 3 to 24 letters, digits, - or _.", usage],
  "too-many-keys": ({ most }) => [
    `This user has ${most} keys already.`,
    "Revoke one on the account page, or choose another --user.",
  ],
  "invalid-request": () => ["The server did not understand the request.", "A key's --name has 1 to 40 characters."],
};

const { user, name, json } = readArguments();
const { url, secret } = readDoor();
const response = await fetch(`${url}/api/auth/operator`, {
  method: "POST",
  headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
  body: JSON.stringify({ user, name }),
}).catch(() =>
  leave(
    `The Tokenpit of ${dataDir} does not answer at ${url}.`,
    "It may have been killed: start it with `npm start` and repeat.",
  ),
);
if (response.status === 503) leave("The market is not open yet.", "Wait a few seconds and repeat the command.");
const answer = await response.json().catch(() => ({}));
if (!response.ok) {
  const { code, details } = answer.error ?? { code: `HTTP ${response.status}`, details: {} };
  leave(...(refusals[code]?.(details) ?? [`The server refused: ${code}.`, "Its log says more."]));
}
if (json) console.log(JSON.stringify({ user: answer.user, key: answer.key, room: answer.room }));
else {
  console.log(`${answer.key}\n`);
  console.log(`Key of ${answer.user} for the room "${answer.room}". It is not shown again.`);
  if (answer.created) console.log("This user is new and has no password: it trades by key alone.");
}
