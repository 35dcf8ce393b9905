import { Benchmark } from "../benchmark/benchmark";
import { Calendar, listedMonths } from "../calendar";
import { Accounts } from "../clearing/accounts";
import { Liquidation } from "../clearing/liquidation";
import type { RoomConfig } from "../config";
import type { Hash } from "../digest";
import { type SavedSurveillance, Surveillance } from "../surveillance/surveillance";
import { EventLog } from "../trading/event-log";
import { Exchange } from "../trading/exchange";
import { listMarket, restoreMarket, type SavedMarket, saveMarket } from "../trading/listing";
import { MonthFixings } from "../trading/month-fixings";
import { isWaiting, OrderRecords } from "../trading/order-records";
import { World } from "../world/world";
import { Wealth } from "./wealth";

/** Everything a room is made of but its clock and its participants. */
export class RoomParts {
  /** 8.1 and 8.2, in rooms that have it. */
  readonly surveillance: Surveillance | null;

  constructor(
    readonly config: RoomConfig,
    readonly calendar: Calendar,
    readonly exchange: Exchange,
    readonly benchmarks: readonly Benchmark[],
    readonly months: readonly MonthFixings[],
    readonly world: World,
    /** Account of each person, by owner number. */
    readonly owners: Map<number, number>,
    /** Accounts that defaulted today (7.6). */
    readonly defaulted: number[],
  ) {
    const { surveillance } = config;
    this.surveillance = surveillance ? new Surveillance(surveillance, exchange) : null;
    exchange.conduct = this.surveillance;
  }

  get liquidation(): Liquidation {
    return this.exchange.liquidation;
  }

  get wealth(): Wealth {
    return this.exchange.wealth;
  }

  hashInto(hash: Hash): void {
    const { exchange, benchmarks, months, world, wealth, owners } = this;
    exchange.accounts.hashInto(hash);
    exchange.records.hashInto(hash);
    exchange.liquidation.hashInto(hash);
    for (const market of exchange.markets) {
      hash.number(market ? 1 : 0);
      if (!market) continue;
      const { book, window, lock, ...state } = saveMarket(market);
      hash.text(JSON.stringify(state));
      market.book.hashInto(hash);
      market.window.hashInto(hash);
      market.lock.hashInto(hash);
    }
    hash.text(JSON.stringify([exchange.session, exchange.lastOrder, exchange.arrivals]));
    for (const benchmark of benchmarks) benchmark.hashInto(hash);
    for (const month of months) month.hashInto(hash);
    world.hashInto(hash);
    wealth.hashInto(hash);
    hash.text(JSON.stringify(ownersByNumber(owners))).numbers(this.defaulted);
    this.surveillance?.hashInto(hash);
  }

  /** The laws that hold between any two commands. */
  check(): void {
    this.exchange.accounts.check();
    for (const market of this.exchange.listed()) market.book.check();
    this.exchange.checkOrders();
    this.exchange.checkOpenLots();
  }
}

export interface SavedParts {
  readonly accounts: ReturnType<Accounts["snapshot"]>;
  readonly liquidation: ReturnType<Liquidation["snapshot"]>;
  readonly records: ReturnType<OrderRecords["save"]>;
  readonly log: ReturnType<EventLog["save"]>;
  readonly markets: (SavedMarket | null)[];
  readonly session: Exchange["session"];
  readonly lastOrder: number;
  readonly arrivals: number;
  readonly plainCommands: number;
  readonly orderCount: number;
  readonly tradeCount: number;
  readonly benchmarks: ReturnType<Benchmark["snapshot"]>[];
  readonly months: ReturnType<MonthFixings["snapshot"]>[];
  readonly world: ReturnType<World["snapshot"]>;
  readonly wealth: ReturnType<Wealth["save"]>;
  readonly owners: [number, number][];
  readonly defaulted: number[];
  /** Left out: the room has none. */
  readonly surveillance?: SavedSurveillance;
}

