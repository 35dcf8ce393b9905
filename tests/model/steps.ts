import fc from "fast-check";
import type { BracketExits, Command, OrderDraft, SelfTradeMode, StopTerms, TimeInForce } from "@/engine/commands";
import type { Side } from "@/engine/units";
import { dayOf, tradingDateAfter } from "./calendar";
import type { Order, World } from "./world";

/**
 * What people do, told so that any part of a history can be left out and the rest still makes sense: prices are ticks
 * away from the settlement, orders are "the third of those you have open". That is what lets fast-check shrink.
 */
export type Step =
  | (Common & { readonly do: "order"; readonly order: Wish; readonly exits: ExitWish | null })
  | (Common & { readonly do: "oco"; readonly orders: readonly [Wish, Wish]; readonly apart: boolean })
  | (Common & { readonly do: "spread"; readonly side: Side; readonly lots: number; readonly away: number })
  | (Common & {
      readonly do: "replace";
      readonly nth: number;
      readonly lots: number | null;
      readonly away: number | null;
    })
  | (Common & { readonly do: "cancel"; readonly nth: number })
  | (Common & { readonly do: "cancel-all"; readonly everywhere: boolean })
  | (Common & { readonly do: "transfer"; readonly amount: number })
  | (Common & { readonly do: "halt"; readonly minutes: number | null })
  | (Common & { readonly do: "resume" })
  | (Common & { readonly do: "wait"; readonly until: Moment });

interface Common {
  readonly who: number;
  readonly month: number;
}

export type Moment = { readonly seconds: number } | { readonly hour: number; readonly minute: number };

/** An order somebody wishes for; `away`: ticks from the settlement. */
export interface Wish {
  readonly side: Side;
  readonly lots: number;
  readonly away: number;
  readonly kind: "limit" | "market" | "stop" | "stop-limit" | "trailing";
  readonly timeInForce: TimeInForce;
  readonly postOnly: boolean;
  readonly slide: boolean;
  readonly reduceOnly: boolean;
  readonly display: number | null;
  readonly source: "last" | "mark";
  readonly trigger: number;
  readonly days: number;
  readonly selfTrade: SelfTradeMode;
  readonly clientId: number | null;
}

export interface ExitWish {
  readonly target: number | null;
  readonly stop: {
    readonly away: number;
    readonly trailing: boolean;
    readonly limit: number | null;
    readonly source: "last" | "mark";
  } | null;
}

/** Which kinds of order and action a history is made of, by weight. */
export interface Mix {
  readonly orders: Partial<Record<Wish["kind"], number>>;
  readonly times: Partial<Record<TimeInForce, number>>;
  readonly actions: Partial<Record<Step["do"], number>>;
  readonly months: number;
  /** How far prices stray, and how large orders are. */
  readonly ticks: number;
  /** Prices are so many ticks apart: the limits are met exactly only where prices are few. */
  readonly grid?: number;
  readonly lots: number;
  /** One in so many orders is post-only, reduce-only, an iceberg, has exits, has a client id. 0: none is. */
  readonly postOnly?: number;
  readonly reduceOnly?: number;
  readonly iceberg?: number;
  readonly bracket?: number;
  readonly clientId?: number;
}

const PEOPLE = 4;

const oneIn = (chance: number | undefined): fc.Arbitrary<boolean> =>
  chance ? fc.nat(chance - 1).map((n) => n === chance - 1) : fc.constant(false);

const perhaps = <T>(chance: number | undefined, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.tuple(oneIn(chance), value).map(([yes, it]) => (yes ? it : null));

const weighted = <T extends string>(weights: Partial<Record<T, number>>): fc.Arbitrary<T> =>
  fc.oneof(
    ...Object.entries<number | undefined>(weights).map(([value, weight]) => ({
      weight: weight ?? 1,
      arbitrary: fc.constant(value as T),
    })),
  );

const side: fc.Arbitrary<Side> = fc.constantFrom("buy", "sell");
const source = fc.constantFrom("last" as const, "mark" as const);

const awayIn = ({ ticks, grid = 1 }: Mix): fc.Arbitrary<number> =>
  fc.integer({ min: -Math.floor(ticks / grid), max: Math.floor(ticks / grid) }).map((n) => n * grid);

const wish = (mix: Mix): fc.Arbitrary<Wish> =>
  fc.record({
    side,
    lots: fc.integer({ min: 1, max: mix.lots }),
    away: awayIn(mix),
    kind: weighted(mix.orders),
    timeInForce: weighted(mix.times),
    postOnly: oneIn(mix.postOnly),
    slide: fc.boolean(),
    reduceOnly: oneIn(mix.reduceOnly),
    display: perhaps(mix.iceberg, fc.integer({ min: 1, max: 3 })),
    source,
    trigger: awayIn(mix),
    days: fc.nat(2),
    selfTrade: fc.constantFrom("newest", "oldest", "both", "decrement"),
    clientId: perhaps(mix.clientId, fc.nat(6)),
  });

const exits = (mix: Mix): fc.Arbitrary<ExitWish | null> =>
  perhaps(
    mix.bracket,
    fc
      .record({
        target: fc.option(awayIn(mix)),
        stop: fc.option(
          fc.record({
            away: awayIn(mix),
            trailing: oneIn(4),
            limit: fc.option(awayIn(mix)),
            source,
          }),
        ),
      })
      .filter(({ target, stop }) => target !== null || stop !== null),
  );

const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ seconds: fc.integer({ min: 1, max: 400 }) }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      { hour: 14, minute: 50 },
      { hour: 14, minute: 56 },
      { hour: 15, minute: 0 },
      { hour: 15, minute: 31 },
      { hour: 8, minute: 50 },
      { hour: 8, minute: 55 },
      { hour: 9, minute: 0 },
      { hour: 9, minute: 1 },
      { hour: 9, minute: 2 },
      { hour: 9, minute: 30 },
      { hour: 10, minute: 0 },
      { hour: 12, minute: 0 },
      { hour: 14, minute: 0 },
    ),
  },
);

