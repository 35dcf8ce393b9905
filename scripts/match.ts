import { readFileSync } from "node:fs";
import { OrderReplay } from "./order-replay";

const usage = "npm run match -- orders.jsonl [--json]";

/** Replays a file of orders, one JSON object a line, and prints what traded and what is left. Returns the exit code. */
export function match(args: readonly string[]): number {
  const json = args.includes("--json");
  const files = args.filter((word) => !word.startsWith("--"));
  if (files.length !== 1 || args.some((word) => word.startsWith("--") && word !== "--json")) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(files[0], "utf8");
  } catch (error) {
    console.error(`${files[0]} cannot be read: ${(error as Error).message}`);
    return 2;
  }
  const replay = new OrderReplay();
  for (const [n, line] of text.split("\n").entries()) if (line.trim() !== "") replay.read(n + 1, line);
  const result = replay.result();
  if (json) console.log(JSON.stringify(result));
  else print(result);
  for (const { line, reason } of result.bad) console.error(`line ${line}: ${reason}`);
  return result.bad.length > 0 ? 1 : 0;
}

function print({ events, bids, asks, digest }: ReturnType<OrderReplay["result"]>): void {
  for (const event of events) {
    if (event.kind === "trade")
      console.log(`${event.lots} @ ${event.price}: ${event.maker} with incoming ${event.taker}`);
    else if (event.kind === "auction")
      console.log(`${event.lots} @ ${event.price}: bid ${event.bid} with ${event.offer}`);
    else if (event.kind === "reduced")
      console.log(`${event.order} loses ${event.lots}, ${event.open} left (self-trade)`);
    else if (event.kind === "ended") console.log(`${event.order} ends with ${event.lots} left (${event.reason})`);
    else if (event.price === null) console.log(`${event.kind}: nothing overlaps`);
    else console.log(`${event.kind}: ${event.lots} @ ${event.price}, surplus ${event.surplus}`);
  }
  console.log("\n  price        lots  orders");
  const row = ([price, lots, orders]: readonly number[]) =>
    console.log(`${String(price).padStart(7)} ${String(lots).padStart(11)} ${String(orders).padStart(7)}`);
  for (const each of [...asks].reverse()) row(each);
  console.log("  ———");
  for (const each of bids) row(each);
  console.log(`\ndigest ${digest}`);
}
