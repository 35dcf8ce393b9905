import { expect, test } from "vitest";
import { Calendar } from "@/engine/calendar";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { openRoom, restoreRoom } from "@/engine/index";
import type { Room, RoomSnapshot } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { honest, populationNames, run, schemes, watched } from "@/scripts/grading";

/** The default room watched, with a manipulator of each style. */
const config = watched(1);
const calendar = new Calendar(config.calendar);
const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const isAlert = ({ kind }: RoomEvent) => kind === "alert";

test("a snapshot anywhere changes nothing, whatever surveillance and manipulators are about", () => {
  const live = openRoom(config, "1");
  let restored: Room = openRoom(config, "1");
  const end = calendar.day(2).fixing;
  for (let at = calendar.day(1).open; at < end; at += 4_387_001) {
    live.advance(at as RoomTime);
    restored.advance(at as RoomTime);
    expect(restored.digest()).toBe(live.digest());
    restored = restoreRoom(plainCopy(restored.snapshot()));
    expect(restored.digest()).toBe(live.digest());
  }
  expect(live.takeEvents().filter(isAlert).length).toBeGreaterThan(0);
});

test("8.2 alerts come from what accounts did: with the manipulators' own records taken away they are the same", () => {
  const noon = calendar.day(1).open + 3 * 3_600_000;
  const labelled = openRoom(config, "2");
  labelled.advance(noon as RoomTime);
  labelled.takeEvents();
  const saved = plainCopy(labelled.snapshot()) as RoomSnapshot & { state: { participants: object[] } };
  let taken = 0;
  for (const participant of saved.state.participants) {
    if (!("episodes" in participant)) continue;
    taken += (participant.episodes as unknown[]).length;
    participant.episodes = [];
  }
  expect(taken).toBeGreaterThan(0);
  const unlabelled = restoreRoom(saved);
  for (const room of [labelled, unlabelled]) room.advance(calendar.day(1).fixing as RoomTime);
  const [told, toldUnlabelled] = [labelled, unlabelled].map((room) => room.takeEvents());
  expect(told.filter(isAlert).length).toBeGreaterThan(0);
  expect(toldUnlabelled).toEqual(told);
});

test("8.2 a participant is watched as what it does, not as what it is: labels of kind are not in the state", () => {
  const room = openRoom(config, "1");
  room.advance((calendar.day(1).open + 3_600_000) as RoomTime);
  const { parts } = room.snapshot().state as { parts: { surveillance: unknown } };
  const state = JSON.stringify(parts.surveillance);
  for (const word of ["manipulator", "market-maker", "noise", ...schemes]) expect(state).not.toContain(word);
});

test("8.2 nobody manipulates: days of honest makers, noise and hedgers pass without an alert of a pattern", () => {
  for (const population of populationNames) {
    const { alerts } = run(honest(population), "11", 3);
    expect(alerts.filter(({ pattern }) => schemes.some((scheme) => scheme === pattern))).toEqual([]);
  }
});

test("8.2, 8.3 each style of manipulation is caught within days, and every other rule binds it", () => {
  const { alerts, episodes } = run(config, "3", 6);
  for (const scheme of schemes) {
    const mine = episodes.filter((episode) => episode.scheme === scheme);
    const right = alerts.filter(
      ({ pattern, accounts, contract }) =>
        pattern === scheme &&
        mine.some((episode) => accounts.includes(episode.account) && episode.contract === contract),
    );
    expect(right.length, scheme).toBeGreaterThan(0);
  }
  const room = openRoom(config, "3");
  for (let at = calendar.day(1).open; at < calendar.day(2).close; at += 900_000) {
    room.advance(at as RoomTime);
    room.check();
  }
});

test("surveillance changes nobody's market: trades are those of the room unwatched", () => {
  const { surveillance: _, ...unwatched } = { ...watched(2), surveillance: undefined };
  const trades = [watched(2), unwatched].map((one) => {
    const room = openRoom(one, "5");
    room.advance(calendar.day(2).fixing as RoomTime);
    return room
      .takeEvents()
      .filter(({ kind }) => kind === "trade" || kind === "settlement")
      .map(({ seq: __, ...event }) => event);
  });
  expect(trades[0].length).toBeGreaterThan(100);
  expect(trades[0]).toEqual(trades[1]);
  expect(defaultRoomConfig.participants.length).toBeLessThan(config.participants.length);
});
