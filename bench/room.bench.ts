import type { Command, Entry, OrderDraft } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import { activeDay, addActive, openRoom, restoreRoom, startOf } from "@/engine/index";
import type { Room, RoomSnapshot } from "@/engine/room-face";
import { type AccountNo, lots, type OrderId, ownerNo, type RoomTime, ticks } from "@/engine/units";
import { median, type Result } from "./result";

const ROUNDS = 5;

/** What a host does with a room: keep it, open what was kept, and after a crash play the day again onto it. */
export function benchRoom(): Result[] {
  return [...snapshots(), ...recovery()];
}

const PEOPLE = 10_000;
const ORDERS_EACH = 5;

function snapshots(): Result[] {
  const room = crowdedRoom();
  const digest = room.digest();
  const [taking, writing, reading]: [number[], number[], number[]] = [[], [], []];
  let bytes = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const [snapshot, took] = timed(() => room.snapshot());
    const [text, wrote] = timed(() => JSON.stringify(snapshot));
    const [restored, read] = timed(() => restoreRoom(JSON.parse(text) as RoomSnapshot));
    if (restored.digest() !== digest) throw new Error("the restored room is another one");
    bytes = text.length;
    if (round === 0) continue; // warms up
    taking.push(took);
    writing.push(wrote);
    reading.push(read);
  }
  const of = `${PEOPLE.toLocaleString("en")} accounts and ${(PEOPLE * ORDERS_EACH).toLocaleString("en")} resting orders`;
  return [
    { name: `snapshot of ${of}`, value: Math.round(median(taking)), unit: "ms" },
    { name: "the same written as JSON", value: Math.round(median(writing)), unit: "ms" },
    { name: "its length", value: Math.round(bytes / 1e6), unit: "MB" },
    { name: "read and restored", value: Math.round(median(reading)), unit: "ms" },
  ];
}

/** Ten thousand people, each with five orders in as many of the 32 months, none of which trades. */
function crowdedRoom(): Room {
  const room = openRoom({ ...defaultRoomConfig, participants: [] }, "bench");
  const at = addActive(room.config, startOf(room.config), 3_600_000);
  const send = sender(room);
  for (let person = 1; person <= PEOPLE; person++) send({ kind: "open-account", owner: ownerNo(person) }, at);
  const contracts = room.contracts();
  for (let account = 1; account <= PEOPLE; account++) {
    for (let k = 0; k < ORDERS_EACH; k++) {
      const { symbol, settlement } = contracts[(account + k * 7) % contracts.length];
      const away = 1 + ((account * 31 + k * 17) % Math.floor(settlement / 12));
      const order = limit(symbol, k % 2 === 0 ? "buy" : "sell", 1, k % 2 === 0 ? settlement - away : settlement + away);
      send({ kind: "place-order", account: account as AccountNo, order }, at);
    }
  }
  room.takeEvents();
  return room;
}

const TRADERS = 200;
const COMMANDS = 50_000;

/** A day of the default room with its participants and two hundred people, from the snapshot of the evening before. */
function recovery(): Result[] {
  const room = openRoom(defaultRoomConfig, "bench");
  const send = sender(room);
  const day = activeDay(room.config);
  const start = startOf(room.config);
  for (let person = 1; person <= TRADERS; person++) send({ kind: "open-account", owner: ownerNo(person) }, start);
  const evening = addActive(room.config, start, day);
  room.advance(evening);
  room.takeEvents();
  const text = JSON.stringify(room.snapshot());
  const before = room.counts().commands;
  const people = room.standings().map(({ account }) => account);
  const entries = Array.from({ length: COMMANDS }, (_, n) => {
    const at = addActive(room.config, evening, 1 + Math.floor(((n + 1) * (day - 2)) / COMMANDS));
    room.advance(at);
    const entry = send(nextCommand(room, people, n), at);
    room.takeEvents();
    return entry;
  });
  const commands = room.counts().commands - before;
  const digest = room.digest();
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [replayed, took] = timed(() => replay(text, entries));
    if (replayed.digest() !== digest) throw new Error("the recovered room is another one");
    times.push(took);
  }
  const of = `${COMMANDS.toLocaleString("en")} commands of people and ${(commands - COMMANDS).toLocaleString("en")} of participants`;
  return [
    { name: `recovery: a day played onto the last snapshot, ${of}`, value: Math.round(median(times)), unit: "ms" },
  ];
}

function replay(text: string, entries: readonly Entry[]): Room {
  const room = restoreRoom(JSON.parse(text) as RoomSnapshot);
  for (const entry of entries) {
    room.apply(entry);
    room.takeEvents();
  }
  return room;
}

/** People quote around the settlement, take what they find now and then, and cancel what they have open every ninth time. */
function nextCommand(room: Room, people: readonly AccountNo[], n: number): Command {
  const account = people[(n * 37) % people.length];
  const open = n % 3 === 0 ? room.openOrders(account) : [];
  if (open.length > 0) return { kind: "cancel-order", account, order: open[0].id as OrderId };
  const contracts = room.contracts();
  const { symbol, mark, limitLow, limitHigh } = contracts[(n * 11) % contracts.length];
  const side = (n >> 3) % 2 === 0 ? "buy" : "sell";
  const away = ((n * 13) % 40) - 5;
  const price = Math.min(limitHigh, Math.max(limitLow, side === "buy" ? mark - away : mark + away));
  return { kind: "place-order", account, order: limit(symbol, side, 1 + (n % 3), price) };
}

function limit(contract: string, side: OrderDraft["side"], size: number, price: number): OrderDraft {
  return {
    contract,
    side,
    type: "limit",
    lots: lots(size),
    price: ticks(price),
    timeInForce: "gtc",
    postOnly: false,
    selfTrade: "newest",
  };
}

/** Applies commands one after the other, numbered as a journal would number them. */
function sender(room: Room): (command: Command, at: RoomTime) => Entry {
  return (command, at) => {
    const entry = { seq: room.seq + 1, at, command };
    const outcome = room.apply(entry);
    if (outcome.kind === "refused") throw new Error(`${command.kind}: ${JSON.stringify(outcome.refusal)}`);
    return entry;
  };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const done = work();
  return [done, performance.now() - start];
}
