import type { Amount, Observation, PriceEvent, Slot, Source } from "./observation";
import { slots } from "./observation";
import type { Problem } from "./problems";
import { parseObservations } from "./schema";
import { parseEvents, parseSources } from "./sources";
import { readTable, type TableRow } from "./table";
import { parseTiers } from "./tier-rows";
import type { TierPrice } from "./tiers";

/** Everything in content/prices, parsed and checked. `version` is the hash of the files: it names the data in addresses. */
export interface PriceData {
  readonly version: string;
  readonly sources: readonly Source[];
  /** Every price change found, feed errors included (flagged): what the explorer shows. */
  readonly points: readonly Observation[];
  /** The curated history: the price of each seller's premium and economy slot, what benchmarks are made of. */
  readonly slotPrices: readonly Observation[];
  readonly slotExits: readonly SlotExit[];
  /** Prices of long requests and of cache writes kept for an hour. */
  readonly tiers: readonly TierPrice[];
  readonly usage: readonly Usage[];
  readonly multiSeller: readonly MultiSellerFixing[];
  readonly openModelSellers: readonly SellerQuote[];
  readonly frontier: readonly FrontierStep[];
  readonly gpuMonthly: readonly GpuMonth[];
  readonly gpuDaily: readonly GpuDay[];
  readonly gpuPoints: readonly GpuPoint[];
  readonly events: readonly PriceEvent[];
}

/** A seller whose slot is empty from `date` on: the benchmark goes on without it (3.1). */
export interface SlotExit {
  readonly date: string;
  readonly knownOn: string;
  readonly provider: string;
  readonly slot: Slot;
  readonly reason: string;
  readonly sources: readonly string[];
}

/** Tokens a day of a model on OpenRouter in July 2026, with its price there: weights for averages. */
export interface Usage {
  readonly model: string;
  readonly provider: string;
  readonly tokensBillionPerDay: number;
  readonly input: Amount | null; // null: free
  readonly output: Amount | null;
  readonly cachedInput: Amount | null;
  readonly sources: readonly string[];
}

/** One day's fixing of one model, one direction, many sellers, by another index. */
export interface MultiSellerFixing {
  readonly date: string;
  readonly index: string;
  readonly description: string;
  readonly price: Amount;
  readonly sellers: number;
  readonly dispersion: number; // 90th percentile of the absolute deviation over the median
  readonly sources: readonly string[];
}

/** What one seller asked for an open model on 2 July 2026. */
export interface SellerQuote {
  readonly model: string;
  readonly seller: string;
  readonly input: Amount;
  readonly output: Amount;
  readonly sources: readonly string[];
}

/** The cheapest launch price, (3 × input + output) / 4, that reaches a level of the Artificial Analysis index. */
export interface FrontierStep {
  readonly quality: string; // "23"
  readonly date: string;
  readonly model: string;
  readonly price: Amount;
  readonly sources: readonly string[];
}

/** A month of archived rate cards: `composite` is their median restated to one good, null below three sellers. */
export interface GpuMonth {
  readonly month: string;
  readonly gpu: string;
  readonly composite: Amount | null;
  readonly providers: number;
  readonly onDemand: Amount | null;
  readonly reserved: Amount | null;
  readonly spot: Amount | null;
  readonly sources: readonly string[];
}

export interface GpuDay {
  readonly date: string;
  readonly gpu: string;
  readonly series: string;
  readonly price: Amount;
  readonly sources: readonly string[];
}

/** A single figure from an article. Measures differ: never join them into one line. */
export interface GpuPoint {
  readonly month: string;
  readonly gpu: string;
  readonly measure: string;
  readonly price: Amount | null;
  readonly upperOrChange: string; // "12.00", "+15%" or ""
  readonly sources: readonly string[];
  readonly sourceText: string;
}

export const dataFiles = [
  "sources.json",
  "events.json",
  "price-points.csv",
  "slot-prices.csv",
  "slot-exits.csv",
  "price-tiers.csv",
  "usage-2026-07.csv",
  "multi-seller-daily.csv",
  "open-model-sellers-2026-07-02.csv",
  "frontier.csv",
  "gpu-monthly.csv",
  "gpu-daily.csv",
  "gpu-points.csv",
] as const;
export type DataFile = (typeof dataFiles)[number];

export interface ParsedData {
  readonly data: PriceData;
  readonly problems: readonly Problem[];
}