/** A room before its first moment: participants funded, months listed, no orders. */
export function startParts(config: RoomConfig, seed: string): RoomParts {
  const calendar = new Calendar(config.calendar);
  const accounts = new Accounts(config.margin, config.money.fund);
  const liquidation = new Liquidation(config.margin);
  const wealth = new Wealth(accounts);
  const exchange = new Exchange(config, accounts, liquidation, new OrderRecords(), new EventLog(), wealth);
  const { month } = calendar.day(1);
  const daysIn = (of: string) => calendar.daysIn(of);
  for (const [i, participant] of config.participants.entries()) {
    accounts.open(i + 1, participant.marginCash, participant.bankCash, false);
  }
  for (let benchmark = 0; benchmark < config.benchmarks.length; benchmark++) {
    for (const listed of listedMonths(config.listing, month)) listMarket(exchange, calendar, benchmark, listed);
  }
  return new RoomParts(
    config,
    calendar,
    exchange,
    config.benchmarks.map((benchmark) => new Benchmark(benchmark)),
    config.benchmarks.map(() => new MonthFixings(month, daysIn)),
    new World(config, seed),
    new Map(),
    [],
  );
}

export function saveParts(parts: RoomParts): SavedParts {
  const { exchange, benchmarks, months, world, wealth, owners } = parts;
  return {
    accounts: exchange.accounts.snapshot(),
    liquidation: exchange.liquidation.snapshot(),
    records: exchange.records.save(),
    log: exchange.log.save(),
    markets: exchange.markets.map((market) => market && saveMarket(market)),
    session: { ...exchange.session },
    lastOrder: exchange.lastOrder,
    arrivals: exchange.arrivals,
    plainCommands: exchange.plainCommands,
    orderCount: exchange.orderCount,
    tradeCount: exchange.tradeCount,
    benchmarks: benchmarks.map((benchmark) => benchmark.snapshot()),
    months: months.map((fixings) => fixings.snapshot()),
    world: world.snapshot(),
    wealth: wealth.save(),
    owners: ownersByNumber(owners),
    defaulted: [...parts.defaulted],
    ...(parts.surveillance ? { surveillance: parts.surveillance.save() } : {}),
  };
}

export function restoreParts(config: RoomConfig, seed: string, saved: SavedParts, now: number): RoomParts {
  const calendar = new Calendar(config.calendar);
  const accounts = Accounts.restore(config.margin, saved.accounts);
  const liquidation = Liquidation.restore(config.margin, saved.liquidation);
  const records = OrderRecords.load(saved.records);
  const wealth = Wealth.load(accounts, saved.wealth);
  const exchange = new Exchange(config, accounts, liquidation, records, EventLog.load(saved.log, now), wealth);
  Object.assign(exchange.session, saved.session);
  exchange.lastOrder = saved.lastOrder;
  exchange.plainCommands = saved.plainCommands;
  exchange.orderCount = saved.orderCount;
  exchange.tradeCount = saved.tradeCount;
  exchange.markets.push(...saved.markets.map(() => null));
  for (const market of saved.markets) if (market) restoreMarket(exchange, calendar, market);
  exchange.arrivals = saved.arrivals;
  for (const record of records.allOpen()) if (isWaiting(record)) exchange.market(record.slot).stops.add(record);
  const daysIn = (of: string) => calendar.daysIn(of);
  const months = saved.months.map(({ month, levels }) => new MonthFixings(month, daysIn, levels));
  const parts = new RoomParts(
    config,
    calendar,
    exchange,
    config.benchmarks.map((benchmark, i) => Benchmark.restore(benchmark, saved.benchmarks[i])),
    months,
    World.restore(config, seed, saved.world),
    new Map(saved.owners),
    [...saved.defaulted],
  );
  if (saved.surveillance) parts.surveillance?.load(saved.surveillance);
  return parts;
}

const ownersByNumber = (owners: Map<number, number>): [number, number][] => [...owners].sort(([a], [b]) => a - b);
