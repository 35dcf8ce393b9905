import fc from "fast-check";
import { expect, test } from "vitest";
import { Hash } from "./digest";

const hashed = (add: (hash: Hash) => void): string => {
  const hash = new Hash();
  add(hash);
  return hash.hex();
};
const anyData = fc.jsonValue({ maxDepth: 3 });

test("plain data has one digest, whatever object carries it, and different data another", () => {
  fc.assert(
    fc.property(anyData, anyData, (one, other) => {
      const digest = hashed((hash) => hash.data(one));
      expect(hashed((hash) => hash.data(structuredClone(one)))).toBe(digest);
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(hashed((hash) => hash.data(other))).not.toBe(digest);
    }),
    { numRuns: 1000 },
  );
});

test("neither nesting, nor a type, nor a name is lost in the digest", () => {
  const values = [1, "1", true, false, null, [], {}, [1], [[1]], [[], 1], { a: 1 }, { b: 1 }, ["a", 1], "", "ab", "a"];
  const digests = values.map((value) => hashed((hash) => hash.data(value)));
  expect(new Set(digests).size).toBe(values.length);
});

test("every character of a text counts, in its place", () => {
  const texts = ["", "a", "b", "ab", "ba", "abc", "abd", "acb", "abcd", "a\u0000", "\u0000a", "漢字", "字漢"];
  expect(new Set(texts.map((text) => hashed((hash) => hash.text(text)))).size).toBe(texts.length);
});

test("a saved hash goes on as the original does", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), fc.string(), (numbers, text) => {
      const original = new Hash("room").numbers(numbers);
      const restored = Hash.load(JSON.parse(JSON.stringify(original.save())));
      expect(restored.text(text).hex()).toBe(original.text(text).hex());
    }),
  );
});
