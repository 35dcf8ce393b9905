import { expect, test } from "vitest";
import { placeTags } from "./marks";

test("tags that would cover each other move on by just enough, and the others stay", () => {
  expect(placeTags([100, 300, 105, 110], 20)).toEqual([100, 300, 120, 140]);
});

test("tags at one price keep the order they came in", () => {
  expect(placeTags([50, 50], 20)).toEqual([50, 70]);
});
