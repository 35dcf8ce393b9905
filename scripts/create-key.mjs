// npm run create-key -- --user NAME [--name "what it is for"] [--json]
// Opening a trading account is a command to the room, and only the running server has the room.
import { parseArgs } from "node:util";
import { askOperator, leave } from "./ask-operator.mjs";

const usage = 'Usage: npm run create-key -- --user NAME [--name "what it is for"] [--json]';

function readArguments() {
  const options = { user: { type: "string" }, name: { type: "string" }, json: { type: "boolean" } };
  try {
    const { values } = parseArgs({ options });
    if (values.user) return values;
  } catch (error) {
    leave(error.message, usage);
  }
  return leave("Whose key? --user is missing.", usage);
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
const answer = await askOperator("operator", { user, name }, refusals);
if (json) console.log(JSON.stringify({ user: answer.user, key: answer.key, room: answer.room }));
else {
  console.log(`${answer.key}\n`);
  console.log(`Key of ${answer.user} for the room "${answer.room}". It is not shown again.`);
  if (answer.created) console.log("This user is new and has no password: it trades by key alone.");
}
