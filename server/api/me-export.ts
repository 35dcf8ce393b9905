import type { RoomEvent } from "@/engine/events";
import { formatMoney } from "@/wire/decimal";
import { toNoticeView } from "@/wire/from-events";
import type { RoomNotation } from "@/wire/notation";
import { formatPrice, notationFor } from "@/wire/notation";
import { isoTime } from "@/wire/time";
import { membershipsOf } from "../db/members";
import { type PersonalRow, personalAccess, personalRecord, personalRows, personalTables } from "../db/personal-data";
import { contractsOf } from "./ask";

/** Everything held about a person as one JSON text, written piece by piece: a long history is never whole in memory. */
export async function* exportOf(userId: string): AsyncGenerator<string> {
  const [person, access, memberships] = await Promise.all([
    personalRecord(userId),
    personalAccess(userId),
    membershipsOf(userId),
  ]);
  const about = { what: "Everything Tokenpit holds about you. All money is play money.", units };
  yield `{${pair("about", about)},${pair("person", person)},${pair("sessions", access.sessions)},${pair("keys", access.keys)},"rooms":[`;
  let firstRoom = true;
  for (const { accounts, ...membership } of memberships) {
    const { notation } = await contractsOf(membership.room);
    yield `${firstRoom ? "" : ","}{${pair("membership", membership)},"accounts":[`;
    firstRoom = false;
    for (const [i, account] of accounts.entries()) {
      yield `${i === 0 ? "" : ","}{${pair("account", account)}`;
      for (const table of personalTables) {
        yield `,"${table}":[`;
        let firstRow = true;
        for await (const rows of personalRows(table, membership.room, account)) {
          yield (firstRow ? "" : ",") + rows.map((row) => JSON.stringify(written(row, notation))).join(",");
          firstRow = false;
        }
        yield "]";
      }
      yield "}";
    }
    yield "]}";
  }
  yield "]}\n";
}

const units = {
  money: "dollars, as decimal text",
  price: "dollars for a unit of the contract, as decimal text",
  at: "room time, the simulated calendar in UTC",
  createdAt: "real time",
};

const pair = (name: string, value: unknown) => `"${name}":${JSON.stringify(value)}`;

const money = new Set([
  "fee",
  "marginChange",
  "bankChange",
  "marginCash",
  "bankCash",
  "wealth",
  "equity",
  "requirement",
]);
const prices = new Set(["price", "previousPrice"]);
/** Σ price × lots in ticks: the fills say the same in dollars. The room is named around the rows. */
const leftOut = new Set(["room", "account", "filledValue"]);

function written(row: PersonalRow, notation: RoomNotation): Record<string, unknown> {
  if (typeof row.body === "object" && row.body !== null) return { ...toNoticeView(eventOf(row), notation) };
  const contract = typeof row.contract === "string" ? notationFor(row.contract, notation) : null;
  const cells = Object.entries(row)
    .filter(([name]) => !leftOut.has(name))
    .map(([name, value]) => {
      if (typeof value !== "number") return [name, value];
      if (money.has(name)) return [name, formatMoney(value)];
      if (prices.has(name) && contract) return [name, formatPrice(value, contract)];
      return [name, name === "at" ? isoTime(value) : value];
    });
  return Object.fromEntries(cells);
}

/** A notice is kept as the event it was. */
const eventOf = ({ seq, kind, at, body }: PersonalRow): RoomEvent =>
  ({ seq, kind, at, ...(body as object) }) as unknown as RoomEvent;
