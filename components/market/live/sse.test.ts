import { expect, test } from "vitest";
import { type Frame, frameReader, waitBefore } from "./sse";

const read = (chunks: string[]): Frame[] => {
  const frames: Frame[] = [];
  const push = frameReader((frame) => frames.push(frame));
  for (const chunk of chunks) push(chunk);
  return frames;
};

test("frames are cut the same wherever the network cuts the bytes", () => {
  const text =
    'id: 7\nevent: market\ndata: {"a":1}\n\n: still here\n\nid: 8\r\nevent: own\r\ndata: x\r\ndata: y\r\n\r\n';
  const whole = read([text]);
  expect(whole).toEqual([
    { event: "market", data: '{"a":1}', id: "7" },
    { event: "own", data: "x\ny", id: "8" },
  ]);
  for (let at = 1; at < text.length; at++) expect(read([text.slice(0, at), text.slice(at)])).toEqual(whole);
});

test("a reconnect waits longer each time, never beyond its bound, and at least as long as the server asks", () => {
  expect(waitBefore(0, 0.5, null)).toBe(500);
  expect(waitBefore(3, 0.5, null)).toBe(4000);
  expect(waitBefore(50, 0.5, null)).toBe(15_000);
  expect(waitBefore(0, 0.5, 30)).toBe(30_000);
});
