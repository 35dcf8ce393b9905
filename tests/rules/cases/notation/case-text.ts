/** One rule case as it is written: a title, which is the rule's number and sentence, and the lines under it. */
export interface RuleCase {
  readonly title: string;
  /** The rule is the same for both sides: the case holds with buys and sells swapped and prices reflected. */
  readonly mirrors: boolean;
  readonly lines: readonly string[];
}

/** A title begins its line; what happens under it is indented. `#` begins a remark. `⇄` ends the title of a case that mirrors. */
export function casesIn(text: string): RuleCase[] {
  const cases: { title: string; mirrors: boolean; lines: string[] }[] = [];
  for (const written of text.split("\n")) {
    const line = written.replace(/(^|\s)#.*$/, "").trimEnd();
    if (line.trim() === "") continue;
    if (/^\S/.test(line)) {
      const mirrors = line.endsWith("⇄");
      cases.push({ title: mirrors ? line.slice(0, -1).trim() : line, mirrors, lines: [] });
    } else if (cases.length === 0) throw new Error(`"${line}" stands under no title`);
    else cases[cases.length - 1].lines.push(line.trim());
  }
  return cases;
}

/** The settlement that mirrored cases start from, in ticks: prices are reflected in it. */
const CENTRE = 4_500;

const OPPOSITES = [
  ["buy", "sell"],
  ["buys", "sells"],
  ["bids", "asks"],
  ["bid", "ask"],
  ["long", "short"],
  ["low", "high"],
  ["up", "down"],
] as const;

/** The same case from the other side: what was bought is sold, what was a cent above is a cent below. */
export function mirrored({ title, lines }: RuleCase): RuleCase {
  return { title: `${title} (mirrored)`, mirrors: false, lines: lines.map(mirroredLine) };
}

function mirroredLine(line: string): string {
  if (/\b(basis|cost|ECON|CHNA|GPUH)\b/.test(line)) throw new Error(`"${line}" has no simple mirror image`);
  return line
    .replace(/\b[a-z]+\b/g, (word) => opposites.get(word) ?? word)
    .replace(/(?<![\d$.])([+-]?)(\d+\.\d{3})(?!\d)/g, (_, sign: string, price: string) =>
      sign === "" ? reflected(price) : `${sign === "+" ? "-" : "+"}${price}`,
    );
}

/** Prices with a sign are differences of prices (2.4): they change it. All others are reflected. */
function reflected(price: string): string {
  const ticks = 2 * CENTRE - Number(price.replace(".", ""));
  if (ticks <= 0) throw new Error(`${price} has no mirror image above zero`);
  const digits = String(ticks).padStart(4, "0");
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

const opposites = new Map<string, string>(OPPOSITES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
