import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Recomputes what VISUAL.md §3 states about the colours, from the file that the pages load. */
const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

type Theme = "light" | "dark";
type Tokens = Record<string, string>;

const declarationsOf = (selector: string): Tokens => {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(start + selector.length + 2, css.indexOf("\n}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
};
const normal = declarationsOf(":root");
const high = { ...normal, ...declarationsOf(':root[data-contrast="high"]') };

/** A token's #RRGGBB in a theme, through var() and light-dark(). */
function colour(tokens: Tokens, name: string, theme: Theme): string {
  const value = tokens[name];
  const alias = /^var\(--([\w-]+)\)$/.exec(value ?? "");
  if (alias) return colour(tokens, alias[1], theme);
  const both = /^light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\)$/i.exec(value ?? "");
  const found = both ? both[theme === "light" ? 1 : 2] : value;
  if (!/^#[0-9A-F]{6}$/i.test(found ?? "")) throw new Error(`--${name} is no plain colour: ${value}`);
  return found;
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(tokens: Tokens, text: string, ground: string, theme: Theme): number {
  const [a, b] = [text, ground].map((name) => luminance(colour(tokens, name, theme)));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const plain = ["paper", "surface", "sunken"];
const selected = "accent-soft"; // a chosen row keeps its text colours

/** Every colour that text has: the grounds it stands on beside the plain ones, and the fill that takes its place. */
const texts: Record<string, { on: string[]; fill?: string }> = {
  ink: { on: [selected, "warn-soft", "dir-green-soft", "dir-red-soft", "sim-ground"] },
  "ink-2": { on: [selected, "sim-ground"] },
  "ink-3": { on: [selected, "sim-ground"] },
  accent: { on: [selected], fill: "accent-fill" },
  "dir-green": { on: [selected, "dir-green-soft"], fill: "dir-green-fill" },
  "dir-red": { on: [selected, "dir-red-soft"], fill: "dir-red-fill" },
  warn: { on: ["warn-soft"] },
  crit: { on: [], fill: "crit-fill" },
  "s-prem": { on: ["sim-ground"] },
  "s-chna": { on: ["sim-ground"] },
  "s-econ": { on: ["sim-ground"] },
  "s-gpuh": { on: ["sim-ground"] },
};

function least(tokens: Tokens, text: string, theme: Theme): number {
  const { on, fill } = texts[text];
  const onGrounds = [...plain, ...on].map((ground) => ratio(tokens, text, ground, theme));
  return Math.min(...onGrounds, ...(fill ? [ratio(tokens, "on-fill", fill, theme)] : []));
}
const leastOfAll = (tokens: Tokens, theme: Theme): number =>
  Math.min(...Object.keys(texts).map((text) => least(tokens, text, theme)));
const stated = (n: number): number => Math.round(n * 10) / 10;

describe("contrast, as VISUAL.md §3 states it", () => {
  test.each([
    ["ink-3", 4.6, 4.8],
    ["accent", 7.0, 6.0],
    ["dir-green", 5.2, 5.8],
    ["dir-red", 5.5, 6.0],
    ["warn", 6.7, 8.2],
    ["crit", 8.5, 7.5],
  ])("%s has %d in light and %d in dark on the worst ground it stands on", (token, light, dark) => {
    expect([stated(least(normal, token, "light")), stated(least(normal, token, "dark"))]).toEqual([light, dark]);
  });

  test.each([
    ["normal", normal, 4.6, 4.8],
    ["high", high, 9.5, 11.2],
  ])("all text, %s contrast", (_, tokens, light, dark) => {
    expect([stated(leastOfAll(tokens, "light")), stated(leastOfAll(tokens, "dark"))]).toEqual([light, dark]);
  });

  test("control edges and axes: 3.2 in light, 3.7 in dark", () => {
    const edge = (theme: Theme) => Math.min(...plain.map((ground) => ratio(normal, "line-strong", ground, theme)));
    expect([stated(edge("light")), stated(edge("dark"))]).toEqual([3.2, 3.7]);
  });
});

test("red-up swaps up and down, each with its soft ground and its fill", () => {
  const redUp = declarationsOf(':root[data-updown="red-up"]');
  for (const part of ["", "-soft", "-fill"]) {
    expect(redUp[`up${part}`]).toBe(normal[`down${part}`]);
    expect(redUp[`down${part}`]).toBe(normal[`up${part}`]);
  }
});