export function stepOf(mix: Mix): fc.Arbitrary<Step> {
  const common = { who: fc.nat(PEOPLE - 1), month: fc.nat(mix.months - 1) };
  const make = <Do extends Step["do"], Rest extends object>(
    what: Do,
    rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
  ) => fc.record({ do: fc.constant(what), ...common, ...rest }) as unknown as fc.Arbitrary<Step>;
  const all: Record<Step["do"], fc.Arbitrary<Step>> = {
    order: make("order", { order: wish(mix), exits: exits(mix) }),
    oco: make("oco", { orders: fc.tuple(wish(mix), wish(mix)), apart: oneIn(10) }),
    spread: make("spread", {
      side,
      lots: fc.integer({ min: 1, max: mix.lots }),
      away: awayIn(mix),
    }),
    replace: make("replace", {
      nth: fc.nat(5),
      lots: fc.option(fc.integer({ min: 1, max: mix.lots })),
      away: fc.option(awayIn(mix)),
    }),
    cancel: make("cancel", { nth: fc.nat(5) }),
    "cancel-all": make("cancel-all", { everywhere: fc.boolean() }),
    transfer: make("transfer", { amount: fc.integer({ min: -6_000_000, max: 6_000_000 }) }),
    halt: make("halt", { minutes: fc.option(fc.integer({ min: 1, max: 20 })) }),
    resume: make("resume", {}),
    wait: make("wait", { until: moment }),
  };
  const used = Object.entries(mix.actions) as [Step["do"], number][];
  return fc.oneof(...used.map(([action, weight]) => ({ weight, arbitrary: all[action] })));
}

/** The command a step comes to in the venue as it is now; null: it means nothing here (no order to cancel). */
export function commandOf(world: World, step: Step): Command | null {
  const month = world.months[step.month];
  const account = (step.who + 1) as never;
  switch (step.do) {
    case "order": {
      const order = draftOf(world, step, step.order);
      if (step.exits === null || order.reduceOnly || order.stop) return { kind: "place-order", account, order };
      return { kind: "place-order", account, order, exits: exitsOf(month.settlement, step.order, step.exits) };
    }
    case "oco": {
      const [{ side, lots }] = step.orders; // mostly two ways out of one position, so both on one side
      const [first, second] = step.orders
        .map((wanted) => (step.apart ? wanted : { ...wanted, side }))
        .map((wanted) => draftOf(world, step, waiting(wanted, lots)));
      return { kind: "place-oco", account, orders: [first, { ...second, clientOrderId: undefined }] };
    }
    case "spread": {
      const far = world.months[step.month + 1] ?? world.months[step.month - 1];
      const price = month.mark - far.mark + step.away;
      const spread = { near: month.symbol, far: far.symbol, side: step.side, lots: step.lots, price } as never;
      return { kind: "place-spread", account, spread };
    }
    case "replace": {
      const order = nthOpen(world, account, step.nth);
      return order === null ? null : replaceOf(order, month.settlement, step);
    }
    case "cancel": {
      const order = nthOpen(world, account, step.nth);
      return order === null ? null : { kind: "cancel-order", account, order: order.id as never };
    }
    case "cancel-all":
      return step.everywhere
        ? { kind: "cancel-all", account }
        : { kind: "cancel-all", account, contract: month.symbol };
    case "transfer":
      return { kind: "transfer", account, amount: step.amount as never };
    case "halt": {
      if (month.state === "closed") return null;
      const until = step.minutes === null ? {} : { until: (world.now + step.minutes * 60_000) as never };
      return { kind: "halt", contract: month.symbol, ...until };
    }
    case "resume":
      return { kind: "resume", contract: month.symbol };
    case "wait":
      return null;
  }
}

