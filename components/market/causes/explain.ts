import type { CauseShare, NewsView } from "@/wire/views";

/** One thing that explains a move: a seller's new list price, a fixing that moved the benchmark, what people were told. */
export type Cause =
  | {
      readonly kind: "list-price";
      readonly seq: number;
      readonly at: string;
      readonly seller: string;
      /** Whole percent of the slot price, signed. */
      readonly percent: number;
    }
  | {
      readonly kind: "fixing";
      readonly seq: number;
      readonly at: string;
      readonly from: string;
      readonly to: string;
      readonly percent: number;
      /** What the move is the sum of; empty: of an engine that could not say why. */
      readonly parts: readonly CauseShare[];
    }
  | {
      readonly kind: "news" | "ruling";
      readonly seq: number;
      readonly at: string;
      readonly scenario: string;
      readonly item: string;
    }
  | { readonly kind: "withheld"; readonly seq: number; readonly at: string; readonly days: number };

/**
 * What happened to a benchmark, newest first. List prices are news when they change, fixings only when they moved the
 * level (three or more fixings in a row say the same: prices stand still, then jump). A ruling that news tells of is told.
 */
export function causesOf(news: readonly NewsView[], benchmark: string): Cause[] {
  const own = news
    .filter((item) => item.kind === "news" || item.body.benchmark === benchmark)
    .toSorted((a, b) => a.seq - b.seq);
  const told = new Set(own.flatMap(({ kind, body }) => (kind === "news" ? [body.shock] : [])));
  const causes: Cause[] = [];
  let level: string | null = null;
  for (const { seq, roomTime: at, kind, body } of own) {
    if (kind === "list-price") {
      const percent = slotPercent(body);
      if (percent !== 0) causes.push({ kind, seq, at, seller: String(body.seller), percent });
    } else if (kind === "fixing") {
      const to: string | null = typeof body.level === "string" ? body.level : null;
      if (to === null) causes.push({ kind: "withheld", seq, at, days: Number(body.withheldDays ?? 1) });
      else if (level !== null && to !== level)
        causes.push({
          kind,
          seq,
          at,
          from: level,
          to,
          percent: tenths(Number(to) / Number(level)),
          parts: (body.causes as CauseShare[] | null | undefined) ?? [],
        });
      level = to ?? level;
    } else if (kind === "news" || (kind === "ruling" && !told.has(body.ruling))) {
      causes.push({ kind, seq, at, scenario: String(body.scenario), item: String(body.item ?? body.ruling) });
    }
  }
  return causes.reverse();
}

/** Change of the slot price, (3 × input + output) / 4, or of the hour's price where there is no output (3.1). For reading only. */
function slotPercent(body: NewsView["body"]): number {
  const slot = (input: unknown, output: unknown) =>
    output === null || output === undefined || Number(output) === 0
      ? Number(input)
      : (3 * Number(input) + Number(output)) / 4;
  return tenths(slot(body.input, body.output) / slot(body.previousInput, body.previousOutput));
}

/** A ratio as percent of change, to a tenth. */
const tenths = (ratio: number): number => (Number.isFinite(ratio) ? Math.round((ratio - 1) * 1000) / 10 : 0);
