import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { levelText } from "@/tokens/benchmark/replay";
import { csvLine, parseCsv } from "@/tokens/prices/csv";
import { dataFiles } from "@/tokens/prices/parse-data";
import type { MeasuredBenchmark, PriceEdition } from "./edition";

/** A file of the price data at its stable address; `text` is made when first asked for. */
export interface PriceFile {
  readonly name: string;
  readonly type: string;
  readonly text: () => string;
}

const CSV = "text/csv; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
type Cell = string | number | null;

const made = new WeakMap<PriceEdition, ReadonlyMap<string, PriceFile>>();

/** Every file of an edition, by name: the data as it was shipped, and what rule 3 makes of it. Each table as CSV and as JSON. */
export function priceFiles(prices: PriceEdition): ReadonlyMap<string, PriceFile> {
  const known = made.get(prices);
  if (known) return known;
  const files = new Map([...shipped(prices), ...computed(prices)].map((file) => [file.name, file]));
  made.set(prices, files);
  return files;
}

function shipped({ texts }: PriceEdition): PriceFile[] {
  return dataFiles.flatMap((name) =>
    name.endsWith(".csv")
      ? table(name.replace(/\.csv$/, ""), () => texts[name])
      : [{ name, type: JSON_TYPE, text: () => texts[name] }],
  );
}

function computed(prices: PriceEdition): PriceFile[] {
  return [
    ...slotBenchmarks.flatMap((benchmark) => {
      const name = `benchmark-${benchmark.id.toLowerCase()}`;
      const measured = () => prices.measured(benchmark.id) as MeasuredBenchmark;
      return [
        ...table(name, () => levels(measured())),
        ...table(`${name}-sellers`, () => sellers(measured())),
        ...table(`${name}-revisions`, () =>
          csv(
            ["date", "published", "revised", "revised_on", "observations"],
            measured().revisions.map(({ date, published, revised, revisedOn, observations }) => [
              date,
              published === null ? null : levelText(published, benchmark),
              revised === null ? null : levelText(revised, benchmark),
              revisedOn,
              observations.join(" "),
            ]),
          ),
        ),
      ];
    }),
    ...table("benchmark-gpuh", () =>
      csv(
        ["month", "state", "usd_per_hour", "computed", "providers"],
        prices.gpuHour().map((one) => [one.month, one.state, one.text, one.computed, one.providers]),
      ),
    ),
  ];
}

const levels = ({ benchmark, days }: MeasuredBenchmark): string =>
  csv(
    ["date", "state", "usd_per_mtok", "divisor", "sellers"],
    days.map(({ date, state, level, divisor, constituents }) => [
      date,
      state,
      level === null ? null : levelText(level, benchmark),
      divisor === 0 ? null : divisor.toFixed(9),
      constituents.filter(({ state: at }) => at === "in").length,
    ]),
  );

/** The panel on each day that it changed. */
const sellers = ({ days }: MeasuredBenchmark): string =>
  csv(
    ["date", "seller", "model", "observation", "slot_price", "counted", "state", "held", "weight"],
    days
      .filter(({ constituents }, i) => i === 0 || constituents !== days[i - 1].constituents)
      .flatMap(({ date, constituents }) =>
        constituents.map((one): Cell[] => [
          date,
          one.name,
          one.model,
          one.observation,
          exact(one.price),
          exact(one.counted),
          one.state,
          one.held,
          exact(one.weight),
        ]),
      ),
  );

const csv = (head: readonly string[], rows: readonly Cell[][]): string =>
  `${[head, ...rows].map((row) => csvLine(row)).join("\n")}\n`;

/** The same table as CSV and as a list of objects, with the same digits. */
function table(stem: string, make: () => string): PriceFile[] {
  const text = once(make);
  return [
    { name: `${stem}.csv`, type: CSV, text },
    { name: `${stem}.json`, type: JSON_TYPE, text: once(() => JSON.stringify(asObjects(text()))) },
  ];
}

function asObjects(text: string): Record<string, string | null>[] {
  const [head, ...rows] = parseCsv(text);
  return rows.map(({ cells }) => Object.fromEntries(head.cells.map((name, i) => [name, cells[i] || null])));
}

function once<T>(make: () => T): () => T {
  let value: { readonly of: T } | null = null;
  return () => {
    value ??= { of: make() };
    return value.of;
  };
}

/** Twelve digits: what is beyond them is the machine's, not the price's. */
const exact = (value: number): string => String(Number(value.toPrecision(12)));
