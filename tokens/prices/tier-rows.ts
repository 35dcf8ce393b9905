import { CACHE_WRITE, LEAST_CACHED_SHARE } from "./guards";
import { modelName } from "./history";
import type { Observation } from "./observation";
import type { Problem } from "./problems";
import { readTable, type TableRow } from "./table";
import type { TierPrice } from "./tiers";

const columns =
  "id,date,date_kind,until,known_on,provider,model,currency,unit,beside_input,beside_output,above,input,output,cached_input,cache_write,cache_write_1h,sources,source_text,supersedes,note";

/** A long request costs at least the plain price, and 2 times it where it is known. */
const MOST_TIMES_PLAIN = 4;
/** Prompts that cost more begin at 128,000 tokens where it is known. */
const LENGTHS = { from: 1_000, to: 100_000_000 } as const;

/** Reads and checks price-tiers.csv. Each row must go with a price of `observations`. */
export function parseTiers(
  text: string,
  observations: readonly Observation[],
  tags: ReadonlySet<string>,
): { readonly tiers: readonly TierPrice[]; readonly problems: readonly Problem[] } {
  const { rows, problems } = readTable("price-tiers.csv", text, columns.split(","));
  const prices = new Set(observations.map((one) => priceKey({ ...one, model: modelName(one), plain: one.prices })));
  const ids = new Set<string>();
  const tiers = rows.map((row) => {
    const tier = tierOf(row, tags);
    check(row, tier);
    if (ids.has(tier.id)) row.wrong("id", `${tier.id} is taken`);
    if (tier.supersedes !== null && !ids.has(tier.supersedes))
      row.wrong("supersedes", `${tier.supersedes} is no row above`);
    ids.add(tier.id);
    if (!row.isWrong && !prices.has(priceKey({ ...tier, plain: tier.beside }))) {
      const { input, output } = tier.beside;
      row.wrong(
        "beside_input",
        `there is no price of ${input.text} and ${output.text} of ${tier.provider} ${tier.model}`,
      );
    }
    return { tier, row };
  });
  return { tiers: tiers.filter(({ row }) => !row.isWrong).map(({ tier }) => tier), problems: problems.found };
}

function tierOf(row: TableRow, tags: ReadonlySet<string>): TierPrice {
  const above = row.cell("above") === "" ? null : row.count("above");
  row.oneOf("currency", ["USD"]);
  row.oneOf("unit", ["Mtok"]);
  return {
    id: row.text("id"),
    date: row.date("date"),
    dateKind: row.oneOf("date_kind", ["effective", "undated"]),
    until: row.cell("until") === "" ? null : row.date("until"),
    knownOn: row.date("known_on"),
    provider: row.text("provider"),
    model: row.text("model"),
    beside: { input: row.amount("beside_input"), output: row.amount("beside_output") },
    above,
    prices:
      above === null
        ? null
        : {
            input: row.amount("input"),
            output: row.amount("output"),
            cachedInput: row.amountOrNone("cached_input"),
            cacheWrite: row.amountOrNone("cache_write"),
          },
    cacheWriteHour: row.amountOrNone("cache_write_1h"),
    sources: row.tags("sources", tags),
    sourceText: row.text("source_text"),
    supersedes: row.cell("supersedes") || null,
    note: row.cell("note"),
    file: row.file,
    line: row.line,
  };
}

function check(row: TableRow, { date, until, above, beside, prices, cacheWriteHour }: TierPrice): void {
  if (until !== null && until < date) row.wrong("until", `${until} is before ${date}`);
  if (above !== null && (above < LENGTHS.from || above > LENGTHS.to)) {
    row.wrong("above", `${above} is outside ${LENGTHS.from} to ${LENGTHS.to} tokens`);
  }
  for (const kind of ["input", "output"] as const) {
    const [long, plain] = [prices?.[kind], beside[kind]];
    if (long && (long.value < plain.value || long.value > MOST_TIMES_PLAIN * plain.value)) {
      row.wrong(
        kind,
        `${long.text} is no surcharge on ${plain.text}: at least as much, at most ${MOST_TIMES_PLAIN} times`,
      );
    }
  }
  const input = prices?.input ?? beside.input;
  const cached = prices?.cachedInput;
  if (cached && (cached.value > input.value || cached.value < LEAST_CACHED_SHARE * input.value)) {
    row.wrong("cached_input", `${cached.text} is no discount on an input of ${input.text}`);
  }
  for (const [column, write] of [
    ["cache_write", prices?.cacheWrite],
    ["cache_write_1h", cacheWriteHour],
  ] as const) {
    if (write && (write.value < CACHE_WRITE.from * input.value || write.value > CACHE_WRITE.to * input.value)) {
      row.wrong(column, `${write.text} does not go with an input of ${input.text}`);
    }
  }
  if (above === null && !cacheWriteHour)
    row.wrong("cache_write_1h", "is empty: without above there is nothing else to say");
  if (above === null && ["input", "output", "cached_input", "cache_write"].some((column) => row.cell(column) !== "")) {
    row.wrong("above", "is empty, but there are prices of long requests");
  }
}

const priceKey = (one: {
  readonly provider: string;
  readonly model: string;
  readonly plain: { readonly input: { readonly value: number }; readonly output: { readonly value: number } };
}): string => [one.provider, one.model, one.plain.input.value, one.plain.output.value].join("|");
