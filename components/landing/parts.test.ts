import { expect, test } from "vitest";
import { places, pricePages } from "../layout/places";
import { addressOf, parts } from "./parts";

test("every part of the product can be reached from the first page", () => {
  const reached = parts.flatMap(({ first, beside }) => [first, ...beside].map(addressOf));
  expect(reached.toSorted()).toEqual([...new Set([...places, ...pricePages].map(({ href }) => href))].toSorted());
});
