import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/desk.json";
import zh from "@/messages/zh/desk.json";
import { expectedFill } from "./expected-fill";

const say = (locale: "en" | "zh", fillsNow: number, rests: number, averagePrice: string | null) => {
  const messages = { desk: locale === "en" ? en : zh };
  const t = createTranslator({ locale, messages, namespace: "desk.ticket" });
  const { says, ...values } = expectedFill({ fillsNow, rests, averagePrice }, "4.640");
  return t(says, values);
};

describe("the expected fill is said as", () => {
  test("all at once, at its average", () => {
    expect(say("en", 40, 0, "4.6394")).toBe("40 at 4.6394 average");
    expect(say("zh", 40, 0, "4.6394")).toBe("40 手，均价 4.6394");
  });
  test("part at once and the rest at the limit", () => {
    expect(say("en", 1063, 17, "4.6394")).toBe("1,063 at 4.6394, 17 rest");
    expect(say("zh", 63, 17, "4.6394")).toBe("立即 63 手，均价 4.6394，余 17 手挂单");
  });
  test("all of it resting, at the price asked", () => {
    expect(say("en", 0, 25, null)).toBe("25 rest at 4.640");
    expect(say("zh", 0, 25, null)).toBe("25 手挂于 4.640");
  });
  test("nothing, where an order would be refused or find nobody", () => {
    expect(say("en", 0, 0, null)).toBe("nothing");
  });
});

/** Every text of the desk by its path. */
const paths = (texts: object, before = ""): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string" ? [before + name] : paths(text, `${before}${name}.`),
  );

test("both languages hold the same texts", () => {
  expect(paths(zh).sort()).toEqual(paths(en).sort());
});

test("the word for an AI token in Chinese is 词元", () => {
  expect(JSON.stringify(zh)).not.toContain("代币");
});
