import { Calendar, type TradingDay } from "@/engine/calendar";
import type { RoomConfig } from "@/engine/config";
import { MarketRoom } from "@/engine/room/market-room";
import type { Exchange } from "@/engine/trading/exchange";
import type { Market } from "@/engine/trading/market";
import type { RoomTime } from "@/engine/units";
import { CoinFlips } from "./coin-flips";
import { ProfitLedger } from "./profit-ledger";

const MINUTE = 60_000;
/** How far from the middle depth is looked at, in ticks. */
export const DEPTH_TICKS = 46;
/** How often, in minutes. */
const DEPTH_EVERY = 20;

/** One trading day of the month after the nearest, minute by minute: its middle (0: none) and the lots traded since. */
export interface DaySeries {
  readonly middles: Float64Array;
  readonly volumes: Float64Array;
}

export interface BenchmarkYear {
  readonly id: string;
  readonly days: DaySeries[];
  readonly fixings: number[]; // levels, day by day
  /** Lots shown so many ticks (half a tick more counts down) from the middle, both sides, summed over looks. */
  readonly depth: Float64Array;
  /** Of every month that ended, days before its last: |middle just before the close − final settlement| ÷ final. */
  readonly convergence: { readonly daysBefore: number; readonly distance: number }[];
  spreads: { looks: number; ticks: number; least: number };
}

export interface Year {
  readonly seed: string;
  readonly benchmarks: BenchmarkYear[];
  readonly twoSided: { looks: number; kept: number };
  readonly outsideLimits: { trades: number; outside: number };
  readonly makers: readonly { benchmark: string; spread: number; inventory: number; fees: number }[]; // cents
  readonly coinFlips: readonly { spread: number; inventory: number; fees: number }[]; // cents
  /** Days on which the parts of some account's profit did not sum to what the clearing had booked. */
  readonly unbalanced: number;
  readonly commands: number;
}

/** One room without people but for the coin flippers, for `days` trading days, looked at every minute. */
export function runYear(config: RoomConfig, seed: string, days: number): Year {
  const room = MarketRoom.open(config, seed);
  const watch = new Watch(config, room);
  const calendar = new Calendar(config.calendar);
  for (let no = 1; no <= days; no++) watch.day(calendar.day(no));
  room.check();
  return watch.year(seed);
}

class Watch {
  private readonly exchange: Exchange;
  private readonly ledger: ProfitLedger;
  private readonly flips: CoinFlips;
  private readonly makers: { account: number; benchmark: string }[];
  private readonly benchmarks: BenchmarkYear[];
  private readonly twoSided = { looks: 0, kept: 0 };
  private readonly outsideLimits = { trades: 0, outside: 0 };
  private unbalanced = 0;
  /** Middles of each day just before its close, by symbol, until the final settlement. */
  private readonly closing = new Map<string, number[]>();

  constructor(
    config: RoomConfig,
    private readonly room: MarketRoom,
  ) {
    this.ledger = room.watch((exchange) => new LimitWatch(exchange, this.outsideLimits));
    this.exchange = this.ledger.exchange;
    this.makers = config.participants.flatMap((participant, i) =>
      participant.kind === "market-maker" ? [{ account: i + 1, benchmark: participant.benchmarks[0] }] : [],
    );
    for (const { account } of this.makers) this.ledger.track(account);
    this.flips = new CoinFlips(room);
    for (const account of this.flips.accounts) this.ledger.track(account);
    this.benchmarks = config.benchmarks.map(({ id }) => ({
      id,
      days: [],
      fixings: [],
      depth: new Float64Array(DEPTH_TICKS),
      convergence: [],
      spreads: { looks: 0, ticks: 0, least: Number.POSITIVE_INFINITY },
    }));
  }

  day(day: TradingDay): void {
    const minutes = Math.floor((day.close - day.open) / MINUTE);
    const series = this.benchmarks.map(() => ({
      middles: new Float64Array(minutes),
      volumes: new Float64Array(minutes),
    }));
    const traded = this.benchmarks.map(() => 0);
    for (let minute = 0; minute < minutes; minute++) {
      // Half a minute off the full one, so that what happens on the minute is not looked at half done.
      this.room.advance((day.open + minute * MINUTE + MINUTE / 2) as RoomTime);
      this.flips.act();
      this.look(minute, series, traded);
    }
    for (const [i, days] of this.benchmarks.entries()) days.days.push(series[i]);
    this.endDay(day);
  }

