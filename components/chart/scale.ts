/** Arithmetic of drawings. Positions are in px and may be floats: nothing here is ever shown as a number. */

export type Scale = (value: number) => number;

export const linear =
  (domain: readonly [number, number], range: readonly [number, number]): Scale =>
  (value) =>
    range[0] + ((value - domain[0]) / (domain[1] - domain[0] || 1)) * (range[1] - range[0]);

/** 3 to 5 round values inside the domain, evenly apart: 1, 2 or 5 times a power of ten. */
export function roundTicks(low: number, high: number, most = 5): number[] {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => Math.floor(high / s) - Math.ceil(low / s) < most);
  const chosen = step ?? 10 * power;
  const first = Math.ceil(low / chosen);
  const count = Math.floor(high / chosen) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * chosen).toPrecision(12)));
}

const px = (n: number): number => Math.round(n * 10) / 10;

/** A price that stands still and then jumps: horizontal to the next point's x, then vertical. `until` draws the last one on. */
export function stepPath(points: readonly (readonly [x: number, y: number])[], until?: number): string {
  if (points.length === 0) return "";
  const [[x, y], ...rest] = points;
  const steps = rest.map(([nextX, nextY]) => `H${px(nextX)}V${px(nextY)}`).join("");
  return `M${px(x)} ${px(y)}${steps}${until === undefined ? "" : `H${px(until)}`}`;
}

export const linePath = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${px(x)} ${px(y)}`).join("");

/** The area between an upper line and a lower one with the same x. */
export const bandPath = (points: readonly (readonly [x: number, top: number, bottom: number])[]): string =>
  points.length === 0
    ? ""
    : `${linePath(points.map(([x, top]) => [x, top]))}${points
        .toReversed()
        .map(([x, , bottom]) => `L${px(x)} ${px(bottom)}`)
        .join("")}Z`;

/** Keeps the labels whose x lies at least `apart` from those kept before; earlier ones go first. */
export function keepApart<Label extends { x: number }>(labels: readonly Label[], apart: number): Label[] {
  const kept: Label[] = [];
  for (const label of labels) if (kept.every((other) => Math.abs(other.x - label.x) >= apart)) kept.push(label);
  return kept;
}