/** When a step happens: moments after the one before, or at a time of day, of the next trading day once it is past. */
export function momentOf(world: World, step: Step): number {
  if (step.do !== "wait") return world.now + 100;
  if ("seconds" in step.until) return world.now + step.until.seconds * 1000;
  const { hour, minute } = step.until;
  const { date } = dayOf(world.config, world.now);
  const at = (day: string) => Date.parse(`${day}T00:00Z`) + (hour * 60 + minute) * 60_000;
  return at(date) > world.now ? at(date) : at(tradingDateAfter(date));
}

function draftOf(world: World, { month: number }: Common, wanted: Wish): OrderDraft {
  const month = world.months[number];
  const { side, lots, kind, days } = wanted;
  const isStop = kind === "stop" || kind === "stop-limit" || kind === "trailing";
  const isLimit = kind === "limit" || kind === "stop-limit";
  const stays = wanted.timeInForce === "day" || wanted.timeInForce === "gtd" ? wanted.timeInForce : "gtc";
  const timeInForce = kind === "limit" ? wanted.timeInForce : isStop ? stays : "gtc";
  const rests = kind === "limit" && timeInForce !== "ioc" && timeInForce !== "fok";
  const postOnly = rests && wanted.postOnly;
  let goodTill = dayOf(world.config, world.now).date;
  for (let day = 0; day < days; day++) goodTill = tradingDateAfter(goodTill);
  return {
    contract: month.symbol,
    side,
    type: isLimit ? "limit" : "market",
    lots: lots as never,
    ...(isLimit ? { price: (month.settlement + wanted.away) as never } : {}),
    timeInForce,
    ...(timeInForce === "gtd" ? { goodTill } : {}),
    postOnly,
    ...(postOnly && wanted.slide ? { slide: true } : {}),
    ...(wanted.reduceOnly ? { reduceOnly: true } : {}),
    ...(rests && wanted.display !== null && wanted.display < lots ? { display: wanted.display as never } : {}),
    ...(isStop ? { stop: stopTerms(month.settlement, wanted) } : {}),
    selfTrade: wanted.selfTrade,
    ...(wanted.clientId === null ? {} : { clientOrderId: `c${wanted.clientId}` }),
  };
}

const stopTerms = (settlement: number, { kind, source, trigger }: Wish): StopTerms =>
  kind === "trailing"
    ? { source, trail: (Math.abs(trigger) + 1) as never }
    : { source, price: (settlement + trigger) as never };

/** Orders of an OCO can wait, and have equal lots. */
function waiting(wanted: Wish, lots: number): Wish {
  const kind = wanted.kind === "market" ? "limit" : wanted.kind;
  const ends = wanted.timeInForce === "ioc" || wanted.timeInForce === "fok";
  return { ...wanted, kind, lots, timeInForce: ends ? "gtc" : wanted.timeInForce };
}

/** A target takes a profit and a stop ends a loss, seen from the price of the entry. */
function exitsOf(settlement: number, { side, away }: Wish, { target, stop }: ExitWish): BracketExits {
  const sign = side === "buy" ? 1 : -1;
  const profit = (ticks: number) => (settlement + away + sign * (1 + Math.abs(ticks))) as never;
  const loss = (ticks: number) => (settlement + away - sign * (1 + Math.abs(ticks))) as never;
  return {
    ...(target === null ? {} : { target: { price: profit(target) } }),
    ...(stop === null
      ? {}
      : {
          stop: {
            source: stop.source,
            ...(stop.trailing ? { trail: (Math.abs(stop.away) + 1) as never } : { price: loss(stop.away) }),
            ...(stop.limit === null || stop.trailing ? {} : { limit: (settlement + stop.limit) as never }),
          },
        }),
  };
}

function nthOpen(world: World, account: number, nth: number): Order | null {
  const open = world.orders.filter((order) => order.account === account && order.status === "open");
  return open.length === 0 ? null : open[nth % open.length];
}

function replaceOf(order: Order, settlement: number, step: Extract<Step, { do: "replace" }>): Command | null {
  const { account, id } = order;
  const lots = step.lots === null ? {} : { lots: step.lots };
  const away = step.away;
  const waits = order.stop !== null && order.stop.firedAt === null;
  const isTrailing = waits && order.stop!.trail !== null;
  const trigger =
    away === null || !waits || order.type === "limit"
      ? {}
      : isTrailing
        ? { trail: Math.abs(away) + 1 }
        : { stopPrice: settlement + away };
  const price = away === null || order.type === "market" ? {} : { price: settlement + away };
  const change = { ...lots, ...price, ...trigger };
  if (Object.keys(change).length === 0) return null;
  return { kind: "replace-order", account, order: id, ...change } as never;
}