  private look(minute: number, series: readonly DaySeries[], traded: number[]): void {
    let place = 0;
    let benchmark = -1;
    for (const market of this.exchange.listed()) {
      place = market.benchmark === benchmark ? place + 1 : 0;
      benchmark = market.benchmark;
      const [bid, ask] = [market.book.bestBid(), market.book.bestAsk()];
      if (market.state !== "continuous" || market.lock.locked() !== 0) continue;
      this.twoSided.looks++;
      if (bid === 0 || ask === 0) continue;
      this.twoSided.kept++;
      if (place !== 1) continue;
      series[benchmark].middles[minute] = (bid + ask) / 2;
      series[benchmark].volumes[minute] = market.volume - traded[benchmark];
      traded[benchmark] = market.volume;
      const { spreads, depth } = this.benchmarks[benchmark];
      spreads.looks++;
      spreads.ticks += ask - bid;
      spreads.least = Math.min(spreads.least, ask - bid);
      if (minute % DEPTH_EVERY === 0) this.addDepth(market, depth);
    }
  }

  private addDepth({ book }: Market, depth: Float64Array): void {
    const middle = (book.bestBid() + book.bestAsk()) / 2;
    for (let away = 1; away < DEPTH_TICKS; away++) {
      depth[away] += book.lotsAt(0, Math.ceil(middle) - away) + book.lotsAt(1, Math.floor(middle) + away);
    }
  }

  private endDay(day: TradingDay): void {
    for (const { symbol, book, mark } of this.exchange.listed()) {
      const [bid, ask] = [book.bestBid(), book.bestAsk()];
      const middles = this.closing.get(symbol) ?? [];
      this.closing.set(symbol, middles);
      middles.push(bid === 0 || ask === 0 ? mark : (bid + ask) / 2);
    }
    this.room.advance(day.close as RoomTime);
    for (const event of this.room.takeEvents()) {
      if (event.kind === "settlement") this.ledger.settle(event.contract, event.price, false);
    }
    this.room.advance(day.fixing as RoomTime);
    for (const event of this.room.takeEvents()) {
      if (event.kind === "fixing") {
        const fixings = this.benchmarks.find(({ id }) => id === event.benchmark)?.fixings;
        if (event.level !== null) fixings?.push(event.level);
      } else if (event.kind === "final-settlement") {
        this.ledger.settle(event.contract, event.price, true);
        this.converge(event.contract, event.price);
      }
    }
    const accounts = [...this.makers.map(({ account }) => account), ...this.flips.accounts];
    for (const account of accounts) {
      const { booked, parts } = this.ledger.bothWays(account);
      if (booked !== parts) this.unbalanced++;
    }
  }

  private converge(contract: string, final: number): void {
    const middles = this.closing.get(contract) ?? [];
    const year = this.benchmarks.find(({ id }) => contract.startsWith(`${id}-`));
    middles.forEach((middle, i) => {
      year?.convergence.push({ daysBefore: middles.length - 1 - i, distance: Math.abs(middle - final) / final });
    });
    this.closing.delete(contract);
  }

  year(seed: string): Year {
    const inCents = (account: number) => {
      const { spread, inventory, fees } = this.ledger.profit(account);
      return { spread: spread / 2, inventory: inventory / 2, fees: fees / 2 };
    };
    return {
      seed,
      benchmarks: this.benchmarks,
      twoSided: this.twoSided,
      outsideLimits: this.outsideLimits,
      makers: this.makers.map(({ account, benchmark }) => ({ benchmark, ...inCents(account) })),
      coinFlips: this.flips.accounts.map(inCents),
      unbalanced: this.unbalanced,
      commands: this.room.counts().commands,
    };
  }
}

/** A ledger that also looks whether each trade is inside the limits of its moment (5.1). */
class LimitWatch extends ProfitLedger {
  constructor(
    exchange: Exchange,
    private readonly counts: { trades: number; outside: number },
  ) {
    super(exchange);
  }

  override traded(market: Market, price: number, lots: number): void {
    this.counts.trades++;
    if (price < market.limitLow || price > market.limitHigh) this.counts.outside++;
    super.traded(market, price, lots);
  }
}