/** Pages may be given `data` only when there are no problems. */
export function parsePriceData(files: Readonly<Record<DataFile, string>>, version: string): ParsedData {
  const sources = parseSources("sources.json", files["sources.json"]);
  const tags = new Set(sources.values.map(({ tag }) => tag));
  const rows = <T>(file: DataFile, columns: string, read: (row: TableRow) => T) => {
    const table = readTable(file, files[file], columns.split(","));
    const values = table.rows.map(read);
    problems.push(...table.problems.found);
    return values;
  };
  const problems: Problem[] = [...sources.problems];
  const prices = parseObservations(
    (["price-points.csv", "slot-prices.csv"] as const).map((file) => ({ file, text: files[file] })),
    tags,
  );
  problems.push(...prices.problems);
  const events = parseEvents("events.json", files["events.json"], new Set(prices.observations.map(({ id }) => id)));
  problems.push(...events.problems);
  const { tiers, problems: ofTiers } = parseTiers(files["price-tiers.csv"], prices.observations, tags);
  problems.push(...ofTiers);

  const data: PriceData = {
    version,
    sources: sources.values,
    points: prices.observations.filter(({ slot }) => slot === null),
    slotPrices: prices.observations.filter(({ slot }) => slot !== null),
    slotExits: rows("slot-exits.csv", "date,known_on,provider,slot,reason,source", (row) => ({
      date: row.date("date"),
      knownOn: row.date("known_on"),
      provider: row.text("provider"),
      slot: row.oneOf("slot", slots),
      reason: row.text("reason"),
      sources: row.tags("source", tags),
    })),
    tiers,
    usage: rows(
      "usage-2026-07.csv",
      "model,provider,tokens_billion_per_day,input,output,cached_input,source",
      (row): Usage => ({
        model: row.text("model"),
        provider: row.text("provider"),
        tokensBillionPerDay: row.amount("tokens_billion_per_day").value,
        input: free(row, "input"),
        output: free(row, "output"),
        cachedInput: row.amountOrNone("cached_input"),
        sources: row.tags("source", tags),
      }),
    ),
    multiSeller: rows(
      "multi-seller-daily.csv",
      "date,index,description,usd_per_mtok,sellers,dispersion,source",
      (row) => ({
        date: row.date("date"),
        index: row.text("index"),
        description: row.text("description"),
        price: row.amount("usd_per_mtok"),
        sellers: row.count("sellers"),
        dispersion: row.amount("dispersion").value,
        sources: row.tags("source", tags),
      }),
    ),
    openModelSellers: rows("open-model-sellers-2026-07-02.csv", "model,seller,input,output,source", (row) => ({
      model: row.text("model"),
      seller: row.text("seller"),
      input: row.amount("input"),
      output: row.amount("output"),
      sources: row.tags("source", tags),
    })),
    frontier: rows("frontier.csv", "quality,date,model,usd_per_mtok,source", (row) => ({
      quality: row.amount("quality").text,
      date: row.date("date"),
      model: row.text("model"),
      price: row.amount("usd_per_mtok"),
      sources: row.tags("source", tags),
    })),
    gpuMonthly: rows("gpu-monthly.csv", "month,gpu,composite,providers,on_demand,reserved,spot,source", (row) => ({
      month: row.month("month"),
      gpu: row.text("gpu"),
      composite: row.amountOrNone("composite"),
      providers: row.count("providers"),
      onDemand: row.amountOrNone("on_demand"),
      reserved: row.amountOrNone("reserved"),
      spot: row.amountOrNone("spot"),
      sources: row.tags("source", tags),
    })),
    gpuDaily: rows("gpu-daily.csv", "date,gpu,series,usd_per_hour,source", (row) => ({
      date: row.date("date"),
      gpu: row.text("gpu"),
      series: row.text("series"),
      price: row.amount("usd_per_hour"),
      sources: row.tags("source", tags),
    })),
    gpuPoints: rows("gpu-points.csv", "month,gpu,measure,usd_per_hour,upper_or_change,source,source_text", (row) => ({
      month: row.month("month"),
      gpu: row.text("gpu"),
      measure: row.text("measure"),
      price: row.amountOrNone("usd_per_hour"),
      upperOrChange: row.cell("upper_or_change"),
      sources: row.tags("source", tags),
      sourceText: row.text("source_text"),
    })),
    events: events.values,
  };
  return { data, problems };
}

const free = (row: TableRow, column: string): Amount | null =>
  Number(row.cell(column)) === 0 && row.cell(column) !== "" ? null : row.amount(column);
