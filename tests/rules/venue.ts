import type { OrderDraft, SelfTradeMode, TimeInForce } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { openRoom, restoreRoom } from "@/engine/index";
import type { Outcome } from "@/engine/outcome";
import type { Room, RoomSnapshot } from "@/engine/room-face";
import type { AccountNo, Cents, Level, Lots, OrderId, OwnerNo, RoomTime, Ticks } from "@/engine/units";
import type { AccountView, ContractView, OrderReport } from "@/engine/views";

export const DEC = "PREM-DEC26";
export const OCT = "PREM-OCT26";
export const MAR = "PREM-MAR27";

interface OrderOptions {
  readonly tif?: TimeInForce;
  readonly postOnly?: boolean;
  readonly selfTrade?: SelfTradeMode;
  readonly id?: string;
}

/** PREM at 4.500 and GPUH, no participants, list prices that never move: only what a test does happens. */
export const quietConfig: RoomConfig = {
  ...defaultRoomConfig,
  benchmarks: defaultRoomConfig.benchmarks.map((benchmark) => ({
    ...benchmark,
    startLevel: (benchmark.id === "PREM" ? 450_000 : benchmark.startLevel) as Level,
    world: { ...benchmark.world, jumpsPerYear: 0 },
  })),
  participants: [],
};

/** A room and the people in it, spoken to in the words of the rulebook. Prices in ticks, money in cents. */
export class Venue {
  room: Room;
  readonly events: RoomEvent[] = [];

  /** Begins a second after the open of day 1, or at its first moment. */
  constructor(config: RoomConfig = quietConfig, seed = "rules", begin: "open" | "first moment" = "open") {
    this.room = openRoom(config, seed);
    if (begin === "open") this.at(9, 0, 1);
  }

  /** Goes on in a room restored from a snapshot of this one, as after a crash; on request under other rules. */
  restart(config: RoomConfig = this.room.config): void {
    const saved = JSON.parse(JSON.stringify(this.room.snapshot())) as RoomSnapshot;
    this.room = restoreRoom({ ...saved, config });
  }

  people(count: number): AccountNo[] {
    return Array.from({ length: count }, (_, i) => {
      const outcome = this.send({ kind: "open-account", owner: (i + 1) as OwnerNo });
      if (outcome.kind !== "account-opened") throw new Error(outcome.kind);
      return outcome.account;
    });
  }

  buy(account: AccountNo, lots: number, price: number, options: OrderOptions = {}, contract = DEC): OrderReport {
    return this.order(account, "buy", lots, price, options, contract);
  }

  sell(account: AccountNo, lots: number, price: number, options: OrderOptions = {}, contract = DEC): OrderReport {
    return this.order(account, "sell", lots, price, options, contract);
  }

  market(account: AccountNo, side: "buy" | "sell", lots: number, contract = DEC): OrderReport {
    return this.place(account, { contract, side, type: "market", lots: lots as Lots, ...terms({}) });
  }

  replace(account: AccountNo, order: OrderReport, change: { lots?: number; price?: number }): Outcome {
    const { lots, price } = change;
    return this.send({
      kind: "replace-order",
      account,
      order: order.id,
      ...(lots === undefined ? {} : { lots: lots as Lots }),
      ...(price === undefined ? {} : { price: price as Ticks }),
    });
  }

  cancel(account: AccountNo, order: OrderId): Outcome {
    return this.send({ kind: "cancel-order", account, order });
  }

  transfer(account: AccountNo, amount: number): Outcome {
    return this.send({ kind: "transfer", account, amount: amount as Cents });
  }

  /** Two people trade: `seller` rests, `buyer` takes. */
  trade(buyer: AccountNo, seller: AccountNo, lots: number, price: number, contract = DEC): void {
    this.sell(seller, lots, price, {}, contract);
    this.buy(buyer, lots, price, {}, contract);
  }

  /** Goes to a time of day: of this day, or, once it is past, of the next trading day. */
  at(hour: number, minute: number, second = 0): void {
    const midnight = Math.floor(this.room.now / 86_400_000) * 86_400_000;
    let moment = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
    while (moment <= this.room.now || isWeekend(moment)) moment += 86_400_000;
    this.room.advance(moment as RoomTime);
    this.look();
  }

  wait(seconds: number): void {
    this.room.advance((this.room.now + seconds * 1000) as RoomTime);
    this.look();
  }

  account(account: AccountNo): AccountView {
    return this.room.account(account) as AccountView;
  }

  position(account: AccountNo, contract = DEC): number {
    return this.account(account).positions.find((position) => position.contract === contract)?.net ?? 0;
  }

  contract(symbol = DEC): ContractView {
    return this.room.contract(symbol) as ContractView;
  }

  order_(account: AccountNo, id: OrderId): OrderReport {
    return this.room.order(account, id) as OrderReport;
  }

  of<Kind extends RoomEvent["kind"]>(kind: Kind): Extract<RoomEvent, { kind: Kind }>[] {
    return this.events.filter((event): event is Extract<RoomEvent, { kind: Kind }> => event.kind === kind);
  }

  place(account: AccountNo, order: OrderDraft): OrderReport {
    const outcome = this.send({ kind: "place-order", account, order });
    if (outcome.kind !== "order") throw new Error(JSON.stringify(outcome));
    return outcome.order;
  }

  send(command: Parameters<Room["apply"]>[0]["command"]): Outcome {
    const outcome = this.room.apply({ seq: this.room.seq + 1, at: this.room.now, command });
    this.room.check();
    this.look();
    return outcome;
  }

  private order(
    account: AccountNo,
    side: "buy" | "sell",
    lots: number,
    price: number,
    options: OrderOptions,
    contract: string,
  ): OrderReport {
    const draft = { contract, side, type: "limit", lots: lots as Lots, price: price as Ticks } as const;
    return this.place(account, { ...draft, ...terms(options) });
  }

  private look(): void {
    this.events.push(...this.room.takeEvents());
  }
}

const terms = ({ tif = "gtc", postOnly = false, selfTrade = "newest", id }: OrderOptions) => ({
  timeInForce: tif,
  postOnly,
  selfTrade,
  ...(id === undefined ? {} : { clientOrderId: id }),
});

const isWeekend = (moment: number) => [2, 3].includes(Math.floor(moment / 86_400_000) % 7);
