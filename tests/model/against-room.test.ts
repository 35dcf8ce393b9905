import { expect, test } from "vitest";
import { agreeOn } from "./against-room";
import * as profiles from "./profiles";

test.each(Object.entries(profiles))(
  "%s: the room and the naive venue come to the same after every command",
  (_, profile) => {
    const told = agreeOn(profile);
    expect(told.trades).toBeGreaterThan(30);
  },
);
