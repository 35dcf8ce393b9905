/** How prices, money, months and moments are written in rule cases. Everything is read and printed here alone. */

const PEOPLE = ["ann", "ben", "cid", "dot", "eve", "fay", "gus", "hal"] as const;
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** Who a text mentions, in the order of their account numbers. */
export const peopleIn = (text: string): string[] => PEOPLE.filter((name) => new RegExp(`\\b${name}\\b`).test(text));

export const isPerson = (word: string): boolean => (PEOPLE as readonly string[]).includes(word);

/** ECON's ticks are a ten-thousandth of a dollar, all others' a thousandth (2.2). */
const decimalsOf = (symbol: string): number => (symbol.startsWith("ECON") ? 4 : 3);

/** "4.505" in ticks of this contract. */
export function ticksOf(text: string, symbol: string): number {
  const decimals = decimalsOf(symbol);
  const shape = new RegExp(`^[+-]?\\d+\\.\\d{${decimals}}$`);
  if (!shape.test(text)) throw new Error(`"${text}" is not a price of ${symbol}: write ${decimals} decimals`);
  return Number(text.replace(".", "")) || 0; // "-0.000" is 0
}

export function priceText(ticks: number, symbol: string): string {
  const decimals = decimalsOf(symbol);
  const digits = String(Math.abs(ticks)).padStart(decimals + 1, "0");
  return `${ticks < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** "$85.15" or "-$3.20" in cents. */
export function centsOf(text: string): number {
  if (!/^-?\$\d+\.\d\d$/.test(text)) throw new Error(`"${text}" is not an amount: write $85.15`);
  return Number(text.replace("$", "").replace(".", ""));
}

export function moneyText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}$${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "DEC", "JAN", "GPUH-MAR" or "PREM-OCT27": without a benchmark PREM, without a year the next one from October 2026. */
export function symbolOf(text: string): string {
  const found = /^(?:([A-Z]{4})-)?([A-Z]{3})(\d\d)?$/.exec(text);
  if (!found || !MONTHS.includes(found[2])) throw new Error(`"${text}" is not a month`);
  const [, benchmark = "PREM", month, year = MONTHS.indexOf(month) >= 9 ? "26" : "27"] = found;
  return `${benchmark}-${month}${year}`;
}

export const isMonth = (word: string): boolean => {
  const found = /^(?:[A-Z]{4}-)?([A-Z]{3})(?:\d\d)?$/.exec(word);
  return found !== null && MONTHS.includes(found[1]);
};

/** "10:30", "10:30:05" or "2026-10-02T08:50" after midnight of `today`; room time is UTC (1.1). */
export function momentOf(text: string, today: number): number {
  const found = /^(?:(\d{4}-\d\d-\d\d)T)?(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!found) throw new Error(`"${text}" is not a moment: write 10:30 or 2026-10-02T08:50`);
  const [, date, hours, minutes, seconds = "0"] = found;
  const midnight = date === undefined ? midnightOf(today) : Date.parse(`${date}T00:00:00Z`);
  return midnight + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** A moment as it is written: the date only when it is another day than `today`. */
export function momentText(moment: number, today: number): string {
  const [date, time] = new Date(moment).toISOString().slice(0, 19).split("T");
  const clock = time.endsWith(":00") ? time.slice(0, 5) : time;
  return midnightOf(moment) === midnightOf(today) ? clock : `${date}T${clock}`;
}

export const midnightOf = (moment: number): number => Math.floor(moment / 86_400_000) * 86_400_000;

/** The words of one instruction, taken one after the other; whatever is left over was not understood. */
export class Words {
  private readonly words: string[];
  private next = 0;

  constructor(readonly text: string) {
    this.words = text.split(/\s+/).filter((word) => word !== "");
  }

  peek(): string {
    return this.words[this.next] ?? "";
  }

  take(): string {
    if (this.next >= this.words.length) throw new Error(`"${this.text}" ends too early`);
    this.next += 1;
    return this.words[this.next - 1];
  }

  /** Takes these words if they come next. */
  takeIf(phrase: string): boolean {
    const words = phrase.split(" ");
    if (words.some((word, i) => this.words[this.next + i] !== word)) return false;
    this.next += words.length;
    return true;
  }

  number(): number {
    const word = this.take();
    if (!/^-?\d+(\.\d+)?$/.test(word)) throw new Error(`"${word}" in "${this.text}" is not a number`);
    return Number(word);
  }

  /** A month if one comes next; else the one everything happens in that says nothing else. */
  symbol(): string {
    return symbolOf(isMonth(this.peek()) ? this.take() : "DEC");
  }

  done(): boolean {
    return this.next >= this.words.length;
  }

  end(): void {
    if (!this.done()) throw new Error(`"${this.peek()}" in "${this.text}" is not understood`);
  }
}
