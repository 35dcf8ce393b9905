import { expect, test } from "vitest";
import { lookAttributes, parseLook, serializeLook } from "./look";

test("red rises in Chinese and green in English until somebody chooses", () => {
  expect(parseLook(undefined, "zh").direction).toBe("red-up");
  expect(parseLook(undefined, "en").direction).toBe("green-up");
  expect(parseLook("direction=red-up", "en").direction).toBe("red-up");
});

test("changing the theme in one language does not choose the direction for the other", () => {
  const dark = { ...parseLook(undefined, "en"), theme: "dark" as const };
  expect(parseLook(serializeLook(dark, "en"), "zh")).toEqual({
    theme: "dark",
    contrast: "system",
    direction: "red-up",
    shortcuts: "on",
  });
  const chosen = { ...parseLook(undefined, "zh"), direction: "green-up" as const };
  expect(parseLook(serializeLook(chosen, "zh"), "zh").direction).toBe("green-up");
});

test("keys act until somebody switches them off, which outlives a change of anything else", () => {
  expect(parseLook(undefined, "en").shortcuts).toBe("on");
  const off = parseLook(serializeLook({ ...parseLook(undefined, "en"), shortcuts: "off" }, "en"), "en");
  expect(off.shortcuts).toBe("off");
  expect(parseLook(serializeLook({ ...off, theme: "dark" }, "en"), "zh").shortcuts).toBe("off");
});

test("a cookie that was tampered with is read as no wish", () => {
  expect(parseLook("theme=%3Cscript%3E&contrast=9&direction=", "en")).toEqual(parseLook(undefined, "en"));
});

test("what is left to the system is left out of the page, so that its style sheet decides", () => {
  expect(lookAttributes(parseLook(undefined, "en"))).toEqual({
    "data-theme": undefined,
    "data-contrast": undefined,
    "data-updown": "green-up",
  });
  expect(lookAttributes(parseLook("theme=dark&contrast=high", "en"))).toMatchObject({
    "data-theme": "dark",
    "data-contrast": "high",
  });
});
