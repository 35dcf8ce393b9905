// npm run halt -- SYMBOL [--until 2026-10-01T10:30:00Z] [--resume] [--room public]
// The public room belongs to nobody, so who may halt a month there is who can read the data folder of its server.
import { parseArgs } from "node:util";
import { askOperator, leave } from "./ask-operator.mjs";

const usage = "Usage: npm run halt -- SYMBOL [--until 2026-10-01T10:30:00Z] [--resume] [--room public]";

function readArguments() {
  const options = {
    until: { type: "string" },
    resume: { type: "boolean" },
    room: { type: "string", default: "public" },
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { ...values, symbol: positionals[0] };
  } catch (error) {
    leave(error.message, usage);
  }
  return leave("Which month? Name one symbol.", usage);
}

const refusals = {
  "unknown-room": ({ room }) => [`There is no room "${room}".`, usage],
  "unknown-contract": ({ symbol, listed }) => [`${symbol} is not listed.`, `Listed: ${listed.join(", ")}`],
  "not-halted": ({ symbol }) => [`${symbol} is not halted.`, "There is nothing to resume."],
  closed: ({ opensAt }) => ["The market is closed.", `It opens at ${opensAt} of room time.`],
  "invalid-request": () => ["The server did not understand the request.", usage],
};

const { symbol, haltedUntil, state } = await askOperator("operator/halt", readArguments(), refusals);
if (haltedUntil) console.log(`${symbol} is halted, till ${haltedUntil} of room time at the latest.`);
else console.log(`${symbol} is ${state === "continuous" ? "trading again" : state}.`);
